/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareFormsPage:
 *
 * What patients are asked, and when: Aftercare's forms and the clinic's own.
 */
#define CARE_TYPE_FORMS_PAGE (care_forms_page_get_type ())
G_DECLARE_FINAL_TYPE (CareFormsPage, care_forms_page, CARE, FORMS_PAGE, CarePage)

GtkWidget *care_forms_page_new (CareDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
