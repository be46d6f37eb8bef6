/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-own-forms.h"

#include <string.h>

#include "base/care-json.h"
#include "clinic/care-clinic-private.h"
#include "screening/care-feeding.h"

#define MOST_NAME 40

void
care_new_form_free (CareNewForm *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_free (self->text);
  g_clear_object (&self->form);
  g_free (self);
}

static void
asked_form_free (gpointer data)
{
  CareAskedForm *self = data;

  g_free (self->file);
  g_clear_object (&self->form);
  g_clear_error (&self->trouble);
  g_free (self);
}

static CareAskedForm *
asked_new (CareQuestionnaire *form)
{
  CareAskedForm *self = g_new0 (CareAskedForm, 1);

  if (form != NULL)
    self->form = g_object_ref (form);
  return self;
}

static CareAskedForm *
asked_new_own (const CareShelfForm *own)
{
  CareAskedForm *self = asked_new (own->form);

  self->file = g_strdup (own->file);
  if (own->trouble != NULL)
    self->trouble = g_error_copy (own->trouble);
  return self;
}

/**
 * care_clinic_list_asked:
 * @self: a clinic
 * @occasion: when
 * @error: return location for a #CareError
 *
 * Returns: (transfer full) (element-type CareAskedForm): what is asked then, in order; the program's own form stands there
 *   also while another one replaces it
 */
GPtrArray *
care_clinic_list_asked (CareClinic        *self,
                        CareFormOccasion   occasion,
                        GError           **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (asked_form_free);
  GPtrArray *entries;
  const char *name;
  CareAskedForm *ours = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (occasion < CARE_N_OCCASIONS, NULL);

  name = _care_clinic_get_built_in (occasion);
  if (name != NULL)
    {
      CareQuestionnaire *form = care_clinic_get_form (self, name, error);

      if (form == NULL)
        return NULL;
      ours = asked_new (form);
      g_ptr_array_add (list, ours);
    }

  entries = care_form_shelf_get_entries (self->shelf);
  for (guint i = 0; i < entries->len; i++)
    {
      const CareClinicForm *entry = g_ptr_array_index (entries, i);
      CareShelfForm *own = entry->occasion == occasion ? care_form_shelf_find_file (self->shelf, entry->file) : NULL;
      CareAskedForm *asked;

      if (own == NULL)
        continue;
      asked = asked_new_own (own);
      asked->replaces = entry->replaces;
      if (ours != NULL && entry->replaces && own->form != NULL)
        ours->replaced = TRUE;
      g_ptr_array_add (list, asked);
    }

  return g_steal_pointer (&list);
}

/**
 * care_clinic_list_shelved:
 * @self: a clinic
 *
 * Returns: (transfer full) (element-type CareAskedForm): forms that are there so that answers can be read, and asked nowhere
 */
GPtrArray *
care_clinic_list_shelved (CareClinic *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (asked_form_free);
  GPtrArray *entries;
  GPtrArray *forms;

  g_return_val_if_fail (CARE_IS_CLINIC (self), list);

  entries = care_form_shelf_get_entries (self->shelf);
  forms = care_form_shelf_get_forms (self->shelf);
  for (guint i = 0; i < forms->len; i++)
    {
      const CareShelfForm *own = g_ptr_array_index (forms, i);
      gboolean asked = FALSE;

      for (guint j = 0; j < entries->len && !asked; j++)
        asked = g_str_equal (((CareClinicForm *) g_ptr_array_index (entries, j))->file, own->file);
      if (!asked)
        g_ptr_array_add (list, asked_new_own (own));
    }

  return list;
}

/* A name for the file that people know again: what it was called, without anything a folder would stumble over. */
static char *
dup_file_name (CareClinic *self,
               const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GString) name = g_string_new (NULL);
  char *file;

  if (g_str_has_suffix (base, ".json"))
    base[strlen (base) - strlen (".json")] = '\0';
  for (const char *at = base; *at != '\0' && name->len < MOST_NAME; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (name, g_ascii_tolower (*at));
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  if (name->len == 0)
    g_string_append (name, "form");

  file = g_strconcat (name->str, ".json", NULL);
  for (guint i = 2; care_form_shelf_find_file (self->shelf, file) != NULL; i++)
    {
      g_free (file);
      file = g_strdup_printf ("%s-%u.json", name->str, i);
    }

  return file;
}

