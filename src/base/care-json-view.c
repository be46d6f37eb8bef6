/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json-view.h"

#include <string.h>

#include "base/care-json-number.h"

static void
append_path (const CareJsonView *self,
             GString            *path)
{
  if (self->parent == NULL)
    return;
  append_path (self->parent, path);
  g_string_append_c (path, '/');
  if (self->member == NULL)
    {
      g_string_append_printf (path, "%u", self->index);
      return;
    }
  for (const char *c = self->member; *c != '\0'; c++)
    {
      if (*c == '~')
        g_string_append (path, "~0");
      else if (*c == '/')
        g_string_append (path, "~1");
      else
        g_string_append_c (path, *c);
    }
}

/**
 * care_json_view_init:
 * @self: the view to set up
 * @source: the file's name, for errors; borrowed
 * @node: the document's root; borrowed
 */
void
care_json_view_init (CareJsonView *self,
                     const char   *source,
                     JsonNode     *node)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (source != NULL);
  g_return_if_fail (node != NULL);

  *self = (CareJsonView) { .source = source, .node = node };
}

/**
 * care_json_view_dup_path:
 * @self: a view
 *
 * Returns: (transfer full): the JSON pointer of the value, "/" for the root
 */
char *
care_json_view_dup_path (const CareJsonView *self)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);
  if (path->len == 0)
    g_string_append_c (path, '/');

  return g_string_free (path, FALSE);
}

/**
 * care_json_view_set_error:
 * @self: the value at fault
 * @error: where the error goes
 * @code: what kind it is
 * @format: what is wrong and what to do
 * @...: its arguments
 *
 * Sets "FILE: /path: message".
 */
void
care_json_view_set_error (const CareJsonView *self,
                          GError            **error,
                          CareError           code,
                          const char         *format,
                          ...)
{
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;
  va_list args;

  g_return_if_fail (self != NULL);

  if (error == NULL)
    return;
  path = care_json_view_dup_path (self);
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, CARE_ERROR, code, "%s: %s: %s", self->source, path, message);
}

/* A view of a member that need not be there, to name it in an error. */
static CareJsonView
member_view (const CareJsonView *self,
             const char         *member)
{
  CareJsonView child = { .parent = self, .member = member, .source = self->source };

  if (self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node))
    child.node = json_object_get_member (json_node_get_object (self->node), member);

  return child;
}

/**
 * care_json_view_peek_member:
 * @self: a view
 * @member: a member's name
 * @child: (out caller-allocates): the member's view
 *
 * Returns: %TRUE if @self is an object that has this member
 */
gboolean
care_json_view_peek_member (const CareJsonView *self,
                            const char         *member,
                            CareJsonView       *child)
{
  *child = member_view (self, member);

  return child->node != NULL;
}

/**
 * care_json_view_get_length:
 * @self: a view
 *
 * Returns: how many elements the array has; 0 for anything else
 */
guint
care_json_view_get_length (const CareJsonView *self)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_ARRAY (self->node))
    return 0;

  return json_array_get_length (json_node_get_array (self->node));
}

/**
 * care_json_view_peek_element:
 * @self: a view
 * @index: an element's number, from 0
 * @child: (out caller-allocates): the element's view
 *
 * Returns: %TRUE if @self is an array that has this element
 */
gboolean
care_json_view_peek_element (const CareJsonView *self,
                             guint               index,
                             CareJsonView       *child)
{
  *child = (CareJsonView) { .parent = self, .index = index, .source = self->source };
  if (index >= care_json_view_get_length (self))
    return FALSE;
  child->node = json_array_get_element (json_node_get_array (self->node), index);

  return TRUE;
}

static gboolean
absent (const CareJsonView *child,
        CareJsonNeed        need,
        const char         *wanted,
        GError            **error)
{
  if (need == CARE_JSON_OPTIONAL)
    return TRUE;
  care_json_view_set_error (child, error, CARE_ERROR_INPUT, "%s is missing here", wanted);

  return FALSE;
}

static gboolean
wrong_type (const CareJsonView *child,
            const char         *wanted,
            GError            **error)
{
  care_json_view_set_error (child, error, CARE_ERROR_INPUT, "%s should stand here", wanted);

  return FALSE;
}

static gboolean
holds_value (const CareJsonView *child,
             GType               type)
{
  return care_json_node_get_type (child->node) == type;
}

/**
 * care_json_view_get_object:
 * @self: an object
 * @member: its member
 * @need: whether it must be there
 * @child: (out caller-allocates): the member's view; node %NULL when absent
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if it is no object, or missing and required
 */
gboolean
care_json_view_get_object (const CareJsonView *self,
                           const char         *member,
                           CareJsonNeed        need,
                           CareJsonView       *child,
                           GError            **error)
{
  *child = member_view (self, member);
  if (child->node == NULL)
    return absent (child, need, "an object {…}", error);

  return JSON_NODE_HOLDS_OBJECT (child->node) || wrong_type (child, "an object {…}", error);
}

/**
 * care_json_view_get_array:
 * @self: an object
 * @member: its member
 * @need: whether it must be there
 * @child: (out caller-allocates): the member's view; node %NULL when absent
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if it is no list, or missing and required
 */
