/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The page "Protocol and languages": read through, approved with a PIN, withdrawn, taken back. */

#include "desk-fixture.h"

#include "clinic/care-clinic-approve.h"
#include "clinic/care-clinic-sheet.h"
#include "desk/protocol/care-approval-words.h"
#include "desk/protocol/care-language-page.h"
#include "desk/protocol/care-protocol-page.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "protocol/care-protocol.h"

static GtkWidget *
get_page (DeskFixture *desk)
{
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static GtkWidget *
go (DeskFixture *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.protocol", NULL);
  desk_fixture_settle ();
  g_assert_true (CARE_IS_PROTOCOL_PAGE (get_page (desk)));
  return get_page (desk);
}

static GtkWidget *
read_language (DeskFixture *desk,
               const char  *language)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.language", "s", language);
  desk_fixture_settle ();
  g_assert_true (CARE_IS_LANGUAGE_PAGE (get_page (desk)));
  return get_page (desk);
}

static const CareApproval *
get_approval (DeskFixture *desk,
              const char  *language)
{
  return care_protocol_get_approval (care_clinic_get_protocol (care_desk_get_clinic (desk->desk)), language);
}

static gboolean
is_approvable (GtkWidget *page)
{
  return gtk_widget_is_sensitive (desk_fixture_find_button (page, "Approve these texts"));
}

static gboolean
paper_says_unapproved (DeskFixture *desk)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_READY);
  g_auto (GStrv) troubles = care_clinic_list_sheet_troubles (care_desk_get_clinic (desk->desk), visit, NULL);

  return g_strv_contains ((const char *const *) troubles, "the texts in English are not approved yet");
}

/* Read, signed by a clinician, said on the page and at the gate; undone, it is as before. */
static void
test_approve (DeskFixture  *desk,
              gconstpointer sample)
{
  GtkWidget *page = go (desk);

  g_assert_true (desk_fixture_shows (page, "Version 2026"));
  g_assert_true (desk_fixture_shows (page, "EXAMPLE stands across its sheets"));
  g_assert_true (desk_fixture_shows (page, "Not approved"));
  g_assert_true (desk_fixture_shows (page, "Flesch-Kincaid"));
  g_assert_true (desk_fixture_shows (page, "Approve a language first"));
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Approve the rules")));
  g_assert_null (desk_fixture_find_button (page, "Withdraw"));
  g_assert_true (paper_says_unapproved (desk));

  page = read_language (desk, "en");
  g_assert_true (desk_fixture_shows (page, "No hot shower until {time}."));
  desk_fixture_press (page, "Approve these texts");
  g_assert_null (desk_fixture_find_button (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG), "Rosa"));
  g_assert_nonnull (desk_fixture_find_button (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG), "Ines"));
  desk_fixture_sign ("Lea", "222222");

  page = get_page (desk);
  g_assert_true (CARE_IS_PROTOCOL_PAGE (page));
  g_assert_true (desk_fixture_shows (page, "By Lea Example (Clinician) on 23 November 2026."));
  g_assert_cmpstr (get_approval (desk, "en")->approver, ==, "Lea Example");
  g_assert_null (get_approval (desk, "es"));
  g_assert_false (paper_says_unapproved (desk));

  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  g_assert_null (get_approval (desk, "en"));
  g_assert_false (desk_fixture_shows (page, "By Lea Example"));
  g_assert_true (paper_says_unapproved (desk));
}

/* The rules, then all of it withdrawn again; undo brings back what was withdrawn last. */
static void
test_rules (DeskFixture  *desk,
            gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  const CareSignature lea = { "staff-lea", "222222" };
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  g_assert_true (care_clinic_approve_language (clinic, "en", NULL, NULL, &lea, &error));
  g_assert_no_error (error);
  page = go (desk);
  desk_fixture_press (page, "Approve the rules");
  desk_fixture_sign ("Ines", "444444");
  g_assert_true (desk_fixture_shows (page, "By Ines Sample (Owner)"));
  g_assert_null (desk_fixture_find_button (page, "Approve the rules"));
  g_assert_true (desk_fixture_shows (page, "EXAMPLE stands across its sheets"));

  desk_fixture_press (page, "Withdraw");
  desk_fixture_sign ("Ines", "444444");
  g_assert_false (desk_fixture_shows (page, "By Ines Sample"));
  g_assert_true (desk_fixture_shows (page, "By Lea Example"));
  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  g_assert_true (desk_fixture_shows (page, "By Ines Sample"));
}

