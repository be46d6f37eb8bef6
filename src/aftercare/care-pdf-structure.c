/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-pdf-structure.h"

#include <stdarg.h>
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
  GArray    *changed; /* qpdf_oh: objects that are not as Cairo wrote them */
} Walk;

/* One object of the update. */
typedef struct
{
  int   number;
  gsize offset;
} Place;

static void
set_string (qpdf_data   qpdf,
            qpdf_oh     element,
            const char *key,
            const char *text)
{
  qpdf_oh_replace_key (qpdf, element, key, qpdf_oh_new_unicode_string (qpdf, text));
}

static void
note_changed (Walk   *walk,
              qpdf_oh element)
{
  if (qpdf_oh_is_indirect (walk->qpdf, element))
    g_array_append_val (walk->changed, element);
}

/* Gives the next section its language, the next figure its text. Returns whether @element was one of them. */
static gboolean
mark (Walk       *walk,
      qpdf_oh     element,
      const char *role)
{
  const CarePageAlt *alt;

  if (g_str_equal (role, "/Sect") && walk->section < walk->sections->len)
    alt = g_ptr_array_index (walk->sections, walk->section++);
  else if (g_str_equal (role, "/Figure") && walk->figure < walk->figures->len)
    alt = g_ptr_array_index (walk->figures, walk->figure++);
  else
    return FALSE;

  if (alt->text != NULL)
    set_string (walk->qpdf, element, "/Alt", alt->text);
  set_string (walk->qpdf, element, "/Lang", alt->language);
  note_changed (walk, element);

  return TRUE;
}

/* Elements below which there are no sections and no figures; asking them would take half the time. */
static gboolean
is_leaf (const char *role)
{
  static const char *const leaves[] = { "/LBody", "/Lbl", "/H1", "/H2", "/TH", "/TD", "/Link", "/Figure", "/Table", NULL };

  return g_strv_contains (leaves, role);
}

static void visit (Walk   *walk,
                   qpdf_oh element,
                   int     depth);

static void
visit_kids (Walk   *walk,
            qpdf_oh element,
            int     depth)
{
  qpdf_oh kids = qpdf_oh_get_key (walk->qpdf, element, "/K");
  int n;

  if (!qpdf_oh_is_array (walk->qpdf, kids))
    {
      visit (walk, kids, depth);
      return;
    }
  n = qpdf_oh_get_array_n_items (walk->qpdf, kids);
  for (int i = 0; i < n; i++)
    visit (walk, qpdf_oh_get_array_item (walk->qpdf, kids, i), depth);
}

/* Elements come in the order in which they were drawn, so the n-th figure of the tree is the n-th drawn. */
static void
visit (Walk   *walk,
       qpdf_oh element,
       int     depth)
{
  qpdf_oh name;
  g_autofree char *role = NULL;

  if (depth > DEEPEST || !qpdf_oh_is_indirect (walk->qpdf, element) || !qpdf_oh_is_dictionary (walk->qpdf, element))
    return;

  name = qpdf_oh_get_key (walk->qpdf, element, "/S");
  /* What it returns lives until the next call. */
  role = g_strdup (qpdf_oh_is_name (walk->qpdf, name) ? qpdf_oh_get_name (walk->qpdf, name) : "");
  mark (walk, element, role);
  if (!is_leaf (role))
    visit_kids (walk, element, depth + 1);
}

/* Where an element with this role is written, from @from on; its object's number in @number. NULL when there is none. */
static const char *
find_element (const char *from,
              const char *end,
              int        *number)
{
  const char head[] = "/Type /StructElem\n   /S /";
  const char *found = memmem (from, (gsize) (end - from), head, strlen (head));
  const char *line;

  if (found == NULL)
    return NULL;

  /* The line before: "12 0 obj". */
  for (line = found; line > from && line[-1] != '\n'; line--)
    ;
  if (line > from)
    line--;
  while (line > from && line[-1] != '\n')
    line--;
  *number = (int) g_ascii_strtoll (line, NULL, 10);

  return found + strlen (head);
}

/* Cairo writes the elements in the order of the tree: so the few that are wanted need not be looked for in it,
 * object by object. FALSE when they are not all there; the tree is walked then. */
