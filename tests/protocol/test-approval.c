/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Approving a version's rules and, one by one, the languages' texts; and what a later edit does to it. */

#include "care-test-protocol.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"
#include "protocol/care-approving.h"
#include "protocol/care-patient-text.h"
#include "protocol/care-reading.h"

static const CareApproving LEA = { "Lea Example", "clinician", "2026-11-29", NULL, NULL, NULL };

static JsonNode *
load_document (const char *place,
               const char *value)
{
  g_autofree char *text = care_test_change_protocol (place, value);
  g_autoptr (GError) error = NULL;
  JsonNode *document = care_json_parse (text, -1, "test.json", NULL, &error);

  g_assert_no_error (error);

  return document;
}

static CareProtocol *
read_protocol (JsonNode *document)
{
  g_autofree char *text = care_json_to_text (document, CARE_JSON_COMPACT);
  g_autoptr (GError) error = NULL;
  CareProtocol *protocol = care_protocol_new_from_text (text, -1, "test.json", &error);

  g_assert_no_error (error);

  return protocol;
}

static JsonNode *
approve (JsonNode            *document,
         const char          *language,
         const CareApproving *how,
         GError             **error)
{
  g_autoptr (CareFacts) facts = care_test_load_facts ();
  g_autoptr (CarePlain) plain = care_test_load_plain ();

  if (language == NULL)
    return care_approving_version (document, "test.json", how, facts, plain, error);

  return care_approving_language (document, "test.json", language, how, facts, plain, error);
}

static JsonNode *
approve_well (JsonNode            *document,
              const char          *language,
              const CareApproving *how)
{
  g_autoptr (GError) error = NULL;
  JsonNode *approved = approve (document, language, how, &error);

  g_assert_no_error (error);
  g_assert_nonnull (approved);

  return approved;
}

static void
assert_refused (JsonNode            *document,
                const char          *language,
                const CareApproving *how,
                const char          *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) approved = approve (document, language, how, &error);

  g_assert_null (approved);
  g_assert_nonnull (error);
  if (strstr (error->message, why) == NULL)
    g_error ("'%s' does not say '%s'", error->message, why);
}

static JsonObject *
find_line (JsonNode   *document,
           const char *id)
{
  JsonArray *lines = json_object_get_array_member (json_node_get_object (document), "lines");

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonObject *line = json_array_get_object_element (lines, i);

      if (strcmp (json_object_get_string_member (line, "id"), id) == 0)
        return line;
    }
  g_assert_not_reached ();
}

static void
edit_line (JsonNode   *document,
           const char *id,
           const char *language,
           const char *words)
{
  json_object_set_string_member (json_object_get_object_member (find_line (document, id), "text"), language, words);
}

/* One letter of one language voids that language's approval; the others stand, and so do the rules'. */
static void
test_edit (void)
{
  g_autoptr (JsonNode) shipped = load_document ("/status", "\"draft\"");
  g_autoptr (JsonNode) english = approve_well (shipped, "en", &LEA);
  g_autoptr (JsonNode) spanish = approve_well (english, "es", &LEA);
  g_autoptr (JsonNode) all = approve_well (spanish, NULL, &LEA);
  g_autoptr (CareProtocol) before = read_protocol (all);
  g_autoptr (CareProtocol) after = NULL;
  g_autoptr (CareProtocol) first = read_protocol (shipped);

  g_assert_null (care_protocol_peek_approval (first, "en"));
  g_assert_cmpint (care_protocol_get_status (before), ==, CARE_PROTOCOL_IN_FORCE);
  g_assert_cmpstr (care_protocol_get_approval (before, "en")->approver, ==, "Lea Example");
  g_assert_cmpstr (care_protocol_get_approval (before, "en")->role, ==, "clinician");
  g_assert_cmpstr (care_protocol_get_approval (before, "en")->review, ==, "2027-11-29");
  g_assert_nonnull (care_protocol_get_approval (before, "es"));
  g_assert_null (care_protocol_get_approval (before, "de"));

  edit_line (all, "massage", "en", "Do not rub the spots.");
  after = read_protocol (all);
  g_assert_null (care_protocol_get_approval (after, "en"));
  g_assert_cmpint (care_protocol_peek_approval (after, "en")->state, ==, CARE_APPROVAL_CHANGED);
  g_assert_nonnull (care_protocol_get_approval (after, "es"));
  g_assert_cmpint (care_protocol_get_status (after), ==, CARE_PROTOCOL_IN_FORCE);
}

