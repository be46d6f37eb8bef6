/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-desk-words.h"

#include <glib/gi18n.h>

#include "base/care-text.h"
#include "base/care-typed.h"

typedef struct
{
  const char *word;
  CareTone    tone;
} CareStateWord;

static const CareStateWord STATES[] = {
  [CARE_STATE_EXPECTED] = { N_("Expected"), CARE_TONE_QUIET },
  [CARE_STATE_ARRIVED] = { N_("Arrived"), CARE_TONE_ACTIVE },
  [CARE_STATE_ANSWERING] = { N_("Answering"), CARE_TONE_WAITING },
  [CARE_STATE_TO_TAKE_BACK] = { N_("Take the device back"), CARE_TONE_ACTIVE },
  [CARE_STATE_MUST_DECIDE] = { N_("Clinician must decide"), CARE_TONE_DECIDE },
  [CARE_STATE_STOPPED] = { N_("Do not treat today"), CARE_TONE_STOP },
  [CARE_STATE_READY] = { N_("Ready"), CARE_TONE_GOOD },
  [CARE_STATE_IN_TREATMENT] = { N_("In treatment"), CARE_TONE_ACTIVE },
  [CARE_STATE_WATCH_UNTIL] = { N_("Watch"), CARE_TONE_WAITING },
  [CARE_STATE_SHEET_OWED] = { N_("Sheet owed"), CARE_TONE_DECIDE },
  [CARE_STATE_DONE] = { N_("Done"), CARE_TONE_GOOD },
  [CARE_STATE_LEFT_EARLY] = { N_("Left early"), CARE_TONE_QUIET },
  [CARE_STATE_NO_SHOW] = { N_("Did not come"), CARE_TONE_QUIET },
  [CARE_STATE_CANCELLED] = { N_("Called off"), CARE_TONE_QUIET },
};

static const char *const STEPS[] = {
  [CARE_NEXT_NOTHING] = NULL,
  [CARE_NEXT_ARRIVE] = N_("They are here"),
  [CARE_NEXT_HAND_OVER] = N_("Hand over"),
  [CARE_NEXT_TAKE_BACK] = N_("Take back"),
  [CARE_NEXT_CHOOSE_PRODUCT] = N_("Choose product"),
  [CARE_NEXT_DECIDE] = N_("Call clinician"),
  [CARE_NEXT_WAIT] = N_("Wait or move"),
  [CARE_NEXT_ASK_IN] = N_("Ask them in"),
  [CARE_NEXT_FINISH] = N_("Finished now"),
  [CARE_NEXT_RECORD] = N_("Write record"),
  [CARE_NEXT_WATCH] = N_("Watch"),
  [CARE_NEXT_BOOK] = N_("Next visit"),
  [CARE_NEXT_PRINT] = N_("Print sheet"),
  [CARE_NEXT_GIVE] = N_("Give sheet"),
  [CARE_NEXT_MOVE] = N_("Find another time"),
  [CARE_NEXT_CONSENT] = N_("Ask for consent"),
};

static const char *const ROOMS[] = {
  [CARE_ROOM_INTAKE] = N_("Intake"),
  [CARE_ROOM_CHECK] = N_("Check"),
  [CARE_ROOM_SESSION] = N_("Session"),
  [CARE_ROOM_NEXT_VISIT] = N_("Next visit"),
  [CARE_ROOM_SHEET] = N_("Sheet"),
};

static const char *const ROLES[] = {
  [CARE_STAFF_RECEPTIONIST] = N_("Reception"),
  [CARE_STAFF_CLINICIAN] = N_("Clinician"),
  [CARE_STAFF_OWNER] = N_("Owner"),
};

static const CareStateWord WORDS[] = {
  [CARE_WORD_NONE] = { N_("Not checked yet"), CARE_TONE_QUIET },
  [CARE_WORD_READY] = { N_("Ready"), CARE_TONE_GOOD },
  [CARE_WORD_MUST_DECIDE] = { N_("Clinician must decide"), CARE_TONE_DECIDE },
  [CARE_WORD_DO_NOT_TREAT] = { N_("Do not treat today"), CARE_TONE_STOP },
};

static const char *const KINDS[] = {
  [CARE_VISIT_FIRST] = N_("First visit"),
  [CARE_VISIT_READING] = N_("Reading"),
  [CARE_VISIT_SESSION] = N_("Session"),
};

typedef struct
{
  const char *code;
  const char *word;
} CareAreaWord;

static const CareAreaWord AREAS[] = {
  { "face", N_("face") },         { "chin", N_("chin") },
  { "neck", N_("neck") },         { "arms", N_("arms") },
  { "abdomen", N_("abdomen") },   { "flanks", N_("flanks") },
  { "back", N_("back") },         { "buttocks", N_("buttocks") },
  { "thighs", N_("thighs") },     { "legs", N_("legs") },
};

const char *
care_desk_words_state (CareVisitState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (STATES), "");

  return _(STATES[state].word);
}

CareTone
care_desk_words_state_tone (CareVisitState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (STATES), CARE_TONE_QUIET);

  return STATES[state].tone;
}

gboolean
care_desk_words_is_over (CareVisitState state)
{
  return state == CARE_STATE_DONE || state == CARE_STATE_LEFT_EARLY || state == CARE_STATE_NO_SHOW
         || state == CARE_STATE_CANCELLED;
}

/**
 * care_desk_words_step:
 * @step: the next step
 * @kind: of what visit
 *
 * Returns: (transfer none) (nullable): what its button says; NULL when nothing is left to do
 */
