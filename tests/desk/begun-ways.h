/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk-fixture.h"

G_BEGIN_DECLS

/* How something that was begun is left: the desk is locked, Back is pressed, the desk is killed. */
typedef enum
{
  BEGUN_LOCKED,
  BEGUN_LEFT,
  BEGUN_KILLED,
  N_BEGUN_WAYS,
} BegunWay;

/* (transfer none): the page that is shown */
GtkWidget *begun_get_page (DeskFixture *desk);
/* @target: (nullable): what the action is about */
void       begun_go       (DeskFixture *desk,
                           const char  *action,
                           const char  *target);
/* Leaves the page by that way; the receptionist is signed in again afterwards. */
void       begun_leave    (DeskFixture *desk,
                           BegunWay     way);

G_END_DECLS
