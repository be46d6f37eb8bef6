/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareLastGoodRead:
 * @text: the bytes of a file
 * @length: how many
 * @source: the file's path, for errors
 * @error: return location for a #CareError
 *
 * Returns: (transfer full) (nullable): what stands in them
 */
typedef gpointer (*CareLastGoodRead) (const char  *text,
                                      gssize       length,
                                      const char  *source,
                                      GError     **error);

/**
 * CareLastGood:
 *
 * A file that the clinic writes itself, and a copy of its bytes as they were when everything last opened with them. A
 * file that cannot be read any more, or is refused, does not stop the clinic: the copy stands in until it is mended.
 */
typedef struct _CareLastGood CareLastGood;

CareLastGood *care_last_good_new         (const char       *folder,
                                          const char       *name) G_GNUC_WARN_UNUSED_RESULT;
void          care_last_good_free        (CareLastGood     *self);
gboolean      care_last_good_exists      (CareLastGood     *self);
gpointer      care_last_good_load        (CareLastGood     *self,
                                          CareLastGoodRead  read,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* Once everything has opened with it. */
gboolean      care_last_good_keep        (CareLastGood     *self,
                                          GError          **error);
const GError *care_last_good_get_trouble (CareLastGood     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareLastGood, care_last_good_free)

G_END_DECLS
