/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/waiting/care-waiting-line.h"

#include <glib/gi18n.h>

#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/waiting/care-waiting.h"

struct _CareWaitingLine
{
  AdwBin    parent_instance;

  CareDesk *desk;
  guint     count;
  char     *about;
  guint     refresh_source;
};

G_DEFINE_FINAL_TYPE (CareWaitingLine, care_waiting_line, ADW_TYPE_BIN)

static void
care_waiting_line_dispose (GObject *object)
{
  CareWaitingLine *self = CARE_WAITING_LINE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->about, g_free);
  G_OBJECT_CLASS (care_waiting_line_parent_class)->dispose (object);
}

static void
care_waiting_line_class_init (CareWaitingLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_waiting_line_dispose;
}

static void
care_waiting_line_init (CareWaitingLine *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
dup_about (guint records,
           guint owners)
{
  g_autofree char *unsigned_records = records > 0 ? g_strdup_printf (ngettext ("%u unsigned record", "%u unsigned records", records), records)
                                                  : NULL;
  g_autofree char *of_owner = owners > 0 ? g_strdup_printf (ngettext ("%u for the owner", "%u for the owner", owners), owners) : NULL;

  if (unsigned_records != NULL && of_owner != NULL)
    return g_strdup_printf ("%s · %s", unsigned_records, of_owner);
  return g_strdup (unsigned_records != NULL ? unsigned_records : of_owner != NULL ? of_owner : "");
}

static void
look (CareWaitingLine *self)
{
  guint records = 0;
  guint owners = 0;
  guint count = self->desk != NULL ? care_waiting_count (self->desk, &records, &owners) : 0;
  g_autofree char *about = dup_about (records, owners);

  if (count == self->count && g_strcmp0 (about, self->about) == 0)
    return;
  self->count = count;
  g_free (self->about);
  self->about = g_strdup (about);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  if (count == 0)
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      return;
    }
  g_autofree char *text = g_strdup_printf (ngettext ("%u thing waits for the clinician", "%u things wait for the clinician", count),
                                           count);
  GtkWidget *row = care_fact_row_new (text, about);

  gtk_widget_add_css_class (row, "card");
  care_fact_row_add (row, care_new_button (_("_Look at it"), "win.waiting", ""));
  adw_bin_set_child (ADW_BIN (self), row);
}

static gboolean
look_cb (gpointer data)
{
  CareWaitingLine *self = data;

  self->refresh_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/**
 * care_waiting_line_refresh:
 * @self: a line
 *
 * Looks again, once the day itself is drawn: that reads the days before. A use-case changes several visits at once; one look
 * afterwards is enough.
 */
void
care_waiting_line_refresh (CareWaitingLine *self)
{
  g_return_if_fail (CARE_IS_WAITING_LINE (self));

  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

/**
 * care_waiting_line_follow:
 * @self: a line
 * @desk: what the pages work with
 *
 * Shows what waits, from now on.
 */
void
care_waiting_line_follow (CareWaitingLine *self,
                          CareDesk        *desk)
{
  g_return_if_fail (CARE_IS_WAITING_LINE (self));
  g_return_if_fail (CARE_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (care_desk_get_clinic (desk), "changed", G_CALLBACK (care_waiting_line_refresh), self, G_CONNECT_SWAPPED);
  care_waiting_line_refresh (self);
}
