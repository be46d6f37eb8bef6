/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-clinic-info-private.h"

#include <string.h>

#include "base/care-json.h"

#define FORMAT_VERSION 1

static const CareJsonLimits LIMITS = { 1024 * 1024, 16, 20000 };

static gboolean
read_identity (CareClinicInfo      *self,
               const CareJsonView  *view,
               GError             **error)
{
  const char *country = NULL;
  const char *zone = NULL;

  if (!care_json_view_get_boolean (view, "sample", CARE_JSON_OPTIONAL, &self->sample, error) ||
      !care_json_view_get_boolean (view, "black", CARE_JSON_OPTIONAL, &self->black, error) ||
      !care_clinic_parts_read_id (view, "id", &self->id, error) ||
      !care_clinic_parts_read_name (view, "name", &self->name, error) ||
      !care_json_view_get_strv (view, "address", CARE_JSON_OPTIONAL, &self->address, error) ||
      !care_json_view_get_string (view, "country", CARE_JSON_REQUIRED, &country, error) ||
      !care_json_view_get_string (view, "time_zone", CARE_JSON_REQUIRED, &zone, error))
    return FALSE;

  if (strlen (country) != 2 || !g_ascii_isupper (country[0]) || !g_ascii_isupper (country[1]))
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT,
                                "\"country\" must be two capital letters (ISO 3166), such as ES");
      return FALSE;
    }
  /* An offset such as "+02:00" would be taken too, and would miss every clock change. */
  if (g_ascii_isalpha (*zone))
    self->zone = g_time_zone_new_identifier (zone);
  if (self->zone == NULL)
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT,
                                "\"time_zone\" is not known; write its IANA name, such as Europe/Madrid");
      return FALSE;
    }

  self->country = g_strdup (country);
  self->zone_name = g_strdup (zone);
  if (self->address == NULL)
    self->address = g_new0 (char *, 1);
  return TRUE;
}

/* At least one, and each a tag. */
static gboolean
are_tags (char **tags)
{
  for (guint i = 0; tags[i] != NULL; i++)
    if (!care_text_is_tag (tags[i]))
      return FALSE;

  return tags[0] != NULL;
}

static gboolean
read_languages (CareClinicInfo      *self,
                const CareJsonView  *view,
                GError             **error)
{
  const char *known[] = { "desk", "patient", "country", NULL };
  CareJsonView languages = { 0 };
  const char *desk = NULL;

  if (!care_json_view_get_object (view, "languages", CARE_JSON_REQUIRED, &languages, error) ||
      !care_json_view_refuse_unknown (&languages, known, error) ||
      !care_json_view_get_string (&languages, "desk", CARE_JSON_REQUIRED, &desk, error) ||
      !care_json_view_get_strv (&languages, "patient", CARE_JSON_REQUIRED, &self->languages, error) ||
      !care_json_view_get_strv (&languages, "country", CARE_JSON_OPTIONAL, &self->country_languages, error))
    return FALSE;

  if (!care_text_is_tag (desk) || self->languages[0] == NULL)
    {
      care_json_view_set_error (&languages, error, CARE_ERROR_INPUT,
                                "name the desk's language and at least one patients' language");
      return FALSE;
    }
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (!care_text_is_tag (self->languages[i]) ||
        g_strv_contains ((const char *const *) &self->languages[i + 1], self->languages[i]))
      {
        care_json_view_set_error (&languages, error, CARE_ERROR_INPUT,
                                  "\"patient\" must list different language tags, such as en and es");
        return FALSE;
      }

  if (self->country_languages != NULL && !are_tags (self->country_languages))
    {
      care_json_view_set_error (&languages, error, CARE_ERROR_INPUT,
                                "\"country\" must list the languages that doctors of the country read, such as de");
      return FALSE;
    }

  self->desk_language = g_strdup (desk);
  self->writing = care_writing_new_from_view (view, error);
  return self->writing != NULL;
}

static gboolean
read_phone (CareClinicInfo      *self,
            const CareJsonView  *view,
            const char          *member,
            char               **out,
            GError             **error)
{
  const char *text = NULL;
  gboolean example;

  if (!care_json_view_get_string (view, member, CARE_JSON_OPTIONAL, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;

  /* A sample's number must not be one that somebody dials, a real one must not be a left-over. */
  example = strstr (text, "EXAMPLE") != NULL;
  if (self->sample && !example)
    {
      care_json_view_set_error (view, error, CARE_ERROR_REFUSED,
                                "a sample clinic's \"%s\" must carry the word EXAMPLE", member);
      return FALSE;
    }
  if (!self->sample && (example || strspn (text, "0123456789+-()/. ") != strlen (text) ||
                        strpbrk (text, "0123456789") == NULL))
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT,
                                "\"%s\" is not a phone number that can be dialled", member);
      return FALSE;
    }

  *out = g_strdup (text);
  return TRUE;
}

