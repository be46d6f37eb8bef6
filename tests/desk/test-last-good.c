/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/care-error.h"
#include "clinic/care-clinic-approve.h"
#include "course/care-clinic-info.h"
#include "desk/care-desk-opening.h"
#include "protocol/care-protocol.h"

/* A file that the clinic wrote itself, spoilt; @find and @replace NULL: see spoil(). */
typedef struct
{
  const char *name;
  const char *file;
  const char *find;
  const char *replace;
  const char *why; /* what the notice says of it */
} Spoilt;

#define BOTTOMLESS "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["

static const Spoilt SPOILT[] = {
  { "clinic/truncated", "clinic.json", NULL, "half", "clinic.json: /" },
  { "clinic/empty", "clinic.json", NULL, "empty", "clinic.json: " },
  { "clinic/gone", "clinic.json", NULL, "gone", "clinic.json: " },
  { "clinic/folder", "clinic.json", NULL, "folder", "clinic.json: " },
  { "clinic/oversized", "clinic.json", NULL, "oversized", "clinic.json: /" },
  { "clinic/non-utf-8", "clinic.json", "Clinic of Before", "Clinic of \xff", "UTF-8" },
  { "clinic/version", "clinic.json", "\"format_version\": 1", "\"format_version\": 99", "format_version 99 is not known" },
  { "clinic/wrong-type", "clinic.json", "\"id\": \"sample-clinic\"", "\"id\": 5", "clinic.json: /id: " },
  { "clinic/wrong-phone", "clinic.json", "\"555-0100 EXAMPLE\"", "true", "clinic.json: /phones/day: " },
  { "clinic/deep", "clinic.json", "\"id\": \"sample-clinic\"", "\"id\": " BOTTOMLESS, "clinic.json: /id/0/0" },
  { "protocol/truncated", "protocol.json", NULL, "half", "protocol.json: /" },
  { "protocol/empty", "protocol.json", NULL, "empty", "protocol.json: " },
  { "protocol/gone", "protocol.json", NULL, "gone", "protocol.json: " },
  { "protocol/folder", "protocol.json", NULL, "folder", "protocol.json: " },
  { "protocol/oversized", "protocol.json", NULL, "oversized", "protocol.json: /" },
  { "protocol/non-utf-8", "protocol.json", "Mesotherapy (sample)", "Mesotherapy \xc0\xaf", "UTF-8" },
  { "protocol/version", "protocol.json", "\"format_version\": 1", "\"format_version\": 99", "protocol.json: /format_version: " },
  { "protocol/wrong-type", "protocol.json", "\"id\": \"mesotherapy\"", "\"id\": 5", "protocol.json: /id: " },
  { "protocol/deep", "protocol.json", "\"id\": \"mesotherapy\"", "\"id\": " BOTTOMLESS, "protocol.json: /id/0/0" },
};

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("care-last-good-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  desk_fixture_remove (self->folder);
  g_free (self->folder);
}

static void
write_file (Fixture    *self,
            const char *file,
            const char *bytes,
            gsize       length)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
write_own (Fixture    *self,
           const char *file,
           const char *folder,
           const char *sample,
           const char *find,
           const char *replace)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), folder, sample, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) own = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  own = g_string_new (text);
  g_assert_cmpuint (g_string_replace (own, find, replace, 1), ==, 1);
  write_file (self, file, own->str, own->len);
}

/* Settings of this clinic's own, to be told from the sample's. */
static void
write_owns (Fixture *self)
{
  write_own (self, "clinic.json", "sample", "clinic.json", "Clinic Example", "Clinic of Before");
  write_own (self, "protocol.json", "protocols", "mesotherapy.json", "\"2026.11.1\"", "\"2026.11.1-before\"");
}