/* What is not words is the version's: an hour more, and nobody has approved these rules. */
static void
test_rules (void)
{
  g_autoptr (JsonNode) shipped = load_document ("/status", "\"draft\"");
  g_autoptr (JsonNode) english = approve_well (shipped, "en", &LEA);
  g_autoptr (JsonNode) all = approve_well (english, NULL, &LEA);
  g_autoptr (CareProtocol) after = NULL;
  g_autoptr (CareProtocol) withdrawn = NULL;
  g_autoptr (JsonNode) without = NULL;
  g_autoptr (GError) error = NULL;

  without = care_approving_withdraw_version (all, "test.json", &error);
  g_assert_no_error (error);
  withdrawn = read_protocol (without);
  g_assert_cmpint (care_protocol_get_status (withdrawn), ==, CARE_PROTOCOL_DRAFT);
  g_assert_nonnull (care_protocol_get_approval (withdrawn, "en"));

  json_object_set_int_member (find_line (all, "hot-shower"), "hours", 9);
  after = read_protocol (all);
  g_assert_cmpint (care_protocol_peek_version_approval (after)->state, ==, CARE_APPROVAL_CHANGED);
  g_assert_cmpint (care_protocol_get_status (after), ==, CARE_PROTOCOL_DRAFT);
  g_assert_nonnull (care_protocol_get_approval (after, "en"));
}

/* Approved or not, a sample stays one. */
static void
test_sample (void)
{
  g_autoptr (JsonNode) shipped = load_document (NULL, NULL);
  g_autoptr (JsonNode) english = approve_well (shipped, "en", &LEA);
  g_autoptr (JsonNode) all = approve_well (english, NULL, &LEA);
  g_autoptr (CareProtocol) protocol = read_protocol (all);

  g_assert_cmpint (care_protocol_get_status (protocol), ==, CARE_PROTOCOL_SAMPLE);
  g_assert_cmpint (care_protocol_peek_version_approval (protocol)->state, ==, CARE_APPROVAL_STANDS);
}

static void
test_withdraw (void)
{
  g_autoptr (JsonNode) shipped = load_document (NULL, NULL);
  g_autoptr (JsonNode) english = approve_well (shipped, "en", &LEA);
  g_autoptr (JsonNode) both = approve_well (english, "fr", &LEA);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) one = care_approving_withdraw_language (both, "test.json", "en", &error);
  g_autoptr (JsonNode) none = NULL;
  g_autoptr (CareProtocol) protocol = NULL;

  g_assert_no_error (error);
  protocol = read_protocol (one);
  g_assert_null (care_protocol_peek_approval (protocol, "en"));
  g_assert_nonnull (care_protocol_get_approval (protocol, "fr"));

  none = care_approving_withdraw_language (one, "test.json", "en", &error);
  g_assert_null (none);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_REFUSED);
}

static void
test_refused (void)
{
  g_autoptr (JsonNode) shipped = load_document (NULL, NULL);
  g_autoptr (JsonNode) missing = load_document ("/lines/=massage/text/de", NULL);
  g_autoptr (JsonNode) draft = load_document ("/status", "\"draft\"");
  g_autoptr (JsonNode) claim = load_document ("/lines/=massage/text/de", "\"Völlig schmerzfrei und sicher.\"");
  CareApproving how = LEA;

  how.role = "receptionist";
  assert_refused (shipped, "en", &how, "only a clinician or the owner");
  assert_refused (shipped, NULL, &how, "only a clinician or the owner");
  how.role = "owner";
  how.by = "";
  assert_refused (shipped, "en", &how, "approver: is missing");
  how.by = "Ines Sample";
  how.date = "29/11/2026";
  assert_refused (shipped, "en", &how, "date: must be a day");
  how.date = "2026-11-29";
  how.review = "2026-11-28";
  assert_refused (shipped, "en", &how, "after the day of approval");
  how.review = NULL;
  assert_refused (shipped, "it", &how, "no language of the patients");
  assert_refused (shipped, "ar", &how, "name who has read every text");
  how.reader = "Mona Example";
  assert_refused (shipped, "de", &how, "only where no formula does");
  how.reader = NULL;
  assert_refused (missing, "de", &how, "missing");
  assert_refused (claim, "de", &how, "never printed");
  assert_refused (draft, NULL, &how, "needs a language");
}

