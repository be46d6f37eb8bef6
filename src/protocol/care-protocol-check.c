/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-private.h"
#include "protocol/care-reading.h"

void
care_refusal_free (CareRefusal *self)
{
  g_free (self->path);
  g_free (self->reason);
  g_free (self->language);
  g_free (self);
}

void
care_check_refuse (CareCheck  *self,
                   const char *path,
                   const char *member,
                   const char *format,
                   ...)
{
  CareRefusal *refusal = g_new0 (CareRefusal, 1);
  va_list args;

  refusal->path = member != NULL ? g_strconcat (path, "/", member, NULL) : g_strdup (path);
  va_start (args, format);
  refusal->reason = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (self->refusals, refusal);
}

void
care_check_say_language (CareCheck  *self,
                         const char *language)
{
  CareRefusal *last = g_ptr_array_index (self->refusals, self->refusals->len - 1);

  g_free (last->language);
  last->language = g_strdup (language);
}

typedef struct
{
  CareCheck *self;
  CareCheckText visit;
  gpointer data;
} Walk;

static void
visit (const Walk *walk,
       CareText   *text,
       const char *path,
       const char *member,
       guint       audience)
{
  g_autofree char *place = NULL;

  if (text == NULL)
    return;

  place = member != NULL ? g_strconcat (path, "/", member, NULL) : g_strdup (path);
  walk->visit (walk->self, text, place, audience, walk->data);
}

static void
visit_coded (const Walk *walk,
             GPtrArray  *texts,
             guint       audience)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const CareCodedText *text = g_ptr_array_index (texts, i);

      visit (walk, text->text, text->path, "text", audience);
    }
}

static void
visit_products (const Walk *walk)
{
  CareProtocol *protocol = walk->self->protocol;
  const guint both = CARE_AUDIENCE_PATIENT | CARE_AUDIENCE_DESK;

  for (guint i = 0; i < protocol->areas->len; i++)
    {
      const CareArea *area = g_ptr_array_index (protocol->areas, i);

      visit (walk, area->text, area->path, "text", both);
    }

  for (guint i = 0; i < protocol->ingredients->len; i++)
    {
      const CareIngredient *ingredient = g_ptr_array_index (protocol->ingredients, i);

      visit (walk, ingredient->name, ingredient->path, "name", CARE_AUDIENCE_DESK);
    }

  for (guint i = 0; i < protocol->products->len; i++)
    {
      const CareProduct *product = g_ptr_array_index (protocol->products, i);

      visit (walk, product->name, product->path, "name", both);
      visit (walk, product->approved, product->path, "approved", both);
    }

  for (guint i = 0; i < protocol->allergens->len; i++)
    {
      const CareAllergen *allergen = g_ptr_array_index (protocol->allergens, i);

      visit (walk, allergen->name, allergen->path, "name", both);
      visit (walk, allergen->note, allergen->path, "note", CARE_AUDIENCE_DESK);
    }
}

static void
visit_sheets (const Walk *walk)
{
  CareProtocol *protocol = walk->self->protocol;

  for (guint i = 0; i < protocol->lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (protocol->lines, i);
      guint measured = line->block != CARE_BLOCK_DOCTOR ? CARE_AUDIENCE_MEASURED : 0;

      visit (walk, line->label, line->path, "label", CARE_AUDIENCE_PATIENT);
      visit (walk, line->text, line->path, "text", CARE_AUDIENCE_PATIENT | measured);
    }

  for (guint i = 0; i < protocol->signs->len; i++)
    {
      const CareSign *sign = g_ptr_array_index (protocol->signs, i);

      visit (walk, sign->text, sign->path, "text", CARE_AUDIENCE_PATIENT | CARE_AUDIENCE_MEASURED);
      visit (walk, sign->say, sign->path, "say", CARE_AUDIENCE_PATIENT | CARE_AUDIENCE_DESK);
    }
}

/* Every text of the protocol, with who reads it, in no particular order. */
void
care_check_each_text (CareCheck     *self,
                      CareCheckText  visit_text,
                      gpointer       data)
{
  const Walk walk = { self, visit_text, data };
  CareProtocol *protocol = self->protocol;

  visit (&walk, protocol->title, "/title", NULL, CARE_AUDIENCE_DESK);
  visit_coded (&walk, protocol->desk_texts, CARE_AUDIENCE_PATIENT | CARE_AUDIENCE_DESK | CARE_AUDIENCE_MEASURED);
  visit_products (&walk);

  for (guint i = 0; i < protocol->rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (protocol->rules, i);

      visit (&walk, rule->reason, rule->path, "reason", CARE_AUDIENCE_DESK);
      visit (&walk, rule->clinician, rule->path, "clinician", CARE_AUDIENCE_DESK);
    }

  visit_sheets (&walk);
  visit_coded (&walk, protocol->reasons, CARE_AUDIENCE_DESK);
  visit_coded (&walk, protocol->teach_back, CARE_AUDIENCE_PATIENT | CARE_AUDIENCE_DESK | CARE_AUDIENCE_MEASURED);
  visit_coded (&walk, protocol->left_out, CARE_AUDIENCE_DESK);
}

gboolean
care_check_is_day (const char *text)
{
  g_autofree char *moment = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = NULL;

  if (strlen (text) == strlen ("2026-11-22"))
    day = g_date_time_new_from_iso8601 (moment, NULL);

  return day != NULL;
}

