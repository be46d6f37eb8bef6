/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include <string.h>

/* Reads one extension that this program knows. */
typedef void (*ReadExtension) (CareFormReader     *reader,
                               const CareJsonView *extension,
                               CareItem           *item);

CareItemMore *
care_form_ensure_more (CareFormReader *reader,
                       CareItem       *item)
{
  if (item->more == NULL)
    {
      item->more = care_arena_new0 (reader->form->arena, CareItemMore, 1);
      item->more->max_decimals = -1;
    }

  return item->more;
}

/* The code of a valueCodeableConcept, valueCoding or valueCode. */
static const char *
read_concept (CareFormReader     *reader,
              const CareJsonView *extension)
{
  CareJsonView concept;
  CareJsonView codings;
  CareJsonView coding;

  if (care_json_view_peek_member (extension, "valueCodeableConcept", &concept))
    {
      if (care_json_view_peek_member (&concept, "coding", &codings)
          && care_json_view_peek_element (&codings, 0, &coding))
        return care_form_read_string (reader, &coding, "code");
      return care_form_read_string (reader, &concept, "text");
    }
  if (care_json_view_peek_member (extension, "valueCoding", &coding))
    return care_form_read_string (reader, &coding, "code");
  if (care_json_view_peek_member (extension, "valueString", &coding))
    return care_form_read_string (reader, extension, "valueString");

  return care_form_read_string (reader, extension, "valueCode");
}

static int
find_name (const char *const *names,
           gsize              n_names,
           const char        *name)
{
  for (gsize i = 0; name != NULL && i < n_names; i++)
    if (names[i] != NULL && g_ascii_strcasecmp (names[i], name) == 0)
      return (int) i;

  return -1;
}

static void
read_control (CareFormReader     *reader,
              const CareJsonView *extension,
              CareItem           *item)
{
  static const char *const names[] = {
    [CARE_CONTROL_CHECK_BOX] = "check-box",   [CARE_CONTROL_RADIO_BUTTON] = "radio-button",
    [CARE_CONTROL_DROP_DOWN] = "drop-down",   [CARE_CONTROL_AUTOCOMPLETE] = "autocomplete",
    [CARE_CONTROL_LOOKUP] = "lookup",         [CARE_CONTROL_SLIDER] = "slider",
    [CARE_CONTROL_SPINNER] = "spinner",       [CARE_CONTROL_TEXT_BOX] = "text-box",
    [CARE_CONTROL_TEXT_AREA] = "text-area",   [CARE_CONTROL_PAGE] = "page",
    [CARE_CONTROL_HEADER] = "header",         [CARE_CONTROL_FOOTER] = "footer",
    [CARE_CONTROL_LIST] = "list",             [CARE_CONTROL_TABLE] = "table",
    [CARE_CONTROL_HTABLE] = "htable",         [CARE_CONTROL_GTABLE] = "gtable",
    [CARE_CONTROL_ATABLE] = "atable",         [CARE_CONTROL_GRID] = "grid",
    [CARE_CONTROL_TAB_CONTAINER] = "tab-container", [CARE_CONTROL_INLINE] = "inline",
    [CARE_CONTROL_PROMPT] = "prompt",         [CARE_CONTROL_UNIT] = "unit",
    [CARE_CONTROL_LOWER] = "lower",           [CARE_CONTROL_UPPER] = "upper",
    [CARE_CONTROL_FLYOVER] = "flyover",       [CARE_CONTROL_HELP] = "help",
  };
  const char *code = read_concept (reader, extension);
  int found = find_name (names, G_N_ELEMENTS (names), code);

  if (code == NULL)
    return;
  item->control = found >= 0 ? (guint8) found : CARE_CONTROL_OTHER;
  if (found < 0)
    care_form_note (reader, CARE_NOTE_UNSUPPORTED, extension, "the control '%s' is not known; drawn as its type", code);
}

