/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

/* A change is made whole before anybody hears of it; then its signals go out, `changed` last. */

void
care_change_begin (CareChange   *change,
                   CareResponse *response)
{
  *change = (CareChange) { .response = g_object_ref (response) };
  change->enabled = g_ptr_array_new_with_free_func ((GDestroyNotify) care_node_unref);
  change->added = g_ptr_array_new_with_free_func ((GDestroyNotify) care_node_unref);
  change->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) care_node_unref);
}

static void
emit_all (CareResponse *response,
          const char   *signal,
          GPtrArray    *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    g_signal_emit_by_name (response, signal, g_ptr_array_index (nodes, i));
}

static void
emit_change (CareChange *change)
{
  CareResponse *response = change->response;

  emit_all (response, "node-removed", change->removed);
  emit_all (response, "node-added", change->added);
  if (change->moved != NULL)
    g_signal_emit_by_name (response, "nodes-moved", change->moved);
  if (change->value != NULL)
    g_signal_emit_by_name (response, "value-changed", change->value);
  emit_all (response, "enabled-changed", change->enabled);
  g_signal_emit_by_name (response, "changed");
}

void
care_response_begin_quiet (CareResponse *self)
{
  self->quiet++;
}

void
care_response_end_quiet (CareResponse *self,
                         CareNode     *node)
{
  g_assert (self->quiet > 0);

  self->quiet--;
  care_response_queue_below (self, node);
  if (node->item != NULL)
    care_response_queue_asking_below (self, node, node->item);
}

void
care_change_end (CareChange *change)
{
  CareResponse *response = change->response;

  care_response_mark_change (response, change);
  if (response->quiet == 0)
    {
      care_response_settle (response, change->enabled);
      emit_change (change);
    }

  g_ptr_array_unref (change->enabled);
  g_ptr_array_unref (change->added);
  g_ptr_array_unref (change->removed);
  g_clear_pointer (&change->moved, care_node_unref);
  g_clear_pointer (&change->value, care_node_unref);
  g_clear_pointer (&change->above, care_node_unref);
  g_object_unref (response);
}

void
care_response_install_signals (GObjectClass *klass)
{
  static const char *const with_node[] = {
    "value-changed", "enabled-changed", "node-added", "node-removed", "nodes-moved",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (with_node); i++)
    g_signal_new (with_node[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CARE_TYPE_NODE | G_SIGNAL_TYPE_STATIC_SCOPE);
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
