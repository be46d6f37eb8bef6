/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "screen-fixture.h"
#include "widgets/form/care-date-boxes.h"
#include "widgets/form/care-digit-box.h"
#include "widgets/form/care-signing.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-time-boxes.h"

static void
test_boolean (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"boolean\",\"required\":true");
  screen_fixture_assert_refused (&screen, "Please touch one answer.");
  form_fixture_press (screen.view, "Yes");
  screen_fixture_assert_value (&screen, "true");
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  form_fixture_press (screen.view, "No");
  screen_fixture_assert_value (&screen, "false");
  form_fixture_press (screen.view, "No");
  screen_fixture_assert_value (&screen, NULL);
  screen_fixture_close (&screen);
}

static void
test_choice (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"choice\",\"required\":true," CHOICES);
  form_fixture_press (screen.view, "Apple");
  form_fixture_press (screen.view, "Bread");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 1);
  g_assert_true (care_node_has_code (screen.node, NULL, "b"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (form_fixture_find (screen.view, CARE_TYPE_TILE, "Apple"))));
  form_fixture_press (screen.view, "Bread");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 0);
  screen_fixture_assert_refused (&screen, "Please touch one answer.");
  screen_fixture_close (&screen);
}

static void
test_ticks (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"choice\",\"repeats\":true,\"required\":true," CHOICES);
  screen_fixture_assert_refused (&screen, "Please touch at least one answer.");
  form_fixture_press (screen.view, "Apple");
  form_fixture_press (screen.view, "Bread");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 2);
  form_fixture_press (screen.view, "None of these");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 1);
  g_assert_true (care_node_has_code (screen.node, NULL, "none"));
  form_fixture_press (screen.view, "Apple");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 1);
  g_assert_true (care_node_has_code (screen.node, NULL, "a"));
  screen_fixture_close (&screen);
}

static void
test_open_choice (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"open-choice\"," CHOICES);
  form_fixture_press (screen.view, "Apple");
  form_fixture_press (screen.view, "Something else");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 0);
  screen_fixture_assert_refused (&screen, "Please type what it is.");
  screen_fixture_type (&screen, 0, "Cheese");
  screen_fixture_assert_value (&screen, "Cheese");
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  form_fixture_press (screen.view, "Bread");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 1);
  g_assert_true (care_node_has_code (screen.node, NULL, "b"));
  screen_fixture_close (&screen);
}

static void
test_integer (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"integer\",\"required\":true,\"extension\":["
                        "{\"url\":\"" HL7 "minValue\",\"valueInteger\":20},{\"url\":\"" HL7 "maxValue\",\"valueInteger\":200}]");
  screen_fixture_assert_refused (&screen, "Please answer this question.");
  screen_fixture_type (&screen, 0, "many");
  screen_fixture_assert_refused (&screen, "Please type a number.");
  screen_fixture_assert_value (&screen, NULL);
  screen_fixture_type (&screen, 0, "7.5");
  screen_fixture_assert_refused (&screen, "Please type a whole number.");
  screen_fixture_type (&screen, 0, "7");
  screen_fixture_assert_value (&screen, "7");
  screen_fixture_assert_refused (&screen, "Please type \u206820\u2069 or more.");
  screen_fixture_type (&screen, 0, "70");
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  screen_fixture_close (&screen);
}

static void
test_decimal (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"decimal\"");
  screen_fixture_type (&screen, 0, "70,5");
  screen_fixture_assert_value (&screen, "70.5");
  screen_fixture_type (&screen, 0, "1,234");
  screen_fixture_assert_value (&screen, NULL);
  g_assert_false (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  screen_fixture_close (&screen);
}

static void
test_quantity (void)
{
  ScreenFixture screen;
  CareValue *value;

  screen_fixture_open (&screen, "\"type\":\"quantity\",\"extension\":["
                        "{\"url\":\"" HL7 "questionnaire-unitOption\",\"valueCoding\":{\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\",\"display\":\"kilos\"}},"
                        "{\"url\":\"" HL7 "questionnaire-unitOption\",\"valueCoding\":{\"system\":\"http://unitsofmeasure.org\",\"code\":\"[lb_av]\",\"display\":\"pounds\"}}]");
  screen_fixture_type (&screen, 0, "150");
  form_fixture_press (screen.view, "pounds");
  value = care_node_get_value (screen.node);
  g_assert_cmpstr (care_value_get_code (value), ==, "[lb_av]");
  g_assert_cmpstr (care_value_get_text (value), ==, "150");
  screen_fixture_close (&screen);
}

