/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "seal/care-seal-box.h"

G_BEGIN_DECLS

/**
 * CareSealKeys:
 *
 * The store's key pair. The secret half lives in locked memory between guard
 * pages and is wiped on release. Immutable, counted (atomically). Never linked
 * into the patient's program.
 */
typedef struct _CareSealKeys CareSealKeys;

#define CARE_TYPE_SEAL_KEYS (care_seal_keys_get_type ())
GType              care_seal_keys_get_type       (void);

CareSealKeys      *care_seal_keys_generate       (GError           **error) G_GNUC_WARN_UNUSED_RESULT;
CareSealKeys      *care_seal_keys_load           (const char        *path,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;
CareSealKeys      *care_seal_keys_load_or_create (const char        *path,
                                                  gboolean          *created,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           care_seal_keys_save_new       (CareSealKeys      *self,
                                                  const char        *path,
                                                  GError           **error);
CareSealKeys      *care_seal_keys_ref            (CareSealKeys      *self);
void               care_seal_keys_unref          (CareSealKeys      *self);
CareSealPublicKey *care_seal_keys_get_public     (CareSealKeys      *self);
GBytes            *care_seal_keys_open           (CareSealKeys      *self,
                                                  gconstpointer      sealed,
                                                  gsize              length,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSealKeys, care_seal_keys_unref)

G_END_DECLS
