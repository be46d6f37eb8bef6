/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-form-lists.h"

/* A concept of a ValueSet; @text NULL: @plain says it in every language. */
static void
add_concept (JsonArray  *concepts,
             const char *code,
             CareText   *text,
             const char *plain)
{
  JsonObject *concept = json_object_new ();
  const char *const *languages = text != NULL ? care_text_get_languages (text) : NULL;
  JsonArray *designations;

  json_object_set_string_member (concept, "code", code);
  json_object_set_string_member (concept, "display", text != NULL ? care_text_get (text, "en") : plain);
  if (languages != NULL && languages[0] != NULL)
    {
      designations = json_array_new ();
      for (gsize i = 0; languages[i] != NULL; i++)
        {
          JsonObject *designation = json_object_new ();

          json_object_set_string_member (designation, "language", languages[i]);
          json_object_set_string_member (designation, "value", care_text_get (text, languages[i]));
          json_array_add_object_element (designations, designation);
        }
      json_object_set_array_member (concept, "designation", designations);
    }
  json_array_add_object_element (concepts, concept);
}

/* @one: (nullable): that one alone: what was checked is what may be injected */
static JsonArray *
list_products (CareProtocol *protocol,
               const char   *one)
{
  JsonArray *concepts = json_array_new ();
  GPtrArray *products = care_protocol_get_products (protocol);

  for (guint i = 0; i < products->len; i++)
    {
      const CareProduct *product = g_ptr_array_index (products, i);

      if (one == NULL || g_str_equal (product->id, one))
        add_concept (concepts, product->id, product->name, NULL);
    }

  return concepts;
}

/* Expired ones too: a record of last month names the batch of last month. @product: (nullable): of that one alone */
static JsonArray *
list_batches (CareClinicInfo *info,
              const char     *product)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *concepts = json_array_new ();
  GPtrArray *batches = care_clinic_info_get_batches (info);

  for (guint i = 0; i < batches->len; i++)
    {
      const CareBatch *batch = g_ptr_array_index (batches, i);

      if ((product == NULL || g_str_equal (batch->product, product)) && g_hash_table_add (seen, batch->batch))
        add_concept (concepts, batch->batch, NULL, batch->batch);
    }

  return concepts;
}

static JsonArray *
list_injectors (CareClinicInfo *info)
{
  JsonArray *concepts = json_array_new ();
  GPtrArray *staff = care_clinic_info_get_staff (info);

  for (guint i = 0; i < staff->len; i++)
    {
      const CareClinicStaff *person = g_ptr_array_index (staff, i);
      g_autofree char *name = g_strdup_printf ("%s %s", person->given, person->family);

      if (person->role == CARE_STAFF_CLINICIAN)
        add_concept (concepts, person->id, NULL, name);
    }

  return concepts;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The object with another @member; everything else is shared, for a document that was read is immutable. */
static JsonNode *
copy_with (JsonObject *object,
           const char *member,
           JsonNode   *value)
{
  JsonObject *copy = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *name;
  JsonNode *old;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &old))
    json_object_set_member (copy, name, g_str_equal (name, member) ? json_node_copy (value) : json_node_copy (old));
  json_node_take_object (node, copy);
  json_node_free (value);

  return node;
}

