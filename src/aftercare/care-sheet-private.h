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
  GPtrArray       *blocks;   /* owned CareSheetBlock */
  GPtrArray       *troubles; /* owned strings */
};

G_END_DECLS
