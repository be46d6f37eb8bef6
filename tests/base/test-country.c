/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-country.h"

static const struct
{
  const char *country;
  const char *languages;
} cases[] = {
  { "DE", "de-DE" },
  { "ES", "es-ES" },
  { "BR", "pt-BR" },
  { "AE", "ar-AE" },
  { "GB", "en-GB" },
  /* Official in fact, not by law. */
  { "US", "en-US" },
  /* Several: the one that most speak first. */
  { "CH", "de-CH,fr-CH,gsw-CH,it-CH" },
  { "BE", "nl-BE,de-BE,fr-BE" },
  { "CA", "en-CA,fr-CA" },
  /* Nowhere: never silently English. */
  { "XX", "" },
  { "", "" },
};

static void
test_languages (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_auto (GStrv) found = care_country_dup_languages (cases[i].country);
  g_autofree char *joined = g_strjoinv (",", found);

  g_assert_cmpstr (joined, ==, cases[i].languages);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/country/%s", *cases[i].country != '\0' ? cases[i].country : "none");

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_languages);
    }

  return g_test_run ();
}
