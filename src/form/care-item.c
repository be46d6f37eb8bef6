/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-item.h"

#include <string.h>

#include "form/care-item-private.h"

static const char *const type_names[] = {
  [CARE_ITEM_GROUP] = "group",
  [CARE_ITEM_DISPLAY] = "display",
  [CARE_ITEM_BOOLEAN] = "boolean",
  [CARE_ITEM_DECIMAL] = "decimal",
  [CARE_ITEM_INTEGER] = "integer",
  [CARE_ITEM_DATE] = "date",
  [CARE_ITEM_DATE_TIME] = "dateTime",
  [CARE_ITEM_TIME] = "time",
  [CARE_ITEM_STRING] = "string",
  [CARE_ITEM_TEXT] = "text",
  [CARE_ITEM_URL] = "url",
  [CARE_ITEM_CHOICE] = "choice",
  [CARE_ITEM_OPEN_CHOICE] = "open-choice",
  [CARE_ITEM_ATTACHMENT] = "attachment",
  [CARE_ITEM_REFERENCE] = "reference",
  [CARE_ITEM_QUANTITY] = "quantity",
};

/* Almost no item has any of these; one empty record stands for all that have not. */
static const CareItemMore no_more = { .max_decimals = -1 };

static const CareItemMore *
more (const CareItem *self)
{
  return self->more != NULL ? self->more : &no_more;
}

const char *
care_item_type_to_string (CareItemType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (type_names), NULL);

  return type_names[type];
}

gboolean
care_item_is_question (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type != CARE_ITEM_GROUP && self->type != CARE_ITEM_DISPLAY;
}

const CareItem *
care_item_get_parent (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parent == CARE_ITEM_NUMBER_NONE ? NULL : &self->items[self->parent];
}

const CareItem *
care_item_get_child (const CareItem *self,
                     guint           index)
{
  g_return_val_if_fail (self != NULL && index < self->n_children, NULL);

  return self->children[index];
}

gboolean
care_item_has_code (const CareItem *self,
                    const char     *system,
                    const char     *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  for (guint i = 0; i < more (self)->n_codes; i++)
    if (care_value_is_code (more (self)->codes[i], system, code))
      return TRUE;

  return FALSE;
}

guint
care_item_get_n_options (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->options != NULL ? self->options->n_options : 0;
}

const CareOption *
care_item_get_option (const CareItem *self,
                      guint           index)
{
  g_return_val_if_fail (index < care_item_get_n_options (self), NULL);

  return &self->options->options[index];
}

/* In the words of whichever language. */
static gboolean
says (const CareOption *option,
      const char       *words)
{
  if (g_strcmp0 (care_value_get_display (option->value), words) == 0)
    return TRUE;
  for (guint i = 0; option->display != NULL && i < option->display->n_wordings; i++)
    if (g_strcmp0 (option->display->wordings[i].text, words) == 0)
      return TRUE;

  return FALSE;
}

/**
 * care_item_find_option:
 * @self: a question
 * @value: an answer
 *
 * Options that share a code are told apart by their words.
 *
 * Returns: (nullable): the option that means the same as @value
 */
const CareOption *
care_item_find_option (const CareItem *self,
                       CareValue      *value)
{
  const CareOption *found = NULL;
  guint start = 0;

  g_return_val_if_fail (self != NULL && value != NULL, NULL);

  if (self->options == NULL)
    return NULL;

  if (self->options->by_code != NULL && care_value_get_code (value) != NULL)
    {
      const CareOption *first = g_hash_table_lookup (self->options->by_code, care_value_get_code (value));

      if (first == NULL)
        return NULL;
      start = (guint) (first - self->options->options);
    }

  for (guint i = start; i < self->options->n_options; i++)
    {
      const CareOption *option = &self->options->options[i];

      if (!care_value_matches (option->value, value))
        continue;
      if (!self->options->twins || says (option, care_value_get_display (value)))
        return option;
      if (found == NULL)
        found = option;
    }

  return found;
}

const char *
care_item_get_unit_display (const CareItem *self,
                            guint           index,
                            const char     *language)
{
  const char *text;
  CareValue *unit;

  g_return_val_if_fail (self != NULL && index < more (self)->n_units, NULL);

  unit = more (self)->units[index];
  text = care_form_text_get (more (self)->unit_texts[index], language);
  if (text == NULL)
    text = care_value_get_display (unit);

  return text != NULL ? text : care_value_get_code (unit);
}

const char *
care_item_get_link_id (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->link_id;
}

CareItemType
care_item_get_item_type (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, CARE_ITEM_GROUP);

  return self->type;
}

guint
care_item_get_depth (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->depth;
}

guint
care_item_get_n_children (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_children;
}

gboolean
care_item_is_merged (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->merged;
}

guint
care_item_get_n_codes (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return more (self)->n_codes;
}

gboolean
care_item_is_required (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->required;
}

gboolean
care_item_is_read_only (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->read_only;
}

gboolean
care_item_is_hidden (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->hidden;
}

gboolean
care_item_repeats (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->repeats;
}

CareItemControl
care_item_get_control (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, CARE_CONTROL_NONE);

  return self->control;
}

CareOrientation
care_item_get_orientation (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, CARE_ORIENTATION_NONE);

  return self->orientation;
}

CareDisplayCategory
care_item_get_category (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, CARE_CATEGORY_NONE);

  return self->category;
}

CareUsageMode
care_item_get_usage_mode (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, CARE_USAGE_CAPTURE_DISPLAY);

  return self->usage_mode;
}

gboolean
care_item_needs_signature (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->signature;
}

gboolean
care_item_has_support_link (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->support_link;
}

gboolean
care_item_is_for_staff (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type == CARE_ITEM_ATTACHMENT || self->type == CARE_ITEM_REFERENCE
         || (self->type == CARE_ITEM_CHOICE && care_item_get_n_options (self) == 0);
}

gboolean
care_item_offers_not_sure (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->not_sure;
}

gboolean
care_item_offers_tell_staff (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->tell_staff;
}

gboolean
care_item_is_recent_time (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->recent_time;
}

guint
care_item_get_min_length (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return more (self)->min_length;
}

guint
care_item_get_max_length (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return more (self)->max_length;
}

guint
care_item_get_min_occurs (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return more (self)->min_occurs;
}

guint
care_item_get_max_occurs (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return more (self)->max_occurs;
}

int
care_item_get_max_decimals (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return more (self)->max_decimals;
}

CareValue *
care_item_get_min_value (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return more (self)->min_value;
}

CareValue *
care_item_get_max_value (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return more (self)->max_value;
}

const char *
care_item_get_regex (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return more (self)->regex_text;
}

double
care_item_get_slider_step (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return more (self)->slider_step;
}

const char *
care_item_get_missing_choices (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return more (self)->missing_choices;
}

guint
care_item_get_n_units (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return more (self)->n_units;
}

guint
care_item_get_n_initial (const CareItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return more (self)->n_initial;
}

CareValue *
care_item_get_code (const CareItem *self,
                    guint           index)
{
  g_return_val_if_fail (self != NULL && index < more (self)->n_codes, NULL);

  return more (self)->codes[index];
}

CareValue *
care_item_get_unit (const CareItem *self,
                    guint           index)
{
  g_return_val_if_fail (self != NULL && index < more (self)->n_units, NULL);

  return more (self)->units[index];
}

CareValue *
care_item_get_initial (const CareItem *self,
                       guint           index)
{
  g_return_val_if_fail (self != NULL && index < more (self)->n_initial, NULL);

  return more (self)->initial[index];
}
