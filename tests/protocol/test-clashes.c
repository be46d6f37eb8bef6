/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Pairs of lines that a clinic might add to the shipped protocol: those that contradict each other, or a shipped one, and
 * those that may stand side by side. */

#include "care-test-protocol.h"

#include <string.h>

#include "base/care-json.h"

typedef struct
{
  const char *name;
  /* Each a line's members beside id, text and sources; the second may be NULL: against what is shipped. */
  const char *one;
  const char *other;
  /* The id that is contradicted, or NULL: the two may stand side by side. */
  const char *against;
} Pair;

#define DO(topic, more)    "\"block\": \"care\", \"topic\": \"" topic "\", \"stance\": \"do\"" more
#define AVOID(topic, more) "\"block\": \"care\", \"topic\": \"" topic "\", \"stance\": \"avoid\"" more
#define WHEN(when)         ", \"when\": {" when "}"
#define FACE               "\"areas\": \"face\""
#define BODY               "\"areas\": \"body\""

static const Pair pairs[] = {
  /* arnica off and on: the sample has neither (facts.md section 1), a clinic may want one of the two */
  { "arnica", DO ("arnica", ""), AVOID ("arnica", ""), "one" },
  { "arnica-turned", AVOID ("arnica", ""), DO ("arnica", ""), "one" },
  { "arnica-face-and-all", DO ("arnica", WHEN (FACE)), AVOID ("arnica", ""), "one" },
  /* One visit may treat both. */
  { "arnica-face-and-body", DO ("arnica", WHEN (FACE)), AVOID ("arnica", WHEN (BODY)), "one" },
  { "arnica-on", DO ("arnica", ""), NULL, NULL },
  { "arnica-off", AVOID ("arnica", ""), NULL, NULL },
  { "arnica-on-twice", DO ("arnica", ""), DO ("arnica", WHEN (FACE)), NULL },

  /* massage and no massage: the shipped line is against it */
  { "massage", DO ("massage", ""), NULL, "massage" },
  { "massage-body", DO ("massage", WHEN (BODY)), NULL, "massage" },
  { "massage-last-session", DO ("massage", WHEN ("\"last_session\": true")), NULL, "massage" },
  { "massage-off-twice", AVOID ("massage", ""), NULL, NULL },

  /* a cool pack on numb skin: unknown counts as numb */
  { "cold", DO ("cold", ""), NULL, "numb-skin" },
  { "cold-numb", DO ("cold", WHEN ("\"numbed\": \"yes-or-unknown\"")), NULL, "numb-skin" },
  { "cold-not-numb", DO ("cold", WHEN ("\"numbed\": \"no\"")), NULL, NULL },
  { "cold-feeling-back", DO ("cold", ", \"from\": \"feeling-back\""), NULL, NULL },

  /* other things for and against */
  { "bath", DO ("hot-bath", ""), NULL, "hot-bath" },
  { "sun", DO ("sun", ""), NULL, "sun" },
  { "work", AVOID ("work", ""), NULL, "work" },
  { "meals", AVOID ("diet", ""), NULL, "meals" },

  /* two times for one thing, in part */
  { "times", AVOID ("ice", ", \"hours\": 24"), AVOID ("ice", ", \"hours\": 48"), "one" },
  { "times-in-part", AVOID ("ice", ", \"hours\": 24" WHEN (FACE)), AVOID ("ice", ", \"hours\": 48"), "one" },
  { "times-same", AVOID ("ice", ", \"hours\": 24" WHEN (FACE)), AVOID ("ice", ", \"hours\": 24"), NULL },

  /* never on one sheet */
  { "other-visits", DO ("ice", WHEN ("\"visits\": [\"first\"]")), AVOID ("ice", WHEN ("\"visits\": [\"session\"]")), NULL },
  { "other-products", DO ("ice", WHEN ("\"classes\": [\"booster\"]")),
    AVOID ("ice", WHEN ("\"classes\": [\"fat-dissolving\"]")), NULL },
  { "numb-or-not", DO ("ice", WHEN ("\"numbed\": \"no\"")), AVOID ("ice", WHEN ("\"numbed\": \"yes-or-unknown\"")), NULL },
  { "other-things", DO ("ice", ""), AVOID ("heat", ""), NULL },
};

