/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "seal/care-seal-pin.h"

#include <sodium.h>
#include <string.h>

#include "base/care-error.h"

/**
 * care_seal_pin_hash:
 * @pin: what a person types
 * @cost: what one guess shall cost, %CARE_SEAL_COST_NORMAL outside of tests
 * @error: %CARE_ERROR_INPUT when @pin is empty, %CARE_ERROR_ENVIRONMENT when there is not that much memory
 *
 * Argon2id with a salt of its own (RFC 9106).
 *
 * Returns: (transfer full) (nullable): ASCII text that holds algorithm, cost, salt and hash
 */
char *
care_seal_pin_hash (const char          *pin,
                    const CareSealCost  *cost,
                    GError             **error)
{
  char hash[crypto_pwhash_STRBYTES];

  g_return_val_if_fail (pin != NULL, NULL);
  g_return_val_if_fail (cost != NULL, NULL);

  if (*pin == '\0')
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "PIN: nothing typed");
      return NULL;
    }
  if (sodium_init () < 0 ||
      crypto_pwhash_str_alg (hash, pin, strlen (pin), cost->operations, cost->memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "PIN: not enough memory to keep it safely");
      return NULL;
    }

  return g_strdup (hash);
}

/**
 * care_seal_pin_verify:
 * @hash: what care_seal_pin_hash() gave
 * @pin: what was typed now
 *
 * Takes as long as the hash was told to cost; call it from a worker. A text
 * that is no hash fits no PIN.
 *
 * Returns: whether the PIN is the one
 */
gboolean
care_seal_pin_verify (const char *hash,
                      const char *pin)
{
  char padded[crypto_pwhash_STRBYTES] = "";

  g_return_val_if_fail (hash != NULL, FALSE);
  g_return_val_if_fail (pin != NULL, FALSE);

  /* The library reads the whole of its fixed size. */
  if (sodium_init () < 0 || g_strlcpy (padded, hash, sizeof padded) >= sizeof padded)
    return FALSE;

  return crypto_pwhash_str_verify (padded, pin, strlen (pin)) == 0;
}
