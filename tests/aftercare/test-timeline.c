/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-sheet.h"

#include "base/care-error.h"

/* A moment of one session: the wall clock the patient reads. */
typedef struct
{
  const char *name;
  const char *zone;
  const char *finished;
  const char *line;
  const char *at; /* RFC 3339 in the clinic's zone */
} MomentCase;

static const MomentCase moment_cases[] = {
  { "shower-8h", "Europe/Madrid", "2026-11-22T15:10", "hot-shower", "2026-11-22T23:10:00+01:00" },
  { "makeup-4h", "Europe/Madrid", "2026-11-22T15:10", "makeup", "2026-11-22T19:10:00+01:00" },
  { "bath-48h", "Europe/Madrid", "2026-11-22T15:10", "hot-bath", "2026-11-24T15:10:00+01:00" },
  { "over-midnight", "Europe/Madrid", "2026-11-22T18:30", "hot-shower", "2026-11-23T02:30:00+01:00" },
  { "over-new-year", "Europe/Madrid", "2026-12-31T20:00", "hot-shower", "2027-01-01T04:00:00+01:00" },
  { "over-leap-day", "Europe/Madrid", "2028-02-28T20:00", "hot-bath", "2028-03-01T20:00:00+01:00" },
  { "spring-8h", "Europe/Madrid", "2026-03-28T20:00", "hot-shower", "2026-03-29T05:00:00+02:00" },
  { "spring-48h", "Europe/Madrid", "2026-03-28T15:10", "sport", "2026-03-30T16:10:00+02:00" },
  { "spring-into-gap", "Europe/Madrid", "2026-03-28T22:30", "makeup", "2026-03-29T03:30:00+02:00" },
  { "autumn-8h", "Europe/Madrid", "2026-10-24T20:00", "hot-shower", "2026-10-25T03:00:00+01:00" },
  { "autumn-first-two", "Europe/Madrid", "2026-10-24T22:30", "makeup", "2026-10-25T02:30:00+02:00" },
  { "autumn-second-two", "Europe/Madrid", "2026-10-24T23:30", "makeup", "2026-10-25T02:30:00+01:00" },
  { "autumn-48h", "Europe/Madrid", "2026-10-24T15:10", "sport", "2026-10-26T14:10:00+01:00" },
  { "new-york-spring", "America/New_York", "2026-03-07T22:00", "hot-shower", "2026-03-08T07:00:00-04:00" },
  { "new-york-autumn", "America/New_York", "2026-10-31T22:00", "hot-shower", "2026-11-01T05:00:00-05:00" },
  { "lord-howe-half-hour", "Australia/Lord_Howe", "2026-10-03T22:00", "hot-shower", "2026-10-04T06:30:00+11:00" },
  { "kathmandu", "Asia/Kathmandu", "2026-11-22T15:10", "hot-shower", "2026-11-22T23:10:00+05:45" },
  { "days-are-calendar-days", "Europe/Madrid", "2026-10-20T15:10", "beauty", "2026-11-03T15:10:00+01:00" },
  { "keep-twelve-weeks", "Europe/Madrid", "2026-11-22T15:10", "keep-page", "2027-02-14T15:10:00+01:00" },
  { "bruise-seven-days", "Europe/Madrid", "2026-10-22T15:10", "normal-bruise", "2026-10-29T15:10:00+01:00" },
};

static CareTimeline *
timeline_new (const CareTestVisit *visit,
              GError             **error)
{
  g_autoptr (CareProtocol) protocol = care_test_protocol_new (visit->protocol);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (visit->zone != NULL ? visit->zone : "Europe/Madrid");
  g_autoptr (CareSheetFacts) facts = care_test_facts_new (visit, zone);

  return care_timeline_new (protocol, facts, zone, care_test_now (visit, zone), error);
}

static const CareMoment *
find_line (CareTimeline *timeline,
           const char   *id)
{
  GPtrArray *lines = care_timeline_get_lines (timeline);

  for (guint i = 0; i < lines->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (lines, i);

      if (g_str_equal (moment->line->id, id))
        return moment;
    }

  return NULL;
}

static void
test_moment (gconstpointer data)
{
  const MomentCase *c = data;
  CareTestVisit visit = { .zone = c->zone, .finished = c->finished, .areas = "face,thighs" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&visit, &error);
  const CareMoment *moment;
  g_autofree char *at = NULL;

  g_assert_no_error (error);
  moment = find_line (timeline, c->line);
  g_assert_nonnull (moment);
  at = care_instant_format (moment->at, care_timeline_get_zone (timeline));
  g_assert_cmpstr (at, ==, c->at);
}

static void
test_sorted (void)
{
  CareTestVisit visit = { .finished = "2026-11-22T15:10", .areas = "face,thighs" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&visit, &error);
  GPtrArray *moments;

  g_assert_no_error (error);
  moments = care_timeline_get_moments (timeline);
  g_assert_cmpuint (moments->len, ==, 7);
  for (guint i = 1; i < moments->len; i++)
    g_assert_cmpint (((CareMoment *) g_ptr_array_index (moments, i - 1))->at, <=,
                     ((CareMoment *) g_ptr_array_index (moments, i))->at);
  g_assert_cmpstr (((CareMoment *) g_ptr_array_index (moments, 0))->line->id, ==, "makeup");
  g_assert_false (care_timeline_has_passed (timeline));
  g_assert_cmpuint (care_timeline_get_clashes (timeline)->len, ==, 0);
}

/* Which lines hold, by what is known. */
typedef struct
{
  const char   *name;
  CareTestVisit visit;
  const char   *line;
  gboolean      holds;
} HoldCase;

#define AT .finished = "2026-11-22T15:10"