static void
add_line (JsonArray  *lines,
          const char *id,
          const char *members)
{
  static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar" };
  g_autofree char *text = g_strdup_printf ("{\"id\": \"%s\", \"sources\": [\"clinic:Dr A. Example, 2026-11-01, our way\"], %s}",
                                           id, members);
  g_autoptr (GError) error = NULL;
  JsonNode *node = care_json_parse (text, -1, id, NULL, &error);
  JsonObject *words = json_object_new ();

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    json_object_set_string_member (words, languages[i], strstr (members, "\"hours\"") != NULL ? "{time}" : "Ok.");
  json_object_set_object_member (json_node_get_object (node), "text", words);
  json_array_add_element (lines, node);
}

static void
test_pair (gconstpointer data)
{
  const Pair *pair = data;
  g_autofree char *shipped = care_test_change_protocol (NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = care_json_parse (shipped, -1, "test.json", NULL, &error);
  JsonArray *lines = json_object_get_array_member (json_node_get_object (document), "lines");
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (CareFacts) facts = care_test_load_facts ();
  g_autoptr (GPtrArray) refusals = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wanted = pair->against != NULL ? g_strdup_printf ("contradicts '%s'", pair->against) : NULL;
  gboolean found = FALSE;

  add_line (lines, "one", pair->one);
  if (pair->other != NULL)
    add_line (lines, "other", pair->other);
  text = care_json_to_text (document, CARE_JSON_COMPACT);
  protocol = care_protocol_new_from_text (text, -1, "test.json", &error);
  g_assert_no_error (error);

  refusals = care_protocol_check (protocol, facts, NULL);
  for (guint i = 0; i < refusals->len; i++)
    {
      const CareRefusal *refusal = g_ptr_array_index (refusals, i);

      if (strstr (refusal->reason, "contradicts") == NULL)
        continue;
      if (wanted == NULL)
        g_error ("refused: %s: %s", refusal->path, refusal->reason);
      found |= strstr (refusal->reason, wanted) != NULL;
    }
  if (wanted != NULL && !found)
    g_error ("nothing %s", wanted);
}

/* A line that no clash could be found for. */
typedef struct
{
  const char *name;
  const char *members;
  const char *member; /* that is missing, or NULL */
} Lone;

static const Lone lone[] = {
  { "care", "\"block\": \"care\"", "topic" },
  { "food", "\"block\": \"food\"", "topic" },
  { "medicine", "\"block\": \"medicine\", \"stance\": \"do\"", "topic" },
  { "limit", "\"block\": \"limit\", \"hours\": 24", "topic" },
  { "before", "\"block\": \"before\"", "topic" },
  { "no-stance", "\"block\": \"care\", \"topic\": \"arnica\"", "stance" },
  { "whole", DO ("arnica", ""), NULL },
  { "normal", "\"block\": \"normal\"", NULL },
};

static void
test_lone (gconstpointer data)
{
  const Lone *line = data;
  g_autofree char *shipped = care_test_change_protocol (NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = care_json_parse (shipped, -1, "test.json", NULL, &error);
  JsonArray *lines = json_object_get_array_member (json_node_get_object (document), "lines");
  g_autofree char *wanted = g_strdup_printf ("/lines/%u/%s", json_array_get_length (lines), line->member);
  g_autoptr (CareFacts) facts = care_test_load_facts ();
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autofree char *text = NULL;
  guint found = 0;

  add_line (lines, "one", line->members);
  text = care_json_to_text (document, CARE_JSON_COMPACT);
  protocol = care_protocol_new_from_text (text, -1, "test.json", &error);
  g_assert_no_error (error);
  refusals = care_protocol_check (protocol, facts, NULL);
  for (guint i = 0; i < refusals->len; i++)
    {
      const CareRefusal *refusal = g_ptr_array_index (refusals, i);

      if (strstr (refusal->reason, "nothing finds a line that contradicts it") == NULL)
        continue;
      g_assert_nonnull (line->member);
      g_assert_cmpstr (refusal->path, ==, wanted);
      found++;
    }
  g_assert_cmpuint (found, ==, line->member != NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/clashes/", pairs[i].name, NULL);

      g_test_add_data_func (path, &pairs[i], test_pair);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (lone); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/clashes/lone/", lone[i].name, NULL);

      g_test_add_data_func (path, &lone[i], test_lone);
    }

  return g_test_run ();
}