static void
test_date (void)
{
  ScreenFixture screen;
  g_autofree char *words = NULL;

  screen_fixture_open (&screen, "\"type\":\"date\",\"required\":true");
  screen_fixture_type (&screen, 0, "31");
  screen_fixture_type (&screen, 1, "2");
  screen_fixture_assert_refused (&screen, "The year is missing.");
  screen_fixture_type (&screen, 2, "1980");
  screen_fixture_assert_value (&screen, NULL);
  screen_fixture_assert_refused (&screen, "That month has no day \u206831\u2069. Please check the day and the month.");
  screen_fixture_type (&screen, 0, "28");
  screen_fixture_assert_value (&screen, "1980-02-28");
  words = form_fixture_read (screen.view);
  g_assert_nonnull (strstr (words, "28 February 1980"));
  g_assert_nonnull (strstr (words, "27 / 3 / 1958"));
  screen_fixture_type (&screen, 1, "28");
  screen_fixture_type (&screen, 0, "2");
  screen_fixture_assert_value (&screen, NULL);
  g_assert_false (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  screen_fixture_close (&screen);
}

static void
test_time (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"time\"");
  screen_fixture_type (&screen, 0, "9");
  screen_fixture_assert_refused (&screen, "The minutes are missing. Type 00 if it was on the hour.");
  screen_fixture_type (&screen, 1, "61");
  screen_fixture_assert_refused (&screen, "Minutes go from 00 to 59.");
  screen_fixture_type (&screen, 1, "30");
  screen_fixture_assert_value (&screen, "09:30:00");
  screen_fixture_type (&screen, 0, "24");
  screen_fixture_assert_refused (&screen, "There is no such hour. Please check it.");
  screen_fixture_close (&screen);
}

static void
test_date_time (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"dateTime\"");
  screen_fixture_type (&screen, 0, "20");
  screen_fixture_type (&screen, 1, "11");
  screen_fixture_type (&screen, 2, "2026");
  screen_fixture_assert_value (&screen, "2026-11-20");
  screen_fixture_type (&screen, 3, "14");
  screen_fixture_assert_value (&screen, NULL);
  screen_fixture_type (&screen, 4, "05");
  screen_fixture_assert_value (&screen, "2026-11-20T14:05:00-05:00");
  /* The clocks went from 02:00 to 03:00 that night. */
  screen_fixture_type (&screen, 0, "8");
  screen_fixture_type (&screen, 1, "3");
  screen_fixture_type (&screen, 3, "02");
  screen_fixture_type (&screen, 4, "30");
  screen_fixture_assert_refused (&screen, "Please touch the time you mean.");
  screen_fixture_close (&screen);
}

typedef struct
{
  const char *chip;
  const char *value;
} Chip;

static void
test_recent (void)
{
  static const Chip chips[] = {
    { "Less than an hour ago", "2026-11-22T15:10:00-05:00" },
    { "This morning", "2026-11-22T12:00:00-05:00" },
    { "This afternoon", "2026-11-22T15:10:00-05:00" },
    { "Yesterday", "2026-11-21" },
    { "Longer ago", "2026-11-20" },
  };
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"dateTime\",\"required\":true,\"extension\":["
                        "{\"url\":\"" OURS "recent-time\",\"valueBoolean\":true},"
                        "{\"url\":\"" OURS "not-sure\",\"valueBoolean\":true},"
                        "{\"url\":\"" OURS "tell-staff\",\"valueBoolean\":true}]");
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      form_fixture_press (screen.view, chips[i].chip);
      screen_fixture_assert_value (&screen, chips[i].value);
    }
  form_fixture_press (screen.view, "Longer ago");
  screen_fixture_assert_value (&screen, NULL);

  form_fixture_press (screen.view, "I know the time");
  screen_fixture_assert_refused (&screen, "Please type the time.");
  screen_fixture_type (&screen, 0, "16");
  screen_fixture_type (&screen, 1, "00");
  screen_fixture_assert_refused (&screen, "That time has not come yet. Please check the time and the day.");
  screen_fixture_type (&screen, 0, "09");
  screen_fixture_assert_value (&screen, "2026-11-22T09:00:00-05:00");

  form_fixture_press (screen.view, "I'm not sure");
  screen_fixture_assert_value (&screen, NULL);
  g_assert_cmpint (care_node_get_absent (screen.node), ==, CARE_ABSENT_NOT_SURE);
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  form_fixture_press (screen.view, "I'd rather tell staff");
  g_assert_cmpint (care_node_get_absent (screen.node), ==, CARE_ABSENT_TELL_STAFF);
  form_fixture_press (screen.view, "This morning");
  g_assert_cmpint (care_node_get_absent (screen.node), ==, CARE_ABSENT_NONE);
  screen_fixture_assert_value (&screen, "2026-11-22T12:00:00-05:00");
  screen_fixture_close (&screen);
}

static void
test_text (void)
{
  ScreenFixture screen;
  GtkWidget *area;

  screen_fixture_open (&screen, "\"type\":\"text\",\"maxLength\":5");
  area = form_fixture_nth (screen.view, GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), "  ", -1);
  screen_fixture_assert_value (&screen, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), "Sixsix", -1);
  screen_fixture_assert_refused (&screen, "Please make it shorter: \u20685\u2069 letters at most.");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), "Five5", -1);
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  screen_fixture_close (&screen);
}

static void
test_strings (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"string\",\"repeats\":true");
  screen_fixture_type (&screen, 0, "one");
  form_fixture_press (screen.view, "Add another");
  screen_fixture_type (&screen, 1, "two");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 2);
  form_fixture_press (screen.view, "Remove");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 1);
  screen_fixture_assert_value (&screen, "two");
  screen_fixture_close (&screen);
}