/* Whether a formula measures the language, or else a named reader has read it (w-01). */
static void
check_reader (CareCheck          *self,
              const CareApproval *approval,
              const char         *language,
              const char         *path)
{
  if (approval->reader != NULL && care_reading_knows_language (language))
    care_check_refuse (self, path, "reader", "%s measures '%s'; a reader is named only where no formula does",
                       care_reading_get_formula (language), language);
  else if (!care_reading_knows_language (language) && (approval->reader == NULL || *approval->reader == '\0'))
    care_check_refuse (self, path, "reader",
                       "no formula measures '%s': name who has read every text as a patient would, and the day", language);
  else if (approval->reader != NULL && !care_check_is_day (approval->read))
    care_check_refuse (self, path, "reader/date", "must be a day, 2026-11-22");
}

/* Somebody with a name and a role, a day, and of what stands there now. */
static void
check_approver (CareCheck          *self,
                const CareApproval *approval,
                const char         *path,
                const char         *what)
{
  if (*approval->approver == '\0')
    care_check_refuse (self, path, "approver", "name the clinician who has approved %s", what);
  if (!care_approval_role_may (approval->role))
    care_check_refuse (self, path, "role", "must be 'clinician' or 'owner': nobody else approves %s", what);
  if (!care_check_is_day (approval->date))
    care_check_refuse (self, path, "date", "must be a day, 2026-11-22");

  if (*approval->hash == '\0')
    care_check_refuse (self, path, NULL, "says nothing of what was approved; use 'aftercarectl protocol approve'");
  else if (approval->state == CARE_APPROVAL_CHANGED)
    care_check_refuse (self, path, NULL, "%s changed since %s approved on %s; read and approve again", what,
                       approval->approver, approval->date);
}

/* Approver, day and day of review stand together or not at all (w-19). */
static void
check_approval_of (CareCheck          *self,
                   const CareApproval *approval,
                   const char         *language)
{
  g_autofree char *path = g_strconcat ("/approval/", language, NULL);

  if (!g_strv_contains (care_protocol_get_patient_languages (self->protocol), language))
    care_check_refuse (self, path, NULL, "'%s' is no language of the patients", language);

  if (*approval->approver == '\0' && *approval->date == '\0' && *approval->review == '\0')
    return;

  check_approver (self, approval, path, "these texts");
  if (care_check_is_day (approval->date) && !care_check_is_day (approval->review))
    care_check_refuse (self, path, "review", "must be the day by which it is looked at again");
  else if (care_check_is_day (approval->date) && strcmp (approval->review, approval->date) <= 0)
    care_check_refuse (self, path, "review", "must be after the day of approval");

  check_reader (self, approval, language, path);
}

static void
check_version (CareCheck *self)
{
  const CareApproval *approval = self->protocol->version_approval;

  if (approval != NULL && (*approval->approver != '\0' || *approval->date != '\0'))
    check_approver (self, approval, "/version_approval", "these rules");
  else if (self->protocol->status == CARE_PROTOCOL_IN_FORCE)
    care_check_refuse (self, "/version_approval", NULL,
                       "a protocol in force needs somebody who has approved its rules, with name, role and date");
}

static void
check_approval (CareCheck *self)
{
  const char *const *languages = care_protocol_get_patient_languages (self->protocol);
  g_autoptr (GList) approved = g_hash_table_get_keys (self->protocol->approvals);
  gboolean any = FALSE;

  approved = g_list_sort (approved, (GCompareFunc) strcmp);
  for (GList *l = approved; l != NULL; l = l->next)
    {
      guint before = self->refusals->len;

      check_approval_of (self, g_hash_table_lookup (self->protocol->approvals, l->data), l->data);
      for (guint i = before; i < self->refusals->len; i++)
        ((CareRefusal *) g_ptr_array_index (self->refusals, i))->language = g_strdup (l->data);
    }
  check_version (self);

  if (self->protocol->status != CARE_PROTOCOL_IN_FORCE)
    return;

  for (gsize i = 0; languages[i] != NULL; i++)
    any |= care_protocol_peek_approval (self->protocol, languages[i]) != NULL;

  if (!any)
    care_check_refuse (self, "/approval", NULL,
                       "a protocol in force needs a language that a clinician has approved, with name and date");
}

/**
 * care_protocol_check:
 * @protocol: a protocol
 * @facts: the facts' ids and kinds
 * @plain: (nullable): what plain words are
 *
 * Everything that forbids using the protocol (design.md section 5): lines without
 * a source or with a claim for one, floors gone under, findings that nobody may
 * decide made decidable, a time or a leave-out line for a prescribed medicine,
 * banned claims, contradicting lines, hard texts, missing languages, ingredients
 * that nobody knows.
 *
 * Returns: (transfer full) (element-type CareRefusal): the reasons; empty when there is none
 */
GPtrArray *
care_protocol_check (CareProtocol *protocol,
                     CareFacts    *facts,
                     CarePlain    *plain)
{
  CareCheck self = { protocol, facts, plain, NULL, NULL };

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  self.refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) care_refusal_free);

  check_approval (&self);
  care_check_sources (&self);
  care_check_floors (&self);
  care_check_rules (&self);
  care_check_lines (&self);
  care_check_cross_table (&self);
  care_check_texts (&self);
  care_check_reading (&self);

  return self.refusals;
}