static void
spoil (Fixture      *self,
       const Spoilt *spoilt)
{
  g_autofree char *path = g_build_filename (self->folder, spoilt->file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (text);
  if (spoilt->find != NULL)
    g_assert_cmpuint (g_string_replace (changed, spoilt->find, spoilt->replace, 1), ==, 1);
  else if (g_str_equal (spoilt->replace, "half"))
    g_string_truncate (changed, changed->len / 2);
  else if (g_str_equal (spoilt->replace, "empty"))
    g_string_truncate (changed, 0);
  else if (g_str_equal (spoilt->replace, "oversized"))
    {
      gsize length = changed->len;

      g_string_set_size (changed, 33 * 1024 * 1024);
      memset (changed->str + length, ' ', changed->len - length);
    }
  g_assert_no_errno (g_unlink (path));
  if (g_strcmp0 (spoilt->replace, "folder") == 0)
    g_assert_no_errno (g_mkdir (path, 0700));
  else if (g_strcmp0 (spoilt->replace, "gone") != 0)
    write_file (self, spoilt->file, changed->str, changed->len);
}

static CareDesk *
open_desk (Fixture  *self,
           GError  **error)
{
  g_autoptr (CareDeskLink) link = care_desk_link_new (-1);
  g_autofree char *clock = g_strdup ("2026-11-23T15:20:00+01:00");
  CareDeskOptions options = { .state_dir = self->folder, .clock = clock };
  g_autoptr (GSettings) settings = care_desk_open_settings (NULL);

  g_assert_nonnull (settings);
  return care_desk_open (&options, link, settings, error);
}

static void
assert_is_before (CareDesk *desk)
{
  CareClinic *clinic = care_desk_get_clinic (desk);

  g_assert_cmpstr (care_clinic_info_get_name (care_clinic_get_info (clinic)), ==, "Clinic of Before");
  g_assert_cmpstr (care_protocol_get_version (care_clinic_get_protocol (clinic)), ==, "2026.11.1-before");
}

/* Opens and closes once, without a notice. */
static void
work_once (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  CareDesk *desk = open_desk (self, &error);

  g_assert_no_error (error);
  assert_is_before (desk);
  g_assert_null (care_desk_get_notice (desk));
  g_assert_finalize_object (desk);
}

/* Whether the window shows @text, with @desk or with why there is none. */
static void
assert_window_shows (CareDesk     *desk,
                     const GError *error,
                     const char   *text,
                     const char   *other)
{
  CareDeskWindow *window = CARE_DESK_WINDOW (care_desk_window_new (GTK_APPLICATION (g_application_get_default ()), NULL));

  care_desk_window_open (window, desk, error, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  desk_fixture_settle ();
  if (!desk_fixture_shows (GTK_WIDGET (window), text) || !desk_fixture_shows (GTK_WIDGET (window), other))
    g_error ("the window does not say “%s” and “%s”", text, other);
  gtk_window_destroy (GTK_WINDOW (window));
  desk_fixture_settle ();
}

/* The clinic goes on with what worked before, and its window says which file is wrong where, until it is mended. */
static void
test_stands_in (Fixture      *self,
                gconstpointer data)
{
  const Spoilt *spoilt = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, spoilt->file, NULL);

  write_owns (self);
  work_once (self);
  spoil (self, spoilt);
  for (guint start = 0; start < 2; start++)
    {
      CareDesk *desk = open_desk (self, &error);

      g_assert_no_error (error);
      assert_is_before (desk);
      g_assert_nonnull (care_desk_get_notice (desk));
      g_assert_true (g_str_has_prefix (care_desk_get_notice (desk), path));
      if (strstr (care_desk_get_notice (desk), spoilt->why) == NULL)
        g_error ("“%s” does not say “%s”", care_desk_get_notice (desk), spoilt->why);
      if (start == 0)
        assert_window_shows (desk, NULL, care_desk_get_notice (desk), "what worked before is in use");
      g_assert_finalize_object (desk);
    }

  g_rmdir (path);
  write_owns (self);
  work_once (self);
}

/* In another language than the floors below speak: the place stays as it is, the reason does not. */
static void
test_spoken (Fixture      *self,
             gconstpointer data)
{
  static const char *const languages[] = { "es", "fr" };
  const Spoilt *spoilt = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, spoilt->file, NULL);
  g_autofree char *english = NULL;
  g_autofree char *place = NULL;
  char *reason;
  CareDesk *desk;

  write_owns (self);
  work_once (self);
  spoil (self, spoilt);
  desk = open_desk (self, &error);
  g_assert_no_error (error);
  english = g_strdup (care_desk_get_notice (desk));
  g_assert_finalize_object (desk);
  *strstr (english, "; what worked before is in use") = '\0';
  /* What the system says is quoted behind words of our own. */
  reason = strstr (english, "cannot be read: ");
  if (reason != NULL)
    reason[strlen ("cannot be read")] = '\0';
  else
    reason = g_strrstr (english, ": ") + 2;
  place = g_strndup (english, (gsize) (reason - english));

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *notice;

      desk_fixture_speak (languages[i]);
      desk = open_desk (self, &error);
      g_assert_no_error (error);
      notice = care_desk_get_notice (desk);
      g_assert_nonnull (strstr (notice, path));
      if (strstr (notice, reason) != NULL)
        g_error ("“%s” says “%s” in English", notice, reason);
      /* The JSON path, where there is one. */
      if (strstr (place, ": /") != NULL)
        {
          g_autofree char *at = g_strdup (strstr (place, ": /") + 2);

          *strchr (at, ':') = '\0';
          if (strstr (notice, at) == NULL)
            g_error ("“%s” does not say “%s”", notice, at);
        }
      g_assert_finalize_object (desk);
    }
  desk_fixture_speak ("en");
}

