/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "aftercare/care-ink.h"

G_BEGIN_DECLS

/**
 * CareSheetPictures:
 *
 * The pictograms of a folder, each read once. A picture that is missing or
 * cannot be read is remembered by name; its words stand beside its place anyway.
 */
typedef struct _CareSheetPictures CareSheetPictures;

CareSheetPictures *care_sheet_pictures_new         (const char        *folder) G_GNUC_WARN_UNUSED_RESULT;
void               care_sheet_pictures_free        (CareSheetPictures *self);
gboolean           care_sheet_pictures_has         (CareSheetPictures *self,
                                                    const char        *name,
                                                    CareInk            ink);
void               care_sheet_pictures_draw        (CareSheetPictures *self,
                                                    cairo_t           *cr,
                                                    const char        *name,
                                                    CareInk            ink,
                                                    double             x,
                                                    double             y,
                                                    double             size);
GPtrArray         *care_sheet_pictures_get_missing (CareSheetPictures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSheetPictures, care_sheet_pictures_free)

G_END_DECLS
