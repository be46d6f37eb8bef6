/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course-fixture.h"

#include "base/care-json.h"

static const char clinic[] =
  "{\"format_version\": 1, \"sample\": true, \"id\": \"test\", \"name\": \"Test\", \"country\": \"ES\","
  " \"time_zone\": \"Europe/Madrid\", \"languages\": {\"desk\": \"en\", \"patient\": [\"en\"]}, \"phones\": {},"
  " \"opening\": {"
  "  \"mon\": [[\"09:00\", \"13:00\"], [\"14:00\", \"20:00\"]],"
  "  \"tue\": [[\"09:00\", \"13:00\"], [\"14:00\", \"20:00\"]],"
  "  \"wed\": [[\"09:00\", \"13:00\"], [\"14:00\", \"20:00\"]],"
  "  \"thu\": [[\"09:00\", \"13:00\"], [\"14:00\", \"20:00\"]],"
  "  \"fri\": [[\"09:00\", \"13:00\"], [\"14:00\", \"20:00\"]],"
  "  \"sun\": [[\"00:00\", \"24:00\"]]},"
  " \"closed\": [{\"date\": \"2026-12-25\", \"text\": {\"en\": \"Christmas Day\"}}],"
  " \"rooms\": [{\"id\": \"room-1\", \"name\": \"Blue room\"}, {\"id\": \"room-2\", \"name\": \"Green room\"}],"
  " \"staff\": []}";

CareCalendar *
course_fixture_calendar (void)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_parse (clinic, -1, "clinic", &limits, &error);
  g_autoptr (CareClinicInfo) info = NULL;

  g_assert_no_error (error);
  info = care_clinic_info_new_from_json (node, "clinic", &error);
  g_assert_no_error (error);

  return care_calendar_new (info);
}

CareProtocol *
course_fixture_protocol (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autoptr (GError) error = NULL;
  CareProtocol *protocol = care_protocol_load (path, &error);

  g_assert_no_error (error);
  return protocol;
}

CareInstant
course_fixture_at (CareCalendar *calendar,
                   const char   *text)
{
  g_autoptr (GError) error = NULL;
  CareInstant instant = care_instant_parse (text, care_calendar_get_zone (calendar), &error);

  g_assert_no_error (error);
  return instant;
}
