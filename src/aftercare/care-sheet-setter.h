/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-block.h"
#include "aftercare/care-sheet-piece.h"
#include "aftercare/care-sheet-press-private.h"

G_BEGIN_DECLS

/**
 * CareStyle:
 *
 * The few sizes of type a sheet has, in points before large print:
 * body 14, small 12 (facts w-06, w-07).
 */
typedef enum
{
  CARE_STYLE_BODY,
  CARE_STYLE_BODY_BOLD,
  CARE_STYLE_SMALL,
  CARE_STYLE_SMALL_BOLD,
  CARE_STYLE_FOOT,
  CARE_STYLE_HEADING,
  CARE_STYLE_TITLE,
  CARE_STYLE_TITLE_CLOSE,
  CARE_STYLE_FINISH,
  CARE_STYLE_TIME,
  CARE_STYLE_TIME_CLOSE,
  CARE_STYLE_PHONE,
  CARE_N_STYLES,
} CareStyle;

/* The machine-readable next visit: 22 mm, and white around it, four of its units (ISO/IEC 18004). */
#define CARE_SETTER_CODE  62.4
#define CARE_SETTER_QUIET 5.0

/* How close the lines stand: 0 calm, 1 close, 2 closest, and signs run on. */
#define CARE_N_DENSITIES 3

/**
 * CareSetter:
 * @press: fonts, shaped words, pictures
 * @pictures: the press's pictograms
 * @pieces: (element-type CarePiece): what has been set
 * @page_width: width of the paper
 * @left: left edge of the text, as if it ran from left to right
 * @width: width of the text
 * @room: height a page has for pieces
 * @scale: 1, or 18/14 for large print
 * @density: how close the lines stand
 * @tight: what others read runs on, heading and all
 * @brief: what the front has said already is not said again
 * @column: sentences stand in columns: no picture a line
 * @flow: pages turn where they must: a section keeps its heading, signs their bullets
 * @narrow: few words stand in a line: what stands before them takes less of it
 * @code: the next visit and its machine-readable form stand beside each other
 * @close_strip: the line of time is set smaller
 * @black: there is black ink alone
 * @mirrored: the page runs from right to left: everything stands the other way round
 * @rtl: the words being set run from right to left
 * @block: (nullable): the block being set
 * @language: BCP 47 tag of its words
 * @groups: number of lists and tables so far
 *
 * Sets blocks into pieces. Private to this room.
 */
typedef struct
{
  CareSheetPress       *press;
  CareSheetPictures    *pictures;
  GPtrArray            *pieces;
  double                page_width;
  double                left;
  double                width;
  double                room;
  double                scale;
  int                   density;
  gboolean              tight;
  gboolean              brief;
  gboolean              column;
  gboolean              flow;
  gboolean              narrow;
  gboolean              code;
  gboolean              close_strip;
  gboolean              black;
  gboolean              mirrored;
  gboolean              rtl;
  const CareSheetBlock *block;
  const char           *language;
  guint                 groups;
} CareSetter;

CareSetter  *care_setter_new         (CareSheetPress    *press,
                                      double             scale) G_GNUC_WARN_UNUSED_RESULT;
void         care_setter_free        (CareSetter        *self);
void         care_setter_keep        (CareSetter        *self,
                                      GPtrArray         *pieces);
void         care_setter_set_rtl     (CareSetter        *self,
                                      gboolean           rtl);
CareLines    care_setter_get_lines   (CareSetter        *self,
                                      CareStyle          style,
                                      double             width,
                                      const char        *text,
                                      gboolean           bold);
double       care_setter_text_width  (CareSetter        *self,
                                      CareStyle          style,
                                      const char        *text);
double       care_setter_word_width  (CareSetter        *self,
                                      CareStyle          style,
                                      const char        *text);
char        *care_setter_dup_in_lines (CareSetter       *self,
                                       CareStyle         style,
                                       double            width,
                                       const char       *text) G_GNUC_WARN_UNUSED_RESULT;
CarePiece   *care_setter_begin       (CareSetter        *self,
                                      const char        *tag,
                                      double             gap);
void         care_setter_begin_group (CareSetter        *self);
CarePiece   *care_setter_begin_in_group (CareSetter     *self,
                                         const char     *tag,
                                         const char     *group,
                                         double          gap);
CareInk      care_setter_ink         (CareSetter        *self,
                                      CareInk            ink);
CareMark    *care_setter_add         (CareSetter        *self,
                                      CarePiece         *piece,
                                      CareMarkKind       kind,
                                      double             x,
                                      double             y,
                                      double             w,
                                      double             h);
CareMark    *care_setter_add_text    (CareSetter        *self,
                                      CarePiece         *piece,
                                      CareStyle          style,
                                      double             x,
                                      double             y,
                                      double             width,
                                      const char        *text,
                                      gboolean           bold);
CareMark    *care_setter_add_picture (CareSetter        *self,
                                      CarePiece         *piece,
                                      const char        *name,
                                      const char        *alt,
                                      double             x,
                                      double             y,
                                      double             size);
gboolean     care_setter_has_picture (CareSetter        *self,
                                      const char        *name);
double       care_setter_points      (CareSetter        *self,
                                      double             points);
double       care_setter_line_height (CareSetter        *self,
                                      CareStyle          style);

void         care_setter_set_block   (CareSetter           *self,
                                      const CareSheetBlock *block);
void         care_setter_set_strip   (CareSetter           *self,
                                      const CareSheetBlock *block);
void         care_setter_set_list    (CareSetter           *self,
                                      const CareSheetBlock *block);
void         care_setter_set_call    (CareSetter           *self,
                                      const CareSheetBlock *block);
void         care_setter_set_phones  (CareSetter           *self,
                                      const CareSheetBlock *block);
void         care_setter_set_heading (CareSetter           *self,
                                      const char           *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSetter, care_setter_free)

G_END_DECLS