/* What is wrong in one language does not hold up another. */
static void
test_one_by_one (void)
{
  g_autoptr (JsonNode) missing = load_document ("/lines/=massage/text/de", NULL);
  g_autoptr (JsonNode) english = approve_well (missing, "en", &LEA);
  g_autoptr (CareProtocol) protocol = read_protocol (english);
  CareApproving how = LEA;
  g_autoptr (JsonNode) arabic = NULL;
  g_autoptr (CareProtocol) read = NULL;

  g_assert_cmpuint (care_protocol_count_missing_texts (protocol, "de"), ==, 1);
  g_assert_cmpuint (care_protocol_count_missing_texts (protocol, "en"), ==, 0);
  g_assert_nonnull (care_protocol_get_approval (protocol, "en"));

  how.reader = "Mona Example";
  arabic = approve_well (english, "ar", &how);
  read = read_protocol (arabic);
  g_assert_cmpstr (care_protocol_get_approval (read, "ar")->reader, ==, "Mona Example");
  g_assert_cmpstr (care_protocol_get_approval (read, "ar")->read, ==, "2026-11-29");
}

/* A text above the reading level in each language that a formula measures. */
static const struct
{
  const char *language;
  const char *hard;
} HARD[] = {
  { "en", "Continuous manipulation of the treated area necessitates immediate professional consultation." },
  { "es", "La manipulación continuada de la superficie previamente tratada requiere inmediatamente consulta profesional." },
  { "fr", "La manipulation prolongée de la surface préalablement traitée nécessite immédiatement une consultation médicale." },
  { "pt-BR", "A manipulação continuada da superfície previamente tratada necessita imediatamente de consulta profissional." },
  { "de", "Kontinuierliche Beanspruchung der vorbehandelten Hautoberfläche erfordert unverzügliche fachärztliche Rücksprache." },
};

static void
test_hard (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (JsonNode) document = load_document (NULL, NULL);
  g_autoptr (JsonNode) approved = NULL;
  g_autoptr (CareProtocol) protocol = NULL;
  CareApproving how = LEA;
  const CareOverride *override;

  edit_line (document, "massage", HARD[i].language, HARD[i].hard);
  assert_refused (document, HARD[i].language, &how, "too hard to read");

  how.reason = "the maker's words";
  approved = approve_well (document, HARD[i].language, &how);
  protocol = read_protocol (approved);
  g_assert_nonnull (care_protocol_get_approval (protocol, HARD[i].language));
  g_assert_cmpuint (care_protocol_get_overrides (protocol)->len, ==, 1);
  override = g_ptr_array_index (care_protocol_get_overrides (protocol), 0);
  g_assert_cmpstr (override->text, ==, "lines/massage");
  g_assert_cmpstr (override->language, ==, HARD[i].language);
  g_assert_cmpstr (override->by, ==, "Lea Example");
  g_assert_cmpstr (override->reason, ==, "the maker's words");
  g_assert_cmpfloat (override->grade, >, CARE_READING_LIMIT);
}

/* None of its texts is too hard by itself, all of them together are: grade 6 is what a language keeps to (w-01). */
static const struct
{
  const char *language;
  const char *text;
} HARDISH[] = {
  { "en", "Please cover the treated area with a clean cotton cloth before you go to bed." },
  { "es", "Quítese primero el maquillaje, por favor. Aquí hay toallitas." },
  { "fr", "Le praticien doit d'abord regarder votre test cutané." },
  { "pt-BR", "estiver doente, com febre, grávida ou talvez grávida" },
  { "de", "Atem schwer oder pfeifend, Schlucken geht nicht. Gesicht, Lippen, Zunge oder Hals schwellen an. Überall Quaddeln. "
          "Umfallen, Ohnmacht, dazu Erbrechen." },
};

static void
edit_all (JsonNode   *document,
          const char *language,
          const char *words)
{
  static const char *const parts[] = { "lines", "signs", "desk_texts", "teach_back" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      JsonArray *texts = json_object_get_array_member (json_node_get_object (document), parts[i]);

      for (guint j = 0; j < json_array_get_length (texts); j++)
        json_object_set_string_member (json_object_get_object_member (json_array_get_object_element (texts, j), "text"),
                                       language, words);
    }
}

