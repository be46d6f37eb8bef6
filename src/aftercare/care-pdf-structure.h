/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *care_pdf_structure_finish (const guint8 *pdf,
                                   gsize         length,
                                   const char   *language,
                                   GPtrArray    *sections,
                                   GPtrArray    *figures,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
