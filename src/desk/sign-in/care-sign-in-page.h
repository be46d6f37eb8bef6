/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareSignInPage:
 *
 * The door: who is at the desk, and the PIN. When a patient's device comes back,
 * the visit stands above it and signing in takes the answers in.
 */
#define CARE_TYPE_SIGN_IN_PAGE (care_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (CareSignInPage, care_sign_in_page, CARE, SIGN_IN_PAGE, AdwBin)

GtkWidget *care_sign_in_page_new (CareDesk *desk,
                                  gboolean  returning) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