/* A file that never worked has nothing that could stand in: the window says why it does not open. */
static void
test_without_copy (Fixture      *self,
                   gconstpointer data)
{
  const Spoilt *spoilt = data;
  g_autoptr (GError) error = NULL;

  write_owns (self);
  spoil (self, spoilt);
  g_assert_null (open_desk (self, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CARE_ERROR);
  if (strstr (error->message, spoilt->why) == NULL)
    g_error ("“%s” does not say “%s”", error->message, spoilt->why);
  assert_window_shows (NULL, error, "The records cannot be opened", spoilt->file);
}

/* A copy that is spoilt too stands in for nothing. */
static void
test_spoilt_copy (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_owns (self);
  work_once (self);
  write_file (self, "clinic.json", "{", 1);
  write_file (self, "last-good/clinic.json", "[]", 2);
  g_assert_null (open_desk (self, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_null (strstr (error->message, "/last-good/"));
}

/* Copies hold the exact bytes, for their owner alone, and are written only when these have changed. */
static void
test_copies (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *own = g_build_filename (self->folder, "clinic.json", NULL);
  g_autofree char *copy = g_build_filename (self->folder, "last-good", "clinic.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *now = NULL;
  g_autoptr (GString) longer = NULL;
  GStatBuf first;
  GStatBuf second;

  write_owns (self);
  work_once (self);
  g_assert_true (g_file_get_contents (own, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (copy, &kept, NULL, NULL));
  g_assert_cmpstr (text, ==, kept);
  g_assert_no_errno (g_stat (copy, &first));
  g_assert_cmpint (first.st_mode & 0777, ==, 0600);

  work_once (self);
  g_assert_no_errno (g_stat (copy, &second));
  g_assert_cmpuint (first.st_ino, ==, second.st_ino);
  g_assert_cmpint (first.st_mtim.tv_nsec, ==, second.st_mtim.tv_nsec);

  longer = g_string_new (text);
  g_string_append (longer, "\n\n");
  write_file (self, "clinic.json", longer->str, longer->len);
  work_once (self);
  g_assert_true (g_file_get_contents (copy, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, longer->str);
}

/* The sample is no file of the clinic's: nothing is kept of it. */
static void
test_sample (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "last-good", NULL);
  g_autoptr (GError) error = NULL;
  CareDesk *desk = open_desk (self, &error);

  g_assert_no_error (error);
  g_assert_null (care_desk_get_notice (desk));
  g_assert_finalize_object (desk);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Where no copy can be written the clinic opens all the same, and is told. */
static void
test_no_room_for_copies (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CareDesk *desk;

  write_owns (self);
  write_file (self, "last-good", "in the way", 10);
  desk = open_desk (self, &error);
  g_assert_no_error (error);
  assert_is_before (desk);
  g_assert_nonnull (care_desk_get_notice (desk));
  g_assert_nonnull (strstr (care_desk_get_notice (desk), "no copy of the settings could be kept"));
  g_assert_finalize_object (desk);
}

/* The owner's page says what paper follows and what waits beside it. */
static void
assert_page_of_draft (CareDesk *desk)
{
  CareDeskWindow *window = CARE_DESK_WINDOW (care_desk_window_new (GTK_APPLICATION (g_application_get_default ()), NULL));
  DeskFixture fixture = { .desk = desk, .window = window };
  GtkWidget *page;

  care_desk_window_open (window, desk, NULL, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  desk_fixture_sign_in (&fixture, "Ines", "444444");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.protocol", NULL);
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (window));
  g_assert_true (desk_fixture_shows (page, "Sheets follow version 2026.11.1"));
  g_assert_true (desk_fixture_shows (page, "Version 2026.11.2"));
  g_assert_true (desk_fixture_shows (page, "no sheet follows it yet"));

  desk_fixture_press (page, "Approve the rules");
  desk_fixture_sign ("Ines", "444444");
  g_assert_true (desk_fixture_shows (page, "Sheets follow it when Aftercare is started again"));
  desk_fixture_press (page, "Withdraw");
  desk_fixture_sign ("Ines", "444444");
  g_assert_false (desk_fixture_shows (page, "In force"));
  desk_fixture_press (GTK_WIDGET (window), "Undo");
  g_assert_true (desk_fixture_shows (page, "In force"));
  gtk_window_destroy (GTK_WINDOW (window));
  desk_fixture_settle ();
}

/* An edited protocol is a draft beside the approved one, and says so; approved, it is followed without a word. */
static void
test_draft (Fixture      *self,
            gconstpointer data)
{
  static const CareSignature lea = { "staff-lea", "222222" };
  g_autofree char *path = g_build_filename (self->folder, "protocol.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) edited = NULL;
  g_autoptr (GError) error = NULL;
  CareDesk *desk;

  write_own (self, "protocol.json", "protocols", "mesotherapy.json", "\"status\": \"sample\"", "\"status\": \"draft\"");
  desk = open_desk (self, &error);
  g_assert_no_error (error);
  g_assert_null (care_desk_get_notice (desk));
  g_assert_true (care_clinic_approve_language (care_desk_get_clinic (desk), "en", NULL, NULL, &lea, &error));
  g_assert_true (care_clinic_approve_version (care_desk_get_clinic (desk), &lea, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (desk);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  edited = g_string_new (text);
  g_assert_cmpuint (g_string_replace (edited, "\"2026.11.1\"", "\"2026.11.2\"", 1), ==, 1);
  write_file (self, "protocol.json", edited->str, edited->len);
  desk = open_desk (self, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_protocol_get_version (care_clinic_get_protocol (care_desk_get_clinic (desk))), ==, "2026.11.1");
  g_assert_cmpstr (care_desk_get_notice (desk), ==, "protocol.json is a draft. Sheets follow version 2026.11.1 until it is approved.");
  assert_page_of_draft (desk);
  g_assert_finalize_object (desk);

  desk = open_desk (self, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (care_protocol_get_version (care_clinic_get_protocol (care_desk_get_clinic (desk))), ==, "2026.11.2");
  g_assert_null (care_desk_get_notice (desk));
  g_assert_finalize_object (desk);
}

int
main (int   argc,
      char *argv[])
{
  DeskFixture window = { 0 };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* The application of all windows here. */
  desk_fixture_set_up (&window, NULL);
  desk_fixture_tear_down (&window, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (SPOILT); i++)
    {
      g_autofree char *path = g_strconcat ("/desk/last-good/", SPOILT[i].name, NULL);
      g_autofree char *without = g_strconcat ("/desk/last-good/without/", SPOILT[i].name, NULL);

      g_autofree char *spoken = g_strconcat ("/desk/last-good/spoken/", SPOILT[i].name, NULL);

      g_test_add (path, Fixture, &SPOILT[i], set_up, test_stands_in, tear_down);
      g_test_add (spoken, Fixture, &SPOILT[i], set_up, test_spoken, tear_down);
      /* What was never there is the sample's case. */
      if (g_strcmp0 (SPOILT[i].replace, "gone") != 0)
        g_test_add (without, Fixture, &SPOILT[i], set_up, test_without_copy, tear_down);
    }
  g_test_add ("/desk/last-good/spoilt-copy", Fixture, NULL, set_up, test_spoilt_copy, tear_down);
  g_test_add ("/desk/last-good/copies", Fixture, NULL, set_up, test_copies, tear_down);
  g_test_add ("/desk/last-good/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/desk/last-good/no-room-for-copies", Fixture, NULL, set_up, test_no_room_for_copies, tear_down);
  g_test_add ("/desk/last-good/draft", Fixture, NULL, set_up, test_draft, tear_down);
  return g_test_run ();
}
