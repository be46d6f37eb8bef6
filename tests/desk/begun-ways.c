/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "begun-ways.h"

GtkWidget *
begun_get_page (DeskFixture *desk)
{
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

void
begun_go (DeskFixture *desk,
          const char  *action,
          const char  *target)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), action, target != NULL ? "s" : NULL, target);
  desk_fixture_settle ();
}

void
begun_leave (DeskFixture *desk,
             BegunWay     way)
{
  if (way == BEGUN_LEFT)
    {
      begun_go (desk, "win.back", NULL);
      return;
    }
  if (way == BEGUN_KILLED)
    desk_fixture_kill (desk);
  else
    begun_go (desk, "win.lock", NULL);
  g_assert_false (care_desk_window_is_inside (desk->window));
  desk_fixture_sign_in (desk, "Rosa", "111111");
}
