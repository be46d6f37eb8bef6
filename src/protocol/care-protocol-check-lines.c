/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-private.h"

/* Blocks that a sheet cannot do without (facts.md 12). */
static const CareBlock needed_blocks[] = {
  CARE_BLOCK_LIMIT, CARE_BLOCK_FOOD, CARE_BLOCK_MEDICINE, CARE_BLOCK_NORMAL, CARE_BLOCK_BEFORE, CARE_BLOCK_CALL_BEFORE,
  CARE_BLOCK_DOCTOR, CARE_BLOCK_REPORT, CARE_BLOCK_OFFER, CARE_BLOCK_KEEP_PAGE,
};

static gboolean
any_language_contains (CareText   *text,
                       const char *words,
                       gboolean    wanted)
{
  const char *const *languages = care_text_get_languages (text);

  for (gsize i = 0; languages[i] != NULL; i++)
    if ((strstr (care_text_get_exact (text, languages[i]), words) != NULL) == wanted)
      return TRUE;

  return FALSE;
}

static void
check_time (CareCheck      *self,
            const CareLine *line)
{
  gboolean ends = line->hours != 0 || line->days != 0 || line->weeks != 0;
  gboolean shown = line->block == CARE_BLOCK_LIMIT || line->block == CARE_BLOCK_NORMAL ||
                   line->block == CARE_BLOCK_BEFORE || line->block == CARE_BLOCK_KEEP_PAGE;

  if (line->block == CARE_BLOCK_LIMIT && !ends)
    care_check_refuse (self, line->path, NULL, "a limit needs hours or days; what has no clock goes to block 'care'");

  if (ends && shown && any_language_contains (line->text, "{time}", FALSE))
    care_check_refuse (self, line->path, "text", "say the clock time: every language needs {time} (w-05)");

  if ((!ends || !shown) && any_language_contains (line->text, "{time}", TRUE))
    care_check_refuse (self, line->path, "text", "{time} stands here without hours, days or weeks");

  if (line->block == CARE_BLOCK_LIMIT && ends && line->label == NULL)
    care_check_refuse (self, line->path, "label", "a limit needs two or three words for the strip of time");
}

static void
check_permission (CareCheck      *self,
                  const CareLine *line)
{
  static const char *const kidney[] = { "conditions/kidney", NULL };

  for (gsize i = 0; line->when.clear_no != NULL && line->when.clear_no[i] != NULL; i++)
    {
      const char *slash = strchr (line->when.clear_no[i], '/');

      if (slash == NULL || slash == line->when.clear_no[i] || slash[1] == '\0' || strchr (slash + 1, '/') != NULL)
        care_check_refuse (self, line->path, "when/clear_no", "write 'question/answer', not '%s'",
                           line->when.clear_no[i]);
    }

  if (g_strcmp0 (line->topic, "protein") == 0 && line->stance != CARE_STANCE_AVOID &&
      (line->when.clear_no == NULL || !g_strv_contains ((const char *const *) line->when.clear_no, kidney[0])))
    care_check_refuse (self, line->path, "when", "the protein line needs a clear no to 'conditions/kidney' (C25, a-14)");

  if (line->until == CARE_UNTIL_FEELING && line->stance == CARE_STANCE_AVOID &&
      line->when.numbed != CARE_WHEN_NUMBED_ANY && line->when.numbed != CARE_WHEN_NUMBED_YES_OR_UNKNOWN)
    care_check_refuse (self, line->path, "when/numbed", "unknown prints the warning: 'yes-or-unknown' (x-04)");
}

static gboolean
is_of_house (const CareLine *line)
{
  for (gsize i = 0; line->sources != NULL && line->sources[i] != NULL; i++)
    if (!g_str_has_prefix (line->sources[i], "house:"))
      return FALSE;

  return TRUE;
}

/* What says to do or to leave something: only by its topic are two such lines found to contradict each other. */
static void
check_topic (CareCheck      *self,
             const CareLine *line)
{
  gboolean advises = line->block == CARE_BLOCK_LIMIT || line->block == CARE_BLOCK_CARE || line->block == CARE_BLOCK_FOOD ||
                     line->block == CARE_BLOCK_MEDICINE || line->block == CARE_BLOCK_BEFORE;

  /* "Ring the side door" advises nothing that another line could contradict. */
  if (!advises || (line->block == CARE_BLOCK_BEFORE && is_of_house (line)))
    return;
  if (line->topic == NULL)
    care_check_refuse (self, line->path, "topic", "name what the line is about: without a topic nothing finds a line that contradicts it");
  else if (line->stance == CARE_STANCE_NONE)
    care_check_refuse (self, line->path, "stance", "say 'do' or 'avoid': without it nothing finds a line that contradicts it");
}

static void
check_clashes (CareCheck *self)
{
  GPtrArray *lines = care_protocol_get_lines (self->protocol);

  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const CareLine *line = g_ptr_array_index (lines, i);
        const CareLine *other = g_ptr_array_index (lines, j);

        if (care_line_clashes (line, other))
          care_check_refuse (self, line->path, NULL, "'%s' contradicts '%s' (%s) about '%s'", line->id, other->id,
                             other->path, line->topic);
      }
}

