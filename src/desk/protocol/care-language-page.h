/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareLanguagePage:
 *
 * Every text of one language that a patient reads, beside the desk's own language, with what is missing or hard; at
 * the end it is approved.
 */
#define CARE_TYPE_LANGUAGE_PAGE (care_language_page_get_type ())
G_DECLARE_FINAL_TYPE (CareLanguagePage, care_language_page, CARE, LANGUAGE_PAGE, CarePage)

GtkWidget *care_language_page_new (CareDesk   *desk,
                                   const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