static gboolean
is_same_json (CareQuestionnaire *one,
              CareQuestionnaire *other)
{
  g_autoptr (JsonNode) first = care_questionnaire_to_node (one);
  g_autoptr (JsonNode) second = care_questionnaire_to_node (other);
  g_autofree char *first_text = care_json_to_text (first, CARE_JSON_COMPACT);
  g_autofree char *second_text = care_json_to_text (second, CARE_JSON_COMPACT);

  return g_str_equal (first_text, second_text);
}

/* Answers name their form by address and version: two forms must never have both in common. */
static gboolean
check_identity (CareClinic   *self,
                CareNewForm  *form,
                GError      **error)
{
  const char *canonical = care_questionnaire_get_canonical (form->form);
  CareShelfForm *own = care_form_shelf_find (self->shelf, canonical);
  gboolean taken = own != NULL && !is_same_json (own->form, form->form);

  for (guint i = 0; i < CARE_N_OCCASIONS && !taken; i++)
    {
      const char *name = _care_clinic_get_built_in ((CareFormOccasion) i);
      CareQuestionnaire *ours = name != NULL ? care_clinic_get_form (self, name, NULL) : NULL;

      taken = ours != NULL && g_strcmp0 (care_questionnaire_get_canonical (ours), canonical) == 0;
    }
  if (taken)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "Another form has the same address and version; give this one a new version, so that answers can be told apart");
      return FALSE;
    }
  if (own != NULL)
    {
      /* It is here already. */
      g_clear_pointer (&form->text, g_free);
      g_free (form->file);
      form->file = g_strdup (own->file);
    }

  return TRUE;
}

/**
 * care_clinic_examine_form:
 * @self: a clinic
 * @path: a file that somebody chose
 * @error: return location for a #CareError that names file and place
 *
 * Reads and checks a form; nothing is written yet.
 *
 * Returns: (transfer full) (nullable): the form as it would be asked
 */
CareNewForm *
care_clinic_examine_form (CareClinic  *self,
                          const char  *path,
                          GError     **error)
{
  g_autoptr (CareNewForm) form = g_new0 (CareNewForm, 1);
  g_autofree char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  text = care_json_read_text (path, NULL, &length, error);
  if (text == NULL)
    return NULL;
  form->text = care_form_identity_complete (text, (gssize) length, path, &form->given, error);
  if (form->text == NULL)
    return NULL;
  form->form = care_questionnaire_new_from_text (form->text, -1, path, error);
  if (form->form == NULL)
    return NULL;
  form->file = dup_file_name (self, path);

  return check_identity (self, form, error) ? g_steal_pointer (&form) : NULL;
}

/**
 * care_clinic_reexamine_form:
 * @self: a clinic
 * @file: name of a file in its folder
 * @error: return location for a #CareError
 *
 * Returns: (transfer full) (nullable): the form; NULL with why it cannot be read
 */
CareNewForm *
care_clinic_reexamine_form (CareClinic  *self,
                            const char  *file,
                            GError     **error)
{
  CareShelfForm *own;
  CareNewForm *form;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (file != NULL, NULL);

  own = care_form_shelf_find_file (self->shelf, file);
  if (own == NULL || own->form == NULL)
    {
      if (own != NULL && own->trouble != NULL)
        g_propagate_error (error, g_error_copy (own->trouble));
      else
        g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "%s: is not among the clinic's forms", file);
      return NULL;
    }
  form = g_new0 (CareNewForm, 1);
  form->file = g_strdup (own->file);
  form->form = g_object_ref (own->form);
  form->given = own->given;

  return form;
}

/* ---- what screening would miss ---- */

static void
add_all (GPtrArray *forms,
         GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (forms, g_ptr_array_index (more, i));
}

/* What is asked together: at a first visit; at a session after an intake at that very visit; at any other session. */
typedef enum
{
  ASKED_FIRST,
  ASKED_WITH_INTAKE,
  ASKED_SESSION,
  N_ASKED,
} Asked;

/* At a later session only what has to be answered anew matters; the rest was answered before. */
static gboolean
matters (const CareRule *rule,
         Asked           asked)
{
  if (rule->level == CARE_LEVEL_INFO || rule->may_be_unasked)
    return FALSE;

  switch (asked)
    {
    case ASKED_FIRST:
      return !rule->after_session;
    case ASKED_SESSION:
      return rule->this_visit || rule->after_session;
    case ASKED_WITH_INTAKE:
    default:
      return TRUE;
    }
}

