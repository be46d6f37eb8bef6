/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-reasons-private.h"

struct _CareReasons
{
  GObject     parent_instance;

  CareVisit  *visit;
  CareStaff  *clinician;
  GListStore *list;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareReasons, care_reasons, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return CARE_TYPE_REASON;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (CARE_REASONS (model)->list));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (CARE_REASONS (model)->list), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
care_reasons_finalize (GObject *object)
{
  CareReasons *self = CARE_REASONS (object);

  g_clear_object (&self->visit);
  g_clear_object (&self->list);
  g_clear_object (&self->clinician);

  G_OBJECT_CLASS (care_reasons_parent_class)->finalize (object);
}

static void
care_reasons_class_init (CareReasonsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_reasons_finalize;
}

static void
care_reasons_init (CareReasons *self)
{
}

CareReasons *
_care_reasons_new (CareVisit  *visit,
                   CareStaff  *clinician,
                   GListStore *list)
{
  CareReasons *self = g_object_new (CARE_TYPE_REASONS, NULL);

  self->visit = g_object_ref (visit);
  self->clinician = g_object_ref (clinician);
  self->list = g_object_ref (list);

  return self;
}

CareVisit *
care_reasons_get_visit (CareReasons *self)
{
  g_return_val_if_fail (CARE_IS_REASONS (self), NULL);

  return self->visit;
}

const char *
_care_reasons_get_staff (CareReasons *self)
{
  return care_staff_get_id (self->clinician);
}
