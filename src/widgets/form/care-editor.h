/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "form/care-item.h"
#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CareEditor:
 *
 * Where one value is typed: the base of one widget class for each kind of
 * value. An editor knows nothing of the question around it; a question with
 * several answers has several editors.
 *
 * Signals:
 * - `edited`: somebody changed it here
 */
#define CARE_TYPE_EDITOR (care_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (CareEditor, care_editor, CARE, EDITOR, GtkWidget)

/**
 * CareEditorClass:
 * @build: makes the child widgets; context and item are there
 * @set_value: draws a value, or nothing for %NULL
 * @dup_value: the value that stands there; %NULL when empty, and %NULL with words in @fault when it is no value
 * @dup_draft: what stands there when it is no value, for set_draft() of a later editor; or %NULL
 * @set_draft: draws what dup_draft() wrote down
 * @get_focus: what takes the focus; the first focusable child if not set
 * @set_label: names the editor for a screen reader; names what get_focus() answers if not set
 */
struct _CareEditorClass
{
  GtkWidgetClass parent_class;

  void       (*build)     (CareEditor  *self);
  void       (*set_value) (CareEditor  *self,
                           CareValue   *value);
  CareValue *(*dup_value) (CareEditor  *self,
                           char       **fault);
  char      *(*dup_draft) (CareEditor  *self);
  void       (*set_draft) (CareEditor  *self,
                           const char  *draft);
  GtkWidget *(*get_focus) (CareEditor  *self);
  void       (*set_label) (CareEditor  *self,
                           const char  *text);
};

/* The right editor for the item's type and control. */
CareEditor      *care_editor_new_for_item (CareFormContext *context,
                                           const CareItem  *item) G_GNUC_WARN_UNUSED_RESULT;

CareFormContext *care_editor_get_context  (CareEditor      *self);
const CareItem  *care_editor_get_item     (CareEditor      *self);
const char      *care_editor_word         (CareEditor      *self,
                                           const char      *key);
void             care_editor_set_value    (CareEditor      *self,
                                           CareValue       *value);
CareValue       *care_editor_dup_value    (CareEditor      *self,
                                           char           **fault) G_GNUC_WARN_UNUSED_RESULT;
char            *care_editor_dup_draft    (CareEditor      *self) G_GNUC_WARN_UNUSED_RESULT;
void             care_editor_set_draft    (CareEditor      *self,
                                           const char      *draft);
GtkWidget       *care_editor_get_focus    (CareEditor      *self);
void             care_editor_set_label    (CareEditor      *self,
                                           const char      *text);
/* Tells a screen reader what is wrong; NULL: nothing is. */
void             care_editor_set_fault    (CareEditor      *self,
                                           const char      *words);

/* For subclasses: somebody changed it. Nothing is said while set_value() or set_draft() runs. */
void             care_editor_edited       (CareEditor      *self);

G_END_DECLS