static gboolean
visit_written (Walk         *walk,
               const guint8 *pdf,
               gsize         length)
{
  const char *end = (const char *) pdf + length;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  guint sections = 0, figures = 0;
  int number;

  for (const char *at = find_element ((const char *) pdf, end, &number); at != NULL; at = find_element (at, end, &number))
    {
      gboolean section = end - at > 5 && memcmp (at, "Sect\n", 5) == 0;
      gboolean figure = end - at > 7 && memcmp (at, "Figure\n", 7) == 0;

      sections += section;
      figures += figure;
      if (section || figure)
        g_array_append_val (numbers, number);
    }
  if (sections != walk->sections->len || figures != walk->figures->len)
    return FALSE;

  for (guint i = 0; i < numbers->len; i++)
    {
      qpdf_oh element = qpdf_get_object_by_id (walk->qpdf, g_array_index (numbers, int, i), 0);
      qpdf_oh name;

      if (!qpdf_oh_is_dictionary (walk->qpdf, element))
        return FALSE;
      name = qpdf_oh_get_key (walk->qpdf, element, "/S");
      if (!qpdf_oh_is_name (walk->qpdf, name) || !mark (walk, element, qpdf_oh_get_name (walk->qpdf, name)))
        return FALSE;
    }

  return TRUE;
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
finish_root (Walk       *walk,
             const char *language)
{
  qpdf_data qpdf = walk->qpdf;
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (qpdf);

  set_string (qpdf, root, "/Lang", language);
  qpdf_oh_replace_key (qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (qpdf, QPDF_TRUE));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", preferences);
  note_changed (walk, root);
}

/* Where the table of objects begins; 0 when there is none to go on from (later Cairos write a stream instead). */
static gsize
find_table (const guint8 *pdf,
            gsize         length)
{
  const char mark[] = "startxref\n";
  gsize tail = MIN (length, 64);
  g_autofree char *end = g_strndup ((const char *) pdf + length - tail, tail);
  const char *found = g_strrstr (end, mark);
  guint64 at = found != NULL ? g_ascii_strtoull (found + strlen (mark), NULL, 10) : 0;

  return at + 5 < length && memcmp (pdf + at, "xref\n", 5) == 0 ? (gsize) at : 0;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return ((const Place *) a)->number - ((const Place *) b)->number;
}

static void
append (GByteArray *out,
        const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

static void G_GNUC_PRINTF (2, 3)
append_printf (GByteArray *out,
               const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  append (out, text);
}

/* The changed objects behind the document, with a table of their own (PDF 32000-1 section 7.5.6): a third of the time
 * that writing everything anew takes. */
static GBytes *
write_update (Walk         *walk,
              const guint8 *pdf,
              gsize         length,
              gsize         table)
{
  qpdf_oh trailer = qpdf_get_trailer (walk->qpdf);
  int size = qpdf_oh_get_int_value_as_int (walk->qpdf, qpdf_oh_get_key (walk->qpdf, trailer, "/Size"));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree char *id = NULL;
  GByteArray *out = g_byte_array_sized_new ((guint) (length + length / 8));
  gsize start;

  g_byte_array_append (out, pdf, (guint) length);
  for (guint i = 0; i < walk->changed->len; i++)
    {
      qpdf_oh object = g_array_index (walk->changed, qpdf_oh, i);
      Place place = { qpdf_oh_get_object_id (walk->qpdf, object), out->len };

      append_printf (out, "%d 0 obj\n", place.number);
      append (out, qpdf_oh_unparse_resolved (walk->qpdf, object));
      append (out, "\nendobj\n");
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  start = out->len;
  append (out, "xref\n");
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      append_printf (out, "%d 1\n%010" G_GSIZE_FORMAT " 00000 n \n", place->number, place->offset);
    }
  /* The id is made of the content: same input, same bytes. */
  id = g_compute_checksum_for_data (G_CHECKSUM_MD5, out->data, out->len);
  append_printf (out, "trailer\n<< /Size %d /Prev %" G_GSIZE_FORMAT, size, table);
  append_printf (out, " /Root %s", qpdf_oh_unparse (walk->qpdf, qpdf_oh_get_key (walk->qpdf, trailer, "/Root")));
  append_printf (out, " /Info %s", qpdf_oh_unparse (walk->qpdf, qpdf_oh_get_key (walk->qpdf, trailer, "/Info")));
  append_printf (out, " /ID [<%s> <%s>] >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", id, id, start);

  return g_byte_array_free_to_bytes (out);
}

static GBytes *
write_anew (Walk    *walk,
            GError **error)
{
  qpdf_data qpdf = walk->qpdf;

  if (!check (qpdf, qpdf_init_write_memory (qpdf), error))
    return NULL;
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  if (!check (qpdf, qpdf_write (qpdf), error))
    return NULL;

  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
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
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_data qpdf;
  GBytes *bytes = NULL;
  Walk walk = { .sections = sections, .figures = figures, .changed = changed };

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if (check (qpdf, qpdf_read_memory (qpdf, "sheet", (const char *) pdf, length, NULL), error))
    {
      gsize table = find_table (pdf, length);

      walk.qpdf = qpdf;
      finish_root (&walk, language);
      if (!visit_written (&walk, pdf, length))
        {
          walk.section = walk.figure = 0;
          g_array_set_size (walk.changed, 1); /* the root */
          visit (&walk, qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot"), 0);
        }
      bytes = table > 0 ? write_update (&walk, pdf, length, table) : write_anew (&walk, error);
    }
  qpdf_cleanup (&qpdf);

  return bytes;
}
