/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-protocol.h"
#include "protocol/care-protocol-check.h"

G_BEGIN_DECLS

/* The shipped protocol, one value changed. @place is a JSON pointer whose steps may also be "=NAME": the element of an
 * array with that id, code or find. @value is JSON; NULL takes the value away. Both NULL: as shipped. What is loaded has the hash of the
 * language's texts for "=now:LANGUAGE". */
char         *care_test_change_protocol (const char *place,
                                         const char *value) G_GNUC_WARN_UNUSED_RESULT;
CareProtocol *care_test_load_protocol   (const char *place,
                                         const char *value) G_GNUC_WARN_UNUSED_RESULT;
CareFacts    *care_test_load_facts      (void) G_GNUC_WARN_UNUSED_RESULT;
CarePlain    *care_test_load_plain      (void) G_GNUC_WARN_UNUSED_RESULT;
char         *care_test_data_path       (const char *folder,
                                         const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
