/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-sheet.h"

#include <string.h>

#include "aftercare/care-sheet-break.h"
#include "aftercare/care-sheet-pages-private.h"
#include "aftercare/care-sheet-press-private.h"
#include "aftercare/care-sheet-setter.h"

#define AT .shipped = TRUE, .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"

/* Of 72 usual leaves. */
#define LEAST_CODES 68
#define LEAST_LARGE 50

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar", NULL };

/* The usual session, with the words as they are shipped: one leaf a language. */
static const CareTestVisit usual[] = {
  { .name = "face", AT, .areas = "face", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
  { .name = "face-numbed", AT, .areas = "face", .numbed = CARE_TRI_YES, .kidney_clear = TRUE },
  { .name = "face-unknown", AT, .areas = "face" },
  { .name = "body", AT, .areas = "thighs", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
  { .name = "body-numbed", AT, .areas = "thighs", .numbed = CARE_TRI_YES, .kidney_clear = TRUE },
  { .name = "both", AT, .areas = "face,thighs", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
};

/* The smallest type of what is said to the patient, in points: not of labels, of the record, of what staff and others read. */
static double
body_points (CareSheetPages *pages)
{
  static const char *const others[] = { "doctor", "report", "offer", "teach-back", "code", NULL };
  double points = G_MAXDOUBLE;

  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      GPtrArray *placed = care_sheet_pages_get_placed (pages, i);

      for (guint j = 0; j < placed->len; j++)
        {
          const CarePiece *piece = ((CarePlaced *) g_ptr_array_index (placed, j))->piece;
          CareSheetBlockKind kind = piece->block->kind;

          if (g_strv_contains (others, piece->block->name) ||
              (kind != CARE_SHEET_BLOCK_LIST && kind != CARE_SHEET_BLOCK_CALL && kind != CARE_SHEET_BLOCK_KEEP))
            continue;
          for (guint k = 0; k < piece->marks->len; k++)
            {
              const CareMark *mark = g_ptr_array_index (piece->marks, k);

              if (mark->lines.layout != NULL)
                points = MIN (points, mark->lines.scale * CARE_PRESS_SHAPED);
            }
        }
    }

  return points;
}

static void
test_leaf (gconstpointer data)
{
  const CareTestVisit *visit = data;

  for (guint i = 0; languages[i] != NULL; i++)
    for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_LETTER; paper++)
      {
        CareTestVisit own = *visit;
        CareTestVisit beside = *visit;
        g_autofree char *two = g_strconcat (languages[i], ",", i == 0 ? "es" : "en", NULL);
        g_autoptr (CareSheetPages) pages = NULL;
        g_autoptr (CareSheetPages) both = NULL;

        own.languages = own.clinic = languages[i];
        beside.languages = two;
        beside.clinic = i == 0 ? "es" : "en";
        pages = care_test_pages_new (&own, paper, CARE_PRINT_NORMAL);
        both = care_test_pages_new (&beside, paper, CARE_PRINT_NORMAL);
        g_test_message ("%s on %s: %u pages, body %.0f pt; beside the clinic's: %u pages, body %.0f pt", languages[i],
                        care_paper_get_name (paper), care_sheet_pages_get_n_pages (pages),
                        body_points (pages), care_sheet_pages_get_n_pages (both),
                        body_points (both));
        g_assert_cmpuint (care_sheet_pages_get_n_pages (pages), ==, 2);
        g_assert_cmpuint (care_sheet_pages_get_n_pages (both), ==, 4);
        /* The size never gives way (fact w-06). */
        g_assert_cmpfloat (body_points (pages), >=, 14 - 1e-6);
        g_assert_cmpfloat (body_points (both), >=, 14 - 1e-6);
      }
}

/* What the room was spent on, besides the words. */
typedef struct
{
  guint  limits; /* sentences on the front that say how long to wait */
  guint  pictured; /* and have their picture beside them, 6 mm at least */
  guint  codes;
  double code; /* its side */
  double time; /* the strip's smallest time, in points */
  double picture; /* and its smallest picture */
} Spent;

static void
count_marks (Spent           *spent,
             const CarePiece *piece)
{
  gboolean limits = g_str_equal (piece->block->name, "limits");
  gboolean strip = piece->block->kind == CARE_SHEET_BLOCK_STRIP && !piece->keep;

  for (guint i = 0; i < piece->marks->len; i++)
    {
      const CareMark *mark = g_ptr_array_index (piece->marks, i);
      gboolean picture = mark->kind == CARE_MARK_PICTURE;

      if (mark->kind == CARE_MARK_CODE)
        {
          spent->codes++;
          spent->code = mark->w;
        }
      spent->limits += limits && mark->kind == CARE_MARK_TEXT && g_strcmp0 (mark->tag, "LBody") == 0;
      spent->pictured += limits && picture && mark->w > 6 / 25.4 * 72 - 0.1;
      if (strip && picture)
        spent->picture = MIN (spent->picture, mark->w);
      if (strip && mark->kind == CARE_MARK_TEXT && mark->lines.scale * CARE_PRESS_SHAPED > 14)
        spent->time = MIN (spent->time, mark->lines.scale * CARE_PRESS_SHAPED);
    }
}

static Spent
spent_on (CareSheetPages *pages)
{
  Spent spent = { .time = G_MAXDOUBLE, .picture = G_MAXDOUBLE };

  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      GPtrArray *placed = care_sheet_pages_get_placed (pages, i);

      for (guint j = 0; j < placed->len; j++)
        count_marks (&spent, ((CarePlaced *) g_ptr_array_index (placed, j))->piece);
    }

  return spent;
}

