/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/care-desk.h"

G_BEGIN_DECLS

struct _CareDesk
{
  GObject       parent_instance;

  CareClinic   *clinic;
  CareDeskLink *link;
  CareFormat   *format;
  GSettings    *settings;
  CareSealKeys *keys;
  char         *language;
  char         *data_dir;
  char         *notice;
  CareWords    *words;
  GHashTable   *print_jobs; /* of a visit's id to CarePrintJob */
  CareKnownPrinters *printers;
  gboolean      giving;     /* one of them gives a sheet to the print system */
  guint         holds;
};

G_END_DECLS
