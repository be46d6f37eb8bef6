/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The half of the seal that can close and not open: all that the patient's program is given. */

/** CARE_SEAL_PUBLIC_KEY_BYTES: length of a public key (X25519). */
#define CARE_SEAL_PUBLIC_KEY_BYTES 32

/** CARE_SEAL_OVERHEAD_BYTES: how much longer sealed bytes are than what is in them. */
#define CARE_SEAL_OVERHEAD_BYTES 48

/**
 * CareSealPublicKey:
 *
 * The public half of the store's key pair. Immutable, counted (atomically).
 */
typedef struct _CareSealPublicKey CareSealPublicKey;

#define CARE_TYPE_SEAL_PUBLIC_KEY (care_seal_public_key_get_type ())
GType              care_seal_public_key_get_type        (void);

CareSealPublicKey *care_seal_public_key_new             (const guint8       *bytes,
                                                         gsize               length,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CareSealPublicKey *care_seal_public_key_new_from_base64 (const char         *text,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CareSealPublicKey *care_seal_public_key_load            (const char         *path,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           care_seal_public_key_save            (CareSealPublicKey  *self,
                                                         const char         *path,
                                                         GError            **error);
CareSealPublicKey *care_seal_public_key_ref             (CareSealPublicKey  *self);
void               care_seal_public_key_unref           (CareSealPublicKey  *self);
const guint8      *care_seal_public_key_get_bytes       (CareSealPublicKey  *self);
char              *care_seal_public_key_to_base64       (CareSealPublicKey  *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes            *care_seal_public_key_seal            (CareSealPublicKey  *self,
                                                         gconstpointer       data,
                                                         gsize               length,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;

char              *care_seal_hash_hex                   (gconstpointer       data,
                                                         gsize               length) G_GNUC_WARN_UNUSED_RESULT;
void               care_seal_wipe                       (gpointer            data,
                                                         gsize               length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSealPublicKey, care_seal_public_key_unref)

G_END_DECLS
