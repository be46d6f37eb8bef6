/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "course/care-clinic-info.h"
#include "protocol/care-protocol.h"

G_BEGIN_DECLS

/**
 * CareCtlStore:
 *
 * What the commands that open records share: the folder, the clock, settings and
 * protocol. Zero it, let the options fill it, open it, clear it.
 */
typedef struct
{
  char           *data_dir;
  char           *clock_text;
  char           *clinic_path;
  char           *protocol_path;

  CareStore      *store;
  CareClock      *clock;
  CareClinicInfo *info;
  CareProtocol   *protocol;
  char           *forms_dir;
} CareCtlStore;

/* --data-dir, --clock, --clinic, --protocol; add them to a context with care_ctl_store_add_options(). */
void      care_ctl_store_add_options (CareCtlStore    *self,
                                      GOptionContext  *context);
/* @create: make the records when there are none; else that is an error. */
gboolean  care_ctl_store_open        (CareCtlStore    *self,
                                      gboolean         create,
                                      GError         **error);
/* Also reads settings and protocol. */
gboolean  care_ctl_store_open_clinic (CareCtlStore    *self,
                                      gboolean         create,
                                      GError         **error);
void      care_ctl_store_clear       (CareCtlStore    *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CareCtlStore, care_ctl_store_clear)

G_END_DECLS
