/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-screening-private.h"

#include <string.h>

/* The first ingredient of the product, or of numbing cream, that the allergy leads to. */
static const char *
find_ingredient (const CareScreening *self,
                 const CareAllergen  *allergen)
{
  static const char *const cream[] = { "lidocaine", "prilocaine", NULL };

  for (gsize i = 0; allergen->ingredients[i] != NULL; i++)
    {
      const char *ingredient = allergen->ingredients[i];

      if (self->product != NULL && care_product_contains (self->product, ingredient))
        return ingredient;

      /* Cream of lidocaine and prilocaine (x-01): as good as an ingredient once it is planned. */
      if (self->in->numbing == CARE_TRI_YES && g_strv_contains (cream, ingredient))
        return ingredient;
    }

  return NULL;
}

static gboolean
is_found (const CareScreening *self,
          const char          *detail)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->kind == CARE_FINDING_ALLERGY && g_str_has_suffix (finding->key, detail))
        return TRUE;
    }

  return FALSE;
}

static void
take_note (CareFinding        *finding,
           const CareAllergen *allergen)
{
  g_strfreev (finding->sources);
  finding->sources = g_strdupv (allergen->sources);
  if (allergen->note == NULL)
    return;

  care_text_unref (finding->clinician);
  finding->clinician = care_text_ref (allergen->note);
}

static void
add_earlier (CareScreening  *self,
             const CareNode *node,
             const char     *detail,
             const char     *shown)
{
  CareFinding *finding = care_screening_add_built_in (self, CARE_FIND_ALLERGY_EARLIER, CARE_FINDING_HISTORY, detail);

  finding->question = g_strdup ("allergies");
  finding->link_id = g_strdup (care_node_get_link_id (node));
  finding->answer = g_strdup (shown);
  finding->typed_in = care_node_dup_typed_language (node, self->in->language);
}

/* Once, however often it was named; @not_again: in an earlier form, and the newest one says otherwise. */
static void
add_allergy (CareScreening  *self,
             const CareNode *node,
             CareFind        find,
             const char     *code,
             const char     *shown,
             gboolean        not_again)
{
  const CareAllergen *allergen = code != NULL ? care_protocol_find_allergen (self->in->protocol, code) : NULL;
  g_autofree char *typed = code == NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, shown, -1) : NULL;
  g_autofree char *detail = g_strconcat ("allergies=", code != NULL ? code : typed, NULL);
  CareFinding *finding;

  if (is_found (self, detail))
    return;

  finding = care_screening_add_built_in (self, find, CARE_FINDING_ALLERGY, detail);
  finding->question = g_strdup ("allergies");
  finding->link_id = g_strdup (care_node_get_link_id (node));
  finding->answer = g_strdup (shown);
  finding->typed_in = care_node_dup_typed_language (node, self->in->language);
  if (allergen != NULL && find == CARE_FIND_ALLERGY_UNMATCHED)
    take_note (finding, allergen);
  else if (allergen != NULL)
    {
      g_strfreev (finding->sources);
      finding->sources = g_strdupv (allergen->sources);
    }

  if (not_again)
    add_earlier (self, node, detail, shown);
}

static char *
dup_typed (const CareScreening *self,
           const CareAsked     *asked)
{
  g_autofree char *text = care_node_is_enabled (asked->node) ? care_answers_dup_shown (asked->node, self->in->language, self->in->zone)
                                                             : NULL;

  return text != NULL && *g_strstrip (text) != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
has_typed (const CareScreening *self,
           CareAnswers         *answers,
           guint                form)
{
  GPtrArray *asked = care_answers_list (answers, "allergy-other");

  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i);
      g_autofree char *text = entry->form == form ? dup_typed (self, entry) : NULL;

      if (text != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
take_code (CareScreening   *self,
           CareAnswers     *answers,
           const CareAsked *asked,
           CareValue       *value,
           gboolean         not_again)
{
  const CareNode *node = asked->node;
  const char *code = care_answers_code_of (value);
  const CareOption *option = care_item_find_option (care_node_get_item (node), value);
  g_autofree char *shown = option != NULL ? g_strdup (care_option_get_display (option, self->in->language))
                                          : care_value_dup_text (value);
  const CareAllergen *allergen = code != NULL ? care_protocol_find_allergen (self->in->protocol, code) : NULL;

  if (code != NULL && (strcmp (code, "none") == 0 || strcmp (code, "no") == 0))
    return;

  /* What was typed stands for itself. */
  if (g_strcmp0 (code, "other") == 0 && has_typed (self, answers, asked->form))
    return;

  if (allergen != NULL && find_ingredient (self, allergen) != NULL)
    add_allergy (self, node, CARE_FIND_ALLERGY_MATCH, code, shown, not_again);
  else
    add_allergy (self, node, CARE_FIND_ALLERGY_UNMATCHED, code, shown, not_again);
}

static gboolean
is_answered (const CareAsked *asked)
{
  return care_node_is_enabled (asked->node) && care_node_get_state (asked->node) != CARE_ANSWER_NOT_ASKED;
}

/* All questions with the code in the newest form that answers one of them. */
static guint
newest_form (GPtrArray *asked)
{
  for (guint i = asked->len; i > 0; i--)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i - 1);

      if (is_answered (entry))
        return entry->form;
    }

  return ((const CareAsked *) g_ptr_array_index (asked, asked->len - 1))->form;
}

