/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk-window.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * DeskFixture:
 *
 * A real clinic in a folder of its own, on the afternoon of the sample day, with
 * the desk's window in front of it.
 */
typedef struct
{
  char           *folder;
  GtkApplication *application;
  CareDesk       *desk;
  CareDeskWindow *window;
} DeskFixture;

typedef struct
{
  const char *path;
  void      (*test) (DeskFixture *, gconstpointer);
} DeskTest;

/* Runs them, each beginning with @set_up on a copy of the sample clinic's day. */
int        desk_fixture_run        (int             argc,
                                    char          **argv,
                                    const DeskTest *tests,
                                    gsize           n_tests,
                                    void          (*set_up) (DeskFixture *, gconstpointer));
/* Lives the sample clinic's day once, in a folder of its own; the tests of a program begin with copies of it. */
char      *desk_fixture_prepare    (void) G_GNUC_WARN_UNUSED_RESULT;
void       desk_fixture_remove     (const char    *folder);
/* @sample: (nullable): a folder of desk_fixture_prepare(); NULL for an empty clinic. */
void       desk_fixture_set_up     (DeskFixture   *self,
                                    gconstpointer  sample);
/* The same, with the receptionist signed in. */
void       desk_fixture_open_inside (DeskFixture  *self,
                                    gconstpointer  sample);
/* Closes the window, and fails when window or state are not finalized. */
void       desk_fixture_tear_down  (DeskFixture   *self,
                                    gconstpointer  sample);
/* Closes the desk as a person does, and opens it on the same records. Fails when it does not close at once. */
void       desk_fixture_restart    (DeskFixture   *self);
/* Opens the desk on what is on the disk now; nothing of the old program says goodbye. */
void       desk_fixture_kill       (DeskFixture   *self);
/* Signs in as the person with that PIN of the sample clinic. */
void       desk_fixture_sign_in    (DeskFixture   *self,
                                    const char    *staff,
                                    const char    *pin);
/* The desk's words from here on in that language, "en" or one of po/. */
void       desk_fixture_speak      (const char    *language);
/* The clinic as it would be found after a kill now, opened from a copy of its folder. */
CareDesk  *desk_fixture_open_copy  (DeskFixture   *self,
                                    char         **folder) G_GNUC_WARN_UNUSED_RESULT;
void       desk_fixture_settle     (void);
/* The visit of the sample day in that state, NULL when there is none. */
CareVisit *desk_fixture_find_visit (DeskFixture   *self,
                                    CareVisitState state);
/* The first widget below @root of that type, shown and in order. */
GtkWidget *desk_fixture_find       (GtkWidget     *root,
                                    GType          type);
/* The window of that type that is shown now, a dialog for instance; NULL when there is none. */
GtkWidget *desk_fixture_find_window (GType         type);
/* The first button below @root whose label holds @text; NULL when there is none. */
GtkWidget *desk_fixture_find_button (GtkWidget    *root,
                                    const char    *text);
/* Presses it. Fails when it is not there or insensitive. */
void       desk_fixture_press      (GtkWidget     *root,
                                    const char    *text);
/* Whether a label that is shown below @root holds @text. */
gboolean   desk_fixture_shows      (GtkWidget     *root,
                                    const char    *text);

/* Signs in the dialog that asks for a PIN. Fails when there is none. */
void       desk_fixture_sign       (const char    *who,
                                    const char    *pin);

G_END_DECLS
