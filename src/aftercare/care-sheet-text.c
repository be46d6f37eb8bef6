/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-private.h"

#include "aftercare/care-sheet-heads.h"

static void
append_heading (GString    *out,
                const char *heading)
{
  if (heading != NULL && heading[0] != '\0')
    g_string_append_printf (out, "\n%s\n", heading);
}

static void
append_strip_entry (GString              *out,
                    const CareSheetEntry *entry)
{
  g_string_append (out, "- ");
  if (entry->time != NULL)
    g_string_append (out, entry->time);
  if (entry->time != NULL && entry->day != NULL)
    g_string_append (out, ", ");
  if (entry->day != NULL)
    g_string_append (out, entry->day);
  g_string_append_printf (out, ": %s\n", entry->label);
}

static void
append_entry (GString              *out,
              const CareSheetBlock *block,
              const CareSheetEntry *entry)
{
  switch (block->kind)
    {
    case CARE_SHEET_BLOCK_STRIP:
      append_strip_entry (out, entry);
      break;

    case CARE_SHEET_BLOCK_TITLE:
    case CARE_SHEET_BLOCK_FINISH:
    case CARE_SHEET_BLOCK_KEEP:
      g_string_append_printf (out, "%s\n", entry->text);
      break;

    case CARE_SHEET_BLOCK_PHONES:
      g_string_append_printf (out, "- %s:", entry->label);
      if (entry->phone != NULL)
        g_string_append_printf (out, " %s", entry->phone);
      if (entry->text != NULL)
        g_string_append_printf (out, " (%s)", entry->text);
      g_string_append_c (out, '\n');
      break;

    case CARE_SHEET_BLOCK_TICKS:
      g_string_append_printf (out, "- %s  [ ] %s  [ ] %s\n", entry->text, entry->time, entry->day);
      break;

    case CARE_SHEET_BLOCK_CODE:
      break;

    case CARE_SHEET_BLOCK_RECORD:
    case CARE_SHEET_BLOCK_BOX:
    case CARE_SHEET_BLOCK_NOTICE:
    case CARE_SHEET_BLOCK_LIST:
    case CARE_SHEET_BLOCK_CALL:
    default:
      if (entry->label != NULL && entry->id == NULL)
        {
          g_autofree char *pair = care_sheet_block_dup_pair (block, entry->label, entry->text);

          g_string_append_printf (out, "- %s\n", pair);
        }
      else
        g_string_append_printf (out, "- %s\n", entry->text);
      break;
    }
}

/**
 * care_sheet_to_text:
 * @self: a sheet
 *
 * Returns: (transfer full): the words of the sheet in reading order, for a
 *   screen reader or a letter; values are isolated only where a language from
 *   right to left needs it
 */
char *
care_sheet_to_text (CareSheet *self)
{
  GString *out;
  gboolean rtl = FALSE;

  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  out = g_string_new (NULL);
  for (guint part = 0; self->languages[part] != NULL; part++)
    {
      CareFormat *format = care_sheet_get_format (self, self->languages[part]);
      g_autofree char *head = care_sheet_dup_head (self, part);
      g_autofree char *foot = care_sheet_dup_foot (self, part, CARE_FOOT_WHOLE);

      rtl = rtl || care_format_is_rtl (format);
      g_string_append_printf (out, "%s%s\n", part > 0 ? "\n\n" : "", head);
      for (guint i = 0; i < self->blocks->len; i++)
        {
          const CareSheetBlock *block = g_ptr_array_index (self->blocks, i);

          if (block->part != part || block->kind == CARE_SHEET_BLOCK_CODE)
            continue;
          append_heading (out, block->heading);
          if (block->text != NULL)
            g_string_append_printf (out, "%s%s\n", block->heading == NULL ? "\n" : "", block->text);
          if (block->kind == CARE_SHEET_BLOCK_PHONES || block->kind == CARE_SHEET_BLOCK_KEEP)
            g_string_append_c (out, '\n');
          for (guint j = 0; j < block->entries->len; j++)
            append_entry (out, block, g_ptr_array_index (block->entries, j));
        }
      g_string_append_printf (out, "\n%s\n", foot);
    }

  if (!rtl)
    {
      g_string_replace (out, "\xE2\x81\xA8", "", 0);
      g_string_replace (out, "\xE2\x81\xA9", "", 0);
    }

  return g_string_free (out, FALSE);
}