static void
check_complete (CareCheck *self)
{
  GPtrArray *lines = care_protocol_get_lines (self->protocol);
  GPtrArray *signs = care_protocol_get_signs (self->protocol);
  guint blocks = 0;
  guint levels = 0;

  for (guint i = 0; i < lines->len; i++)
    blocks |= 1u << ((const CareLine *) g_ptr_array_index (lines, i))->block;
  for (guint i = 0; i < signs->len; i++)
    {
      const CareSign *sign = g_ptr_array_index (signs, i);

      levels |= 1u << sign->level;
      if (sign->level == CARE_SIGN_EMERGENCY && sign->when.numbed != CARE_WHEN_NUMBED_ANY &&
          sign->when.numbed != CARE_WHEN_NUMBED_YES_OR_UNKNOWN)
        care_check_refuse (self, sign->path, "when/numbed", "unknown prints the warning: 'yes-or-unknown' (x-07)");
    }

  for (gsize i = 0; i < G_N_ELEMENTS (needed_blocks); i++)
    if ((blocks & (1u << needed_blocks[i])) == 0)
      care_check_refuse (self, "/lines", NULL, "no line of block '%s'", care_block_to_string (needed_blocks[i]));

  for (CareSignLevel level = CARE_SIGN_EMERGENCY; level <= CARE_SIGN_SOON; level++)
    if ((levels & (1u << level)) == 0)
      care_check_refuse (self, "/signs", NULL, "no sign of level '%s'", care_sign_level_to_string (level));
}

/**
 * care_check_lines:
 * @self: the run
 *
 * Lines say clock times, do not contradict each other, and permit nothing that is
 * not known.
 */
void
care_check_lines (CareCheck *self)
{
  GPtrArray *lines = care_protocol_get_lines (self->protocol);

  check_complete (self);
  check_clashes (self);

  for (guint i = 0; i < lines->len; i++)
    {
      check_time (self, g_ptr_array_index (lines, i));
      check_topic (self, g_ptr_array_index (lines, i));
      check_permission (self, g_ptr_array_index (lines, i));
    }
}

static void
check_ingredients (CareCheck  *self,
                   char      **ingredients,
                   const char *path)
{
  for (guint i = 0; ingredients != NULL && ingredients[i] != NULL; i++)
    if (care_protocol_find_ingredient (self->protocol, ingredients[i]) == NULL)
      {
        g_autofree char *member = g_strdup_printf ("ingredients/%u", i);

        care_check_refuse (self, path, member, "no ingredient '%s'; add it to /ingredients", ingredients[i]);
      }
}

static void
check_product (CareCheck         *self,
               const CareProduct *product)
{
  check_ingredients (self, product->ingredients, product->path);
  if (product->ingredients[0] == NULL)
    care_check_refuse (self, product->path, "ingredients", "every ingredient must be named (s0-08)");

  for (guint i = 0; product->areas != NULL && product->areas[i] != NULL; i++)
    if (care_protocol_find_area (self->protocol, product->areas[i]) == NULL)
      {
        g_autofree char *member = g_strdup_printf ("areas/%u", i);

        care_check_refuse (self, product->path, member, "no area '%s'", product->areas[i]);
      }
}

/* The same name twice: the second would never be found. */
static void
check_names (CareCheck  *self,
             GPtrArray  *parts,
             const char *member,
             gsize       path_offset)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++)
    {
      gpointer part = g_ptr_array_index (parts, i);
      /* Every part begins with its name. */
      const char *name = *(char **) part;

      if (!g_hash_table_add (seen, (gpointer) name))
        care_check_refuse (self, G_STRUCT_MEMBER (char *, part, path_offset), member, "'%s' stands twice", name);
    }
}

/**
 * care_check_cross_table:
 * @self: the run
 *
 * Names that other parts call for exist, once.
 */
void
care_check_cross_table (CareCheck *self)
{
  CareProtocol *protocol = self->protocol;

  check_names (self, protocol->areas, "code", G_STRUCT_OFFSET (CareArea, path));
  check_names (self, protocol->ingredients, "code", G_STRUCT_OFFSET (CareIngredient, path));
  check_names (self, protocol->products, "id", G_STRUCT_OFFSET (CareProduct, path));
  check_names (self, protocol->allergens, "code", G_STRUCT_OFFSET (CareAllergen, path));
  check_names (self, protocol->rules, "id", G_STRUCT_OFFSET (CareRule, path));
  check_names (self, protocol->lines, "id", G_STRUCT_OFFSET (CareLine, path));
  check_names (self, protocol->signs, "id", G_STRUCT_OFFSET (CareSign, path));
  check_names (self, protocol->reasons, "code", G_STRUCT_OFFSET (CareCodedText, path));

  for (guint i = 0; i < protocol->products->len; i++)
    check_product (self, g_ptr_array_index (protocol->products, i));

  for (guint i = 0; i < protocol->allergens->len; i++)
    {
      const CareAllergen *allergen = g_ptr_array_index (protocol->allergens, i);

      check_ingredients (self, allergen->ingredients, allergen->path);
    }

  for (guint i = 0; i < protocol->rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (protocol->rules, i);

      check_ingredients (self, rule->ingredients, rule->path);
    }
}
