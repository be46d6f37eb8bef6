/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CareDeskApplication:
 *
 * The desk's program: reads the command line, opens store, protocol and clinic
 * once, shows one window and keeps the wire to the keeper.
 */
#define CARE_TYPE_DESK_APPLICATION (care_desk_application_get_type ())
G_DECLARE_FINAL_TYPE (CareDeskApplication, care_desk_application, CARE, DESK_APPLICATION, AdwApplication)

CareDeskApplication *care_desk_application_new (int keeper_socket) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
