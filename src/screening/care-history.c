/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-history.h"

#include "base/care-json-view.h"
#include "base/care-json.h"

struct _CareHistory
{
  GObject parent_instance;

  /* (element-type CareHistoryEntry), oldest first */
  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (CareHistory, care_history, G_TYPE_OBJECT)

static void
entry_free (CareHistoryEntry *entry)
{
  g_free (entry->product);
  g_strfreev (entry->areas);
  g_free (entry->sign);
  g_free (entry);
}

static void
care_history_finalize (GObject *object)
{
  CareHistory *self = CARE_HISTORY (object);

  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (care_history_parent_class)->finalize (object);
}

static void
care_history_class_init (CareHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_history_finalize;
}

static void
care_history_init (CareHistory *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
}

/**
 * care_history_new:
 *
 * Returns: (transfer full): a history in which nothing has happened
 */
CareHistory *
care_history_new (void)
{
  return g_object_new (CARE_TYPE_HISTORY, NULL);
}

/* Keeps the order of time; of two at one instant the one added later stays later. */
static CareHistoryEntry *
add (CareHistory      *self,
     CareHistoryEvent  event,
     CareInstant       at,
     const char       *product)
{
  CareHistoryEntry *entry = g_new0 (CareHistoryEntry, 1);
  guint place = self->entries->len;

  entry->event = event;
  entry->at = at;
  entry->product = g_strdup (product);

  while (place > 0 && ((CareHistoryEntry *) g_ptr_array_index (self->entries, place - 1))->at > at)
    place--;

  g_ptr_array_insert (self->entries, (int) place, entry);

  return entry;
}

/* The view of one event as it is read. */
typedef struct
{
  int event;
  int result; /* -1: none */
  const char *at;
  const char *product;
  const char *sign;
  gint64 injections;
  GStrv areas;
} Reading;

static gboolean
read_event (const CareJsonView *view,
            Reading            *out,
            GError            **error)
{
  static const char *const known[] = {
    "event", "at", "product", "batch", "result", "areas", "sign", "injections", NULL
  };
  static const char *const events[] = { "test", "reading", "session", "consent", "reaction", NULL };
  static const char *const results[] = { "clear", "reaction", NULL };
  const char *batch = NULL;

  return care_json_view_refuse_unknown (view, known, error) &&
         care_json_view_get_enum (view, "event", CARE_JSON_REQUIRED, events, &out->event, error) &&
         care_json_view_get_string (view, "at", CARE_JSON_REQUIRED, &out->at, error) &&
         care_json_view_get_string (view, "product", CARE_JSON_OPTIONAL, &out->product, error) &&
         care_json_view_get_string (view, "batch", CARE_JSON_OPTIONAL, &batch, error) &&
         care_json_view_get_enum (view, "result", CARE_JSON_OPTIONAL, results, &out->result, error) &&
         care_json_view_get_strv (view, "areas", CARE_JSON_OPTIONAL, &out->areas, error) &&
         care_json_view_get_string (view, "sign", CARE_JSON_OPTIONAL, &out->sign, error) &&
         care_json_view_get_int (view, "injections", CARE_JSON_OPTIONAL, 0, 1000, &out->injections, error);
}

static gboolean
add_event (CareHistory        *self,
           const CareJsonView *view,
           GTimeZone          *zone,
           GError            **error)
{
  Reading reading = { .result = -1 };
  g_autoptr (GError) local = NULL;
  CareHistoryEntry *entry;
  CareInstant at;
  CareJsonView child;

  if (!read_event (view, &reading, error))
    {
      g_strfreev (reading.areas);
      return FALSE;
    }

  at = care_instant_parse (reading.at, zone, &local);
  if (at == CARE_INSTANT_NONE)
    {
      if (care_json_view_peek_member (view, "at", &child))
        care_json_view_set_error (&child, error, CARE_ERROR_INPUT, "%s", local->message);
      g_strfreev (reading.areas);
      return FALSE;
    }

  entry = add (self, reading.event, at, reading.product);
  entry->result = (CareResult) (reading.result + 1);
  entry->areas = reading.areas;
  entry->sign = g_strdup (reading.sign);
  entry->injections = (int) reading.injections;

  if (entry->event == CARE_HISTORY_READING && entry->result == CARE_RESULT_NONE)
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT, "a reading needs 'result': clear or reaction");
      return FALSE;
    }

  return TRUE;
}

/**
 * care_history_new_from_node:
 * @node: a JSON array of events
 * @source: what messages call it
 * @zone: the zone of times without an offset
 * @error: %CARE_ERROR_INPUT with the place
 *
 * Returns: (transfer full) (nullable): the history
 */
CareHistory *
care_history_new_from_node (JsonNode    *node,
                            const char  *source,
                            GTimeZone   *zone,
                            GError     **error)
{
  g_autoptr (CareHistory) self = care_history_new ();
  CareJsonView root;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  care_json_view_init (&root, source, node);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      care_json_view_set_error (&root, error, CARE_ERROR_INPUT, "a history is a JSON array of events");
      return NULL;
    }

  for (guint i = 0; i < care_json_view_get_length (&root); i++)
    {
      CareJsonView element;

      if (care_json_view_peek_element (&root, i, &element) && !add_event (self, &element, zone, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * care_history_load:
 * @path: a JSON file
 * @zone: the zone of times without an offset
 * @error: %CARE_ERROR_INPUT or %CARE_ERROR_ENVIRONMENT
 *
 * Returns: (transfer full) (nullable): the history
 */
CareHistory *
care_history_load (const char  *path,
                   GTimeZone   *zone,
                   GError     **error)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  node = care_json_load (path, &limits, error);
  if (node == NULL)
    return NULL;

  return care_history_new_from_node (node, path, zone, error);
}

void
care_history_add_test (CareHistory *self,
                       CareInstant  at,
                       const char  *product,
                       int          injections)
{
  g_return_if_fail (CARE_IS_HISTORY (self));

  add (self, CARE_HISTORY_TEST, at, product)->injections = injections;
}

void
care_history_add_reading (CareHistory *self,
                          CareInstant  at,
                          const char  *product,
                          CareResult   result)
{
  g_return_if_fail (CARE_IS_HISTORY (self));

  add (self, CARE_HISTORY_READING, at, product)->result = result;
}

void
care_history_add_session (CareHistory       *self,
                          CareInstant        at,
                          const char        *product,
                          const char *const *areas)
{
  g_return_if_fail (CARE_IS_HISTORY (self));

  add (self, CARE_HISTORY_SESSION, at, product)->areas = g_strdupv ((char **) areas);
}

void
care_history_add_consent (CareHistory       *self,
                          CareInstant        at,
                          const char        *product,
                          const char *const *areas)
{
  g_return_if_fail (CARE_IS_HISTORY (self));

  add (self, CARE_HISTORY_CONSENT, at, product)->areas = g_strdupv ((char **) areas);
}

void
care_history_add_reaction (CareHistory *self,
                           CareInstant  at,
                           const char  *product,
                           const char  *sign)
{
  g_return_if_fail (CARE_IS_HISTORY (self));

  add (self, CARE_HISTORY_REACTION, at, product)->sign = g_strdup (sign);
}

guint
care_history_get_n_entries (CareHistory *self)
{
  g_return_val_if_fail (CARE_IS_HISTORY (self), 0);

  return self->entries->len;
}

const CareHistoryEntry *
care_history_get_entry (CareHistory *self,
                        guint        index)
{
  g_return_val_if_fail (CARE_IS_HISTORY (self), NULL);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, index);
}
