/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareSignFunc:
 * @by: who signs; lives as long as the call
 * @data: as handed to care_pin_dialog_ask()
 * @error: return location for a #CareError
 *
 * Does what was signed.
 *
 * Returns: FALSE with an error when it was refused; the dialog stays then and says so
 */
typedef gboolean (*CareSignFunc) (const CareSignature  *by,
                                  gpointer              data,
                                  GError              **error);

/**
 * CarePinDialog:
 *
 * A signature where it stands: whose it is, and the PIN. Whoever is signed in
 * at the desk stays so.
 */
#define CARE_TYPE_PIN_DIALOG (care_pin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CarePinDialog, care_pin_dialog, CARE, PIN_DIALOG, AdwWindow)

void care_pin_dialog_ask (GtkWidget      *from,
                          CareDesk       *desk,
                          const char     *title,
                          gboolean        clinician,
                          CareSignFunc    func,
                          gpointer        data,
                          GDestroyNotify  destroy);

void care_pin_dialog_ask_owner (GtkWidget      *from,
                                CareDesk       *desk,
                                const char     *title,
                                CareSignFunc    func,
                                gpointer        data,
                                GDestroyNotify  destroy);

G_END_DECLS
