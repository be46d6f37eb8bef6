/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include "base/care-error.h"
#include "base/care-json.h"
#include "course/care-ical.h"
#include "course/care-planner.h"

/* What --every has where nobody gives it. */
#define NOT_GIVEN G_MININT
#define MOST_DAYS 366

typedef struct
{
  char   *clinic;
  char   *protocol;
  char  **busy;
  int     sessions;
  char   *from;
  int     every;
  char   *areas;
  char   *product;
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->clinic);
  g_free (self->protocol);
  g_strfreev (self->busy);
  g_free (self->from);
  g_free (self->areas);
  g_free (self->product);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
why_to_string (CareCalendarWhy why)
{
  switch (why)
    {
    case CARE_WHY_CLOSED_DAY:
      return "closed-day";
    case CARE_WHY_CLOSED_HOURS:
      return "closed-hours";
    case CARE_WHY_BUSY:
      return "busy";
    case CARE_WHY_GAP:
      return "gap";
    case CARE_WHY_NO_SUCH_TIME:
      return "no-such-time";
    case CARE_WHY_TIME_TWICE:
      return "time-twice";
    case CARE_WHY_ALLOWED:
      return "allowed";
    case CARE_WHY_FREE:
    default:
      return "free";
    }
}

static void
add_slot (JsonBuilder    *builder,
          const CareSlot *slot,
          GTimeZone      *zone)
{
  g_autofree char *start = care_instant_format (slot->start, zone);
  g_autofree char *end = care_instant_format (slot->end, zone);

  json_builder_set_member_name (builder, "start");
  json_builder_add_string_value (builder, start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_string_value (builder, end);
  json_builder_set_member_name (builder, "resource");
  json_builder_add_string_value (builder, slot->room);
}

static void
add_why (JsonBuilder         *builder,
         const CarePlanEntry *entry,
         GTimeZone           *zone)
{
  if (entry->wanted != CARE_INSTANT_NONE)
    {
      g_autofree char *wanted = care_instant_format (entry->wanted, zone);

      json_builder_set_member_name (builder, "wanted");
      json_builder_add_string_value (builder, wanted);
    }
  json_builder_set_member_name (builder, "why");
  json_builder_add_string_value (builder, why_to_string (entry->why));
  json_builder_set_member_name (builder, "reason");
  json_builder_add_string_value (builder, entry->reason);
}

/* A plan that is possible: its sessions. One that is not: no session, but each that failed and, where
 * there is one, the next free time. */
static void
print_plan (const CarePlan *plan,
            GTimeZone      *zone)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "possible");
  json_builder_add_boolean_value (builder, plan->possible);
  json_builder_set_member_name (builder, "sessions");
  json_builder_begin_array (builder);
  for (guint i = 0; plan->possible && i < plan->entries->len; i++)
    {
      const CarePlanEntry *entry = g_ptr_array_index (plan->entries, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "session");
      json_builder_add_int_value (builder, entry->number);
      add_slot (builder, &entry->slot, zone);
      if (entry->why != CARE_WHY_FREE)
        add_why (builder, entry, zone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  if (!plan->possible)
    {
      json_builder_set_member_name (builder, "problems");
      json_builder_begin_array (builder);
      for (guint i = 0; i < plan->entries->len; i++)
        {
          const CarePlanEntry *entry = g_ptr_array_index (plan->entries, i);

          if (entry->why == CARE_WHY_FREE)
            continue;
          json_builder_begin_object (builder);
          json_builder_set_member_name (builder, "session");
          json_builder_add_int_value (builder, entry->number);
          add_why (builder, entry, zone);
          if (entry->slot.start != CARE_INSTANT_NONE)
            {
              json_builder_set_member_name (builder, "next_free");
              json_builder_begin_object (builder);
              add_slot (builder, &entry->slot, zone);
              json_builder_end_object (builder);
            }
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = care_json_to_text (root, CARE_JSON_PRETTY);
  g_print ("%s\n", g_strchomp (text));
}

/* The answer is no before there is a plan at all: the gap, the product, the input. */
static CareCtlStatus
print_refusal (const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "possible");
  json_builder_add_boolean_value (builder, FALSE);
  json_builder_set_member_name (builder, "sessions");
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "reason");
  json_builder_add_string_value (builder, error->message);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = care_json_to_text (root, CARE_JSON_PRETTY);
  g_print ("%s\n", g_strchomp (text));

  return care_ctl_fail (error);
}

static gboolean
check_areas (CareProtocol  *protocol,
             const char    *areas,
             GError       **error)
{
  g_auto (GStrv) codes = areas != NULL ? g_strsplit (areas, ",", -1) : NULL;

  if (codes != NULL && codes[0] == NULL)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "--areas: name at least one area");
      return FALSE;
    }

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (care_protocol_find_area (protocol, g_strstrip (codes[i])) == NULL)
      {
        g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                     "--areas: the protocol has no area \"%s\"", codes[i]);
        return FALSE;
      }

  return TRUE;
}

