/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-own-forms.h"
#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareNewFormPage:
 *
 * One form before it is asked: what it is, what Aftercare cannot do with it, how it looks, when it is to be asked and what
 * screening would miss then.
 */
#define CARE_TYPE_NEW_FORM_PAGE (care_new_form_page_get_type ())
G_DECLARE_FINAL_TYPE (CareNewFormPage, care_new_form_page, CARE, NEW_FORM_PAGE, CarePage)

/* A file that somebody chose; a file of the clinic's folder. Either way what is wrong with it is said on the page. */
GtkWidget *care_new_form_page_new     (CareDesk   *desk,
                                       const char *path) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *care_new_form_page_new_own (CareDesk   *desk,
                                       const char *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
