/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the form room: foreign markup reduced to plain words. */

char *care_rich_text_from_xhtml    (const char *xhtml) G_GNUC_WARN_UNUSED_RESULT;
char *care_rich_text_from_markdown (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
