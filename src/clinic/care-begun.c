/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-begun-private.h"

#include "clinic/care-fhir.h"

struct _CareBegun
{
  GObject       parent_instance;

  CareDocument *document;
  char         *by;
};

G_DEFINE_FINAL_TYPE (CareBegun, care_begun, G_TYPE_OBJECT)

static void
care_begun_finalize (GObject *object)
{
  CareBegun *self = CARE_BEGUN (object);

  g_clear_pointer (&self->document, care_document_unref);
  g_free (self->by);

  G_OBJECT_CLASS (care_begun_parent_class)->finalize (object);
}

static void
care_begun_class_init (CareBegunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_begun_finalize;
}

static void
care_begun_init (CareBegun *self)
{
}

CareBegun *
_care_begun_new (CareDocument *document,
                 const char   *by)
{
  CareBegun *self = g_object_new (CARE_TYPE_BEGUN, NULL);

  self->document = care_document_ref (document);
  self->by = g_strdup (by);

  return self;
}

/** Returns: (transfer none): a random id */
const char *
care_begun_get_id (CareBegun *self)
{
  g_return_val_if_fail (CARE_IS_BEGUN (self), NULL);

  return care_document_get_id (self->document);
}

/**
 * care_begun_get_entry:
 * @self: what was begun
 * @name: a field of the page
 *
 * Returns: (transfer none) (nullable): what stood in it
 */
const char *
care_begun_get_entry (CareBegun  *self,
                      const char *name)
{
  g_autofree char *extension = NULL;

  g_return_val_if_fail (CARE_IS_BEGUN (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  extension = g_strconcat (CARE_BEGUN_ENTRY, name, NULL);

  return care_fhir_ext_get_string (care_document_get_resource (self->document), extension);
}

/** Returns: when it was last written to */
CareInstant
care_begun_get_at (CareBegun *self)
{
  g_return_val_if_fail (CARE_IS_BEGUN (self), CARE_INSTANT_NONE);

  return care_document_get_written_at (self->document);
}

/** Returns: (transfer none) (nullable): the name of whoever wrote to it last */
const char *
care_begun_get_by (CareBegun *self)
{
  g_return_val_if_fail (CARE_IS_BEGUN (self), NULL);

  return self->by;
}
