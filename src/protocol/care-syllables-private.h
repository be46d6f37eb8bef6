/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters that a language's general rule counts wrongly, and by how many syllables. */
typedef struct _CareSyllablePiece CareSyllablePiece;

typedef enum
{
  CARE_PIECE_INSIDE,
  CARE_PIECE_START,
  CARE_PIECE_END,
  CARE_PIECE_WHOLE,
} CarePiecePlace;

struct _CareSyllablePiece
{
  const char    *letters;
  CarePiecePlace place;
  int            change;
};

/* What @pieces, ended by NULL letters, change in @word; inside, each place where they stand counts. */
int   care_syllables_change (const char              *word,
                             const CareSyllablePiece *pieces);
/* @word in small letters; at least 1. */
guint care_syllables_de     (const char *word);
guint care_syllables_en     (const char *word);
guint care_syllables_es     (const char *word);
guint care_syllables_fr     (const char *word);
guint care_syllables_pt     (const char *word);

G_END_DECLS
