/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareDeskOptions:
 * @state_dir: (nullable): the folder with store, key and journals; NULL for the user's
 * @clock: (nullable): what time it is (RFC 3339); NULL for the system's clock
 * @sample: fill an empty store with the sample clinic's day
 * @returning: the patient's program has ended: show the visit to take back
 *
 * What the command line says.
 */
typedef struct
{
  char    *state_dir;
  char    *clock;
  gboolean sample;
  gboolean returning;
} CareDeskOptions;

GSettings *care_desk_open_settings (GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* Opens store, key, protocol and clinic, once; in any thread that has them to itself until it is joined. */
CareDesk  *care_desk_open          (const CareDeskOptions  *options,
                                    CareDeskLink           *link,
                                    GSettings              *settings,
                                    GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
