/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CareStoreCodec:
 *
 * What turns a document's text into the bytes that reach the disk and back.
 * Without one, the bytes are the text: the place for the sealed store, which
 * uses id, kind and version as associated data.
 */
#define CARE_TYPE_STORE_CODEC (care_store_codec_get_type ())
G_DECLARE_INTERFACE (CareStoreCodec, care_store_codec, CARE, STORE_CODEC, GObject)

struct _CareStoreCodecInterface
{
  GTypeInterface parent_iface;

  GBytes *(*seal) (CareStoreCodec *self,
                   const char     *kind,
                   const char     *id,
                   guint           version,
                   GBytes         *plain,
                   GError        **error);
  GBytes *(*open) (CareStoreCodec *self,
                   const char     *kind,
                   const char     *id,
                   guint           version,
                   GBytes         *sealed,
                   GError        **error);
};

GBytes *care_store_codec_seal (CareStoreCodec *self,
                               const char     *kind,
                               const char     *id,
                               guint           version,
                               GBytes         *plain,
                               GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *care_store_codec_open (CareStoreCodec *self,
                               const char     *kind,
                               const char     *id,
                               guint           version,
                               GBytes         *sealed,
                               GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
