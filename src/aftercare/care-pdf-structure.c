/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-pdf-structure.h"

#include <string.h>

#include <qpdf/qpdf-c.h>

#include "aftercare/care-sheet-pages-private.h"
#include "base/care-error.h"

#define DEEPEST 32

typedef struct
{
  qpdf_data  qpdf;
  GPtrArray *sections;
  GPtrArray *figures;
  guint      section;
  guint      figure;
} Walk;

static void
set_string (qpdf_data   qpdf,
            qpdf_oh     element,
            const char *key,
            const char *text)
{
  qpdf_oh_replace_key (qpdf, element, key, qpdf_oh_new_unicode_string (qpdf, text));
}

static gboolean
is_structure (Walk       *walk,
              qpdf_oh     element,
              const char *name)
{
  return qpdf_oh_is_name_and_equals (walk->qpdf, qpdf_oh_get_key (walk->qpdf, element, "/S"), name);
}

/* Elements come in the order in which they were drawn, so the n-th figure of the tree is the n-th drawn. */
static void
visit (Walk   *walk,
       qpdf_oh element,
       int     depth)
{
  qpdf_oh kids;

  if (depth > DEEPEST || !qpdf_oh_is_dictionary (walk->qpdf, element))
    return;

  if (is_structure (walk, element, "/Sect") && walk->section < walk->sections->len)
    {
      const CarePageAlt *alt = g_ptr_array_index (walk->sections, walk->section++);

      set_string (walk->qpdf, element, "/Lang", alt->language);
    }
  else if (is_structure (walk, element, "/Figure") && walk->figure < walk->figures->len)
    {
      const CarePageAlt *alt = g_ptr_array_index (walk->figures, walk->figure++);

      set_string (walk->qpdf, element, "/Alt", alt->text);
      set_string (walk->qpdf, element, "/Lang", alt->language);
    }

  kids = qpdf_oh_get_key (walk->qpdf, element, "/K");
  if (!qpdf_oh_is_array (walk->qpdf, kids))
    {
      visit (walk, kids, depth + 1);
      return;
    }
  for (int i = 0; i < qpdf_oh_get_array_n_items (walk->qpdf, kids); i++)
    visit (walk, qpdf_oh_get_array_item (walk->qpdf, kids, i), depth + 1);
}

static gboolean
check (qpdf_data       qpdf,
       QPDF_ERROR_CODE code,
       GError        **error)
{
  if ((code & QPDF_ERRORS) == 0)
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "the PDF could not be finished: %s",
               qpdf_has_error (qpdf) ? qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)) : "libqpdf failed");

  return FALSE;
}

static void
finish_root (qpdf_data   qpdf,
             const char *language)
{
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (qpdf);

  set_string (qpdf, root, "/Lang", language);
  qpdf_oh_replace_key (qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (qpdf, QPDF_TRUE));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", preferences);
}

/**
 * care_pdf_structure_finish:
 * @pdf: a tagged PDF as Cairo writes it
 * @length: its length
 * @language: BCP 47 tag of the document
 * @sections: (element-type CarePageAlt): languages of its sections, in drawing order
 * @figures: (element-type CarePageAlt): what its figures show, in drawing order
 * @error: where to put the reason
 *
 * Adds what Cairo 1.16 cannot say: language and alternative text (PDF 32000-1
 * sections 14.9.2 and 14.9.3). The id is made of the content: same input, same bytes.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %CARE_ERROR_ENVIRONMENT
 */
GBytes *
care_pdf_structure_finish (const guint8 *pdf,
                           gsize         length,
                           const char   *language,
                           GPtrArray    *sections,
                           GPtrArray    *figures,
                           GError      **error)
{
  qpdf_data qpdf;
  GBytes *bytes = NULL;
  Walk walk = { .sections = sections, .figures = figures };

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if (check (qpdf, qpdf_read_memory (qpdf, "sheet", (const char *) pdf, length, NULL), error))
    {
      walk.qpdf = qpdf;
      finish_root (qpdf, language);
      visit (&walk, qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot"), 0);

      if (check (qpdf, qpdf_init_write_memory (qpdf), error))
        {
          qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
          if (check (qpdf, qpdf_write (qpdf), error))
            bytes = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
        }
    }
  qpdf_cleanup (&qpdf);

  return bytes;
}