static void
test_slider (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"integer\",\"extension\":["
                        "{\"url\":\"" HL7 "questionnaire-itemControl\",\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://hl7.org/fhir/questionnaire-item-control\",\"code\":\"slider\"}]}},"
                        "{\"url\":\"" HL7 "minValue\",\"valueInteger\":0},{\"url\":\"" HL7 "maxValue\",\"valueInteger\":10}]");
  screen_fixture_assert_value (&screen, NULL);
  form_fixture_press (screen.view, "+");
  screen_fixture_assert_value (&screen, "1");
  form_fixture_press (screen.view, "−");
  screen_fixture_assert_value (&screen, "0");
  screen_fixture_close (&screen);
}

static void
test_staff (void)
{
  ScreenFixture screen;
  g_autofree char *words = NULL;

  screen_fixture_open (&screen, "\"type\":\"attachment\"");
  words = form_fixture_read (screen.view);
  g_assert_nonnull (strstr (words, "Staff will do this with you."));
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  screen_fixture_close (&screen);
}

static void
test_read_only (void)
{
  ScreenFixture screen;
  g_autofree char *words = NULL;

  screen_fixture_open (&screen, "\"type\":\"string\",\"readOnly\":true,\"initial\":[{\"valueString\":\"Fixed words\"}]");
  words = form_fixture_read (screen.view);
  g_assert_nonnull (strstr (words, "Fixed words"));
  g_assert_null (form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 0));
  screen_fixture_close (&screen);
}

static void
test_signature (void)
{
  ScreenFixture screen;
  CareSignaturePad *pad;
  GtkWidget *signing;

  screen_fixture_open (&screen, "\"type\":\"choice\",\"required\":true,\"extension\":["
                        "{\"url\":\"" HL7 "questionnaire-signatureRequired\",\"valueCodeableConcept\":{\"coding\":[{\"code\":\"x\"}]}}],"
                        "\"answerOption\":[{\"valueCoding\":{" ANSWER "\"code\":\"yes\",\"display\":\"Yes, I agree\"}},"
                        "{\"valueCoding\":{" ANSWER "\"code\":\"no\",\"display\":\"No\"}}]");
  g_assert_null (form_fixture_nth (screen.view, CARE_TYPE_SIGNING, 0));
  form_fixture_press (screen.view, "No");
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  form_fixture_press (screen.view, "Yes, I agree");
  signing = form_fixture_nth (screen.view, CARE_TYPE_SIGNING, 0);
  g_assert_nonnull (signing);
  screen_fixture_assert_refused (&screen, "Please sign in the box. A dot or a short line is not enough.");

  pad = care_signing_get_pad (CARE_SIGNING (signing));
  care_signature_pad_begin (pad, 0.5, 0.1);
  care_signature_pad_end (pad);
  g_assert_false (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  care_signature_pad_begin (pad, 0.1, 0.1);
  care_signature_pad_draw_to (pad, 0.4, 0.2);
  care_signature_pad_draw_to (pad, 0.7, 0.1);
  care_signature_pad_end (pad);
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  g_assert_nonnull (care_response_get_signature (screen.response, screen.node));

  form_fixture_press (screen.view, "Clear and sign again");
  g_assert_null (care_response_get_signature (screen.response, screen.node));
  care_signature_pad_begin (pad, 0.1, 0.1);
  care_signature_pad_draw_to (pad, 0.7, 0.2);
  care_signature_pad_end (pad);
  g_assert_nonnull (care_response_get_signature (screen.response, screen.node));
  form_fixture_press (screen.view, "No");
  g_assert_null (care_response_get_signature (screen.response, screen.node));
  screen_fixture_close (&screen);
}

static void
test_chained_digits (void)
{
  ScreenFixture screen;
  GtkWidget *day;
  GtkWidget *month;

  screen_fixture_open (&screen, "\"type\":\"date\"");
  day = form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 0);
  month = form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 1);
  gtk_widget_grab_focus (day);
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (day)), "insert-at-cursor", "4");
  form_fixture_turn ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (screen.window)), month));
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (month)), "backspace");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (screen.window)), day));
  screen_fixture_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/boolean", test_boolean);
  g_test_add_func ("/field/choice", test_choice);
  g_test_add_func ("/field/ticks", test_ticks);
  g_test_add_func ("/field/open-choice", test_open_choice);
  g_test_add_func ("/field/integer", test_integer);
  g_test_add_func ("/field/decimal", test_decimal);
  g_test_add_func ("/field/quantity", test_quantity);
  g_test_add_func ("/field/date", test_date);
  g_test_add_func ("/field/time", test_time);
  g_test_add_func ("/field/date-time", test_date_time);
  g_test_add_func ("/field/recent", test_recent);
  g_test_add_func ("/field/text", test_text);
  g_test_add_func ("/field/strings", test_strings);
  g_test_add_func ("/field/slider", test_slider);
  g_test_add_func ("/field/staff", test_staff);
  g_test_add_func ("/field/read-only", test_read_only);
  g_test_add_func ("/field/signature", test_signature);
  g_test_add_func ("/field/chained-digits", test_chained_digits);

  return g_test_run ();
}
