/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareRegisterPage:
 *
 * A new patient. Whoever may be the same person already stands below the form
 * before anything is made.
 */
#define CARE_TYPE_REGISTER_PAGE (care_register_page_get_type ())
G_DECLARE_FINAL_TYPE (CareRegisterPage, care_register_page, CARE, REGISTER_PAGE, CarePage)

GtkWidget *care_register_page_new (CareDesk   *desk,
                                   const char *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