static void
read_orientation (CareFormReader     *reader,
                  const CareJsonView *extension,
                  CareItem           *item)
{
  static const char *const names[] = {
    [CARE_ORIENTATION_HORIZONTAL] = "horizontal",
    [CARE_ORIENTATION_VERTICAL] = "vertical",
  };

  item->orientation = (guint8) MAX (find_name (names, G_N_ELEMENTS (names), read_concept (reader, extension)), 0);
}

static void
read_category (CareFormReader     *reader,
               const CareJsonView *extension,
               CareItem           *item)
{
  static const char *const names[] = {
    [CARE_CATEGORY_INSTRUCTIONS] = "instructions",
    [CARE_CATEGORY_SECURITY] = "security",
    [CARE_CATEGORY_HELP] = "help",
  };

  item->category = (guint8) MAX (find_name (names, G_N_ELEMENTS (names), read_concept (reader, extension)), 0);
}

static void
read_usage_mode (CareFormReader     *reader,
                 const CareJsonView *extension,
                 CareItem           *item)
{
  static const char *const names[] = {
    [CARE_USAGE_CAPTURE_DISPLAY] = "capture-display",
    [CARE_USAGE_CAPTURE] = "capture",
    [CARE_USAGE_DISPLAY] = "display",
    [CARE_USAGE_DISPLAY_NON_EMPTY] = "display-non-empty",
    [CARE_USAGE_CAPTURE_DISPLAY_NON_EMPTY] = "capture-display-non-empty",
  };

  item->usage_mode = (guint8) MAX (find_name (names, G_N_ELEMENTS (names), read_concept (reader, extension)), 0);
}

#define READ_FLAG(function, field)                                           \
  static void                                                                \
  function (CareFormReader     *reader,                                      \
            const CareJsonView *extension,                                   \
            CareItem           *item)                                        \
  {                                                                          \
    item->field = care_form_read_boolean (reader, extension, "valueBoolean"); \
  }

READ_FLAG (read_hidden, hidden)
READ_FLAG (read_not_sure, not_sure)
READ_FLAG (read_tell_staff, tell_staff)
READ_FLAG (read_recent_time, recent_time)

static void
read_signature (CareFormReader     *reader,
                const CareJsonView *extension,
                CareItem           *item)
{
  item->signature = TRUE;
}

#define READ_COUNT(function, field)                                                             \
  static void                                                                                   \
  function (CareFormReader     *reader,                                                         \
            const CareJsonView *extension,                                                      \
            CareItem           *item)                                                           \
  {                                                                                             \
    care_form_ensure_more (reader, item)->field = care_form_read_count (reader, extension, "valueInteger"); \
  }

READ_COUNT (read_min_length, min_length)
READ_COUNT (read_min_occurs, min_occurs)
READ_COUNT (read_max_occurs, max_occurs)

static void
read_max_decimals (CareFormReader     *reader,
                   const CareJsonView *extension,
                   CareItem           *item)
{
  care_form_ensure_more (reader, item)->max_decimals = (int) care_form_read_count (reader, extension, "valueInteger");
}

static void
read_min_value (CareFormReader     *reader,
                const CareJsonView *extension,
                CareItem           *item)
{
  CareJsonView place;

  care_form_ensure_more (reader, item)->min_value = care_form_read_value (reader, extension, "value", &place);
}

static void
read_max_value (CareFormReader     *reader,
                const CareJsonView *extension,
                CareItem           *item)
{
  CareJsonView place;

  care_form_ensure_more (reader, item)->max_value = care_form_read_value (reader, extension, "value", &place);
}

static void
read_slider_step (CareFormReader     *reader,
                  const CareJsonView *extension,
                  CareItem           *item)
{
  double step = 0;

  if (care_form_read_number (reader, extension, "valueInteger", &step)
      || care_form_read_number (reader, extension, "valueDecimal", &step))
    care_form_ensure_more (reader, item)->slider_step = MAX (step, 0);
}

static void
read_max_size (CareFormReader     *reader,
               const CareJsonView *extension,
               CareItem           *item)
{
  double size = 0;

  if (care_form_read_number (reader, extension, "valueDecimal", &size)
      || care_form_read_number (reader, extension, "valueInteger", &size))
    care_form_ensure_more (reader, item)->max_size = MAX (size, 0);
}

