/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-press.h"

#include <math.h>
#include <string.h>

#include "aftercare/care-joins.h"
#include "aftercare/care-sheet-press-private.h"
#include "base/care-bidi.h"

#define FAMILY       "Noto Sans"
#define ARABIC       "Noto Sans Arabic"
#define FAMILIES     FAMILY ", " ARABIC
#define MOST_LAYOUTS 6000

#define ISOLATE      "\xE2\x81\xA8"
#define LEFT_ISOLATE "\xE2\x81\xA6"
#define POP_ISOLATE  "\xE2\x81\xA9"
#define PHONE_DIGITS 5 /* fewer are a quantity */

struct _CareSheetPress
{
  GObject               parent_instance;

  CareSheetPictures    *pictures;
  PangoFontMap         *map;      /* the thread's own */
  PangoFontDescription *fonts[2]; /* regular and bold; a size more would cost the start a search through all fonts */
  GHashTable           *contexts; /* by language: a layout is broken anew when its context changes */
  GHashTable           *layouts;
  cairo_font_options_t *options;
};

G_DEFINE_FINAL_TYPE (CareSheetPress, care_sheet_press, G_TYPE_OBJECT)

/* What makes a layout: everything but the size at which it is drawn. */
typedef struct
{
  const char *language; /* interned */
  char       *text;
  int         width;
  guint8      rtl;
  guint8      bold;
  guint8      bold_values;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ ((guint) key->width * 31u) ^ (guint) (key->rtl + 2 * key->bold + 4 * key->bold_values);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->width == other->width && one->language == other->language && one->rtl == other->rtl &&
         one->bold == other->bold && one->bold_values == other->bold_values && strcmp (one->text, other->text) == 0;
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

static void
care_sheet_press_finalize (GObject *object)
{
  CareSheetPress *self = CARE_SHEET_PRESS (object);

  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->contexts, g_hash_table_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (self->fonts); i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
  g_clear_pointer (&self->options, cairo_font_options_destroy);
  g_clear_pointer (&self->pictures, care_sheet_pictures_free);

  G_OBJECT_CLASS (care_sheet_press_parent_class)->finalize (object);
}

static void
care_sheet_press_class_init (CareSheetPressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_sheet_press_finalize;
}

static void
care_sheet_press_init (CareSheetPress *self)
{
  /* Without hints and rounding the same words break at the same place on screen, in the PDF and on paper. */
  self->options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (self->options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (self->options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (self->options, CAIRO_ANTIALIAS_GRAY);
  for (gsize i = 0; i < G_N_ELEMENTS (self->fonts); i++)
    {
      self->fonts[i] = pango_font_description_from_string (FAMILIES);
      pango_font_description_set_weight (self->fonts[i], i == 0 ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);
      pango_font_description_set_size (self->fonts[i], (int) lround (CARE_PRESS_SHAPED * PANGO_SCALE));
    }
  self->map = pango_cairo_font_map_get_default ();
  self->contexts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->layouts = g_hash_table_new_full (key_hash, key_equal, key_free, g_object_unref);
}

/**
 * care_sheet_press_new:
 * @data_dir: the data's folder; pictograms are in its `pictograms`
 *
 * Returns: (transfer full): a press that has read and shaped nothing yet
 */
CareSheetPress *
care_sheet_press_new (const char *data_dir)
{
  CareSheetPress *self;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  self = g_object_new (CARE_TYPE_SHEET_PRESS, NULL);
  folder = g_build_filename (data_dir, "pictograms", NULL);
  self->pictures = care_sheet_pictures_new (folder);

  return self;
}

CareSheetPictures *
care_sheet_press_get_pictures (CareSheetPress *self)
{
  return self->pictures;
}

const PangoFontDescription *
care_sheet_press_get_font (CareSheetPress *self,
                           gboolean        bold)
{
  return self->fonts[bold ? 1 : 0];
}

/* Languages whose letters have the same shapes in Noto Sans are set as one: each more would cost the start a search
 * through all fonts. */
static const char *
shaped_as (const char *language)
{
  static const char *const alike[] = { "de", "en", "es", "fr", "it", "pt" };
  gsize length = language != NULL ? strcspn (language, "-") : 0;

  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    if (language == NULL || (strlen (alike[i]) == length && strncmp (alike[i], language, length) == 0))
      return g_intern_static_string ("en");

  return g_intern_string (language);
}

/* Pango at 72 dpi, so that a point is a point on every surface. The language is the words', not the machine's:
 * the same sheet has the same bytes wherever it is made. */
static PangoContext *
make_context (CareSheetPress *self,
              const char     *language,
              gboolean        rtl)
{
  PangoContext *context = pango_font_map_create_context (self->map);

  pango_cairo_context_set_font_options (context, self->options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (shaped_as (language)));
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}

/**
 * care_sheet_press_warm:
 * @self: a press
 * @language: a BCP 47 tag
 *
 * Opens the fonts for what is to come, as far as the first letters need them.
 * Worth while where something else is being read at the same time.
 */
void
care_sheet_press_warm (CareSheetPress *self,
                       const char     *language)
{
  PangoContext *context;

  g_return_if_fail (CARE_IS_SHEET_PRESS (self));
  g_return_if_fail (language != NULL);

  context = make_context (self, language, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (self->fonts); i++)
    {
      g_autoptr (PangoLayout) layout = pango_layout_new (context);

      pango_layout_set_font_description (layout, self->fonts[i]);
      pango_layout_set_text (layout, "A", -1);
      pango_layout_get_line_count (layout);
    }
  g_object_unref (context);
}

PangoContext *
care_sheet_press_get_context (CareSheetPress *self,
                              const char     *language,
                              gboolean        rtl)
{
  const char *name = shaped_as (language);
  PangoContext *context = g_hash_table_lookup (self->contexts, name);

  if (context == NULL)
    {
      context = make_context (self, name, rtl);
      g_hash_table_insert (self->contexts, (gpointer) name, context);
    }

  return context;
}

/* Values stand in a sentence between isolates; those that hold another one inside are bold as a whole. */
static void
embolden (PangoAttrList *list,
          const char    *text)
{
  guint depth = 0, start = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (depth > 0 && g_str_has_prefix (c, LEFT_ISOLATE))
        depth++;
      if (g_str_has_prefix (c, ISOLATE) && depth++ == 0)
        start = (guint) (c - text);
      if (depth > 0 && g_str_has_prefix (c, POP_ISOLATE) && --depth == 0)
        {
          PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          attribute->start_index = start;
          attribute->end_index = (guint) (c - text) + (guint) strlen (POP_ISOLATE);
          pango_attr_list_insert (list, attribute);
        }
    }
}

/* What stays on one line does so by an attribute: the letters are those that were written. */
static void
join (PangoAttrList *list,
      const char    *text)
{
  g_autoptr (GArray) joins = care_joins_find (text);

  for (guint i = 0; i < joins->len; i++)
    {
      const CareJoin *one = &g_array_index (joins, CareJoin, i);
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

      attribute->start_index = one->start;
      attribute->end_index = one->end;
      pango_attr_list_insert (list, attribute);
    }
}

/* How long the phone number is that begins at @text, with the Latin words behind it; 0 when there is none. */
static gsize
phone_length (const char *text)
{
  gsize length = 0, end = 0;
  guint digits = 0;

  if (text[0] != '+' && text[0] != '(' && !g_ascii_isdigit (text[0]))
    return 0;
  while (text[length] != '\0' && (g_ascii_isdigit (text[length]) || strchr ("+()-/ ", text[length]) != NULL))
    {
      if (g_ascii_isdigit (text[length]))
        {
          digits++;
          end = length + 1;
        }
      length++;
    }
  if (digits < PHONE_DIGITS)
    return 0;

  while (text[end] == ' ' && g_ascii_isalpha (text[end + 1]))
    for (end++; g_ascii_isalnum (text[end]); end++)
      ;

  return end;
}

/* Behind an Arabic letter the parts of "555-0100" change places (UAX 9, rule W2): a number that somebody wrote into a
 * sentence runs from left to right like those that are filled in. */
static char *
isolate_phones (const char *text)
{
  GString *out = g_string_new (NULL);
  guint depth = 0;

  for (const char *c = text; *c != '\0';)
    {
      gsize length = depth == 0 && (c == text || !g_ascii_isalnum (c[-1])) ? phone_length (c) : 0;

      if (g_str_has_prefix (c, ISOLATE) || g_str_has_prefix (c, LEFT_ISOLATE))
        depth++;
      else if (depth > 0 && g_str_has_prefix (c, POP_ISOLATE))
        depth--;
      if (length > 0)
        {
          g_string_append (out, LEFT_ISOLATE);
          g_string_append_len (out, c, (gssize) length);
          g_string_append (out, POP_ISOLATE);
        }
      else
        {
          length = (gsize) (g_utf8_next_char (c) - c);
          g_string_append_len (out, c, (gssize) length);
        }
      c += length;
    }

  return g_string_free (out, FALSE);
}

/* Words that have been measured and fit into one line of @key's width are that line; from right to left they would
 * stand at the wrong end of it. */
static PangoLayout *
find_in_a_line (CareSheetPress *self,
                Key             key)
{
  int width = key.width, measured = 0;
  PangoLayout *layout;

  key.width = -1;
  layout = g_hash_table_lookup (self->layouts, &key);
  if (layout != NULL)
    pango_layout_get_size (layout, &measured, NULL);

  return layout != NULL && measured <= width && pango_layout_get_line_count (layout) == 1 ? layout : NULL;
}

PangoLayout *
care_sheet_press_get_layout (CareSheetPress *self,
                             const char     *language,
                             gboolean        rtl,
                             gboolean        bold,
                             gboolean        bold_values,
                             int             width,
                             const char     *text)
{
  Key key = { .language = shaped_as (language), .text = (char *) text, .width = width,
              .rtl = rtl ? 1 : 0, .bold = bold ? 1 : 0, .bold_values = bold_values && strstr (text, ISOLATE) != NULL ? 1 : 0 };
  PangoLayout *layout = g_hash_table_lookup (self->layouts, &key);
  g_autofree char *neutral = NULL;
  g_autofree char *isolated = NULL;
  PangoAttrList *attributes;
  Key *own;

  if (layout == NULL && width >= 0 && !rtl)
    layout = find_in_a_line (self, key);
  if (layout != NULL)
    return layout;

  layout = pango_layout_new (care_sheet_press_get_context (self, language, rtl));
  pango_layout_set_font_description (layout, self->fonts[bold ? 1 : 0]);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width);
  /* A patient's name, a clinic's own line: nothing in it turns letters around. */
  neutral = care_bidi_dup_neutral (text);
  text = neutral;
  if (rtl)
    isolated = isolate_phones (text);
  pango_layout_set_text (layout, rtl ? isolated : text, -1);
  attributes = pango_attr_list_new ();
  if (key.bold_values)
    embolden (attributes, rtl ? isolated : text);
  if (width >= 0)
    join (attributes, rtl ? isolated : text);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  own = g_memdup2 (&key, sizeof key);
  own->text = g_strdup (key.text);
  g_hash_table_insert (self->layouts, own, layout);

  return layout;
}

char *
care_sheet_press_dup_missing_font (CareSheetPress *self,
                                   const char     *language,
                                   gboolean        rtl)
{
  gboolean arabic = g_str_has_prefix (language, "ar");
  PangoContext *context = care_sheet_press_get_context (self, language, rtl);
  PangoFontset *fontset = pango_context_load_fontset (context, self->fonts[0], pango_context_get_language (context));
  PangoFont *font = pango_fontset_get_font (fontset, arabic ? 0x0628 : 'A');
  PangoFontDescription *description = pango_font_describe (font);
  const char *found = pango_font_description_get_family (description);
  gboolean missing = g_ascii_strcasecmp (found != NULL ? found : "", arabic ? ARABIC : FAMILY) != 0;

  pango_font_description_free (description);
  g_object_unref (font);
  g_object_unref (fontset);

  return missing ? g_strdup (arabic ? ARABIC : FAMILY) : NULL;
}

void
care_sheet_press_tidy (CareSheetPress *self)
{
  if (g_hash_table_size (self->layouts) > MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
}
