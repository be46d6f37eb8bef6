/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <math.h>

#include "aftercare/care-sheet-setter.h"

#define PICTURE       35.0 /* 12 mm: readable across a room */
#define PICTURE_CLOSE 29.0 /* 10 mm, where room is dear */
#define DOT           11.0
#define STOP_GAP      8.0
#define LABEL_GAP     5.0

/* One place on the line: every entry of one moment. */
typedef struct
{
  guint  first;
  guint  n;
  double need; /* least width */
  double want; /* with which its words take two lines at most */
} Stop;

static double
picture_size (CareSetter *self)
{
  return care_setter_points (self, self->close_strip ? PICTURE_CLOSE : PICTURE);
}

static CareStyle
time_style (CareSetter *self)
{
  return self->close_strip ? CARE_STYLE_TIME_CLOSE : CARE_STYLE_TIME;
}

static gboolean
same_stop (const CareSheetEntry *one,
           const CareSheetEntry *other)
{
  return one->at == other->at && g_strcmp0 (one->time, other->time) == 0 && g_strcmp0 (one->day, other->day) == 0;
}

static char *
join_labels (CareSetter           *self,
             const CareSheetBlock *block,
             const Stop           *stop)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < stop->n; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? (self->rtl ? "، " : ", ") : "",
                            ((CareSheetEntry *) g_ptr_array_index (block->entries, stop->first + i))->label);

  return g_string_free (labels, FALSE);
}

static GArray *
find_stops (CareSetter           *self,
            const CareSheetBlock *block,
            gboolean              label_below)
{
  GArray *stops = g_array_new (FALSE, TRUE, sizeof (Stop));
  double picture = picture_size (self) + care_setter_points (self, LABEL_GAP);

  for (guint i = 0; i < block->entries->len; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, i);
      Stop *stop = stops->len > 0 ? &g_array_index (stops, Stop, stops->len - 1) : NULL;
      double label = care_setter_word_width (self, CARE_STYLE_SMALL, entry->label);

      if (stop == NULL || !same_stop (g_ptr_array_index (block->entries, i - 1), entry))
        {
          Stop fresh = { .first = i };

          g_array_append_val (stops, fresh);
          stop = &g_array_index (stops, Stop, stops->len - 1);
          if (entry->time != NULL)
            stop->need = care_setter_text_width (self, time_style (self), entry->time);
          if (entry->day != NULL)
            {
              stop->need = MAX (stop->need, care_setter_word_width (self, CARE_STYLE_SMALL, entry->day));
              stop->want = care_setter_text_width (self, CARE_STYLE_SMALL, entry->day);
            }
        }
      stop->n++;
      stop->need = MAX (stop->need, label_below || i == 0 ? label : picture + label);
    }
  for (guint i = 0; self->density > 0 && i < stops->len; i++)
    {
      Stop *stop = &g_array_index (stops, Stop, i);

      if (stop->n > 1)
        {
          g_autofree char *labels = join_labels (self, block, stop);

          stop->need = MAX (stop->need, MIN (stop->n, 3) * (picture_size (self) + care_setter_points (self, 3)));
          stop->want = MAX (stop->want, care_setter_text_width (self, CARE_STYLE_SMALL, labels) * 0.56);
        }
    }
  for (guint i = 0; i < stops->len; i++)
    {
      Stop *stop = &g_array_index (stops, Stop, i);

      stop->want = MAX (stop->need, stop->want) + care_setter_points (self, STOP_GAP);
      stop->need += care_setter_points (self, STOP_GAP);
    }

  return stops;
}

static double
total_want (GArray *stops)
{
  double total = 0;

  for (guint i = 0; i < stops->len; i++)
    total += g_array_index (stops, Stop, i).want;

  return total;
}

static double
total_need (GArray *stops)
{
  double total = 0;

  for (guint i = 0; i < stops->len; i++)
    total += g_array_index (stops, Stop, i).need;

  return total;
}

/* Picture and words of one thing; returns the height it took. */
static double
add_thing (CareSetter           *self,
           CarePiece            *piece,
           const CareSheetEntry *entry,
           double                x,
           double                y,
           double                width,
           gboolean              label_below)
{
  double size = picture_size (self);
  double beside = size + care_setter_points (self, LABEL_GAP);
  CareMark *picture;
  CareMark *label;

  picture = care_setter_add_picture (self, piece, entry->pictogram != NULL ? entry->pictogram : "clock",
                                     entry->label, x, y, size);
  if (label_below)
    {
      label = care_setter_add_text (self, piece, CARE_STYLE_SMALL, x, y + size, width, entry->label, FALSE);
      return size + label->h + care_setter_points (self, 3);
    }

  label = care_setter_add_text (self, piece, CARE_STYLE_SMALL, x + beside, y, width - beside, entry->label, FALSE);
  if (label->h < size)
    label->y += (size - label->h) / 2;
  else
    picture->y += (label->h - size) / 2;
  piece->height = MAX (piece->height, label->y + label->h);

  return MAX (size, label->h) + care_setter_points (self, 4);
}