static void
read_entry_format (CareFormReader     *reader,
                   const CareJsonView *extension,
                   CareItem           *item)
{
  care_form_ensure_more (reader, item)->entry_format = care_form_read_text (reader, extension, "valueString");
  switch ((CareItemType) item->type)
    {
    case CARE_ITEM_STRING:
    case CARE_ITEM_TEXT:
    case CARE_ITEM_URL:
    case CARE_ITEM_INTEGER:
    case CARE_ITEM_DECIMAL:
    case CARE_ITEM_QUANTITY:
      break;
    default:
      care_form_note_unsupported (reader, extension, "entryFormat", item);
    }
}

static void
read_short_text (CareFormReader     *reader,
                 const CareJsonView *extension,
                 CareItem           *item)
{
  care_form_ensure_more (reader, item)->short_text = care_form_read_text (reader, extension, "valueString");
}

static void
read_open_label (CareFormReader     *reader,
                 const CareJsonView *extension,
                 CareItem           *item)
{
  care_form_ensure_more (reader, item)->open_label = care_form_read_text (reader, extension, "valueString");
}

static void
read_unit (CareFormReader     *reader,
           const CareJsonView *extension,
           CareItem           *item)
{
  CareJsonView coding;
  CareValue *unit = care_form_read_value (reader, extension, "value", &coding);
  CareItemMore *more = care_form_ensure_more (reader, item);
  CareValue **units;
  const CareFormText **texts;

  if (unit == NULL)
    return;

  units = care_arena_new0 (reader->form->arena, CareValue *, more->n_units + 1);
  texts = care_arena_new0 (reader->form->arena, const CareFormText *, more->n_units + 1);
  if (more->n_units > 0)
    {
      memcpy (units, more->units, sizeof *units * more->n_units);
      memcpy (texts, more->unit_texts, sizeof *texts * more->n_units);
    }
  units[more->n_units] = unit;
  texts[more->n_units] = care_form_read_text (reader, &coding, "display");
  more->units = units;
  more->unit_texts = texts;
  more->n_units++;
}

static void
read_unit_option (CareFormReader     *reader,
                  const CareJsonView *extension,
                  CareItem           *item)
{
  read_unit (reader, extension, item);
  item->more->units_are_all = TRUE;
}

static void
append_name (CareFormReader   *reader,
             const char     ***names,
             const char       *name)
{
  guint n = *names != NULL ? g_strv_length ((char **) *names) : 0;
  const char **longer = care_arena_new0 (reader->form->arena, const char *, n + 2);

  if (n > 0)
    memcpy (longer, *names, sizeof *longer * n);
  longer[n] = name;
  *names = longer;
}

static void
read_reference_type (CareFormReader     *reader,
                     const CareJsonView *extension,
                     CareItem           *item)
{
  const char *name = read_concept (reader, extension);

  if (name != NULL)
    append_name (reader, &care_form_ensure_more (reader, item)->reference_types, name);
}

static void
read_mime_type (CareFormReader     *reader,
                const CareJsonView *extension,
                CareItem           *item)
{
  const char *name = read_concept (reader, extension);

  if (name != NULL)
    append_name (reader, &care_form_ensure_more (reader, item)->mime_types, name);
}

/* The patient's screen opens no web page; staff can. */
static void
read_support_link (CareFormReader     *reader,
                   const CareJsonView *extension,
                   CareItem           *item)
{
  item->support_link = TRUE;
  care_form_note_unsupported (reader, extension, "questionnaire-supportLink", item);
}

/* An R4 form carries what R5 added as an extension. What is not asked is never shown here: that is only of the other kind. */
static void
read_disabled_display (CareFormReader     *reader,
                       const CareJsonView *extension,
                       CareItem           *item)
{
  if (g_strcmp0 (care_form_read_string (reader, extension, "valueCode"), "hidden") != 0)
    care_form_note_unsupported (reader, extension, "disabledDisplay", item);
}

