/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-print-server.h"

#include "config.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "widgets/sheet/care-print-queue.h"

static int
give_up_cb (http_t *http,
            void   *user_data)
{
  return 0;
}

/* Nobody is asked for a password in a thread: what needs one is refused. */
static const char *
no_password_cb (const char *prompt,
                http_t     *http,
                const char *method,
                const char *resource,
                void       *user_data)
{
  return NULL;
}

http_t *
care_print_server_open (void)
{
  http_t *http = httpConnect2 (cupsServer (), ippPort (), NULL, AF_UNSPEC, cupsEncryption (), 1, CARE_PRINT_LOOK_MS, NULL);

  cupsSetPasswordCB2 (no_password_cb, NULL);
  if (http != NULL)
    httpSetTimeout (http, CARE_PRINT_LOOK_MS / 1000.0, give_up_cb, NULL);

  return http;
}

GError *
care_print_server_new_silence (void)
{
  return g_error_new_literal (CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                              _("The print system does not answer. See whether the printer is on, then try again."));
}
