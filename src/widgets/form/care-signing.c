/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-signing.h"

#include <string.h>

#include "widgets/form/care-label.h"

#define SVG_TYPE         "image/svg+xml"
#define SIGNATURE_SYSTEM "urn:iso-astm:E1762-95:2013"
#define SIGNATURE_CODE   "1.2.840.10065.1.12.1.7"

struct _CareSigning
{
  GtkWidget         parent_instance;

  CareFormContext  *context;
  CareResponse     *response;
  CareNode         *node;

  CareSignaturePad *pad;
  GtkWidget        *again;
  gboolean          loading;
};

G_DEFINE_FINAL_TYPE (CareSigning, care_signing, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (CareSigning *self)
{
  switch (care_node_get_state (self->node))
    {
    case CARE_ANSWER_YES:
    case CARE_ANSWER_GIVEN:
      return TRUE;
    case CARE_ANSWER_NOT_ASKED:
    case CARE_ANSWER_NO:
    case CARE_ANSWER_NOT_SURE:
    case CARE_ANSWER_TELL_STAFF:
    default:
      return FALSE;
    }
}

/* A FHIR R4 Signature: type, when, who and the strokes. */
static JsonNode *
make_signature (CareSigning *self)
{
  const CareResponseMeta *meta = care_response_get_meta (self->response);
  g_autofree char *svg = care_signature_pad_dup_svg (self->pad);
  g_autofree char *data = g_base64_encode ((const guchar *) svg, strlen (svg));
  g_autofree char *when = care_instant_format (care_clock_now (care_form_context_get_clock (self->context)),
                                               care_form_context_get_zone (self->context));
  JsonObject *type = json_object_new ();
  JsonArray *types = json_array_new ();
  JsonObject *who = json_object_new ();
  JsonObject *signature = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (type, "system", SIGNATURE_SYSTEM);
  json_object_set_string_member (type, "code", SIGNATURE_CODE);
  json_array_add_object_element (types, type);
  json_object_set_array_member (signature, "type", types);
  json_object_set_string_member (signature, "when", when);
  if (meta->source != NULL)
    json_object_set_string_member (who, "reference", meta->source);
  else
    json_object_set_string_member (who, "display", "patient");
  json_object_set_object_member (signature, "who", who);
  json_object_set_string_member (signature, "sigFormat", SVG_TYPE);
  json_object_set_string_member (signature, "data", data);
  json_node_take_object (node, signature);

  return node;
}

static void
drawn_cb (CareSigning *self)
{
  g_autoptr (JsonNode) signature = NULL;

  gtk_widget_set_visible (self->again, !care_signature_pad_is_empty (self->pad));
  if (self->loading)
    return;

  if (care_signature_pad_get_signed (self->pad))
    signature = make_signature (self);
  care_response_set_signature (self->response, self->node, signature);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
again_cb (CareSigning *self)
{
  care_signature_pad_clear (self->pad);
}

/* What was signed before, if these were strokes of ours. */
static void
load (CareSigning *self)
{
  JsonNode *node = care_response_get_signature (self->response, self->node);
  const char *data = NULL;
  g_autofree guchar *bytes = NULL;
  g_autofree char *svg = NULL;
  gsize length;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    data = json_object_get_string_member_with_default (json_node_get_object (node), "data", NULL);
  if (data == NULL)
    return;

  bytes = g_base64_decode (data, &length);
  svg = g_strndup ((const char *) bytes, length);
  self->loading = TRUE;
  care_signature_pad_set_svg (self->pad, svg);
  self->loading = FALSE;
}

static void
care_signing_dispose (GObject *object)
{
  CareSigning *self = CARE_SIGNING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);
  g_clear_object (&self->response);
  g_clear_pointer (&self->node, care_node_unref);

  G_OBJECT_CLASS (care_signing_parent_class)->dispose (object);
}

static void
care_signing_class_init (CareSigningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_signing_dispose;

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_signing_init (CareSigning *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
}

/**
 * care_signing_new:
 * @context: words, language, clock
 * @response: where the signature goes
 * @node: what is signed
 *
 * Returns: (transfer floating): the place to sign
 */
GtkWidget *
care_signing_new (CareFormContext *context,
                  CareResponse    *response,
                  CareNode        *node)
{
  CareSigning *self;
  GtkWidget *label;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  self = g_object_new (CARE_TYPE_SIGNING, NULL);
  self->context = g_object_ref (context);
  self->response = g_object_ref (response);
  self->node = care_node_ref (node);

  label = care_label_new (care_form_context_word (context, "sign-here"), NULL);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  self->pad = CARE_SIGNATURE_PAD (care_signature_pad_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pad), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  care_form_context_word (context, "sign-here"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->pad), GTK_WIDGET (self));

  self->again = gtk_button_new_with_label (care_form_context_word (context, "sign-again"));
  gtk_widget_set_halign (self->again, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->again, "care-chip");
  gtk_widget_set_visible (self->again, FALSE);
  g_signal_connect_swapped (self->again, "clicked", G_CALLBACK (again_cb), self);
  gtk_widget_set_parent (self->again, GTK_WIDGET (self));

  g_signal_connect_swapped (self->pad, "drawn", G_CALLBACK (drawn_cb), self);
  load (self);
  care_signing_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * care_signing_refresh:
 * @self: the place to sign
 *
 * Follows the answer: a "no" is not signed, and takes a signature with it.
 */
void
care_signing_refresh (CareSigning *self)
{
  gboolean wanted;

  g_return_if_fail (CARE_IS_SIGNING (self));

  wanted = is_wanted (self);
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
  if (!wanted && !care_signature_pad_is_empty (self->pad))
    care_signature_pad_clear (self->pad);
}

/**
 * care_signing_is_missing:
 * @self: the place to sign
 *
 * Returns: whether it is to be signed and is not
 */
gboolean
care_signing_is_missing (CareSigning *self)
{
  g_return_val_if_fail (CARE_IS_SIGNING (self), FALSE);

  return is_wanted (self) && care_response_get_signature (self->response, self->node) == NULL;
}

/**
 * care_signing_get_pad:
 * @self: the place to sign
 *
 * Returns: (transfer none): the area itself
 */
CareSignaturePad *
care_signing_get_pad (CareSigning *self)
{
  g_return_val_if_fail (CARE_IS_SIGNING (self), NULL);

  return self->pad;
}

/**
 * care_signing_get_focus:
 * @self: the place to sign
 *
 * Returns: (transfer none): what takes the focus when the signature is missing
 */
GtkWidget *
care_signing_get_focus (CareSigning *self)
{
  g_return_val_if_fail (CARE_IS_SIGNING (self), NULL);

  return GTK_WIDGET (self->pad);
}
