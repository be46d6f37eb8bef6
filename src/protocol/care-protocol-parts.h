/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-json-view.h"
#include "protocol/care-allergen.h"
#include "protocol/care-line.h"
#include "protocol/care-parameters.h"
#include "protocol/care-product.h"
#include "protocol/care-protocol.h"
#include "protocol/care-range.h"
#include "protocol/care-rule.h"
#include "protocol/care-sign.h"

G_BEGIN_DECLS

/* What the readers of the protocol's parts share. Each care_…_read() answers NULL (or FALSE) with an error that names
 * the place in the file. */

typedef gpointer (*CarePartRead) (const CareJsonView *view,
                                  gpointer            context,
                                  GError            **error);

gboolean        care_parts_read_array  (const CareJsonView *view,
                                        const char         *member,
                                        CarePartRead        read,
                                        gpointer            context,
                                        GDestroyNotify      free_part,
                                        GPtrArray         **out,
                                        GError            **error);
gboolean        care_parts_read_bits   (const CareJsonView *view,
                                        const char         *member,
                                        const char *const  *names,
                                        guint              *out,
                                        GError            **error);
gboolean        care_parts_read_count  (const CareJsonView *view,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        int                 max,
                                        int                *out,
                                        GError            **error);
gboolean        care_parts_read_code   (const CareJsonView *view,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        char              **out,
                                        GError            **error);
gboolean        care_parts_read_ranges (const CareJsonView *view,
                                        GPtrArray         **out,
                                        GError            **error);
gboolean        care_when_read         (const CareJsonView *view,
                                        CareWhen           *out,
                                        GError            **error);

gpointer        care_coded_text_read   (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_area_read         (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_ingredient_read   (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_product_read      (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_allergen_read     (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_line_read         (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_sign_read         (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_override_read     (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_approval_read     (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
gpointer        care_approval_read_version (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
/* @context: (element-type CareCodedText) GPtrArray: the protocol's desk texts */
gpointer        care_rule_read         (const CareJsonView *view,
                                        gpointer            context,
                                        GError            **error);
CareParameters *care_parameters_read   (const CareJsonView *view,
                                        GError            **error);
void            care_area_free         (CareArea           *self);

extern const char *const care_visit_names[];
extern const char *const care_class_names[];

G_END_DECLS
