/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareSealCost:
 * @operations: passes over the memory
 * @memory: bytes of memory
 *
 * What one guess at a PIN costs (Argon2id).
 */
typedef struct
{
  guint64 operations;
  gsize   memory;
} CareSealCost;

/** CARE_SEAL_COST_NORMAL: 3 passes over 64 MiB, about 0.1 s. */
#define CARE_SEAL_COST_NORMAL { 3, 64 * 1024 * 1024 }

/** CARE_SEAL_COST_TEST: as cheap as the library allows; for tests and nothing else. */
#define CARE_SEAL_COST_TEST { 1, 8192 }

char    *care_seal_pin_hash   (const char          *pin,
                               const CareSealCost  *cost,
                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean care_seal_pin_verify (const char          *hash,
                               const char          *pin);

G_END_DECLS
