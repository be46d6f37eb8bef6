/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-welcome.h"

#include "base/care-text.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-language-note.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-wrap-layout.h"

#define N_SIZES 3

struct _CarePatientWelcome
{
  GtkWidget           parent_instance;

  CarePatientSession *session;
  GtkWidget          *box;
  GPtrArray          *languages;
  GtkWidget          *sizes[N_SIZES];
  gboolean            updating;
};

G_DEFINE_FINAL_TYPE (CarePatientWelcome, care_patient_welcome, GTK_TYPE_WIDGET)

enum
{
  LANGUAGE,
  SIZE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One of each always holds: a second touch changes nothing. */
static void
update (CarePatientWelcome *self)
{
  const char *const *tags = care_patient_session_get_languages (self->session);
  const char *language = care_form_context_get_language (care_patient_session_get_context (self->session));

  self->updating = TRUE;
  for (guint i = 0; i < self->languages->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->languages, i), g_strcmp0 (tags[i], language) == 0);
  for (guint i = 0; i < N_SIZES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sizes[i]),
                                  care_patient_session_get_size (self->session) == (int) i + 1);
  self->updating = FALSE;
}

static void
language_toggled_cb (CarePatientWelcome *self,
                     GtkToggleButton    *tile)
{
  g_autoptr (CarePatientWelcome) keep = g_object_ref (self);
  guint index;

  if (self->updating || !g_ptr_array_find (self->languages, tile, &index))
    return;

  update (self);
  g_signal_emit (self, signals[LANGUAGE], 0, care_patient_session_get_languages (self->session)[index]);
}

static void
size_toggled_cb (CarePatientWelcome *self,
                 GtkToggleButton    *tile)
{
  if (self->updating)
    return;

  for (guint i = 0; i < N_SIZES; i++)
    {
      if (self->sizes[i] == GTK_WIDGET (tile))
        g_signal_emit (self, signals[SIZE], 0, (int) i + 1);
    }
  update (self);
}

static void
add_label (CarePatientWelcome *self,
           const char         *key,
           const char         *css_class)
{
  CareFormContext *context = care_patient_session_get_context (self->session);
  GtkWidget *label = care_label_new (care_form_context_word (context, key), css_class);

  gtk_box_append (GTK_BOX (self->box), label);
}

static GtkWidget *
add_grid (CarePatientWelcome *self,
          int                 columns)
{
  GtkWidget *grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (grid, care_wrap_layout_new (8.0, 20.0, columns, 12));
  gtk_box_append (GTK_BOX (self->box), grid);

  return grid;
}

static void
add_languages (CarePatientWelcome *self)
{
  const char *const *tags = care_patient_session_get_languages (self->session);
  GtkWidget *grid;

  if (tags[0] == NULL || tags[1] == NULL)
    return;

  add_label (self, "welcome-language", "care-question");
  grid = add_grid (self, 3);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *name = care_format_language_name (tags[i]);
      GtkWidget *tile = care_tile_new (CARE_TILE_ONE, name);

      g_signal_connect_swapped (tile, "toggled", G_CALLBACK (language_toggled_cb), self);
      gtk_widget_set_parent (tile, grid);
      g_ptr_array_add (self->languages, tile);
    }
}

/* The program's own words where the language has none. */
static void
add_words_language (GPtrArray  *others,
                    CareWords  *words,
                    const char *language)
{
  for (const char *const *has = care_words_get_languages (words); *has != NULL; has++)
    if (care_text_is_close_tag (*has, language))
      return;
  if (!g_ptr_array_find_with_equal_func (others, "en", g_str_equal, NULL))
    g_ptr_array_add (others, (gpointer) "en");
}

/* What is in another language than the one chosen, and in which, before anything is asked. */
static void
add_other_languages (CarePatientWelcome *self)
{
  CareFormContext *context = care_patient_session_get_context (self->session);
  const char *language = care_form_context_get_language (context);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  gboolean unsaid = FALSE;

  for (guint i = 0; i < care_patient_session_get_n_forms (self->session); i++)
    {
      CareResponse *response = care_patient_session_get_response (self->session, i);
      g_autoptr (GPtrArray) of_form = care_questionnaire_list_other_languages (care_response_get_questionnaire (response), language);

      for (guint j = 0; j < of_form->len; j++)
        {
          const char *other = g_ptr_array_index (of_form, j);

          unsaid = unsaid || g_str_equal (other, "und");
          if (!g_str_equal (other, "und") && !g_ptr_array_find_with_equal_func (others, other, g_str_equal, NULL))
            g_ptr_array_add (others, (gpointer) other);
        }
    }
  add_words_language (others, care_form_context_get_words (context), language);
  if (others->len > 0)
    {
      list = care_language_note_dup_list (context, others);
      text = care_format_fill (care_form_context_get_format (context), care_form_context_word (context, "language-other"),
                               "languages", list, NULL);
      gtk_box_append (GTK_BOX (self->box), care_label_new (text, "care-help"));
    }
  /* A form that does not say is taken to be in the clinic's own language. */
  else if (unsaid && g_strcmp0 (language, care_patient_session_get_languages (self->session)[0]) != 0)
    add_label (self, "language-maybe", "care-help");
}

static void
add_sizes (CarePatientWelcome *self)
{
  CareFormContext *context = care_patient_session_get_context (self->session);
  GtkWidget *grid;

  add_label (self, "welcome-size", "care-question");
  grid = add_grid (self, 1);
  for (guint i = 0; i < N_SIZES; i++)
    {
      g_autofree char *css_class = g_strdup_printf ("care-sample-%u", i + 1);
      g_autofree char *number = care_format_number (care_form_context_get_format (context), i + 1, 0);
      g_autofree char *name = g_strdup_printf ("%s %s", care_form_context_word (context, "text-size"), number);
      GtkWidget *tile = care_tile_new (CARE_TILE_ONE, care_form_context_word (context, "welcome-sample"));

      gtk_widget_add_css_class (tile, css_class);
      gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_swapped (tile, "toggled", G_CALLBACK (size_toggled_cb), self);
      gtk_widget_set_parent (tile, grid);
      self->sizes[i] = tile;
    }
}

static void
care_patient_welcome_dispose (GObject *object)
{
  CarePatientWelcome *self = CARE_PATIENT_WELCOME (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (care_patient_welcome_parent_class)->dispose (object);
}

static void
care_patient_welcome_class_init (CarePatientWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_patient_welcome_dispose;

  signals[LANGUAGE] =
    g_signal_new ("language", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIZE] =
    g_signal_new ("size", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
care_patient_welcome_init (CarePatientWelcome *self)
{
  self->languages = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "care-welcome");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * care_patient_welcome_new:
 * @session: languages, and what is chosen now
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_patient_welcome_new (CarePatientSession *session)
{
  CarePatientWelcome *self;

  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (session), NULL);

  self = g_object_new (CARE_TYPE_PATIENT_WELCOME, NULL);
  self->session = g_object_ref (session);
  add_label (self, "welcome-title", "care-title");
  add_languages (self);
  add_other_languages (self);
  add_sizes (self);
  update (self);

  return GTK_WIDGET (self);
}
