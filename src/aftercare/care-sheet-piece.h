/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <pango/pangocairo.h>

#include "aftercare/care-ink.h"
#include "aftercare/care-lines.h"
#include "aftercare/care-sheet-block.h"
#include "aftercare/care-sheet-pictures.h"

G_BEGIN_DECLS

typedef enum
{
  CARE_MARK_TEXT,
  CARE_MARK_PICTURE,
  CARE_MARK_LINE,
  CARE_MARK_DASHES,
  CARE_MARK_FRAME,
  CARE_MARK_FILL,
  CARE_MARK_DOT,
  CARE_MARK_RING,
  CARE_MARK_CODE,
} CareMarkKind;

/**
 * CareMark:
 * @kind: what is drawn
 * @x: left edge, from the paper's left edge, in points
 * @y: upper edge, from the piece's upper edge
 * @w: width
 * @h: height
 * @lines: text, where there is any
 * @first_line: first of its lines that is drawn
 * @n_lines: how many, 0 for all
 * @text: (nullable): a picture's name, or what the code says
 * @alt: (nullable): what a picture shows, for those who cannot see it
 * @tag: (nullable): PDF structure around it ("LBody"); PDF 32000-1 section 14.8.4
 * @link: (nullable): where it leads ("tel:112")
 * @ink: what it is drawn with
 * @crossed: a bar across the picture: not this
 *
 * One thing on paper.
 */
typedef struct
{
  CareMarkKind kind;
  double       x;
  double       y;
  double       w;
  double       h;
  CareLines    lines;
  int          first_line;
  int          n_lines;
  char        *text;
  char        *alt;
  const char  *tag;
  char        *link;
  CareInk      ink;
  gboolean     crossed;
} CareMark;

/**
 * CarePiece:
 * @height: height in points
 * @gap: least room above it, unless it is the first of a page
 * @keep: stays with the next piece
 * @code: the machine-readable next visit, the first to give way
 * @tag: PDF structure of the whole piece ("LI")
 * @group: (nullable): PDF structure that neighbours of one @group_id share ("L")
 * @group_id: which
 * @block: (nullable): what it was set from
 * @language: BCP 47 tag of its words
 * @marks: (element-type CareMark): what is drawn, in reading order
 *
 * What never breaks across pages.
 */
typedef struct
{
  double                height;
  double                gap;
  gboolean              keep;
  gboolean              code;
  const char           *tag;
  const char           *group;
  guint                 group_id;
  const CareSheetBlock *block;
  const char           *language;
  GPtrArray            *marks;
} CarePiece;

CarePiece *care_piece_new  (const char *tag) G_GNUC_WARN_UNUSED_RESULT;
void       care_piece_free (CarePiece  *self);
CareMark  *care_piece_add  (CarePiece    *self,
                            CareMarkKind  kind,
                            double        x,
                            double        y,
                            double        w,
                            double        h);
CarePiece *care_piece_split (CarePiece   *self,
                             double       room) G_GNUC_WARN_UNUSED_RESULT;
void       care_piece_draw (const CarePiece   *self,
                            cairo_t           *cr,
                            double             x,
                            double             y,
                            CareSheetPictures *pictures);

GPtrArray *care_pieces_new        (void) G_GNUC_WARN_UNUSED_RESULT;
double     care_pieces_get_height (GPtrArray *pieces,
                                   gboolean   code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePiece, care_piece_free)

G_END_DECLS
