/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-step.h"

G_BEGIN_DECLS

/**
 * CareBlockKind:
 * @CARE_BLOCK_HEADING: a group's words
 * @CARE_BLOCK_TEXT: a display item
 * @CARE_BLOCK_FIELD: a question
 * @CARE_BLOCK_INSTANCE: the line above one instance of a repeating group
 * @CARE_BLOCK_ADD: the button below the last of them
 * @CARE_BLOCK_ANSWER: one of several answers, above the questions that stand under it
 */
typedef enum
{
  CARE_BLOCK_HEADING,
  CARE_BLOCK_TEXT,
  CARE_BLOCK_FIELD,
  CARE_BLOCK_INSTANCE,
  CARE_BLOCK_ADD,
  CARE_BLOCK_ANSWER,
} CareBlockKind;

/**
 * CareBlock:
 * @kind: what it is
 * @node: what it is about
 * @value: (nullable): which of its answers
 * @widget: (nullable): what draws it
 *
 * One thing on a screen; the same node, kind and value keeps the same widget.
 */
typedef struct
{
  CareBlockKind  kind;
  CareNode      *node;
  CareValue     *value;
  GtkWidget     *widget;
} CareBlock;

GArray *care_form_blocks_new  (void) G_GNUC_WARN_UNUSED_RESULT;
GArray *care_form_blocks_list (CareFormStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
