/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include "form/care-value-private.h"

/* Bounds that no answer can keep: whoever has to answer could neither go on nor know why. They are said at the desk and hold nobody up. */

static gboolean
is_number_or_moment (const CareItem *item)
{
  switch (item->type)
    {
    case CARE_ITEM_DECIMAL:
    case CARE_ITEM_INTEGER:
    case CARE_ITEM_QUANTITY:
    case CARE_ITEM_DATE:
    case CARE_ITEM_DATE_TIME:
    case CARE_ITEM_TIME:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
note_values (CareFormReader     *reader,
             const CareJsonView *view,
             CareItem           *item)
{
  CareItemMore *more = item->more;
  CareOrder order;

  if (!is_number_or_moment (item) || more->min_value == NULL || more->max_value == NULL)
    return;

  order = care_value_compare (more->min_value, more->max_value);
  if (order != CARE_ORDER_GREATER && !(order == CARE_ORDER_UNKNOWN && more->min_value->type == more->max_value->type
                                       && item->type == CARE_ITEM_QUANTITY))
    return;

  care_form_note (reader, CARE_NOTE_FORGIVEN, view, "minValue and maxValue leave no answer; nobody is held up by them");
  more->no_value = TRUE;
}

static void
note_lengths (CareFormReader     *reader,
              const CareJsonView *view,
              CareItem           *item)
{
  CareItemMore *more = item->more;

  if (more->max_length == 0 || more->min_length <= more->max_length)
    return;

  care_form_note (reader, CARE_NOTE_FORGIVEN, view, "minLength and maxLength leave no answer; nobody is held up by them");
  more->no_length = TRUE;
}

/* How many answers there can be at most: one, or of a list that is here as many as it is long. */
static guint
count_possible (const CareItem *item)
{
  if (!item->repeats)
    return 1;
  if (item->type == CARE_ITEM_CHOICE && item->options != NULL && item->options->n_options > 0 && !item->options->incomplete)
    return item->options->n_options;

  return G_MAXUINT;
}

static void
note_counts (CareFormReader     *reader,
             const CareJsonView *view,
             CareItem           *item)
{
  CareItemMore *more = item->more;
  guint possible = count_possible (item);

  if (more->min_occurs <= (more->max_occurs > 0 ? MIN (more->max_occurs, possible) : possible))
    return;

  care_form_note (reader, CARE_NOTE_FORGIVEN, view, "minOccurs asks for more answers than there can be; nobody is held up by it");
  more->no_count = TRUE;
}

/**
 * care_form_note_bounds:
 * @reader: the reader
 * @view: the item's JSON
 * @item: the item, its choices and extensions read
 *
 * Notes the bounds of an item that contradict each other. A validator still counts them.
 */
void
care_form_note_bounds (CareFormReader     *reader,
                       const CareJsonView *view,
                       CareItem           *item)
{
  if (item->more == NULL)
    return;

  note_values (reader, view, item);
  note_lengths (reader, view, item);
  note_counts (reader, view, item);
}
