/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Dates that cannot be anybody's birth date, where the patient types them: each is said in words, on the page, and none costs
 * one of the three tries. */

#include <string.h>

#include "form-fixture.h"
#include "screen-fixture.h"

typedef struct
{
  const char *name;
  const char *day;
  const char *month;
  const char *year;
  const char *says;
} Bad;

static const Bad BAD[] = {
  { "31-february", "31", "02", "1980", "That month has no day" },
  { "29-february", "29", "2", "1981", "That month has no day" },
  { "month-13", "32", "13", "1980", "There is no month" },
  { "swapped", "5", "17", "1980", "Are day and month in the right place?" },
  { "day-32", "32", "5", "1980", "There is no day" },
  { "year-00", "17", "5", "00", "Please type all four numbers of the year" },
  { "year-0000", "17", "5", "0000", "That year is too long ago" },
  { "year-of-five", "17", "5", "19800", "A year has four numbers" },
  { "future", "17", "5", "2031", "That day has not come yet" },
  { "letters", "17", "5", "198o", "Please use numbers only" },
};

static void
set_box (Screen     *screen,
         guint       box,
         const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (form_fixture_nth (screen->window, GTK_TYPE_ENTRY, box)), text);
}

static void
test_bad (gconstpointer application)
{
  const char *name = strrchr (g_test_get_path (), '/') + 1;
  Screen screen;
  guint i = 0;

  while (!g_str_equal (BAD[i].name, name))
    i++;
  screen_open (&screen, application, 100, 200);
  screen_press (&screen, "Next");
  screen_turn (50);
  for (guint times = 0; times < 4; times++)
    {
      set_box (&screen, 0, BAD[i].day);
      set_box (&screen, 1, BAD[i].month);
      set_box (&screen, 2, BAD[i].year);
      screen_press (&screen, "Next");
      screen_assert_says (&screen, BAD[i].says);
      screen_assert_place (&screen, CARE_PLACE_BIRTH_DATE);
    }

  set_box (&screen, 0, "17");
  set_box (&screen, 1, "5");
  set_box (&screen, 2, "1980");
  screen_press (&screen, "Next");
  screen_assert_place (&screen, CARE_PLACE_FORM);
  screen_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  GtkApplication *application = screen_begin (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (BAD); i++)
    {
      g_autofree char *path = g_strconcat ("/patient/birth-dates/", BAD[i].name, NULL);

      g_test_add_data_func (path, application, test_bad);
    }

  return g_test_run ();
}
