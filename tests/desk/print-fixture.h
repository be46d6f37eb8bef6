/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk-fixture.h"

G_BEGIN_DECLS

#define LONGEST_SECONDS 25

typedef struct
{
  const char *path;
  void      (*test) (DeskFixture *, gconstpointer);
} PrintTest;

/**
 * PrintSheet:
 *
 * The sheet's room of the visit that owes one, on a desk that prints at a queue of widgets/sheet/with-cups.
 */
typedef struct
{
  DeskFixture *desk;
  CareVisit   *visit;
  GtkWidget   *page;
} PrintSheet;

int         print_fixture_main            (int               argc,
                                           char            **argv,
                                           const PrintTest  *tests,
                                           guint             n);
PrintSheet  print_fixture_open_sheet      (DeskFixture      *desk,
                                           const char       *printer);
GtkWidget  *print_fixture_open_page       (DeskFixture      *desk,
                                           CareVisit        *visit);
void        print_fixture_go_back         (DeskFixture      *desk);
void        print_fixture_set_printer     (DeskFixture      *desk,
                                           const char       *name);
/* Waits until @root, a widget, says @text; fails when it never does. */
void        print_fixture_assert_said     (gpointer          root,
                                           const char       *text);
GtkWidget  *print_fixture_wait_for_window (GType             type);
/* Copies of the visit's sheet in the record. */
guint       print_fixture_count_kept      (DeskFixture      *desk,
                                           CareVisit        *visit);
/* The bytes that came out of the printer are the newest copy in the record. */
void        print_fixture_check_kept      (DeskFixture      *desk,
                                           CareVisit        *visit);
void        print_fixture_run             (const char       *command);
/* Fills a disk of with-cups; what fills it. NULL, and the test skipped, where there is none. */
char       *print_fixture_need_disk       (const char       *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
