/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-phone.h"
#include "aftercare/care-sheet-setter.h"

static CareInk
phone_ink (CareSetter           *self,
           const CareSheetEntry *entry)
{
  return care_setter_ink (self, g_strcmp0 (entry->pictogram, "alert") == 0 ? CARE_INK_ALARM : CARE_INK_ACCENT);
}

/* One number: picture, who, and the number itself. Returns nothing; the piece grows as it needs. */
static void
add_phone (CareSetter           *self,
           CarePiece            *piece,
           const CareSheetEntry *entry,
           CareStyle             style,
           double                x,
           double                width)
{
  double size = care_setter_points (self, 22);
  double indent = size + care_setter_points (self, 7);
  double y = care_setter_points (self, 5);
  CareMark *mark;

  mark = care_setter_add_picture (self, piece, entry->pictogram, entry->label, x, y + 1, size);
  mark->ink = phone_ink (self, entry);
  mark = care_setter_add_text (self, piece, CARE_STYLE_SMALL, x + indent, y, width - indent, entry->label, FALSE);
  y += mark->h;
  if (entry->phone != NULL)
    {
      /* A number runs from left to right in every language. */
      g_autofree char *number = g_strconcat ("\xE2\x81\xA6", entry->phone, "\xE2\x81\xA9", NULL);

      mark = care_setter_add_text (self, piece, style, x + indent, y, width - indent, number, FALSE);
      mark->link = care_phone_dup_link (entry->phone);
      y += mark->h;
    }
  if (entry->text != NULL)
    {
      mark = care_setter_add_text (self, piece, CARE_STYLE_SMALL, x + indent, y, width - indent, entry->text, FALSE);
    }
}

/* Across the page: who and the number on one base line, as far as they fit. */
static void
add_phone_row (CareSetter           *self,
               CarePiece            *piece,
               const CareSheetEntry *entry,
               double                column)
{
  double indent = care_setter_points (self, 22 + 7);
  double x = indent + column;
  g_autofree char *number = NULL;
  CareMark *label, *phone, *picture;

  if (entry->phone == NULL || x + care_setter_text_width (self, CARE_STYLE_PHONE, entry->phone) > self->width)
    {
      add_phone (self, piece, entry, CARE_STYLE_PHONE, 0, self->width);
      return;
    }

  number = g_strconcat ("\xE2\x81\xA6", entry->phone, "\xE2\x81\xA9", NULL);
  picture = care_setter_add_picture (self, piece, entry->pictogram, entry->label, 0, 0, care_setter_points (self, 20));
  picture->ink = phone_ink (self, entry);
  label = care_setter_add_text (self, piece, CARE_STYLE_SMALL, indent, 0, column, entry->label, FALSE);
  phone = care_setter_add_text (self, piece, CARE_STYLE_PHONE, x, care_setter_points (self, 2), self->width - x, number, FALSE);
  phone->link = care_phone_dup_link (entry->phone);
  label->y = phone->y + phone->lines.base - label->lines.base;
  picture->y = phone->y + (phone->h - picture->h) / 2;
  if (entry->text != NULL)
    care_setter_add_text (self, piece, CARE_STYLE_SMALL, x, phone->y + phone->h, self->width - x, entry->text, FALSE);
}

/* What the three beside each other need so that nothing in them takes a second line. */
static double
cell_needs (CareSetter           *self,
            const CareSheetBlock *block,
            CareStyle             style,
            double               *need)
{
  double total = 0;

  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);

      need[i] = care_setter_text_width (self, CARE_STYLE_SMALL, entry->label);
      if (entry->text != NULL)
        need[i] = MAX (need[i], care_setter_text_width (self, CARE_STYLE_SMALL, entry->text));
      if (entry->phone != NULL)
        need[i] = MAX (need[i], care_setter_text_width (self, style, entry->phone));
      need[i] += care_setter_points (self, 22 + 7 + 8);
      total += need[i];
    }

  return total;
}

/* Even, or each as wide as its words where that saves a line. */
static void
add_cells (CareSetter           *self,
           CarePiece            *piece,
           const CareSheetBlock *block,
           CareStyle             style)
{
  guint n = block->entries->len;
  g_autofree double *need = g_new0 (double, n);
  double even = self->width / n;
  double widest = 0, x = 0;
  double total = cell_needs (self, block, style, need);

  if (self->tight && total > self->width && cell_needs (self, block, CARE_STYLE_BODY_BOLD, need) <= self->width)
    style = CARE_STYLE_BODY_BOLD;
  total = cell_needs (self, block, style, need);

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, need[i]);
  for (guint i = 0; i < n; i++)
    {
      double width = widest <= even || total > self->width ? even : need[i] + (self->width - total) / n;

      add_phone (self, piece, g_ptr_array_index (block->entries, i), style, x, width - 6);
      x += width;
    }
}

/* Too narrow for three in a row. */
static void
set_phone_rows (CareSetter           *self,
                const CareSheetBlock *block)
{
  double column = 0;

  for (guint i = 0; i < block->entries->len; i++)
    column = MAX (column, care_setter_text_width (self, CARE_STYLE_SMALL,
                                                  ((CareSheetEntry *) g_ptr_array_index (block->entries, i))->label));
  for (guint i = 0; i < block->entries->len; i++)
    {
      CarePiece *piece = care_setter_begin (self, "P", i == 0 ? 5 : 2);

      piece->keep = i + 1 < block->entries->len;
      care_setter_add (self, piece, CARE_MARK_LINE, 0, 0, self->width, 0.7);
      add_phone_row (self, piece, g_ptr_array_index (block->entries, i), column + care_setter_points (self, 10));
    }
}

/**
 * care_setter_set_phones:
 * @self: a setter
 * @block: a block of kind phones
 *
 * Sets whom to call: three beside each other, below each other on narrow paper.
 */
void
care_setter_set_phones (CareSetter           *self,
                        const CareSheetBlock *block)
{
  const CareStyle styles[] = { CARE_STYLE_PHONE, CARE_STYLE_HEADING, CARE_STYLE_BODY_BOLD };
  guint n = block->entries->len;
  double cell = self->width / n;
  double indent = care_setter_points (self, 22 + 7 + 8);
  double widest[G_N_ELEMENTS (styles)] = { 0 };
  gsize style = 0;
  CarePiece *piece = NULL;

  if (self->density == 0 || self->flow)
    care_setter_set_heading (self, block->heading);
  for (guint i = 0; i < n; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
      {
        const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);

        if (entry->phone != NULL)
          widest[s] = MAX (widest[s], care_setter_text_width (self, styles[s], entry->phone));
      }
  while (style + 1 < G_N_ELEMENTS (styles) && widest[style] > cell - indent)
    style++;

  if (widest[style] > cell - indent)
    {
      set_phone_rows (self, block);
      return;
    }

  piece = care_setter_begin (self, "P", block->heading == NULL ? 16 : self->density > 0 ? 6 : 4);
  care_setter_add (self, piece, CARE_MARK_LINE, 0, 0, self->width, 1.4);
  add_cells (self, piece, block, styles[style]);
  care_setter_add (self, piece, CARE_MARK_LINE, 0, piece->height + 4, self->width, 1.4);
}