static const struct
{
  const char    *name;
  ReadExtension  read;
} known[] = {
  { "questionnaire-itemControl", read_control },
  { "questionnaire-hidden", read_hidden },
  { "questionnaire-unit", read_unit },
  { "questionnaire-unitOption", read_unit_option },
  { "minValue", read_min_value },
  { "maxValue", read_max_value },
  { "sdc-questionnaire-minQuantity", read_min_value },
  { "sdc-questionnaire-maxQuantity", read_max_value },
  { "minLength", read_min_length },
  { "questionnaire-minOccurs", read_min_occurs },
  { "questionnaire-maxOccurs", read_max_occurs },
  { "regex", care_form_read_regex },
  { "entryFormat", read_entry_format },
  { "questionnaire-choiceOrientation", read_orientation },
  { "questionnaire-displayCategory", read_category },
  { "sdc-questionnaire-shortText", read_short_text },
  { "sdc-questionnaire-openLabel", read_open_label },
  { "questionnaire-sliderStepValue", read_slider_step },
  { "questionnaire-usageMode", read_usage_mode },
  { "questionnaire-signatureRequired", read_signature },
  { "questionnaire-supportLink", read_support_link },
  { "questionnaire-referenceResource", read_reference_type },
  { "mimeType", read_mime_type },
  { "maxSize", read_max_size },
  { "maxDecimalPlaces", read_max_decimals },
  { "disabledDisplay", read_disabled_display },
  { "not-sure", read_not_sure },
  { "tell-staff", read_tell_staff },
  { "recent-time", read_recent_time },
};

static const char *
peek_name (CareFormReader     *reader,
           const CareJsonView *array,
           guint               index,
           CareJsonView       *extension)
{
  const char *url;
  const char *name;

  if (!care_json_view_peek_element (array, index, extension) || !JSON_NODE_HOLDS_OBJECT (extension->node))
    return NULL;
  url = care_form_read_string (reader, extension, "url");
  name = url != NULL ? care_form_extension_name (url) : NULL;
  if (url != NULL && name == NULL)
    care_form_pass_over (reader, extension);

  return name;
}

/**
 * care_form_read_extensions:
 * @reader: the reader
 * @view: the item's JSON
 * @item: the item
 *
 * Reads what this program knows, notes what it knows that it cannot do, and
 * counts the rest (extensions may be ignored, FHIR R4 "extensibility").
 */
void
care_form_read_extensions (CareFormReader     *reader,
                           const CareJsonView *view,
                           CareItem           *item)
{
  CareJsonView array;
  CareJsonView extension;

  if (care_json_view_peek_member (view, "modifierExtension", &array))
    care_form_note (reader, CARE_NOTE_UNSUPPORTED, &array, "modifierExtension may change what the item means; have a look at it");
  if (!care_form_read_array (reader, view, "extension", &array))
    return;

  for (guint i = 0; i < care_json_view_get_length (&array); i++)
    {
      const char *name = peek_name (reader, &array, i, &extension);
      gsize k = 0;

      if (name == NULL)
        continue;
      while (k < G_N_ELEMENTS (known) && strcmp (known[k].name, name) != 0)
        k++;
      if (k < G_N_ELEMENTS (known))
        known[k].read (reader, &extension, item);
      else
        care_form_note_unsupported (reader, &extension, name, item);
    }
}

/**
 * care_form_read_form_extensions:
 * @reader: the reader
 * @view: the Questionnaire
 *
 * Notes what the form as a whole asks for and does not get.
 */
void
care_form_read_form_extensions (CareFormReader     *reader,
                                const CareJsonView *view)
{
  CareJsonView array;
  CareJsonView extension;

  if (care_json_view_peek_member (view, "modifierExtension", &array))
    care_form_note (reader, CARE_NOTE_UNSUPPORTED, &array, "modifierExtension may change what the form means; have a look at it");
  if (!care_form_read_array (reader, view, "extension", &array))
    return;

  for (guint i = 0; i < care_json_view_get_length (&array); i++)
    {
      const char *name = peek_name (reader, &array, i, &extension);

      if (name != NULL)
        care_form_note_unsupported (reader, &extension, name, NULL);
    }
}
