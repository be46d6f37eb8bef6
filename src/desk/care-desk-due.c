/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-desk-due.h"

#include <glib/gi18n.h>

static CareDue
find_due (CareDesk  *desk,
          CareVisit *visit)
{
  g_autoptr (GError) error = NULL;
  CareDue due = CARE_DUE_NOTHING;

  /* What cannot be read is said where the visit is opened. */
  if (!care_clinic_find_due (care_desk_get_clinic (desk), visit, &due, &error))
    return CARE_DUE_NOTHING;
  return due;
}

static char *
join (GStrvBuilder *builder,
      const char   *separator)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  return parts[0] != NULL ? g_strjoinv (separator, parts) : NULL;
}

/**
 * care_desk_due_dup_short:
 * @desk: what the pages work with
 * @visit: a visit
 *
 * Returns: (transfer full) (nullable): what has run out by then; NULL when nothing has
 */
char *
care_desk_due_dup_short (CareDesk  *desk,
                         CareVisit *visit)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  CareDue due = find_due (desk, visit);

  if ((due & CARE_DUE_TEST) != 0)
    g_strv_builder_add (parts, _("new test first"));
  if ((due & CARE_DUE_INTAKE) != 0)
    g_strv_builder_add (parts, _("all questions again"));
  if ((due & CARE_DUE_CONSENT) != 0)
    g_strv_builder_add (parts, _("consent again"));
  return join (parts, " · ");
}

/**
 * care_desk_due_dup_say:
 * @desk: what the pages work with
 * @visit: a visit
 *
 * Returns: (transfer full) (nullable): what to say when calling; NULL when nothing has run out
 */
char *
care_desk_due_dup_say (CareDesk  *desk,
                       CareVisit *visit)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  CareDue due = find_due (desk, visit);

  if ((due & CARE_DUE_TEST) != 0)
    {
      int hours = care_clinic_get_test_wait (care_desk_get_clinic (desk));
      g_autofree char *test = g_strdup_printf (_("By then no allergy test counts: nobody can treat. Book a new test first, at least %d hours before."), hours);

      g_strv_builder_add (parts, test);
    }
  if ((due & CARE_DUE_INTAKE) != 0)
    g_strv_builder_add (parts, _("All questions are asked again: it takes longer than last time."));
  if ((due & CARE_DUE_CONSENT) != 0)
    g_strv_builder_add (parts, _("They are asked for their consent again."));
  return join (parts, " ");
}

/**
 * care_desk_due_dup_not_here:
 * @desk: what the pages work with
 * @visit: a visit of somebody who is not here yet
 *
 * Returns: (transfer full): what the intake says until they are, with what has run out by then
 */
char *
care_desk_due_dup_not_here (CareDesk  *desk,
                            CareVisit *visit)
{
  g_autofree char *say = care_desk_due_dup_say (desk, visit);
  const char *begin = _("The questions begin when they have arrived.");

  return say != NULL ? g_strdup_printf ("%s\n%s", say, begin) : g_strdup (begin);
}