static gboolean
read_phones (CareClinicInfo      *self,
             const CareJsonView  *view,
             GError             **error)
{
  const char *known[] = { "day", "after_hours", "emergency", NULL };
  const char *known_night[] = { "number", "who", "closed", NULL };
  CareJsonView phones = { 0 };
  CareJsonView night = { 0 };

  if (!care_json_view_get_object (view, "phones", CARE_JSON_REQUIRED, &phones, error) ||
      !care_json_view_refuse_unknown (&phones, known, error) ||
      !read_phone (self, &phones, "day", &self->day_phone, error) ||
      !read_phone (self, &phones, "emergency", &self->emergency_phone, error) ||
      !care_json_view_get_object (&phones, "after_hours", CARE_JSON_OPTIONAL, &night, error))
    return FALSE;
  if (night.node == NULL)
    return TRUE;

  if (!care_json_view_refuse_unknown (&night, known_night, error) ||
      !read_phone (self, &night, "number", &self->night_phone, error) ||
      !care_json_view_get_text (&night, "who", CARE_JSON_OPTIONAL, &self->night_who, error) ||
      !care_json_view_get_text (&night, "closed", CARE_JSON_OPTIONAL, &self->night_closed, error))
    return FALSE;

  if ((self->night_phone != NULL) == (self->night_closed != NULL) ||
      (self->night_phone != NULL) != (self->night_who != NULL))
    {
      care_json_view_set_error (&night, error, CARE_ERROR_INPUT,
                                "give either a \"number\" and \"who\" answers it, or the words for \"closed\"");
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_opening (CareClinicInfo      *self,
              const CareJsonView  *view,
              GError             **error)
{
  const char *days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };
  CareJsonView opening = { 0 };

  if (!care_json_view_get_object (view, "opening", CARE_JSON_REQUIRED, &opening, error) ||
      !care_json_view_refuse_unknown (&opening, days, error))
    return FALSE;

  for (int day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    {
      self->opening[day] = care_clinic_opening_read_spans (&opening, days[day - G_DATE_MONDAY], error);
      if (self->opening[day] == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_prices (const CareJsonView  *view,
             GError             **error)
{
  CareJsonView prices = { 0 };

  if (!care_json_view_get_array (view, "prices", CARE_JSON_OPTIONAL, &prices, error))
    return FALSE;

  if (prices.node != NULL && care_json_view_get_length (&prices) > 0)
    {
      care_json_view_set_error (&prices, error, CARE_ERROR_UNSUPPORTED,
                                "this version keeps no prices; leave the list empty");
      return FALSE;
    }

  return TRUE;
}

/**
 * care_clinic_info_new_from_json:
 * @node: the whole document
 * @source: where it came from, for error messages
 * @error: return location for an error
 *
 * Reads and checks a clinic's settings.
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL with an error
 *   that names the place
 */
CareClinicInfo *
care_clinic_info_new_from_json (JsonNode    *node,
                                const char  *source,
                                GError     **error)
{
  const char *known[] = { "format_version", "sample", "black", "id", "name", "address", "country",
                          "time_zone", "languages", "hours24", "digits", "phones", "reporting", "opening",
                          "closed", "rooms", "staff", "prices", "batches", "forms", NULL };
  g_autoptr (CareClinicInfo) self = NULL;
  CareJsonView view;
  gint64 version = 0;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  care_json_view_init (&view, source, node);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      care_json_view_set_error (&view, error, CARE_ERROR_INPUT,
                                "a clinic's settings are one JSON object");
      return NULL;
    }
  if (!care_json_view_get_int (&view, "format_version", CARE_JSON_REQUIRED, 0, G_MAXINT, &version, error))
    return NULL;
  if (version != FORMAT_VERSION)
    {
      CareJsonView member;

      if (care_json_view_peek_member (&view, "format_version", &member))
        care_json_view_set_error (&member, error, CARE_ERROR_UNSUPPORTED,
                                  "format_version %" G_GINT64_FORMAT " is not known; this version reads %d",
                                  version, FORMAT_VERSION);
      return NULL;
    }

  self = g_object_new (CARE_TYPE_CLINIC_INFO, NULL);
  if (!care_json_view_refuse_unknown (&view, known, error) ||
      !read_identity (self, &view, error) ||
      !read_languages (self, &view, error) ||
      !read_phones (self, &view, error) ||
      !care_json_view_get_text (&view, "reporting", CARE_JSON_OPTIONAL, &self->reporting, error) ||
      !read_opening (self, &view, error) ||
      !read_prices (&view, error))
    return NULL;

  self->closed = care_clinic_opening_read_closed (&view, error);
  if (self->closed == NULL)
    return NULL;
  self->rooms = care_clinic_parts_read_rooms (&view, error);
  if (self->rooms == NULL)
    return NULL;
  self->staff = care_clinic_parts_read_staff (&view, self->sample, error);
  if (self->staff == NULL)
    return NULL;
  self->batches = care_clinic_parts_read_batches (&view, error);
  if (self->batches == NULL)
    return NULL;
  self->forms = care_clinic_form_read_list (&view, error);
  if (self->forms == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * care_clinic_info_new_from_text:
 * @json: a clinic's settings file
 * @length: its length in bytes, or -1
 * @source: where it came from, for error messages
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL with an error
 *   that names the place
 */
CareClinicInfo *
care_clinic_info_new_from_text (const char  *json,
                                gssize       length,
                                const char  *source,
                                GError     **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  node = care_json_parse (json, length, source, &LIMITS, error);
  if (node == NULL)
    return NULL;

  return care_clinic_info_new_from_json (node, source, error);
}

/**
 * care_clinic_info_load:
 * @path: a clinic's settings file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL with an error
 *   that names file and place
 */
CareClinicInfo *
care_clinic_info_load (const char  *path,
                       GError     **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  node = care_json_load (path, &LIMITS, error);
  if (node == NULL)
    return NULL;

  return care_clinic_info_new_from_json (node, path, error);
}
