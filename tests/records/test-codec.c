/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <glib/gstdio.h>
#include <string.h>

#include "base/care-error.h"
#include "records/care-store-sqlite.h"

/* The place for sealing: a codec that hides the text and knows what it was hidden under. */
#define TEST_TYPE_CODEC (test_codec_get_type ())
G_DECLARE_FINAL_TYPE (TestCodec, test_codec, TEST, CODEC, GObject)

struct _TestCodec
{
  GObject parent_instance;
  guint   sealed;
};

static GBytes *
code (const char *kind,
      const char *id,
      guint       version,
      GBytes     *from)
{
  g_autofree char *key = g_strdup_printf ("%s/%s/%u", kind, id, version);
  gsize length;
  const guint8 *data = g_bytes_get_data (from, &length);
  guint8 *to = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    to[i] = data[i] ^ (guint8) (0x80 | key[i % strlen (key)]);

  return g_bytes_new_take (to, length);
}

static GBytes *
codec_seal (CareStoreCodec *codec,
            const char     *kind,
            const char     *id,
            guint           version,
            GBytes         *plain,
            GError        **error)
{
  TEST_CODEC (codec)->sealed++;

  return code (kind, id, version, plain);
}

static GBytes *
codec_open (CareStoreCodec *codec,
            const char     *kind,
            const char     *id,
            guint           version,
            GBytes         *sealed,
            GError        **error)
{
  g_autoptr (GBytes) plain = code (kind, id, version, sealed);
  gsize length;
  const char *text = g_bytes_get_data (plain, &length);

  if (length < 2 || text[0] != '{' || text[length - 1] != '}')
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s/%s: was sealed under another name", kind, id);
      return NULL;
    }

  return g_steal_pointer (&plain);
}

static void
codec_iface_init (CareStoreCodecInterface *iface)
{
  iface->seal = codec_seal;
  iface->open = codec_open;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestCodec, test_codec, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CARE_TYPE_STORE_CODEC, codec_iface_init))

static void
test_codec_class_init (TestCodecClass *klass)
{
}

static void
test_codec_init (TestCodec *self)
{
}

static JsonObject *
make (const char *kind,
      const char *id)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "resourceType", kind);
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "text", "her own words");

  return object;
}

/* Every document and every audit row goes through it; nothing of the text is in the file. */
static void
test_through (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("care-codec-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (TestCodec) codec = g_object_new (TEST_TYPE_CODEC, NULL);
  g_autoptr (CareStore) store = care_store_sqlite_open (path, CARE_STORE_CODEC (codec), &error);
  g_autoptr (CareStoreChange) change = care_store_change_new (0);
  g_autoptr (CareDocument) document = NULL;
  g_autoptr (CareStore) without = NULL;
  g_autoptr (CareDocument) unread = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_no_error (error);
  care_store_change_put (change, "p", 0, make ("Patient", "p"));
  care_store_change_audit (change, make ("AuditEvent", "e"));
  g_assert_true (care_store_commit (store, change, &error));
  g_assert_cmpuint (codec->sealed, ==, 2);
  document = care_store_get (store, "Patient", "p", &error);
  g_assert_cmpstr (json_object_get_string_member (care_document_get_resource (document), "text"), ==, "her own words");
  g_assert_true (care_store_verify (store, NULL, NULL, NULL, &error));
  g_clear_object (&store);

  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_null (memmem (bytes, length, "her own words", strlen ("her own words")));
  without = care_store_sqlite_open (path, NULL, &error);
  unread = care_store_get (without, "Patient", "p", &error);
  g_assert_null (unread);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_null (strstr (error->message, "her own"));
  g_clear_object (&without);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/codec/through", test_through);

  return g_test_run ();
}
