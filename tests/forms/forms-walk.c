/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "forms-walk.h"

CareQuestionnaire *
forms_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "forms", file, NULL);
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = care_questionnaire_load (path, &error);

  g_assert_no_error (error);
  return form;
}

gboolean
forms_tap (CareResponse *response,
           CareNode     *node,
           const char   *code)
{
  const CareItem *item = care_node_get_item (node);

  for (guint i = 0; i < care_item_get_n_options (item); i++)
    {
      const CareOption *option = care_item_get_option (item, i);

      if (care_value_is_code (care_option_get_value (option), NULL, code))
        {
          care_response_toggle_option (response, node, option);
          return TRUE;
        }
    }

  return FALSE;
}

void
forms_tap_link (CareResponse *response,
                const char   *link_id,
                const char   *code)
{
  CareNode *node = care_response_find (response, link_id);

  g_assert_nonnull (node);
  if (!forms_tap (response, node, code))
    g_error ("%s has no answer %s", link_id, code);
}

/* What somebody healthy wants: their thighs treated, a meal eaten, and yes to it. */
static const struct
{
  const char *link_id;
  const char *code;
} wishes[] = {
  { "goal", "cellulite" },
  { "areas-body", "thighs" },
  { "meal-today", "yes" },
  { "own-wish", "yes" },
  { "consent-given", "yes" },
};

static void
answer (CareResponse *response,
        CareNode     *node)
{
  const char *link_id = care_node_get_link_id (node);

  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    if (g_str_equal (link_id, wishes[i].link_id))
      {
        g_assert_true (forms_tap (response, node, wishes[i].code));
        return;
      }

  if (!forms_tap (response, node, "no") && !forms_tap (response, node, "none") &&
      care_item_is_required (care_node_get_item (node)))
    g_error ("%s has no answer for somebody healthy", link_id);
}

static gboolean
walk (CareResponse *response,
      CareNode     *node)
{
  const CareItem *item = care_node_get_item (node);
  gboolean any = FALSE;

  if (item != NULL && (!care_node_is_enabled (node) || care_item_is_hidden (item)))
    return FALSE;

  if (item != NULL && care_item_get_item_type (item) == CARE_ITEM_CHOICE && !care_item_is_read_only (item) &&
      care_node_get_n_answers (node) == 0)
    {
      answer (response, node);
      any = care_node_get_n_answers (node) > 0;
    }

  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    any = walk (response, care_node_get_child (node, 0, i)) || any;

  return any;
}

void
forms_walk_healthy (CareResponse *response)
{
  while (walk (response, care_response_get_root (response)))
    continue;
}

static gboolean
has_content (CareNode *node)
{
  const CareItem *item = care_node_get_item (node);

  if (!care_node_is_enabled (node) || care_item_is_hidden (item))
    return FALSE;
  if (care_item_get_item_type (item) != CARE_ITEM_GROUP)
    return !care_item_is_merged (item);

  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    if (has_content (care_node_get_child (node, 0, i)))
      return TRUE;

  return FALSE;
}

static guint
count (CareNode *node)
{
  const CareItem *item = care_node_get_item (node);
  guint screens = 0;

  if (item != NULL &&
      (care_item_get_item_type (item) != CARE_ITEM_GROUP || care_item_get_control (item) == CARE_CONTROL_PAGE))
    return has_content (node) ? 1 : 0;

  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    screens += count (care_node_get_child (node, 0, i));

  return screens;
}

guint
forms_count_screens (CareResponse *response)
{
  return count (care_response_get_root (response));
}