/* Close setting: the pictures of one moment side by side, their words below in the same order. */
static void
add_things_in_a_row (CareSetter           *self,
                     CarePiece            *piece,
                     const CareSheetBlock *block,
                     const Stop           *stop,
                     double                x,
                     double                y,
                     double                width)
{
  double size = picture_size (self);
  double step = size + care_setter_points (self, 3);
  g_autofree char *labels = join_labels (self, block, stop);
  double at = 0;

  for (guint i = 0; i < stop->n; i++)
    {
      const CareSheetEntry *entry = g_ptr_array_index (block->entries, stop->first + i);

      if (at > 0 && at + size > width)
        {
          at = 0;
          y += step;
        }
      care_setter_add_picture (self, piece, entry->pictogram != NULL ? entry->pictogram : "clock", entry->label,
                               x + at, y, size);
      at += step;
    }
  care_setter_add_text (self, piece, CARE_STYLE_SMALL, x, y + step, width, labels, FALSE);
}

static void
add_stop (CareSetter           *self,
          CarePiece            *piece,
          const CareSheetBlock *block,
          const Stop           *stop,
          double                x,
          double                width,
          gboolean              label_below)
{
  const CareSheetEntry *head = g_ptr_array_index (block->entries, stop->first);
  double dot = care_setter_points (self, DOT);
  double inner = width - care_setter_points (self, STOP_GAP);
  double y = dot + care_setter_points (self, 2);

  care_setter_add (self, piece, stop->first == 0 || head->at == CARE_INSTANT_NONE ? CARE_MARK_RING : CARE_MARK_DOT,
                   x, 0, dot, dot);
  if (head->time != NULL)
    {
      CareMark *time = care_setter_add_text (self, piece, time_style (self), x, y, inner, head->time, FALSE);

      y += time->h - care_setter_points (self, 2);
    }
  if (head->day != NULL && head->day[0] != '\0')
    {
      CareMark *day = care_setter_add_text (self, piece, head->time != NULL ? CARE_STYLE_SMALL : CARE_STYLE_SMALL_BOLD,
                                            x, y, inner, head->day, FALSE);

      y += day->h;
    }
  y += care_setter_points (self, 4);

  if (stop->first == 0)
    {
      care_setter_add_text (self, piece, CARE_STYLE_SMALL, x, y - care_setter_points (self, 4), inner, head->label, FALSE);
      return;
    }
  if (self->density > 0 && stop->n > 1)
    {
      add_things_in_a_row (self, piece, block, stop, x, y, inner);
      return;
    }
  for (guint i = 0; i < stop->n; i++)
    y += add_thing (self, piece, g_ptr_array_index (block->entries, stop->first + i), x, y, inner, label_below);
}

static void
set_row (CareSetter           *self,
         const CareSheetBlock *block,
         GArray               *stops,
         guint                 first,
         guint                 n,
         gboolean              label_below)
{
  CarePiece *piece = care_setter_begin (self, "P", first == 0 ? 6 : 10);
  double dot = care_setter_points (self, DOT);
  double thick = care_setter_points (self, 2.4);
  double need = 0, want = 0, share, spare, x = 0;

  for (guint i = first; i < first + n; i++)
    {
      need += g_array_index (stops, Stop, i).need;
      want += g_array_index (stops, Stop, i).want;
    }
  /* Whoever has many words first, then all alike. */
  share = want > need ? CLAMP ((self->width - need) / (want - need), 0, 1) : 0;
  spare = MAX (0, self->width - need - share * (want - need)) / n;
  piece->keep = first == 0 && first + n < stops->len;

  for (guint i = first; i < first + n; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      const CareSheetEntry *head = g_ptr_array_index (block->entries, stop->first);
      double width = MIN (stop->need + share * (stop->want - stop->need) + spare, self->width - x);

      care_setter_add (self, piece, head->at != CARE_INSTANT_NONE ? CARE_MARK_LINE : CARE_MARK_DASHES,
                       x, (dot - thick) / 2, width, thick);
      add_stop (self, piece, block, stop, x, width, label_below);
      x += width;
    }
}

/**
 * care_setter_set_strip:
 * @self: a setter
 * @block: a block of kind strip
 *
 * Sets the line of time. Where it is too long for the paper's width it goes on
 * below, like lines of words; what no clock ends comes last, on a dotted line.
 */
void
care_setter_set_strip (CareSetter           *self,
                       const CareSheetBlock *block)
{
  gboolean label_below = FALSE;
  g_autoptr (GArray) stops = find_stops (self, block, FALSE);
  guint rows = 1, first = 0;

  if (stops->len < 2)
    return;

  care_setter_set_heading (self, block->heading);
  if (total_need (stops) > self->width || (self->density > 1 && total_want (stops) > self->width))
    {
      g_autoptr (GArray) narrow = find_stops (self, block, TRUE);

      if (total_need (narrow) <= self->width)
        {
          GArray *swap = stops;

          stops = narrow;
          narrow = swap;
          label_below = TRUE;
        }
      rows = (guint) ceil (total_need (stops) / self->width);
    }

  for (guint row = 0; first < stops->len; row++)
    {
      guint left = stops->len - first;
      guint wanted = row < rows ? (left + rows - row - 1) / (rows - row) : left;
      double used = 0;
      guint n = 0;

      while (n < wanted && (n == 0 || used + g_array_index (stops, Stop, first + n).need <= self->width))
        used += g_array_index (stops, Stop, first + n++).need;
      set_row (self, block, stops, first, n, label_below);
      first += n;
    }
}