static void
find_listed (CareScreening *self)
{
  const CareRule *rule = care_protocol_find_built_in (self->in->protocol, CARE_FIND_ALLERGY_UNMATCHED);
  GPtrArray *asked = care_answers_list (self->answers, "allergies");
  gboolean enabled = FALSE;
  guint form;

  if (asked == NULL)
    {
      care_screening_add_unknown (self, rule, NULL);
      return;
    }

  form = newest_form (asked);
  for (guint i = 0; i < asked->len; i++)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i);

      if (entry->form != form || !care_node_is_enabled (entry->node))
        continue;

      enabled = TRUE;
      if (care_answers_is_unknown (entry->node))
        care_screening_add_unknown (self, rule, entry->node);
      else
        for (guint a = 0; a < care_node_get_n_answers (entry->node); a++)
          take_code (self, self->answers, entry, care_node_get_answer (entry->node, a), FALSE);
    }

  if (!enabled)
    care_screening_add_unknown (self, rule, ((const CareAsked *) g_ptr_array_index (asked, 0))->node);
}

/* Whether the newest form asked where @code could have been named, and something else was said; @code NULL: anywhere. */
static gboolean
says_otherwise (const CareScreening *self,
                const char          *code)
{
  GPtrArray *asked = care_answers_list (self->answers, "allergies");
  guint form = asked != NULL ? newest_form (asked) : 0;

  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i);

      if (entry->form == form && is_answered (entry) && !care_answers_is_unknown (entry->node)
          && (code == NULL || care_item_offers (care_node_get_item (entry->node), code)))
        return TRUE;
    }

  return FALSE;
}

/* "None" today does not undo the soy of last year: it stands, and beside it that the two disagree. */
static void
find_earlier (CareScreening *self,
              CareAnswers   *all)
{
  GPtrArray *asked = care_answers_list (all, "allergies");
  GPtrArray *current = care_answers_list (self->answers, "allergies");

  for (guint i = asked != NULL ? asked->len : 0; i > 0; i--)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i - 1);

      if (!is_answered (entry) || care_answers_is_unknown (entry->node)
          || (current != NULL && entry->form == newest_form (current)))
        continue;

      for (guint a = 0; a < care_node_get_n_answers (entry->node); a++)
        {
          CareValue *value = care_node_get_answer (entry->node, a);
          const char *code = care_answers_code_of (value);

          take_code (self, all, entry, value, says_otherwise (self, code));
        }
    }
}

static void
find_typed (CareScreening *self,
            CareAnswers   *all)
{
  GPtrArray *asked = care_answers_list (all, "allergy-other");
  GPtrArray *listed = care_answers_list (self->answers, "allergies");
  guint form = listed != NULL ? newest_form (listed) : 0;

  for (guint i = asked != NULL ? asked->len : 0; i > 0; i--)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i - 1);
      g_autofree char *text = dup_typed (self, entry);

      if (text != NULL)
        add_allergy (self, entry->node, CARE_FIND_ALLERGY_UNMATCHED, NULL, text,
                     listed != NULL && entry->form < form && says_otherwise (self, NULL));
    }
}

/**
 * care_screening_find_allergies:
 * @self: the run
 *
 * An allergy that the cross-table leads to an ingredient of the product is a
 * stop; every other one, above all a typed one, is a review until somebody has
 * confirmed it by name. What was named once stands, also when the answers around
 * it have run out or a later form says otherwise.
 */
void
care_screening_find_allergies (CareScreening *self)
{
  g_autoptr (CareAnswers) run_out = self->ran_out ? care_answers_new (self->in->answers, self->in->n_answers, NULL)
                                                  : NULL;
  CareAnswers *all = run_out != NULL ? run_out : self->answers;

  find_listed (self);
  find_earlier (self, all);
  find_typed (self, all);
}
