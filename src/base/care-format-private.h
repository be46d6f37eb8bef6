/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <unicode/udat.h>
#include <unicode/ulistformatter.h>
#include <unicode/unum.h>

#include "base/care-format.h"

G_BEGIN_DECLS

enum
{
  FORMAT_TIME,
  FORMAT_DAY,
  FORMAT_DAY_SHORT,
  FORMAT_MOMENT,
  FORMAT_MOMENT_YEAR,
  FORMAT_DATE,
  N_FORMATS
};

struct _CareFormat
{
  GObject       parent_instance;

  char         *language;
  GTimeZone    *zone;
  UDateFormat  *dates[N_FORMATS]; /* all in UTC: the wall clock's reading is handed to them as if it were UTC */
  UNumberFormat *numbers;
  UListFormatter *lists;
  gunichar      zero;
  /* sentence -> the same with the language's digits; only where those are not 0 to 9 */
  GHashTable   *with_digits;
};

G_END_DECLS
