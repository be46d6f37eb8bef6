/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet.h"

#include "base/care-error.h"

struct _CareSheet
{
  GObject       parent_instance;

  CareTimeline *timeline;
  char        **languages;
  char         *title;
};

G_DEFINE_FINAL_TYPE (CareSheet, care_sheet, G_TYPE_OBJECT)

static void
care_sheet_class_init (CareSheetClass *klass)
{
}

static void
care_sheet_init (CareSheet *self)
{
}

CareSheet *
care_sheet_new (CareProtocol          *protocol,
                CareWords             *words,
                const CareSheetClinic *clinic,
                const CareSheetFacts  *facts,
                const char *const     *languages,
                CareInstant            now,
                GError               **error)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_UNSUPPORTED, "no sheet in this build");
  return NULL;
}

CareTimeline *
care_sheet_get_timeline (CareSheet *self)
{
  return self->timeline;
}

const char *const *
care_sheet_get_languages (CareSheet *self)
{
  return (const char *const *) self->languages;
}

const char *
care_sheet_get_title (CareSheet *self)
{
  return self->title;
}

char **
care_sheet_dup_troubles (CareSheet *self)
{
  return g_new0 (char *, 1);
}

JsonNode *
care_sheet_to_json (CareSheet *self)
{
  return json_node_new (JSON_NODE_NULL);
}

char *
care_sheet_to_text (CareSheet *self)
{
  return g_strdup ("");
}
