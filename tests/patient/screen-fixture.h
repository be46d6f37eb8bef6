/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "patient-fixture.h"
#include "patient/care-patient-window.h"

G_BEGIN_DECLS

/* Three questions: yes or no, a number, words. */
#define SCREEN_FORM \
  "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"1\",\"status\":\"active\",\"language\":\"en\",\"item\":[" \
  "{\"linkId\":\"one\",\"text\":\"One?\",\"type\":\"boolean\",\"required\":true}," \
  "{\"linkId\":\"two\",\"text\":\"Two?\",\"type\":\"integer\"}," \
  "{\"linkId\":\"three\",\"text\":\"Three?\",\"type\":\"text\"}]}"

/* The patient's window, with a patient in front of it. */
typedef struct
{
  PatientFixture *fixture;
  GtkWidget      *window;
  JsonNode       *keyboards;   /* the shipped layouts */
  guint           painted;
  guint           leaves;
} Screen;

/* GTK, its resources and an application for the tests' windows, as main() begins with. (transfer none) */
GtkApplication *screen_begin (int              *argc,
                              char           ***argv);
/* Turns the main loop for so long. */
void screen_turn             (guint             milliseconds);
/* The window for a fixture that stands in @screen already. */
void screen_open_window      (Screen           *screen,
                              gconstpointer     application,
                              guint             warn,
                              guint             blank);
void screen_open             (Screen           *screen,
                              gconstpointer     application,
                              guint             warn,
                              guint             blank);
void screen_open_form        (Screen           *screen,
                              gconstpointer     application,
                              const char       *form);
/* @languages: BCP 47 tags with commas. */
void screen_open_in          (Screen           *screen,
                              gconstpointer     application,
                              const char       *languages);
/* Settles, and sees that nothing of it is left. */
void screen_close            (Screen           *screen);
void screen_press            (Screen           *screen,
                              const char       *text);
void screen_assert_says      (Screen           *screen,
                              const char       *words);
void screen_wait_for         (Screen           *screen,
                              const char       *words);
void screen_assert_place     (Screen           *screen,
                              CarePatientPlace  place);
/* Types with the keys on the screen. */
void screen_touch_keys       (Screen           *screen,
                              const char       *keys);
void screen_pass_birth_date  (Screen           *screen);

G_END_DECLS
