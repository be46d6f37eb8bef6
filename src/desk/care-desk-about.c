/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk/care-desk-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "protocol/care-protocol.h"

/**
 * care_desk_about_dup_report:
 * @desk: (nullable): what the pages work with
 *
 * Returns: (transfer full): versions and settings that help to find a fault
 */
char *
care_desk_about_dup_report (CareDesk *desk)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  GdkDisplay *display = gdk_display_get_default ();

  g_string_append_printf (report, "Aftercare %s\n", CARE_VERSION);
  g_string_append_printf (report, "System: %s\n", system != NULL ? system : "unknown");
  g_string_append_printf (report, "GTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\n",
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version);
  if (display != NULL)
    g_string_append_printf (report, "Display: %s\n", G_OBJECT_TYPE_NAME (display));
  if (desk != NULL)
    {
      CareProtocol *protocol = care_clinic_get_protocol (care_desk_get_clinic (desk));

      g_string_append_printf (report, "Protocol: %s, version %s\n",
                              care_protocol_get_id (protocol), care_protocol_get_version (protocol));
      g_string_append_printf (report, "Keeper: %s\n", care_desk_link_has_keeper (care_desk_get_link (desk)) ? "yes" : "no");
      g_string_append_printf (report, "Desk language: %s\n", care_desk_get_language (desk));
    }
  return g_string_free (g_steal_pointer (&report), FALSE);
}

/**
 * care_desk_about_new:
 * @parent: the desk's window
 * @desk: (nullable): what the pages work with
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
care_desk_about_new (GtkWindow *parent,
                     CareDesk  *desk)
{
  g_autofree char *report = care_desk_about_dup_report (desk);
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "transient-for", parent,
                "modal", TRUE,
                "application-name", _("Aftercare"),
                "application-icon", CARE_APP_ID,
                "version", CARE_VERSION,
                "developer-name", _("The Aftercare authors"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("The treatment desk of a mesotherapy clinic: from the questions before a treatment to the printed page with the clock times after it."),
                "debug-info", report,
                "debug-info-filename", "aftercare-report.txt",
                NULL);
  return about;
}