static gboolean
load_busy (CareCalendar   *calendar,
           const Options  *options,
           CareInstant     from,
           int             days,
           GError        **error)
{
  for (guint i = 0; options->busy != NULL && options->busy[i] != NULL; i++)
    if (!care_ical_load_busy (calendar, options->busy[i], from - 48 * CARE_HOUR,
                              from + (days + 200) * 24 * CARE_HOUR, error))
      return FALSE;

  return TRUE;
}

static gboolean
check_every (const Options  *options,
             GError        **error)
{
  if (options->every == NOT_GIVEN || (options->every >= 1 && options->every <= MOST_DAYS))
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "--every: %d: sessions are 1 to %d days apart; without --every they are as "
               "close as the product allows", options->every, MOST_DAYS);
  return FALSE;
}

static CareCtlStatus
run (const Options *options)
{
  g_autofree char *clinic_path = NULL;
  g_autofree char *protocol_path = NULL;
  g_autoptr (CareClinicInfo) clinic = NULL;
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (CareCalendar) calendar = NULL;
  g_autoptr (CareCourse) course = NULL;
  g_autoptr (CarePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  CarePlanRequest request = { 0 };
  GTimeZone *zone;

  clinic_path = care_ctl_find_data (options->clinic, "sample", "clinic.json", &error);
  clinic = clinic_path != NULL ? care_clinic_info_load (clinic_path, &error) : NULL;
  if (clinic == NULL)
    return care_ctl_fail (error);
  protocol_path = care_ctl_find_data (options->protocol, "protocols", "mesotherapy.json", &error);
  protocol = protocol_path != NULL ? care_protocol_load (protocol_path, &error) : NULL;
  if (protocol == NULL || !check_areas (protocol, options->areas, &error))
    return care_ctl_fail (error);

  if (!check_every (options, &error))
    return print_refusal (error);

  zone = care_clinic_info_get_time_zone (clinic);
  request.sessions = (guint) MAX (options->sessions, 0);
  request.every_days = options->every == NOT_GIVEN ? 0 : options->every;
  request.from = care_instant_parse (options->from, zone, &error);
  if (request.from == CARE_INSTANT_NONE)
    {
      g_prefix_error (&error, "--from: ");
      return print_refusal (error);
    }

  calendar = care_calendar_new (clinic);
  course = care_course_new (protocol, options->product, request.sessions);
  if (!load_busy (calendar, options, request.from,
                  CLAMP (options->sessions, 0, CARE_PLANNER_MOST_SESSIONS) * MOST_DAYS, &error))
    return care_ctl_fail (error);

  plan = care_planner_plan (calendar, course, protocol, &request, &error);
  if (plan == NULL)
    return print_refusal (error);

  print_plan (plan, zone);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const CarePlanEntry *entry = g_ptr_array_index (plan->entries, i);

      if (entry->why != CARE_WHY_FREE)
        g_printerr ("session %u: %s\n", entry->number, entry->reason);
    }

  return plan->possible ? CARE_CTL_DONE : CARE_CTL_NO;
}

/**
 * care_ctl_plan:
 * @argc: number of words
 * @argv: the words, "plan" first
 *
 * Plans a course of sessions and prints it as JSON.
 *
 * Returns: the exit status
 */
CareCtlStatus
care_ctl_plan (int    argc,
               char **argv)
{
  g_auto (Options) options = { .every = NOT_GIVEN };
  const GOptionEntry entries[] = {
    { "clinic", 0, 0, G_OPTION_ARG_FILENAME, &options.clinic, "The clinic's settings (the sample)", "FILE" },
    { "protocol", 0, 0, G_OPTION_ARG_FILENAME, &options.protocol, "The clinic's rules (the sample)", "FILE" },
    { "busy", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.busy, "What is taken already, iCalendar", "FILE.ics" },
    { "sessions", 0, 0, G_OPTION_ARG_INT, &options.sessions, "How many sessions", "N" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, "The first session, RFC 3339 or clinic time", "T" },
    { "every", 0, 0, G_OPTION_ARG_INT, &options.every, "Days from one to the next (the least allowed)", "DAYS" },
    { "areas", 0, 0, G_OPTION_ARG_STRING, &options.areas, "Areas to treat", "A,B" },
    { "product", 0, 0, G_OPTION_ARG_STRING, &options.product, "Its gap and its most visits are kept", "ID" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, "Print JSON (it always does)", NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- plan a course of sessions");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context,
    "Keeps weekday and time of day on the clinic's clock. A session that cannot be where it was\n"
    "wanted goes to the next free time, with the reason. Exit status 1: no plan is possible.");
  g_option_context_set_description (context, CARE_CTL_STATUS_HELP);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return care_ctl_usage ("plan: %s", error->message);
  if (argc > 1)
    return care_ctl_usage ("plan: '%s' is one word too many", argv[1]);
  if (options.from == NULL || options.sessions == 0)
    return care_ctl_usage ("plan: --sessions N and --from T are needed");

  return run (&options);
}