static const HoldCase hold_cases[] = {
  { "makeup-face", { AT, .areas = "face" }, "makeup", TRUE },
  { "makeup-neck", { AT, .areas = "neck" }, "makeup", TRUE },
  { "makeup-body", { AT, .areas = "thighs,arms" }, "makeup", FALSE },
  /* What is not known may be the face. */
  { "makeup-unknown-area", { AT, .areas = "thighs,elbow" }, "makeup", TRUE },
  { "makeup-no-area", { AT, .areas = "" }, "makeup", TRUE },
  { "clothes-unknown-area", { AT, .areas = "chin,elbow" }, "clothes", TRUE },
  { "clothes-no-area", { AT, .areas = "" }, "clothes", TRUE },
  { "clothes-body", { AT, .areas = "thighs" }, "clothes", TRUE },
  { "clothes-face", { AT, .areas = "chin" }, "clothes", FALSE },
  { "protein-clear-no", { AT, .kidney_clear = TRUE }, "protein", TRUE },
  { "protein-unknown", { AT }, "protein", FALSE },
  { "meals-whatever", { AT }, "meals", TRUE },
  { "numb-unknown", { AT }, "numb", TRUE },
  { "numb-yes", { AT, .numbed = CARE_TRI_YES }, "numb", TRUE },
  { "numb-no", { AT, .numbed = CARE_TRI_NO }, "numb", FALSE },
  { "cool-unknown", { AT }, "cool-pack", FALSE },
  { "cool-no-cream", { AT, .numbed = CARE_TRI_NO }, "cool-pack", TRUE },
  { "keep-up-last", { AT, .session = 8, .sessions = 8 }, "steady", TRUE },
  { "keep-up-before", { AT, .session = 7, .sessions = 8 }, "steady", FALSE },
  { "keep-up-no-course", { AT }, "steady", FALSE },
};

static void
test_holds (gconstpointer data)
{
  const HoldCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&c->visit, &error);

  g_assert_no_error (error);
  g_assert_cmpint (find_line (timeline, c->line) != NULL, ==, c->holds);
}

static void
test_future (void)
{
  CareTestVisit visit = { .finished = "2026-11-22T15:10", .now = "2026-11-22T15:00" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&visit, &error);

  g_assert_null (timeline);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_REFUSED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "future"));
}

static void
test_no_finish (void)
{
  CareTestVisit visit = { .now = "2026-11-22T15:00" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&visit, &error);

  g_assert_null (timeline);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

/* Three days later only what still holds is left, and the timeline says so. */
static void
test_long_ago (void)
{
  CareTestVisit visit = { .finished = "2026-11-22T15:10", .now = "2026-11-25T16:00", .areas = "face,thighs" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&visit, &error);

  g_assert_no_error (error);
  g_assert_true (care_timeline_has_passed (timeline));
  g_assert_true (find_line (timeline, "hot-shower")->passed);
  g_assert_true (find_line (timeline, "sauna")->passed);
  g_assert_false (find_line (timeline, "beauty")->passed);
  g_assert_false (find_line (timeline, "massage")->passed);
}

/* data/clashes.json: massage on and off, two times for one thing. */
static void
test_clashes (void)
{
  CareTestVisit visit = { .finished = "2026-11-22T15:10", .areas = "thighs", .protocol = "clashes.json" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&visit, &error);
  GPtrArray *clashes;
  const CareClash *clash;

  g_assert_no_error (error);
  clashes = care_timeline_get_clashes (timeline);
  g_assert_cmpuint (clashes->len, ==, 2);
  clash = g_ptr_array_index (clashes, 0);
  g_assert_cmpstr (clash->kept->id, ==, "sport-longer");
  g_assert_cmpstr (clash->dropped->id, ==, "sport");
  clash = g_ptr_array_index (clashes, 1);
  g_assert_cmpstr (clash->kept->id, ==, "massage");
  g_assert_cmpstr (clash->dropped->id, ==, "massage-oil");
  g_assert_null (find_line (timeline, "massage-oil"));
  g_assert_null (find_line (timeline, "sport"));
  g_assert_nonnull (find_line (timeline, "massage"));
}

/* Before the next visit: elapsed hours backwards, across a clock change too. */
static void
test_before_next (void)
{
  CareTestVisit visit = { .finished = "2026-10-20T15:10", .next = "2026-10-25T15:00" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&visit, &error);
  g_autofree char *at = NULL;

  g_assert_no_error (error);
  at = care_instant_format (find_line (timeline, "coffee")->at, care_timeline_get_zone (timeline));
  g_assert_cmpstr (at, ==, "2026-10-24T16:00:00+02:00");
}

static void
test_no_next (void)
{
  CareTestVisit visit = { .finished = "2026-10-20T15:10" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareTimeline) timeline = timeline_new (&visit, &error);

  g_assert_no_error (error);
  g_assert_cmpint (find_line (timeline, "coffee")->at, ==, CARE_INSTANT_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (moment_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline/moment/", moment_cases[i].name, NULL);

      g_test_add_data_func (path, &moment_cases[i], test_moment);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (hold_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline/holds/", hold_cases[i].name, NULL);

      g_test_add_data_func (path, &hold_cases[i], test_holds);
    }
  g_test_add_func ("/timeline/sorted", test_sorted);
  g_test_add_func ("/timeline/future", test_future);
  g_test_add_func ("/timeline/no-finish", test_no_finish);
  g_test_add_func ("/timeline/long-ago", test_long_ago);
  g_test_add_func ("/timeline/clashes", test_clashes);
  g_test_add_func ("/timeline/before-next", test_before_next);
  g_test_add_func ("/timeline/no-next", test_no_next);

  return g_test_run ();
}