static JsonNode *
array_node (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

static JsonNode *
array_of_one (JsonNode *element)
{
  JsonArray *array = json_array_new ();

  json_array_add_element (array, element);
  return array_node (array);
}

static JsonNode *
fill_value_set (JsonNode       *node,
                CareClinicInfo *info,
                CareProtocol   *protocol,
                const char     *product)
{
  JsonObject *value_set = get_object (node);
  const char *id = value_set != NULL ? json_object_get_string_member_with_default (value_set, "id", "") : "";
  JsonObject *compose = value_set != NULL ? get_object (json_object_get_member (value_set, "compose")) : NULL;
  JsonArray *includes = get_array (compose, "include");
  JsonObject *include = includes != NULL && json_array_get_length (includes) == 1
                          ? get_object (json_array_get_element (includes, 0)) : NULL;
  g_autoptr (JsonArray) concepts = NULL;

  if (include != NULL && g_str_equal (id, "products"))
    concepts = list_products (protocol, product);
  else if (include != NULL && g_str_equal (id, "batches"))
    concepts = list_batches (info, product);
  else if (include != NULL && g_str_equal (id, "injectors"))
    concepts = list_injectors (info);
  if (concepts == NULL || json_array_get_length (concepts) == 0)
    return json_node_copy (node);

  return copy_with (value_set, "compose",
                    copy_with (compose, "include",
                               array_of_one (copy_with (include, "concept",
                                                        array_node (g_steal_pointer (&concepts))))));
}

#define QUESTION "https://aftercare.example/fhir/CodeSystem/question"
#define TRANSLATION "http://hl7.org/fhir/StructureDefinition/translation"

static gboolean
is_approval (JsonObject *item)
{
  JsonArray *codes = get_array (item, "code");

  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    {
      JsonObject *code = get_object (json_array_get_element (codes, i));

      if (code != NULL
          && g_str_equal (json_object_get_string_member_with_default (code, "system", ""), QUESTION)
          && g_str_equal (json_object_get_string_member_with_default (code, "code", ""), "product-approved"))
        return TRUE;
    }

  return FALSE;
}

static JsonObject *
make_part (const char *url,
           const char *member,
           const char *value)
{
  JsonObject *part = json_object_new ();

  json_object_set_string_member (part, "url", url);
  json_object_set_string_member (part, member, value);
  return part;
}

/* `_text` with @text in every language it has, by the standard translation extension. */
static JsonNode *
make_translations (CareText *text)
{
  const char *const *languages = care_text_get_languages (text);
  JsonArray *translations = json_array_new ();
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      JsonObject *translation = json_object_new ();
      JsonArray *parts = json_array_new ();

      json_array_add_object_element (parts, make_part ("lang", "valueCode", languages[i]));
      json_array_add_object_element (parts, make_part ("content", "valueString", care_text_get (text, languages[i])));
      json_object_set_string_member (translation, "url", TRANSLATION);
      json_object_set_array_member (translation, "extension", parts);
      json_array_add_object_element (translations, translation);
    }
  json_object_set_array_member (object, "extension", translations);
  json_node_take_object (node, object);

  return node;
}

static JsonNode *
make_text (const char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);
  return node;
}

/* What the product is approved for, and what not, stands where the form has a place for it. */
static JsonNode *
fill_approval (JsonNode          *node,
               const CareProduct *product)
{
  JsonObject *item = get_object (node);
  JsonArray *items = get_array (item, "item");
  JsonArray *filled;

  if (item != NULL && is_approval (item))
    {
      g_autoptr (JsonNode) said = copy_with (item, "text", make_text (care_text_get (product->approved, "en")));

      return copy_with (json_node_get_object (said), "_text", make_translations (product->approved));
    }
  if (items == NULL)
    return json_node_copy (node);

  filled = json_array_new ();
  for (guint i = 0; i < json_array_get_length (items); i++)
    json_array_add_element (filled, fill_approval (json_array_get_element (items, i), product));

  return copy_with (item, "item", array_node (filled));
}

/**
 * care_form_lists_fill:
 * @form: a Questionnaire
 * @info: the clinic's settings
 * @protocol: the clinic's rules
 *
 * Puts the clinic's own products, batches and injectors where the form has the
 * sample's: into its contained ValueSets `products`, `batches` and `injectors`.
 * A form without them stays as it is; an empty list stays the form's.
 *
 * Returns: (transfer full): the form with the clinic's lists
 */
JsonNode *
care_form_lists_fill (JsonNode       *form,
                      CareClinicInfo *info,
                      CareProtocol   *protocol)
{
  return care_form_lists_fill_for (form, info, protocol, NULL);
}

/**
 * care_form_lists_fill_for:
 * @form: a Questionnaire
 * @info: the clinic's settings
 * @protocol: the clinic's rules
 * @product: (nullable): id of a product
 *
 * The same, with @product and its batches alone, and with what it is approved for
 * in the words of the item that has the code `product-approved`.
 *
 * Returns: (transfer full): the form with the clinic's lists
 */
JsonNode *
care_form_lists_fill_for (JsonNode       *form,
                          CareClinicInfo *info,
                          CareProtocol   *protocol,
                          const char     *product)
{
  const CareProduct *known = product != NULL ? care_protocol_find_product (protocol, product) : NULL;
  g_autoptr (JsonNode) approved = NULL;
  JsonArray *contained;
  JsonArray *filled;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (info), NULL);
  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), NULL);

  approved = known != NULL && known->approved != NULL ? fill_approval (form, known) : json_node_copy (form);
  contained = get_array (get_object (approved), "contained");
  if (contained == NULL)
    return g_steal_pointer (&approved);

  filled = json_array_new ();
  for (guint i = 0; i < json_array_get_length (contained); i++)
    json_array_add_element (filled, fill_value_set (json_array_get_element (contained, i), info, protocol, product));

  return copy_with (json_node_get_object (approved), "contained", array_node (filled));
}
