/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/protocol/care-approval-words.h"

#include <glib/gi18n.h>

#include "desk/care-desk-words.h"

static const struct
{
  const char *word;
  CareTone tone;
} STATES[] = {
  [CARE_APPROVAL_NONE] = { N_("Not approved"), CARE_TONE_DECIDE },
  [CARE_APPROVAL_UNREAD] = { N_("Approved, but nobody has read it"), CARE_TONE_DECIDE },
  [CARE_APPROVAL_CHANGED] = { N_("Changed since it was approved"), CARE_TONE_STOP },
  [CARE_APPROVAL_STANDS] = { N_("Approved"), CARE_TONE_GOOD },
};

/** Returns: (transfer none): what @approval is worth, in a word or two */
const char *
care_approval_words_state (const CareApproval *approval)
{
  return _(STATES[approval != NULL ? approval->state : CARE_APPROVAL_NONE].word);
}

/** Returns: how loud that is said */
CareTone
care_approval_words_tone (const CareApproval *approval)
{
  return STATES[approval != NULL ? approval->state : CARE_APPROVAL_NONE].tone;
}

/* "2026-11-23" in words; as it stands where it is no day. */
static char *
dup_day (CareDesk   *desk,
         const char *day)
{
  g_autofree char *moment = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) read = g_date_time_new_from_iso8601 (moment, NULL);
  int year, month, of_month;
  GDate date;

  if (read == NULL)
    return g_strdup (day);
  g_date_time_get_ymd (read, &year, &month, &of_month);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  return care_format_calendar_date (care_desk_get_format (desk), &date);
}

/**
 * care_approval_words_who:
 * @desk: what the pages work with
 * @approval: (nullable): an approval
 *
 * Returns: (transfer full): who approved it, when, and until when; "" while nobody has
 */
char *
care_approval_words_who (CareDesk           *desk,
                         const CareApproval *approval)
{
  g_autofree char *date = NULL;
  g_autofree char *review = NULL;
  GString *words;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);

  if (approval == NULL)
    return g_strdup ("");

  date = dup_day (desk, approval->date);
  words = g_string_new (NULL);
  /* TRANSLATORS: a name, a role as "Clinician", and a date. */
  g_string_append_printf (words, _("By %s (%s) on %s."), approval->approver,
                          care_desk_words_role (g_strcmp0 (approval->role, "owner") == 0 ? CARE_STAFF_OWNER
                                                                                        : CARE_STAFF_CLINICIAN), date);
  if (approval->reader != NULL && *approval->reader != '\0')
    {
      g_string_append_c (words, ' ');
      /* TRANSLATORS: a name. */
      g_string_append_printf (words, _("Read by %s."), approval->reader);
    }
  if (*approval->review != '\0')
    {
      review = dup_day (desk, approval->review);
      g_string_append_c (words, ' ');
      /* TRANSLATORS: a date. */
      g_string_append_printf (words, _("To be looked at again by %s."), review);
    }

  return g_string_free (words, FALSE);
}

/**
 * care_approval_words_reading:
 * @desk: what the pages work with
 * @page: a language's texts, gathered
 *
 * Returns: (transfer full): how hard they are to read as a whole
 */
char *
care_approval_words_reading (CareDesk        *desk,
                             CareReadingPage *page)
{
  CareFormat *format;
  const char *formula;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  CareReading reading = { 0 };
  guint n;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  format = care_desk_get_format (desk);
  formula = care_reading_get_formula (care_reading_page_get_language (page));
  care_reading_page_measure (page, &reading);
  if (formula != NULL)
    {
      g_autofree char *grade = care_format_number (format, reading.grade, 1);

      /* TRANSLATORS: a number as 3.7, and the name of a formula. */
      first = g_strdup_printf (_("Reads like school grade %s (%s)."), grade, formula);
    }
  else
    {
      first = g_strdup (_("No formula measures this language: somebody who speaks it has to read every text."));
    }
  n = care_reading_page_get_n_texts (page);
  second = g_strdup_printf (ngettext ("%u text, %u words in the longest sentence.",
                                      "%u texts, %u words in the longest sentence.", n), n, reading.longest);

  return g_strconcat (first, " ", second, NULL);
}
