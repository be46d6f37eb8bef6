/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-approval.h"

#include "protocol/care-protocol-parts.h"

void
care_approval_free (CareApproval *self)
{
  g_free (self->approver);
  g_free (self->role);
  g_free (self->date);
  g_free (self->review);
  g_free (self->hash);
  g_free (self->reader);
  g_free (self->read);
  g_free (self);
}

/**
 * care_approval_role_may:
 * @role: a role, "clinician"
 *
 * Returns: whether whoever has it may approve texts and rules
 */
gboolean
care_approval_role_may (const char *role)
{
  static const char *const roles[] = { "clinician", "owner", NULL };

  g_return_val_if_fail (role != NULL, FALSE);

  return g_strv_contains (roles, role);
}

/* Who has read the texts, and when; only where no formula measures them. */
static gboolean
read_reader (const CareJsonView *view,
             CareApproval       *approval,
             GError            **error)
{
  static const char *const known[] = { "name", "date", NULL };
  CareJsonView child = { 0 };
  const char *name = NULL;
  const char *date = NULL;

  if (!care_json_view_peek_member (view, "reader", &child))
    return TRUE;

  if (!care_json_view_get_object (view, "reader", CARE_JSON_REQUIRED, &child, error) ||
      !care_json_view_refuse_unknown (&child, known, error) ||
      !care_json_view_get_string (&child, "name", CARE_JSON_REQUIRED, &name, error) ||
      !care_json_view_get_string (&child, "date", CARE_JSON_REQUIRED, &date, error))
    return FALSE;

  approval->reader = g_strdup (name);
  approval->read = g_strdup (date);

  return TRUE;
}

static CareApproval *
read_members (const CareJsonView       *view,
              const char *const        *known,
              const char               *hash,
              GError                  **error)
{
  g_autoptr (CareApproval) self = g_new0 (CareApproval, 1);
  const struct
  {
    const char *member;
    CareJsonNeed need;
    char **out;
  } members[] = {
    { "approver", CARE_JSON_REQUIRED, &self->approver },
    { "date", CARE_JSON_REQUIRED, &self->date },
    { "review", g_strv_contains (known, "review") ? CARE_JSON_REQUIRED : CARE_JSON_OPTIONAL, &self->review },
    { "role", CARE_JSON_OPTIONAL, &self->role },
    { hash, CARE_JSON_OPTIONAL, &self->hash },
  };

  if (!care_json_view_refuse_unknown (view, known, error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *words = "";

      if (!care_json_view_get_string (view, members[i].member, members[i].need, &words, error))
        return NULL;
      *members[i].out = g_strdup (words);
    }

  return g_steal_pointer (&self);
}

/* A language's. */
gpointer
care_approval_read (const CareJsonView *view,
                    gpointer            context,
                    GError            **error)
{
  static const char *const known[] = { "approver", "role", "date", "review", "texts", "reader", NULL };
  g_autoptr (CareApproval) self = read_members (view, known, "texts", error);

  if (self == NULL || !read_reader (view, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* A version's. */
gpointer
care_approval_read_version (const CareJsonView *view,
                            gpointer            context,
                            GError            **error)
{
  static const char *const known[] = { "approver", "role", "date", "rules", NULL };

  return read_members (view, known, "rules", error);
}
