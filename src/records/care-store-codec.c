/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-store-codec.h"

G_DEFINE_INTERFACE (CareStoreCodec, care_store_codec, G_TYPE_OBJECT)

static void
care_store_codec_default_init (CareStoreCodecInterface *iface)
{
}

/**
 * care_store_codec_seal:
 * @self: a codec
 * @kind: the document's kind
 * @id: its id
 * @version: its version
 * @plain: its text
 *
 * Returns: (transfer full): the bytes for the disk
 */
GBytes *
care_store_codec_seal (CareStoreCodec *self,
                       const char     *kind,
                       const char     *id,
                       guint           version,
                       GBytes         *plain,
                       GError        **error)
{
  g_return_val_if_fail (CARE_IS_STORE_CODEC (self), NULL);

  return CARE_STORE_CODEC_GET_IFACE (self)->seal (self, kind, id, version, plain, error);
}

/**
 * care_store_codec_open:
 * @self: a codec
 * @kind: the document's kind
 * @id: its id
 * @version: its version
 * @sealed: the bytes from the disk
 *
 * Returns: (transfer full): the text; %CARE_ERROR_INPUT when the bytes are not what was
 *   sealed under this kind, id and version
 */
GBytes *
care_store_codec_open (CareStoreCodec *self,
                       const char     *kind,
                       const char     *id,
                       guint           version,
                       GBytes         *sealed,
                       GError        **error)
{
  g_return_val_if_fail (CARE_IS_STORE_CODEC (self), NULL);

  return CARE_STORE_CODEC_GET_IFACE (self)->open (self, kind, id, version, sealed, error);
}
