/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What reaches the program from a hand. Mouse and pen are moved by the X server, the pen being its pointer with a pen's
 * name; a finger's events are put where the X server's are read, for there is no touch screen to press. All that is
 * GTK's own comes after. */

typedef double HandPlace[2]; /* parts of a widget's width and height */

typedef enum
{
  HAND_MOUSE,
  HAND_PEN,
  HAND_FINGER,
} Hand;

typedef enum
{
  FINGER_DOWN,
  FINGER_MOVES,
  FINGER_UP,
} FingerStep;

/* FALSE where what moves the pointer is not on this machine. */
gboolean hand_fixture_is_here    (void);
/* Goes to the first place on @widget, presses, goes through the rest, lets go. */
void     hand_fixture_drag       (GtkWidget       *widget,
                                  Hand             hand,
                                  const HandPlace *places,
                                  guint            n_places);
/* The pointer is a pen from now on, or a mouse again. */
void     hand_fixture_set_pen    (GtkWidget       *widget,
                                  gboolean         is_pen);
/* One event of one of many fingers. */
void     hand_fixture_finger     (GtkWidget       *widget,
                                  guint            finger,
                                  FingerStep       step,
                                  double           across,
                                  double           down);

G_END_DECLS
