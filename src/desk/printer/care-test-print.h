/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareTestPrint:
 *
 * Prints nobody's sheet at the desk's printer, with TEST PAGE across it, and says what becomes of it.
 */
#define CARE_TYPE_TEST_PRINT (care_test_print_get_type ())
G_DECLARE_FINAL_TYPE (CareTestPrint, care_test_print, CARE, TEST_PRINT, AdwBin)

GtkWidget *care_test_print_new (CareDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
