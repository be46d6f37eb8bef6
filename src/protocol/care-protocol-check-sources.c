/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-private.h"

typedef enum
{
  /* Facts and the clinic's own clinical lines. */
  CLINICAL,
  /* "house:" too: not clinical. */
  PLAIN,
  /* Facts only, claims among them: told to the approver and never printed. */
  BACKGROUND,
} Use;

/* "clinic:Dr A. Example, 2026-11-22, stricter after two cases" */
static gboolean
names_person_date_reason (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *moment = NULL;

  if (g_strv_length (parts) != 3)
    return FALSE;

  for (gsize i = 0; i < 3; i++)
    if (*g_strstrip (parts[i]) == '\0')
      return FALSE;

  moment = g_strconcat (parts[1], "T00:00:00Z", NULL);
  date = strlen (parts[1]) == strlen ("2026-11-22") ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;

  return date != NULL;
}

static void
check_source (CareCheck  *self,
              const char *source,
              const char *path,
              guint       index,
              Use         use)
{
  g_autofree char *member = g_strdup_printf ("sources/%u", index);
  const char *kind;

  if (g_str_has_prefix (source, "house:"))
    {
      if (use != PLAIN)
        care_check_refuse (self, path, member, "a house rule cannot be the source of a clinical line");
      else if (source[strlen ("house:")] == '\0')
        care_check_refuse (self, path, member, "write the house's reason after 'house:'");
      return;
    }

  if (g_str_has_prefix (source, "clinic:"))
    {
      if (!names_person_date_reason (source + strlen ("clinic:")))
        care_check_refuse (self, path, member, "write 'clinic:CLINICIAN, YYYY-MM-DD, REASON'");
      return;
    }

  kind = care_facts_get_kind (self->facts, source);
  if (kind == NULL)
    care_check_refuse (self, path, member, "no fact '%s'; name a fact, 'clinic:…' or 'house:…'", source);
  else if (use != BACKGROUND && strcmp (kind, "claim-do-not-print") == 0)
    care_check_refuse (self, path, member, "'%s' is a claim that is never printed; it cannot be a source", source);
}

static void
check_sources (CareCheck  *self,
               char      **sources,
               const char *path,
               Use         use)
{
  if (sources == NULL || sources[0] == NULL)
    {
      care_check_refuse (self, path, "sources", "no source, no line: name a fact or 'clinic:…'");
      return;
    }

  for (guint i = 0; sources[i] != NULL; i++)
    check_source (self, sources[i], path, i, use);
}

static void
check_ranges (CareCheck *self,
              GPtrArray *ranges)
{
  for (guint i = 0; i < ranges->len; i++)
    {
      const CareRange *range = g_ptr_array_index (ranges, i);

      check_sources (self, range->sources, range->path, BACKGROUND);
      if (range->min > range->max)
        care_check_refuse (self, range->path, NULL, "min is more than max");
    }
}

static void
check_coded (CareCheck *self,
             GPtrArray *texts,
             Use        use)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const CareCodedText *text = g_ptr_array_index (texts, i);

      check_sources (self, text->sources, text->path, use);
    }
}

/* Lines that say nothing clinical may have a source of the house. */
static Use
use_of (const CareLine *line)
{
  gboolean timed = line->hours != 0 || line->days != 0 || line->until != CARE_UNTIL_NONE || line->topic != NULL;

  return (line->block == CARE_BLOCK_OFFER || line->block == CARE_BLOCK_REPORT || line->block == CARE_BLOCK_BEFORE) &&
         !timed ? PLAIN : CLINICAL;
}

/**
 * care_check_sources:
 * @self: the run
 *
 * Every clinical line names its sources, and they exist.
 */
void
care_check_sources (CareCheck *self)
{
  CareProtocol *protocol = self->protocol;

  check_coded (self, protocol->parameters->groups, CLINICAL);
  check_ranges (self, protocol->parameters->ranges);

  for (guint i = 0; i < protocol->products->len; i++)
    {
      const CareProduct *product = g_ptr_array_index (protocol->products, i);

      check_sources (self, product->sources, product->path, CLINICAL);
    }

  for (guint i = 0; i < protocol->allergens->len; i++)
    {
      const CareAllergen *allergen = g_ptr_array_index (protocol->allergens, i);

      check_sources (self, allergen->sources, allergen->path, CLINICAL);
    }

  for (guint i = 0; i < protocol->rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (protocol->rules, i);

      check_sources (self, rule->sources, rule->path, CLINICAL);
    }

  for (guint i = 0; i < protocol->lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (protocol->lines, i);

      check_sources (self, line->sources, line->path, use_of (line));
      check_ranges (self, line->ranges);
    }

  for (guint i = 0; i < protocol->signs->len; i++)
    {
      const CareSign *sign = g_ptr_array_index (protocol->signs, i);

      check_sources (self, sign->sources, sign->path, CLINICAL);
    }

  check_coded (self, protocol->teach_back, CLINICAL);
  check_coded (self, protocol->left_out, BACKGROUND);
  check_coded (self, protocol->forbidden, BACKGROUND);
}
