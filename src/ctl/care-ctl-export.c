/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"
#include "course/care-ical.h"
#include "ctl/care-ctl-store.h"
#include "records/care-audit.h"

#define FHIR "https://aftercare.example/fhir/"

/* A PIN's hash leaves the store for nobody. */
static gboolean
is_secret (CareDocument *document)
{
  return strcmp (care_document_get_kind (document), "Basic") == 0;
}

static void
add_entry (JsonArray  *entries,
           JsonObject *resource)
{
  JsonObject *entry = json_object_new ();
  g_autofree char *url = g_strconcat (FHIR, json_object_get_string_member (resource, "resourceType"), "/",
                                      json_object_get_string_member (resource, "id"), NULL);

  json_object_set_string_member (entry, "fullUrl", url);
  json_object_set_object_member (entry, "resource", json_object_ref (resource));
  json_array_add_object_element (entries, entry);
}

/* One patient's documents, and what belongs to everybody: clinic, rooms, staff, products. */
static gboolean
belongs (CareDocument *document,
         const char   *patient)
{
  const char *subject = care_document_get_subject (document);

  return !is_secret (document) && (patient == NULL || subject == NULL || strcmp (subject, patient) == 0);
}

static gboolean
add_audit (CareStore  *store,
           JsonArray  *entries,
           GError    **error)
{
  gint64 last = 0;

  while (TRUE)
    {
      g_autoptr (GPtrArray) rows = care_store_list_audit (store, last, 500, error);

      if (rows == NULL)
        return FALSE;
      if (rows->len == 0)
        return TRUE;

      for (guint i = 0; i < rows->len; i++)
        {
          const CareAuditRow *row = g_ptr_array_index (rows, i);
          g_autoptr (JsonNode) node = json_from_string (row->text, error);

          if (node == NULL)
            return FALSE;
          add_entry (entries, json_node_get_object (node));
          last = row->number;
        }
    }
}

static gboolean
export_fhir (CareCtlStore *store,
             const char   *patient,
             const char   *output,
             GError      **error)
{
  g_autoptr (GPtrArray) documents = care_store_list (store->store, NULL, NULL, error);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) bundle = json_object_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *now = NULL;
  JsonArray *entries = json_array_new ();

  json_object_set_string_member (bundle, "resourceType", "Bundle");
  json_object_set_string_member (bundle, "type", "collection");
  json_object_set_array_member (bundle, "entry", entries);
  json_node_set_object (root, bundle);
  if (documents == NULL)
    return FALSE;

  now = care_instant_format (care_clock_now (store->clock), utc);
  json_object_set_string_member (bundle, "timestamp", now);
  for (guint i = 0; i < documents->len; i++)
    if (belongs (g_ptr_array_index (documents, i), patient))
      add_entry (entries, care_document_get_resource (g_ptr_array_index (documents, i)));
  if (patient == NULL && !add_audit (store->store, entries, error))
    return FALSE;

  return care_json_save (root, output, error);
}

/* Times and rooms and no names: a calendar goes to places that records do not. */
static gboolean
export_ical (CareCtlStore *store,
             const char   *patient,
             const char   *output,
             GError      **error)
{
  g_autoptr (GPtrArray) documents = care_store_list (store->store, "Appointment", patient, error);
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (CareIcalEvent));
  g_autofree char *text = NULL;

  if (documents == NULL)
    return FALSE;

  for (guint i = 0; i < documents->len; i++)
    {
      CareDocument *document = g_ptr_array_index (documents, i);
      JsonObject *resource = care_document_get_resource (document);
      const char *status = json_object_get_string_member_with_default (resource, "status", "");
      CareIcalEvent event = { .uid = care_document_get_id (document),
                              .sequence = care_document_get_version (document) - 1,
                              .start = CARE_INSTANT_NONE, .summary = "Visit" };

      if (strcmp (status, "cancelled") == 0 || strcmp (status, "noshow") == 0)
        continue;
      event.start = care_instant_parse (json_object_get_string_member (resource, "start"), NULL, error);
      event.end = care_instant_parse (json_object_get_string_member (resource, "end"), NULL, error);
      if (event.start == CARE_INSTANT_NONE || event.end == CARE_INSTANT_NONE)
        return FALSE;
      g_array_append_val (events, event);
    }
  text = care_ical_write ((const CareIcalEvent *) (void *) events->data, events->len, care_clock_now (store->clock));
  if (!g_file_set_contents (output, text, -1, error))
    {
      g_prefix_error (error, "%s: ", output);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_patient (CareCtlStore *store,
               const char   *patient,
               GError      **error)
{
  g_autoptr (CareDocument) document = NULL;

  if (patient == NULL)
    return TRUE;

  document = care_store_get (store->store, "Patient", patient, error);

  return document != NULL;
}

CareCtlStatus
care_ctl_export (int    argc,
                 char **argv)
{
  g_auto (CareCtlStore) store = { NULL };
  g_autofree char *format = NULL;
  g_autofree char *patient = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, "fhir (a Bundle) or ical", "FORMAT" },
    { "patient", 0, 0, G_OPTION_ARG_STRING, &patient, "one patient only", "ID" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "where to", "OUT" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- write out what the records hold");
  g_autoptr (GError) error = NULL;
  gboolean ical;

  g_option_context_add_main_entries (context, entries, NULL);
  care_ctl_store_add_options (&store, context);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return care_ctl_usage ("export: %s", error->message);
  if (argc != 1)
    return care_ctl_usage ("export: '%s' is not understood", argv[1]);
  if (output == NULL)
    return care_ctl_usage ("export: -o OUT is missing");
  ical = g_strcmp0 (format, "ical") == 0;
  if (!ical && g_strcmp0 (format, "fhir") != 0)
    return care_ctl_usage ("export: --format must be fhir or ical");

  if (!care_ctl_store_open (&store, FALSE, &error) || !check_patient (&store, patient, &error))
    return care_ctl_fail (error);
  if (ical ? !export_ical (&store, patient, output, &error) : !export_fhir (&store, patient, output, &error))
    return care_ctl_fail (error);

  return CARE_CTL_DONE;
}