static void
test_whole (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (JsonNode) document = load_document (NULL, NULL);
  g_autoptr (JsonNode) approved = NULL;
  g_autoptr (CareProtocol) protocol = NULL;
  CareApproving how = LEA;
  const CareOverride *override;
  CareReading reading;

  g_assert_true (care_reading_measure (HARDISH[i].text, HARDISH[i].language, &reading));
  g_assert_cmpfloat (reading.grade, >, CARE_READING_TARGET);
  g_assert_cmpfloat (reading.grade, <=, CARE_READING_LIMIT);

  edit_all (document, HARDISH[i].language, HARDISH[i].text);
  assert_refused (document, HARDISH[i].language, &how, "aim at 6");

  how.reason = "the maker's words";
  approved = approve_well (document, HARDISH[i].language, &how);
  protocol = read_protocol (approved);
  g_assert_cmpuint (care_protocol_get_overrides (protocol)->len, ==, 1);
  override = g_ptr_array_index (care_protocol_get_overrides (protocol), 0);
  g_assert_cmpstr (override->text, ==, CARE_OVERRIDE_ALL);
  g_assert_cmpstr (override->by, ==, "Lea Example");
}

/* An edit that is harder still is refused again, and the new override takes the place of the old one. */
static void
test_harder (void)
{
  g_autoptr (JsonNode) document = load_document (NULL, NULL);
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (CareProtocol) protocol = NULL;
  CareApproving how = LEA;

  edit_line (document, "massage", "en",
             "Continuous manipulation of the area is not allowed until the redness has entirely disappeared.");
  how.reason = "the maker's words";
  first = approve_well (document, "en", &how);
  edit_line (first, "massage", "en", HARD[0].hard);
  how.reason = NULL;
  assert_refused (first, "en", &how, "took on");
  how.reason = "the maker's words";
  second = approve_well (first, "en", &how);
  protocol = read_protocol (second);
  g_assert_cmpuint (care_protocol_get_overrides (protocol)->len, ==, 1);
}

/* What a page shows to read through: every text by name, with what is wrong. */
static void
test_texts (void)
{
  g_autoptr (JsonNode) document = load_document (NULL, NULL);
  g_autoptr (CarePlain) plain = care_test_load_plain ();
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  guint hard = 0;
  gboolean massage = FALSE;

  edit_line (document, "massage", "en", HARD[0].hard);
  protocol = read_protocol (document);
  texts = care_protocol_list_texts (protocol, plain, "en");
  g_assert_cmpuint (texts->len, >, 100);
  for (guint i = 0; i < texts->len; i++)
    {
      const CarePatientText *text = g_ptr_array_index (texts, i);

      hard += text->hard;
      g_assert_true (text->name[0] != '/');
      if (strcmp (text->name, "lines/massage") == 0)
        massage = text->hard && text->grade > CARE_READING_LIMIT;
    }
  g_assert_cmpuint (hard, ==, 1);
  g_assert_true (massage);
}

/* A program in the middle of a day takes the approvals over and keeps its texts. */
static void
test_take (void)
{
  g_autoptr (JsonNode) shipped = load_document ("/status", "\"draft\"");
  g_autoptr (JsonNode) english = approve_well (shipped, "en", &LEA);
  g_autoptr (JsonNode) all = approve_well (english, NULL, &LEA);
  g_autoptr (CareProtocol) in_use = read_protocol (shipped);
  g_autoptr (CareProtocol) approved = read_protocol (all);
  const CareLine *line = care_protocol_find_line (in_use, "massage");

  care_protocol_take_approvals (in_use, approved);
  g_assert_cmpint (care_protocol_get_status (in_use), ==, CARE_PROTOCOL_IN_FORCE);
  g_assert_nonnull (care_protocol_get_approval (in_use, "en"));
  g_assert_true (care_protocol_find_line (in_use, "massage") == line);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocol/approval/edit", test_edit);
  g_test_add_func ("/protocol/approval/rules", test_rules);
  g_test_add_func ("/protocol/approval/sample", test_sample);
  g_test_add_func ("/protocol/approval/withdraw", test_withdraw);
  g_test_add_func ("/protocol/approval/refused", test_refused);
  g_test_add_func ("/protocol/approval/one-by-one", test_one_by_one);
  for (guint i = 0; i < G_N_ELEMENTS (HARD); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/approval/hard/", HARD[i].language, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hard);
    }
  for (guint i = 0; i < G_N_ELEMENTS (HARDISH); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/approval/whole/", HARDISH[i].language, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_whole);
    }
  g_test_add_func ("/protocol/approval/harder", test_harder);
  g_test_add_func ("/protocol/approval/texts", test_texts);
  g_test_add_func ("/protocol/approval/take", test_take);

  return g_test_run ();
}