/* Arabic: beside the desk's own language, and not without somebody who has read it. */
static void
test_reader (DeskFixture  *desk,
             gconstpointer sample)
{
  GtkWidget *page;
  GtkWidget *reader;

  go (desk);
  page = read_language (desk, "ar");
  g_assert_true (desk_fixture_shows (page, "No formula measures this language"));
  g_assert_true (desk_fixture_shows (page, "No hot shower until {time}."));
  g_assert_false (is_approvable (page));
  reader = desk_fixture_find (page, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (reader), "  ");
  g_assert_false (is_approvable (page));
  gtk_editable_set_text (GTK_EDITABLE (reader), "Mona Example");
  g_assert_true (is_approvable (page));
  desk_fixture_press (page, "Approve these texts");
  desk_fixture_sign ("Ines", "444444");
  g_assert_true (desk_fixture_shows (get_page (desk), "Read by Mona Example."));
  g_assert_cmpstr (get_approval (desk, "ar")->reader, ==, "Mona Example");
}

/* Whoever approves reads each thing that is known and left out, with its sources. */
static void
test_left_out (DeskFixture  *desk,
               gconstpointer sample)
{
  CareProtocol *protocol = care_clinic_get_protocol (care_desk_get_clinic (desk->desk));
  GPtrArray *left_out = care_protocol_get_left_out (protocol);
  GtkWidget *page = go (desk);

  g_assert_cmpuint (left_out->len, >, 5);
  g_assert_true (desk_fixture_shows (page, "Known, and left out on purpose"));
  for (guint i = 0; i < left_out->len; i++)
    {
      const CareCodedText *what = g_ptr_array_index (left_out, i);
      g_autofree char *list = g_strjoinv (", ", what->sources);
      g_autofree char *sources = g_strdup_printf ("Sources: %s", list);

      g_assert_true (desk_fixture_shows (page, care_text_get (what->text, "en")));
      g_assert_true (desk_fixture_shows (page, sources));
    }
}

/* A text that is missing, and one that is too hard, are named where they stand. */
static void
test_faults (DeskFixture  *desk,
             gconstpointer sample)
{
  CareProtocol *protocol = care_clinic_get_protocol (care_desk_get_clinic (desk->desk));
  CareLine *line = (CareLine *) care_protocol_find_line (protocol, "massage");
  g_autoptr (CareText) whole = line->text;
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GtkWidget *page;

  g_hash_table_insert (words, g_strdup ("en"), g_strdup ("Continuous manipulation of the treated area necessitates "
                                                         "immediate professional consultation."));
  line->text = care_text_new_from_table (words);
  page = go (desk);
  g_assert_true (desk_fixture_shows (page, "1 text is missing."));

  page = read_language (desk, "de");
  g_assert_true (desk_fixture_shows (page, "This text is missing"));
  g_assert_true (desk_fixture_shows (page, "A text that is missing has to be written first."));
  g_assert_false (is_approvable (page));

  page = read_language (desk, "en");
  g_assert_true (desk_fixture_shows (page, "Too hard to read"));
  g_assert_true (desk_fixture_shows (page, "1 text is too hard"));
  g_assert_false (is_approvable (page));
  gtk_editable_set_text (GTK_EDITABLE (desk_fixture_find (page, ADW_TYPE_ENTRY_ROW)), "the maker's words");
  g_assert_true (is_approvable (page));

  /* The file says other words than the page: nobody approves them unread. */
  desk_fixture_press (page, "Approve these texts");
  desk_fixture_sign ("Lea", "222222");
  g_assert_nonnull (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  g_assert_null (get_approval (desk, "en"));
  gtk_window_destroy (GTK_WINDOW (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG)));

  care_text_unref (line->text);
  line->text = g_steal_pointer (&whole);
}

static void
test_words (DeskFixture  *desk,
            gconstpointer sample)
{
  CareApproval approval = { (char *) "Lea Example", (char *) "clinician", (char *) "2026-11-20", (char *) "2027-11-20",
                            (char *) "", NULL, NULL, CARE_APPROVAL_CHANGED };
  g_autofree char *who = care_approval_words_who (desk->desk, &approval);

  g_assert_cmpstr (care_approval_words_state (&approval), ==, "Changed since it was approved");
  g_assert_cmpint (care_approval_words_tone (&approval), ==, CARE_TONE_STOP);
  g_assert_cmpstr (care_approval_words_state (NULL), ==, "Not approved");
  g_assert_cmpstr (who, ==, "By Lea Example (Clinician) on 20 November 2026. To be looked at again by 20 November 2027.");
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/protocol/approve", test_approve },
    { "/desk/protocol/rules", test_rules },
    { "/desk/protocol/reader", test_reader },
    { "/desk/protocol/faults", test_faults },
    { "/desk/protocol/left-out", test_left_out },
    { "/desk/protocol/words", test_words },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}