/* Every usual leaf: the table of docs/sheet.md. The box for another doctor is in the patient's language or in another one. */
static const char *const leaf_areas[] = { "face", "thighs,buttocks" };

typedef void (*LeafFunc) (const char *name, CareSheetPages *pages, gboolean doctor_other, gpointer data);

static void
for_each_leaf (gboolean doctor_other,
               LeafFunc func,
               gpointer data)
{
  for (guint i = 0; languages[i] != NULL; i++)
    for (CarePaper paper = CARE_PAPER_A4; paper <= CARE_PAPER_LETTER; paper++)
      for (guint a = 0; a < G_N_ELEMENTS (leaf_areas); a++)
        for (CareTri numbed = CARE_TRI_UNKNOWN; numbed <= CARE_TRI_YES; numbed++)
          for (guint d = 0; languages[d] != NULL; d++)
            {
              CareTestVisit visit = { AT, .areas = leaf_areas[a], .numbed = numbed, .languages = languages[i],
                                      .clinic = languages[i], .doctor = languages[d] };
              g_autofree char *name = NULL;
              g_autoptr (CareSheetPages) pages = NULL;

              if ((d != i) != doctor_other)
                continue;
              name = g_strdup_printf ("%s | %s | %s | cream %d | doctor %s", languages[i], care_paper_get_name (paper), leaf_areas[a],
                                      numbed, languages[d]);
              pages = care_test_pages_new (&visit, paper, CARE_PRINT_NORMAL);
              func (name, pages, doctor_other, data);
            }
}

typedef struct
{
  guint all, codes, large;
} Room;

/* Every limit has its picture, the strip is never small, and the code gives way on the fullest leaves only. */
static void
check_room (const char     *name,
            CareSheetPages *pages,
            gboolean        doctor_other,
            gpointer        data)
{
  Room *room = data;
  Spent spent = spent_on (pages);

  g_test_message ("%s | %u pages | code %s | strip %.0f pt, %.0f mm", name, care_sheet_pages_get_n_pages (pages),
                  spent.codes > 0 ? "yes" : "no", spent.time, spent.picture / 72 * 25.4);
  g_assert_cmpuint (care_sheet_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpfloat (body_points (pages), >=, 14 - 1e-6);
  g_assert_cmpuint (spent.limits, >=, 6);
  g_assert_cmpuint (spent.pictured, ==, spent.limits);
  g_assert_cmpuint (spent.codes, <=, 1);
  g_assert_true (spent.codes == 0 || spent.code > 22 / 25.4 * 72 - 0.1);
  g_assert_cmpfloat (spent.time, >=, 18 - 1e-6);
  g_assert_cmpfloat (spent.picture, >=, 10 / 25.4 * 72);
  room->all++;
  room->codes += spent.codes;
  room->large += spent.picture > 12 / 25.4 * 72 && spent.time > 20 - 1e-6;
}

static void
test_room (void)
{
  Room room = { 0 };

  for_each_leaf (FALSE, check_room, &room);
  g_test_message ("%u sheets: %u with their code, %u with a large strip", room.all, room.codes, room.large);
  g_assert_cmpuint (room.all, ==, 72);
  g_assert_cmpuint (room.codes, >=, LEAST_CODES);
  g_assert_cmpuint (room.large, >=, LEAST_LARGE);
}

/* The box for another doctor in each of the other five languages. */
static void
test_doctor (void)
{
  Room room = { 0 };

  for_each_leaf (TRUE, check_room, &room);
  g_test_message ("%u sheets: %u with their code, %u with a large strip", room.all, room.codes, room.large);
  g_assert_cmpuint (room.all, ==, 360);
  g_assert_cmpuint (room.codes, >=, 320);
}

/* Large print and small paper reflow: more pages, the size kept, the text in one column and whole. */
static void
test_reflow (gconstpointer data)
{
  const CareTestVisit *visit = data;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      CareTestVisit own = *visit;
      g_autoptr (CareSheetPages) large = NULL;
      g_autoptr (CareSheetPages) small = NULL;

      own.languages = own.clinic = languages[i];
      large = care_test_pages_new (&own, CARE_PAPER_A4, CARE_PRINT_LARGE);
      small = care_test_pages_new (&own, CARE_PAPER_A5, CARE_PRINT_NORMAL);
      g_assert_cmpuint (care_sheet_pages_get_n_pages (large), >, 2);
      g_assert_cmpfloat (body_points (large), >=, 18 - 1e-6);
      g_assert_cmpuint (care_sheet_pages_get_n_pages (small), >, 2);
      g_assert_cmpfloat (body_points (small), >=, 14 - 1e-6);
    }
}

