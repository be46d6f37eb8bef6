/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-form-pages.h"
#include "widgets/form/care-form-view.h"

G_BEGIN_DECLS

struct _CareFormView
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  CareFormSteps   *steps;
  CareFormStep    *step;
  guint            index;
  gboolean         navigation;
  gboolean         whole;

  CareFormPages   *pages;
  GtkWidget       *bar;
  GtkWidget       *back;
  GtkWidget       *place;
  GtkWidget       *next;
};

/* Says `finished`. */
void _care_form_view_finish (CareFormView *self);

G_END_DECLS
