/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-clinic-form.h"

#include <string.h>

static const char *const occasions[] = {
  [CARE_OCCASION_FIRST_VISIT] = "first-visit",
  [CARE_OCCASION_DAY_CHECK] = "day-check",
  [CARE_OCCASION_CONSENT] = "consent",
  [CARE_OCCASION_ANY_VISIT] = "any-visit",
};

/**
 * care_clinic_form_new:
 * @file: name of its file
 * @occasion: when it is asked
 * @replaces: whether it stands in the place of the program's own
 *
 * Returns: (transfer full): a line of the settings' forms
 */
CareClinicForm *
care_clinic_form_new (const char      *file,
                      CareFormOccasion occasion,
                      gboolean         replaces)
{
  CareClinicForm *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (occasion < CARE_N_OCCASIONS, NULL);

  self = g_new0 (CareClinicForm, 1);
  self->file = g_strdup (file);
  self->occasion = occasion;
  self->replaces = replaces;
  return self;
}

CareClinicForm *
care_clinic_form_copy (const CareClinicForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return care_clinic_form_new (self->file, self->occasion, self->replaces);
}

void
care_clinic_form_free (CareClinicForm *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_free (self);
}

gboolean
care_clinic_form_is_file_name (const char *file)
{
  g_return_val_if_fail (file != NULL, FALSE);

  return g_str_has_suffix (file, ".json") && *file != '.' && strchr (file, '/') == NULL && strchr (file, '\\') == NULL;
}

static gboolean
read_occasion (const CareJsonView  *item,
               CareFormOccasion    *occasion,
               GError             **error)
{
  const char *word = NULL;

  if (!care_json_view_get_string (item, "occasion", CARE_JSON_REQUIRED, &word, error))
    return FALSE;
  for (guint i = 0; i < CARE_N_OCCASIONS; i++)
    if (strcmp (word, occasions[i]) == 0)
      {
        *occasion = (CareFormOccasion) i;
        return TRUE;
      }
  care_json_view_set_error (item, error, CARE_ERROR_INPUT,
                            "\"occasion\" must be first-visit, day-check, consent or any-visit");
  return FALSE;
}

/* One form may be asked at several occasions, but at each of them once, and one alone stands in the program's place. */
static gboolean
check_one (const CareJsonView    *item,
           GPtrArray             *forms,
           const CareClinicForm  *form,
           GError               **error)
{
  if (!care_clinic_form_is_file_name (form->file))
    {
      care_json_view_set_error (item, error, CARE_ERROR_INPUT,
                                "\"file\" must be the name of a file in the folder forms, such as intake.json");
      return FALSE;
    }
  if (form->replaces && form->occasion == CARE_OCCASION_ANY_VISIT)
    {
      care_json_view_set_error (item, error, CARE_ERROR_INPUT, "there is no form for any-visit that could be replaced");
      return FALSE;
    }
  for (guint i = 0; i < forms->len; i++)
    {
      const CareClinicForm *other = g_ptr_array_index (forms, i);

      if (other->occasion != form->occasion)
        continue;
      if (g_str_equal (other->file, form->file))
        {
          care_json_view_set_error (item, error, CARE_ERROR_INPUT, "this form stands twice at %s", occasions[form->occasion]);
          return FALSE;
        }
      if (other->replaces && form->replaces)
        {
          care_json_view_set_error (item, error, CARE_ERROR_INPUT, "two forms replace the one for %s; let one do it",
                                    occasions[form->occasion]);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * care_clinic_form_read_list:
 * @view: the settings
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CareClinicForm) (nullable): the clinic's own forms in the file's order; empty
 *   without `forms`, %NULL on error
 */
GPtrArray *
care_clinic_form_read_list (const CareJsonView  *view,
                            GError             **error)
{
  const char *known[] = { "file", "occasion", "replaces", NULL };
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) care_clinic_form_free);
  CareJsonView list = { 0 };
  CareJsonView item;

  if (!care_json_view_get_array (view, "forms", CARE_JSON_OPTIONAL, &list, error))
    return NULL;

  for (guint i = 0; list.node != NULL && i < care_json_view_get_length (&list); i++)
    {
      g_autoptr (CareClinicForm) form = g_new0 (CareClinicForm, 1);
      const char *file = NULL;

      if (!care_json_view_peek_element (&list, i, &item))
        continue;
      if (!care_json_view_refuse_unknown (&item, known, error) ||
          !care_json_view_get_string (&item, "file", CARE_JSON_REQUIRED, &file, error) ||
          !read_occasion (&item, &form->occasion, error) ||
          !care_json_view_get_boolean (&item, "replaces", CARE_JSON_OPTIONAL, &form->replaces, error))
        return NULL;
      form->file = g_strdup (file);
      if (!check_one (&item, forms, form, error))
        return NULL;
      g_ptr_array_add (forms, g_steal_pointer (&form));
    }

  return g_steal_pointer (&forms);
}

/**
 * care_clinic_form_write_list:
 * @forms: (element-type CareClinicForm): the clinic's own forms
 *
 * Returns: (transfer full): as they stand in the settings
 */
JsonArray *
care_clinic_form_write_list (GPtrArray *forms)
{
  JsonArray *list = json_array_new ();

  g_return_val_if_fail (forms != NULL, list);

  for (guint i = 0; i < forms->len; i++)
    {
      const CareClinicForm *form = g_ptr_array_index (forms, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "file", form->file);
      json_object_set_string_member (item, "occasion", occasions[form->occasion]);
      if (form->replaces)
        json_object_set_boolean_member (item, "replaces", TRUE);
      json_array_add_object_element (list, item);
    }
  return list;
}
