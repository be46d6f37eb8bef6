/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet.h"

G_BEGIN_DECLS

struct _CareSheet
{
  GObject          parent_instance;

  CareTimeline    *timeline;
  CareWords       *words;
  CareSheetClinic *clinic;
  CareSheetFacts  *facts;
  char           **languages;
  char            *title;
  GHashTable      *formats;  /* language -> CareFormat: opening one costs milliseconds */
  GPtrArray       *blocks;   /* owned CareSheetBlock */
  GPtrArray       *troubles; /* owned strings */
};

/* Whether it is printed in black alone. */
gboolean    care_sheet_is_black   (CareSheet  *self);
CareFormat *care_sheet_get_format (CareSheet  *self,
                                   const char *language);

G_END_DECLS
