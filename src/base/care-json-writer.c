/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json.h"

#include <math.h>
#include <string.h>

#include "base/care-json-number.h"

static void write_node (GString  *out,
                        JsonNode *node,
                        int       indent);

static void
write_string (GString    *out,
              const char *text)
{
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      switch (*c)
        {
        case '"':
          g_string_append (out, "\\\"");
          break;
        case '\\':
          g_string_append (out, "\\\\");
          break;
        case '\n':
          g_string_append (out, "\\n");
          break;
        case '\r':
          g_string_append (out, "\\r");
          break;
        case '\t':
          g_string_append (out, "\\t");
          break;
        default:
          if ((guchar) *c < 0x20 || *c == 0x7f)
            g_string_append_printf (out, "\\u%04x", (guint) (guchar) *c);
          else
            g_string_append_c (out, *c);
        }
    }
  g_string_append_c (out, '"');
}

/* The shortest decimal that reads back as the same double; never an infinity, which JSON does not have. */
static void
write_double (GString *out,
              double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    {
      g_string_append (out, "null");
      return;
    }
  for (int digits = 1; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (memcmp (&(double) { g_ascii_strtod (buffer, NULL) }, &number, sizeof number) == 0)
        break;
    }
  g_string_append (out, buffer);
  if (strpbrk (buffer, ".e") == NULL)
    g_string_append (out, ".0");
}

static void
write_value (GString  *out,
             JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  const char *decimal = care_json_node_peek_decimal (node);

  if (decimal != NULL)
    g_string_append (out, decimal);
  else if (type == G_TYPE_STRING)
    write_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE)
    write_double (out, json_node_get_double (node));
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

static void
write_break (GString *out,
             int      indent)
{
  if (indent < 0)
    return;
  g_string_append_c (out, '\n');
  for (int i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

static void
write_array (GString   *out,
             JsonArray *array,
             int        indent)
{
  guint length = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      write_break (out, indent < 0 ? -1 : indent + 1);
      write_node (out, json_array_get_element (array, i), indent < 0 ? -1 : indent + 1);
    }
  if (length > 0)
    write_break (out, indent);
  g_string_append_c (out, ']');
}

static void
write_object (GString    *out,
              JsonObject *object,
              int         indent)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      write_break (out, indent < 0 ? -1 : indent + 1);
      write_string (out, name);
      g_string_append (out, indent < 0 ? ":" : ": ");
      write_node (out, member, indent < 0 ? -1 : indent + 1);
    }
  if (!first)
    write_break (out, indent);
  g_string_append_c (out, '}');
}

static void
write_node (GString  *out,
            JsonNode *node,
            int       indent)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (out, json_node_get_object (node), indent);
      break;
    case JSON_NODE_ARRAY:
      write_array (out, json_node_get_array (node), indent);
      break;
    case JSON_NODE_VALUE:
      write_value (out, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (out, "null");
    }
}

/**
 * care_json_to_text:
 * @node: a tree
 * @style: on one line, or indented by two
 *
 * Members keep the order in which they were put in; numbers are written as the
 * shortest decimals that read back the same, so that the same tree always
 * gives the same bytes.
 *
 * Returns: (transfer full): the JSON text
 */
char *
care_json_to_text (JsonNode      *node,
                   CareJsonStyle  style)
{
  GString *out;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_new (NULL);
  write_node (out, node, style == CARE_JSON_PRETTY ? 0 : -1);

  return g_string_free (out, FALSE);
}
