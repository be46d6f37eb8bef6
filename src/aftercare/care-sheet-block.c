/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-block.h"

#include <string.h>

static void
entry_free (gpointer data)
{
  CareSheetEntry *entry = data;

  g_free (entry->id);
  g_free (entry->pictogram);
  g_free (entry->label);
  g_free (entry->text);
  g_free (entry->when);
  g_free (entry->time);
  g_free (entry->day);
  g_free (entry->phone);
  g_free (entry);
}

/**
 * care_sheet_block_new:
 * @kind: how it is drawn
 * @name: short name in the JSON form
 * @language: BCP 47 tag of its words
 * @part: number of the language on this sheet
 *
 * Returns: (transfer full): an empty block
 */
CareSheetBlock *
care_sheet_block_new (CareSheetBlockKind kind,
                      const char        *name,
                      const char        *language,
                      guint              part)
{
  CareSheetBlock *self = g_new0 (CareSheetBlock, 1);

  self->kind = kind;
  self->name = g_strdup (name);
  self->language = g_strdup (language);
  self->part = part;
  self->entries = g_ptr_array_new_with_free_func (entry_free);

  return self;
}

/**
 * care_sheet_block_free:
 * @self: (transfer full): a block
 *
 * Frees @self and its entries.
 */
void
care_sheet_block_free (CareSheetBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->language);
  g_free (self->heading);
  g_free (self->text);
  g_free (self->pair);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * care_sheet_block_add:
 * @self: a block
 *
 * Returns: (transfer none): a new entry at the end, for the caller to fill
 */
CareSheetEntry *
care_sheet_block_add (CareSheetBlock *self)
{
  CareSheetEntry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = g_new0 (CareSheetEntry, 1);
  entry->at = CARE_INSTANT_NONE;
  g_ptr_array_add (self->entries, entry);

  return entry;
}

/**
 * care_sheet_block_dup_pair:
 * @self: a block
 * @label: a name
 * @text: its value
 *
 * Returns: (transfer full): both as the block's language joins them: "Areas: face"
 */
char *
care_sheet_block_dup_pair (const CareSheetBlock *self,
                           const char           *label,
                           const char           *text)
{
  GString *out;
  const char *rest;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  for (rest = self->pair; *rest != '\0';)
    if (g_str_has_prefix (rest, "{label}"))
      {
        g_string_append (out, label);
        rest += strlen ("{label}");
      }
    else if (g_str_has_prefix (rest, "{text}"))
      {
        g_string_append (out, text);
        rest += strlen ("{text}");
      }
    else
      g_string_append_c (out, *rest++);

  return g_string_free (out, FALSE);
}

/**
 * care_sheet_block_dup_joined:
 * @self: a block
 * @separator: what stands between two sentences
 *
 * Returns: (transfer full): the sentences of its entries, one after the other
 */
char *
care_sheet_block_dup_joined (const CareSheetBlock *self,
                             const char           *separator)
{
  GString *joined;

  g_return_val_if_fail (self != NULL, NULL);

  joined = g_string_new (NULL);
  for (guint i = 0; i < self->entries->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? separator : "",
                            ((CareSheetEntry *) g_ptr_array_index (self->entries, i))->text);

  return g_string_free (joined, FALSE);
}

/**
 * care_sheet_block_kind_name:
 * @kind: a kind
 *
 * Returns: its name in the JSON form
 */
const char *
care_sheet_block_kind_name (CareSheetBlockKind kind)
{
  const char *const names[] = {
    "title", "notice", "finish", "strip", "list", "call", "phones", "record", "box", "ticks", "code", "keep",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), "");

  return names[kind];
}
