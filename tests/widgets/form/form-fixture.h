/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-form-view.h"

G_BEGIN_DECLS

/* A context in English (or another language), at 15:10 in New York on 22 November 2026. */
CareFormContext *form_fixture_context  (const char        *language) G_GNUC_WARN_UNUSED_RESULT;
/* The same in another place at another time. */
CareFormContext *form_fixture_context_at (const char      *language,
                                        const char        *place,
                                        const char        *when) G_GNUC_WARN_UNUSED_RESULT;
/* The answers to a form whose items are @items, a JSON array. */
CareResponse    *form_fixture_response (const char        *items) G_GNUC_WARN_UNUSED_RESULT;
/* A view in a window that is shown. */
GtkWidget       *form_fixture_show     (GtkWidget         *view);
/* Turns the main loop until nothing is left to do. */
void             form_fixture_turn     (void);
/* The toggle button, button or entry with that accessible name or text below @widget, or NULL. */
GtkWidget       *form_fixture_find     (GtkWidget         *widget,
                                        GType              type,
                                        const char        *text);
/* The n-th widget of that type below @widget. */
GtkWidget       *form_fixture_nth      (GtkWidget         *widget,
                                        GType              type,
                                        guint              n);
void             form_fixture_press    (GtkWidget         *widget,
                                        const char        *text);
/* Everything that labels say below @widget, each in its line. */
char            *form_fixture_read     (GtkWidget         *widget) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
