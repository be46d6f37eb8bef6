/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the form room: addresses and references as FHIR R4 allows them. */

gboolean care_address_is_uri            (const char *text);
/* "Patient" of "Patient/1" and of "https://example.org/fhir/Patient/1/_history/2"; NULL if it says none. */
char    *care_address_dup_resource_type (const char *reference) G_GNUC_WARN_UNUSED_RESULT;
gboolean care_address_is_resource_type  (const char *name);

G_END_DECLS
