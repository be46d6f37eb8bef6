/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareHome:
 *
 * The three home pages, each built when it is first looked at. Property "narrow"
 * moves the switcher to the bottom.
 */
#define CARE_TYPE_HOME (care_home_get_type ())
G_DECLARE_FINAL_TYPE (CareHome, care_home, CARE, HOME, AdwBin)

GtkWidget    *care_home_new        (CareDesk   *desk) G_GNUC_WARN_UNUSED_RESULT;
AdwViewStack *care_home_get_views  (CareHome   *self);
void          care_home_show       (CareHome   *self,
                                    const char *name);
void          care_home_set_narrow (CareHome   *self,
                                    gboolean    narrow);
CarePage     *care_home_get_page   (CareHome   *self);

G_END_DECLS