const char *
care_desk_words_step (CareNextStep  step,
                      CareVisitKind kind)
{
  g_return_val_if_fail ((guint) step < G_N_ELEMENTS (STEPS), NULL);

  if (step == CARE_NEXT_RECORD && kind == CARE_VISIT_READING)
    return _("Read test");
  return STEPS[step] != NULL ? _(STEPS[step]) : NULL;
}

const char *
care_desk_words_room (CareVisitRoom room)
{
  g_return_val_if_fail ((guint) room < G_N_ELEMENTS (ROOMS), "");

  return _(ROOMS[room]);
}

const char *
care_desk_words_role (CareStaffRole role)
{
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (ROLES), "");

  return _(ROLES[role]);
}

const char *
care_desk_words_word (CareWord word)
{
  g_return_val_if_fail ((guint) word < G_N_ELEMENTS (WORDS), "");

  return _(WORDS[word].word);
}

CareTone
care_desk_words_word_tone (CareWord word)
{
  g_return_val_if_fail ((guint) word < G_N_ELEMENTS (WORDS), CARE_TONE_QUIET);

  return WORDS[word].tone;
}

const char *
care_desk_words_kind_name (CareVisitKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (KINDS), "");

  return _(KINDS[kind]);
}

/**
 * care_desk_words_area:
 * @code: an area code
 *
 * Returns: (transfer none): the area in the desk's language, or the code itself
 */
const char *
care_desk_words_area (const char *code)
{
  g_return_val_if_fail (code != NULL, "");

  for (guint i = 0; i < G_N_ELEMENTS (AREAS); i++)
    if (g_str_equal (AREAS[i].code, code))
      return _(AREAS[i].word);
  return code;
}

char *
care_desk_words_areas (CareFormat        *format,
                       const char *const *codes)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_return_val_if_fail (CARE_IS_FORMAT (format), NULL);
  g_return_val_if_fail (codes != NULL, NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) care_desk_words_area (codes[i]));
  g_ptr_array_add (words, NULL);
  return care_format_list (format, (const char *const *) words->pdata);
}

char *
care_desk_words_kind (CareVisit *visit)
{
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  CareVisitKind kind = care_visit_get_kind (visit);
  guint number = care_visit_get_session_number (visit);
  guint count = care_visit_get_session_count (visit);

  if (kind != CARE_VISIT_SESSION || number == 0)
    return g_strdup (care_desk_words_kind_name (kind));
  if (count == 0)
    return g_strdup_printf (_("Session %u"), number);
  return g_strdup_printf (_("Session %u of %u"), number, count);
}

char *
care_desk_words_not_before (CareDesk    *desk,
                            CareInstant  until)
{
  g_autofree char *at = NULL;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);

  if (until == CARE_INSTANT_NONE)
    return NULL;
  at = care_format_moment (care_desk_get_format (desk), until);
  return g_strdup_printf (_("Not before %s"), at);
}

char *
care_desk_words_standing (CareDesk  *desk,
                          CareVisit *visit)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  CareVisitState state = care_visit_get_state (visit);
  const char *pattern = NULL;
  CareInstant at = CARE_INSTANT_NONE;

  switch (state)
    {
    case CARE_STATE_ARRIVED:
      pattern = _("Arrived %s");
      at = care_visit_get_arrived_at (visit);
      break;
    case CARE_STATE_IN_TREATMENT:
      pattern = _("In treatment since %s");
      at = care_visit_get_began_at (visit);
      break;
    case CARE_STATE_WATCH_UNTIL:
      pattern = _("Watch until %s");
      at = care_visit_get_watch_until (visit);
      break;
    case CARE_STATE_MUST_DECIDE:
      pattern = _("Clinician must decide · ready %s");
      at = care_visit_get_ready_at (visit);
      break;
    case CARE_STATE_STOPPED:
      pattern = _("Do not treat today · ready %s");
      at = care_visit_get_ready_at (visit);
      break;
    default:
      break;
    }
  if (at == CARE_INSTANT_NONE)
    return g_strdup (care_desk_words_state (state));

  CareFormat *format = care_desk_get_format (desk);
  CareInstant today = care_instant_day_start (care_desk_now (desk), care_desk_get_zone (desk));
  gboolean same_day = care_instant_day_start (at, care_desk_get_zone (desk)) == today;
  g_autofree char *time = same_day ? care_format_time (format, at) : care_format_moment (format, at);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (pattern, time);
#pragma GCC diagnostic pop
}

char *
care_desk_words_born (CarePatient *patient)
{
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  const char *date = care_patient_get_birth_date (patient);

  if (date == NULL)
    return g_strdup (_("birth date not known yet"));
  return g_strdup_printf (_("born %.4s"), date);
}

char *
care_desk_words_length (CareInstant start,
                        CareInstant end)
{
  return g_strdup_printf (_("%d min"), (int) ((end - start) / CARE_MINUTE));
}

char *
care_desk_words_typed_in (CareDesk   *desk,
                          const char *tag)
{
  CareFormat *format = care_desk_get_format (desk);
  g_autofree char *name = NULL;
  g_autofree char *letters = NULL;

  if (tag == NULL || care_text_is_close_tag (tag, care_desk_get_language (desk)))
    return NULL;

  letters = care_typed_dup_letters (format, tag);
  if (letters != NULL)
    /* TRANSLATORS: %s is a script: Arabic, Cyrillic. */
    return g_strdup_printf (_("Typed in %s letters"), letters);
  name = care_format_other_language (format, tag);

  /* TRANSLATORS: %s is a language. */
  return g_strdup_printf (_("Typed in %s"), name);
}
