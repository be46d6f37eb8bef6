/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* json-glib holds a number as a double, which does not know 1.50 from 1.5. Where the difference is in the text, the tree
 * holds that text, behind a mark that no file of this world begins a text with. */

char       *care_json_keep_decimals     (const char *text,
                                         gsize       length) G_GNUC_WARN_UNUSED_RESULT;
JsonNode   *care_json_node_new_decimal  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* A number's own text; NULL for every other node, numbers that a double says in full too. */
const char *care_json_node_peek_decimal (JsonNode   *node);
/* As json_node_get_value_type(), with G_TYPE_DOUBLE for such a number and G_TYPE_INVALID for what is no value. */
GType       care_json_node_get_type     (JsonNode   *node);
double      care_json_node_get_number   (JsonNode   *node);

G_END_DECLS
