/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Two lines of the protocol contradict each other. Before the needle it stops; after it the stricter one prints, and the
 * owner is told. */

#include "desk-fixture.h"

#include <string.h>

#include "aftercare/care-sheet-block.h"
#include "aftercare/care-sheet.h"
#include "base/care-json.h"
#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-sheet.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/waiting/care-task-card.h"

#define PERMISSION "rub-it-in"

/* The clinic's own protocol: the sample with one line more, which allows what another forbids. */
static void
write_protocol (const char *folder)
{
  g_autofree char *shipped = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autofree char *own = g_build_filename (folder, "protocol.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = care_json_load (shipped, NULL, &error);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) copy = NULL;
  g_autoptr (JsonNode) line = NULL;

  g_assert_no_error (error);
  text = care_json_to_text (document, CARE_JSON_COMPACT);
  copy = care_json_parse (text, -1, shipped, NULL, &error);
  g_assert_no_error (error);
  line = care_json_parse ("{\"id\": \"" PERMISSION "\", \"block\": \"care\", \"topic\": \"massage\", \"stance\": \"do\","
                          " \"text\": {\"en\": \"Rub it in.\", \"es\": \"Frote.\", \"fr\": \"Frottez.\","
                          " \"pt-BR\": \"Esfregue.\", \"de\": \"Reiben.\", \"ar\": \"افرك.\"},"
                          " \"sources\": [\"clinic:Dr A. Example, 2026-11-01, our way\"]}", -1, "line", NULL, &error);
  g_assert_no_error (error);
  json_array_add_element (json_object_get_array_member (json_node_get_object (copy), "lines"), g_steal_pointer (&line));
  g_assert_true (care_json_save (copy, own, &error));
  g_assert_no_error (error);
}

static GtkWidget *
open_visit (DeskFixture *desk,
            CareVisit   *visit)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static CareTask *
find_task (DeskFixture *desk)
{
  g_autoptr (GListModel) tasks = care_clinic_list_tasks (care_desk_get_clinic (desk->desk), NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (CareTask) task = g_list_model_get_item (tasks, i);

      if (g_str_equal (care_task_get_kind (task), "clashing-lines"))
        return g_steal_pointer (&task);
    }
  return NULL;
}

static gboolean
prints (CareSheet  *sheet,
        const char *words)
{
  GPtrArray *blocks = care_sheet_get_blocks (sheet);

  for (guint i = 0; i < blocks->len; i++)
    {
      const CareSheetBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < block->entries->len; j++)
        {
          const CareSheetEntry *entry = g_ptr_array_index (block->entries, j);

          if (entry->text != NULL && strstr (entry->text, words) != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

/* The needles are out: the sheet comes, with the stricter of the two, and the owner has to put it right. */
static void
test_after (DeskFixture  *desk,
            gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);
  const char *const english[] = { "en", NULL };
  g_autoptr (CareTask) task = NULL;
  g_autoptr (CareTask) closed = NULL;
  g_autoptr (CareSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *card;

  g_assert_null (find_task (desk));
  desk_fixture_press (page, "Finished now");
  task = find_task (desk);
  g_assert_nonnull (task);
  g_assert_true (care_task_is_for_owner (task));

  sheet = care_clinic_make_sheet (clinic, visit, english, &error);
  g_assert_no_error (error);
  g_assert_true (prints (sheet, "Do not rub"));
  g_assert_false (prints (sheet, "Rub it in"));

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.waiting", "s", "");
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_true (desk_fixture_shows (page, "For the owner"));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.waiting", "s",
                              care_patient_get_id (care_visit_get_patient (visit)));
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  card = desk_fixture_find (page, CARE_TYPE_TASK_CARD);
  g_assert_true (desk_fixture_shows (card, "For the owner"));
  desk_fixture_press (card, "Open it");
  g_assert_null (desk_fixture_find_button (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG), "Rosa"));
  desk_fixture_sign ("Ines", "444444");
  g_assert_true (desk_fixture_shows (card, PERMISSION));
  gtk_editable_set_text (GTK_EDITABLE (desk_fixture_find (card, GTK_TYPE_ENTRY)), "the line is out again");
  desk_fixture_press (card, "Close it");
  desk_fixture_sign ("Ines", "444444");
  closed = find_task (desk);
  g_assert_null (closed);
}

/* Before the needle: nobody is asked in, and the room says which two. */
static void
test_before (DeskFixture  *desk,
             gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_READY);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  g_assert_true (care_clinic_screen (care_desk_get_clinic (desk->desk), visit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  page = open_visit (desk, visit);
  for (int i = 0; i < 40 && !desk_fixture_shows (page, "contradict each other"); i++)
    desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (page, "contradict each other"));
  g_assert_null (desk_fixture_find_button (page, "Ask them in"));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sample = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  write_protocol (sample);
  g_test_add ("/desk/clash/after", DeskFixture, sample, desk_fixture_open_inside, test_after, desk_fixture_tear_down);
  g_test_add ("/desk/clash/before", DeskFixture, sample, desk_fixture_open_inside, test_before, desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}