gboolean
care_json_view_get_array (const CareJsonView *self,
                          const char         *member,
                          CareJsonNeed        need,
                          CareJsonView       *child,
                          GError            **error)
{
  *child = member_view (self, member);
  if (child->node == NULL)
    return absent (child, need, "a list […]", error);

  return JSON_NODE_HOLDS_ARRAY (child->node) || wrong_type (child, "a list […]", error);
}

/**
 * care_json_view_get_string:
 * @self: an object
 * @member: its member
 * @need: whether it must be there
 * @out: (out) (transfer none): the text, borrowed from the tree
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if it is no text, or missing and required
 */
gboolean
care_json_view_get_string (const CareJsonView *self,
                           const char         *member,
                           CareJsonNeed        need,
                           const char        **out,
                           GError            **error)
{
  CareJsonView child = member_view (self, member);

  if (child.node == NULL)
    return absent (&child, need, "a text \"…\"", error);
  if (!holds_value (&child, G_TYPE_STRING))
    return wrong_type (&child, "a text \"…\"", error);
  *out = json_node_get_string (child.node);

  return TRUE;
}

/**
 * care_json_view_get_boolean:
 * @self: an object
 * @member: its member
 * @need: whether it must be there
 * @out: (out): the value
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if it is neither true nor false, or missing and required
 */
gboolean
care_json_view_get_boolean (const CareJsonView *self,
                            const char         *member,
                            CareJsonNeed        need,
                            gboolean           *out,
                            GError            **error)
{
  CareJsonView child = member_view (self, member);

  if (child.node == NULL)
    return absent (&child, need, "true or false", error);
  if (!holds_value (&child, G_TYPE_BOOLEAN))
    return wrong_type (&child, "true or false", error);
  *out = json_node_get_boolean (child.node);

  return TRUE;
}

/**
 * care_json_view_get_int:
 * @self: an object
 * @member: its member
 * @need: whether it must be there
 * @min: the least allowed
 * @max: the most allowed
 * @out: (out): the value
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if it is no whole number from @min to @max, or missing and required
 */
gboolean
care_json_view_get_int (const CareJsonView *self,
                        const char         *member,
                        CareJsonNeed        need,
                        gint64              min,
                        gint64              max,
                        gint64             *out,
                        GError            **error)
{
  CareJsonView child = member_view (self, member);

  if (child.node == NULL)
    return absent (&child, need, "a whole number", error);
  if (!holds_value (&child, G_TYPE_INT64))
    return wrong_type (&child, "a whole number", error);
  if (json_node_get_int (child.node) < min || json_node_get_int (child.node) > max)
    {
      care_json_view_set_error (&child, error, CARE_ERROR_INPUT,
                                "the number must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, min, max);
      return FALSE;
    }
  *out = json_node_get_int (child.node);

  return TRUE;
}

/**
 * care_json_view_get_double:
 * @self: an object
 * @member: its member
 * @need: whether it must be there
 * @out: (out): the value
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if it is no number, or missing and required
 */
gboolean
care_json_view_get_double (const CareJsonView *self,
                           const char         *member,
                           CareJsonNeed        need,
                           double             *out,
                           GError            **error)
{
  CareJsonView child = member_view (self, member);

  if (child.node == NULL)
    return absent (&child, need, "a number", error);
  if (!holds_value (&child, G_TYPE_INT64) && !holds_value (&child, G_TYPE_DOUBLE))
    return wrong_type (&child, "a number", error);
  *out = care_json_node_get_number (child.node);

  return TRUE;
}

/**
 * care_json_view_get_enum:
 * @self: an object
 * @member: the member's name
 * @need: whether it must be there
 * @names: (array zero-terminated=1): the words it may have
 * @out: (out): the index of the word among @names; untouched when it is absent
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT when it is none of the words, which the message lists
 */
gboolean
care_json_view_get_enum (const CareJsonView *view,
                         const char         *member,
                         CareJsonNeed        need,
                         const char *const  *names,
                         int                *out,
                         GError            **error)
{
  const char *name = NULL;
  g_autofree char *known = NULL;
  CareJsonView child;

  if (!care_json_view_get_string (view, member, need, &name, error))
    return FALSE;

  if (name == NULL)
    return TRUE;

  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      {
        *out = i;
        return TRUE;
      }

  known = g_strjoinv (", ", (char **) names);
  if (care_json_view_peek_member (view, member, &child))
    care_json_view_set_error (&child, error, CARE_ERROR_INPUT, "must be one of %s", known);

  return FALSE;
}

/**
 * care_json_view_refuse_unknown:
 * @self: an object
 * @known: (array zero-terminated=1): every member it may have
 * @error: where to put the reason
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT naming the first member that is not known
 */
gboolean
care_json_view_refuse_unknown (const CareJsonView *self,
                               const char *const  *known,
                               GError            **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (self->node == NULL || !JSON_NODE_HOLDS_OBJECT (self->node))
    return wrong_type (self, "an object {…}", error);
  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      CareJsonView child = { .parent = self, .member = name, .source = self->source, .node = node };

      if (!g_strv_contains (known, name))
        {
          care_json_view_set_error (&child, error, CARE_ERROR_INPUT, "this member is not known here; is it misspelt?");
          return FALSE;
        }
    }

  return TRUE;
}