/* @form: (nullable): as if it were asked at @occasion */
static GPtrArray *
list_forms (CareClinic         *self,
            CareQuestionnaire  *form,
            CareFormOccasion    occasion,
            gboolean            replaces,
            Asked               together,
            GError            **error)
{
  const char *const records[] = { CARE_FORM_TEST_RECORD, CARE_FORM_TEST_READING, CARE_FORM_SESSION_RECORD };
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();

  for (guint i = 0; i < CARE_N_OCCASIONS; i++)
    {
      g_autoptr (GPtrArray) asked = NULL;

      if ((i == CARE_OCCASION_DAY_CHECK && together == ASKED_FIRST)
          || (i == CARE_OCCASION_FIRST_VISIT && together == ASKED_SESSION))
        continue;
      asked = _care_clinic_list_occasion (self, (CareFormOccasion) i, NULL, error);
      if (asked == NULL)
        return NULL;
      if (form != NULL && i == occasion)
        {
          if (replaces && asked->len > 0)
            g_ptr_array_remove_index (asked, 0);
          g_ptr_array_add (asked, form);
        }
      add_all (forms, asked);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      CareQuestionnaire *record = care_clinic_get_form (self, records[i], error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (forms, record);
    }

  return g_steal_pointer (&forms);
}

/**
 * care_clinic_list_unfed:
 * @self: a clinic
 * @form: a form
 * @occasion: when it would be asked
 * @replaces: whether in the place of the program's own
 * @error: return location for a #CareError
 *
 * Such a rule still finds something at every visit: that its question was not asked.
 *
 * Returns: (transfer container) (element-type CareRule) (nullable): stop and review rules that find their question now and
 *   would not any more, at first visits or at sessions
 */
GPtrArray *
care_clinic_list_unfed (CareClinic         *self,
                        CareQuestionnaire  *form,
                        CareFormOccasion    occasion,
                        gboolean            replaces,
                        GError            **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  GPtrArray *rules;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (form), NULL);

  rules = care_protocol_get_rules (self->protocol);
  for (int together = 0; together < N_ASKED; together++)
    {
      g_autoptr (GPtrArray) before = list_forms (self, NULL, occasion, replaces, (Asked) together, error);
      g_autoptr (GPtrArray) after = before != NULL ? list_forms (self, form, occasion, replaces, (Asked) together, error) : NULL;

      if (after == NULL)
        return NULL;
      for (guint i = 0; i < rules->len; i++)
        {
          CareRule *rule = g_ptr_array_index (rules, i);

          if (matters (rule, (Asked) together)
              && care_feeding_is_fed (rule, (CareQuestionnaire *const *) before->pdata, before->len)
              && !care_feeding_is_fed (rule, (CareQuestionnaire *const *) after->pdata, after->len)
              && !g_ptr_array_find (missing, rule, NULL))
            g_ptr_array_add (missing, rule);
        }
    }

  return g_steal_pointer (&missing);
}

/**
 * care_clinic_may_use_form:
 * @self: a clinic
 * @form: a form
 * @occasion: when it would be asked
 * @replaces: whether in the place of the program's own
 * @error: return location for a #CareError
 *
 * A consent is one only where it names product and areas and the patient can agree: its questions carry the codes `product`,
 * `areas` and `consent-given`.
 *
 * Returns: %FALSE with %CARE_ERROR_REFUSED when it cannot stand there
 */
gboolean
care_clinic_may_use_form (CareClinic         *self,
                          CareQuestionnaire  *form,
                          CareFormOccasion    occasion,
                          gboolean            replaces,
                          GError            **error)
{
  const char *const needed[] = { "product", "areas", "consent-given" };

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (form), FALSE);

  for (gsize i = 0; occasion == CARE_OCCASION_CONSENT && replaces && i < G_N_ELEMENTS (needed); i++)
    {
      g_autoptr (GPtrArray) items = care_questionnaire_list_by_code (form, CARE_FHIR_QUESTION, needed[i]);

      if (items->len == 0)
        {
          g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                       "No question of this form has the code %s; without it this is no consent", needed[i]);
          return FALSE;
        }
    }

  return TRUE;
}