/* The first of the section's pictures, in order, clear of the heading's words and of the rule above. */
static guint
check_heading (CareSetter           *setter,
               const CareSheetBlock *block)
{
  const CarePiece *heading = g_ptr_array_index (setter->pieces, 1);
  const CarePiece *pictures = g_ptr_array_index (setter->pieces, 2);
  const CareMark *words = g_ptr_array_index (heading->marks, 0);
  double width = care_lines_get_width (&words->lines);
  guint next = 0;

  if (((CareMark *) g_ptr_array_index (pictures->marks, 0))->kind != CARE_MARK_PICTURE)
    return 0;

  for (guint i = 0; i < pictures->marks->len; i++)
    {
      const CareMark *mark = g_ptr_array_index (pictures->marks, i);
      const CareSheetEntry *entry = NULL;

      while (entry == NULL || entry->pictogram == NULL ||
             (i > 0 && g_strcmp0 (entry->pictogram, ((CareMark *) g_ptr_array_index (pictures->marks, i - 1))->text) == 0))
        {
          g_assert_cmpuint (next, <, block->entries->len);
          entry = g_ptr_array_index (block->entries, next++);
        }
      g_assert_cmpstr (mark->text, ==, entry->pictogram);
      if (setter->mirrored)
        g_assert_cmpfloat (mark->x + mark->w, <, words->x + words->w - width);
      else
        g_assert_cmpfloat (mark->x, >, words->x + width);
      g_assert_cmpfloat (mark->y, >=, -heading->height - 0.01);
      g_assert_cmpfloat (mark->y + mark->h, <=, 0.01);
    }

  return pictures->marks->len;
}

static void
test_headings (void)
{
  g_autoptr (CareSheetPress) press = care_sheet_press_new (g_getenv ("AFTERCARE_DATA"));
  guint most = 0, fewer = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      CareTestVisit visit = usual[0];
      g_autoptr (CareSheet) sheet = NULL;
      GPtrArray *blocks;

      visit.languages = visit.clinic = languages[i];
      sheet = care_test_sheet_new (&visit);
      blocks = care_sheet_get_blocks (sheet);
      for (guint b = 0; b < blocks->len; b++)
        for (int density = 0; density < CARE_N_DENSITIES; density++)
          {
            const CareSheetBlock *block = g_ptr_array_index (blocks, b);
            CareSetter *setter;

            if (!g_str_equal (block->name, "care") && !g_str_equal (block->name, "before"))
              continue;
            setter = care_setter_new (press, 1);
            setter->page_width = 595;
            setter->left = 33;
            setter->width = 258;
            setter->column = TRUE;
            setter->density = density;
            setter->mirrored = g_str_equal (languages[i], "ar");
            care_setter_set_rtl (setter, setter->mirrored);
            care_setter_set_block (setter, block);
            most = MAX (most, check_heading (setter, block));
            g_ptr_array_set_size (setter->pieces, 0);
            setter->width = 230;
            care_setter_set_block (setter, block);
            fewer += check_heading (setter, block) < 4;
            care_setter_free (setter);
          }
    }
  /* Both were tried: room for many, and too little. */
  g_assert_cmpuint (most, >=, 5);
  g_assert_cmpuint (fewer, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_autofree char *leaf = g_strconcat ("/leaf/usual/", usual[i].name, NULL);
      g_autofree char *reflow = g_strconcat ("/leaf/reflow/", usual[i].name, NULL);

      g_test_add_data_func (leaf, &usual[i], test_leaf);
      g_test_add_data_func (reflow, &usual[i], test_reflow);
    }

  g_test_add_func ("/leaf/room", test_room);
  g_test_add_func ("/leaf/doctor", test_doctor);
  g_test_add_func ("/leaf/headings", test_headings);

  return g_test_run ();
}
