/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-desk-shortcuts.h"

#include <glib/gi18n.h>

/* @keys: one or more, with a space between them */
typedef struct
{
  const char *group;
  const char *action;
  const char *keys;
  const char *title;
} CareShortcut;

/* Escape is a key binding of the window itself, so that entries and popovers have it first. */
static const CareShortcut SHORTCUTS[] = {
  { N_("Places"), "win.place::today", "<Control>1", N_("Today") },
  { N_("Places"), "win.place::patients", "<Control>2", N_("Patients") },
  { N_("Places"), "win.place::calendar", "<Control>3", N_("Calendar") },
  { N_("Places"), "win.search", "<Control>f", N_("Find a patient") },
  { N_("Places"), NULL, "Escape", N_("Back") },
  { N_("Today"), "win.new-patient", "<Control>n", N_("New patient") },
  { N_("Today"), "win.walk-in", "<Control><Shift>n", N_("Walk-in") },
  { N_("Today"), "win.day(-1)", "<Alt>Left", N_("The day before") },
  { N_("Today"), "win.day(1)", "<Alt>Right", N_("The day after") },
  { N_("Today"), "win.day(0)", "<Alt>Home", N_("Back to today") },
  { N_("Today"), "win.hide-list", "F9", N_("Hide or show the list") },
  { N_("Always"), "win.happened", "<Control>e", N_("Something happened") },
  { N_("Always"), "win.print", "<Control>p", N_("Print the sheet, or all that are owed") },
  { N_("Always"), "win.lock", "<Control>l", N_("Lock") },
  { N_("Always"), "win.menu", "F10", N_("Main menu") },
  { N_("Always"), "win.shortcuts", "F1 <Control>question", N_("Keyboard shortcuts") },
  { N_("Always"), "win.close", "<Control>q", N_("Close the desk") },
};

/**
 * care_desk_shortcuts_install:
 * @application: the desk's application
 *
 * Gives every action of the table its key.
 */
void
care_desk_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (SHORTCUTS); i++)
    {
      g_auto (GStrv) keys = g_strsplit (SHORTCUTS[i].keys, " ", -1);

      if (SHORTCUTS[i].action != NULL)
        gtk_application_set_accels_for_action (application, SHORTCUTS[i].action, (const char *const *) keys);
    }
}

static void
append_group (GString    *xml,
              const char *group)
{
  g_autofree char *title = g_markup_escape_text (_(group), -1);

  g_string_append_printf (xml,
                          "<child><object class='GtkShortcutsGroup'>"
                          "<property name='title'>%s</property>",
                          title);
}

/**
 * care_desk_shortcuts_new_window:
 * @parent: the desk's window
 *
 * Returns: (transfer floating): the window of shortcuts, made of the same table
 */
GtkWidget *
care_desk_shortcuts_new_window (GtkWindow *parent)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='shortcuts'>"
                                          "<property name='modal'>1</property>"
                                          "<child><object class='GtkShortcutsSection'>"
                                          "<property name='section-name'>desk</property>");
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (SHORTCUTS); i++)
    {
      g_autofree char *title = g_markup_escape_text (_(SHORTCUTS[i].title), -1);
      g_autofree char *keys = g_markup_escape_text (SHORTCUTS[i].keys, -1);

      if (group == NULL || !g_str_equal (group, SHORTCUTS[i].group))
        {
          if (group != NULL)
            g_string_append (xml, "</object></child>");
          group = SHORTCUTS[i].group;
          append_group (xml, group);
        }
      g_string_append_printf (xml,
                              "<child><object class='GtkShortcutsShortcut'>"
                              "<property name='title'>%s</property>"
                              "<property name='accelerator'>%s</property></object></child>",
                              title, keys);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");

  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml->str, (gssize) xml->len);
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  return window;
}
