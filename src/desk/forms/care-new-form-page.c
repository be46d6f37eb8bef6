/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/forms/care-new-form-page.h"

#include <glib/gi18n.h>

#include "desk/care-desk-errors.h"
#include "desk/forms/care-form-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "form/care-response.h"
#include "protocol/care-rule.h"
#include "widgets/form/care-form-view.h"

struct _CareNewFormPage
{
  CarePage     parent_instance;

  GtkBox      *box;
  CareNewForm *form;
};

G_DEFINE_FINAL_TYPE (CareNewFormPage, care_new_form_page, CARE_TYPE_PAGE)

/* Where a form may be asked, in the order in which that is offered. */
static const struct
{
  CareFormOccasion occasion;
  gboolean         replaces;
} PLACES[] = {
  { CARE_OCCASION_ANY_VISIT, FALSE },
  { CARE_OCCASION_FIRST_VISIT, FALSE },
  { CARE_OCCASION_FIRST_VISIT, TRUE },
  { CARE_OCCASION_DAY_CHECK, FALSE },
  { CARE_OCCASION_DAY_CHECK, TRUE },
  { CARE_OCCASION_CONSENT, FALSE },
  { CARE_OCCASION_CONSENT, TRUE },
};

static CareDesk *
get_desk (CareNewFormPage *self)
{
  return care_page_get_desk (CARE_PAGE (self));
}

static GtkBox *
add_card (CareNewFormPage *self,
          const char      *heading)
{
  GtkWidget *title = care_new_heading (heading);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "facts");
  gtk_box_append (self->box, title);
  gtk_box_append (self->box, card);
  return GTK_BOX (card);
}

/* ---- what it is, and what becomes of it ---- */

static void
add_given (CareNewFormPage *self)
{
  CareQuestionnaire *form = self->form->form;
  guint n_forgiven = care_form_words_n_forgiven (form);

  if ((self->form->given & CARE_FORM_GIVEN_URL) != 0)
    {
      g_autofree char *text = g_strdup_printf (_("The form has no address (url) of its own. Aftercare gives it one, so that its answers are known again: %s"),
                                               care_questionnaire_get_url (form));

      gtk_box_append (self->box, care_new_text (text));
    }
  if ((self->form->given & CARE_FORM_GIVEN_VERSION) != 0)
    gtk_box_append (self->box, care_new_text (_("The form does not say which version it is. Aftercare gives it one that changes with every change of the file.")));
  if (n_forgiven > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u small fault of the file was passed over; “aftercarectl form check” says which.",
                                                         "%u small faults of the file were passed over; “aftercarectl form check” says which.", n_forgiven),
                                               n_forgiven);

      gtk_box_append (self->box, care_new_text (text));
    }
}

static void
add_languages (CareNewFormPage *self)
{
  g_autofree char *list = care_form_words_missing_languages (get_desk (self), self->form->form);
  g_autofree char *text = NULL;

  if (list == NULL)
    return;
  /* TRANSLATORS: %s is a list of languages. */
  text = g_strdup_printf (_("Not all of the form is in %s. Whoever chooses one of these languages sees it as it is, and their screen says so."), list);
  gtk_box_append (self->box, care_new_text (text));
}

static void
add_unsupported (CareNewFormPage *self)
{
  g_autoptr (GPtrArray) lines = care_form_words_unsupported (self->form->form);
  GtkBox *card;

  if (lines->len == 0)
    {
      gtk_box_append (self->box, care_new_text (_("Aftercare can do everything that this form asks for.")));
      return;
    }
  card = add_card (self, _("What Aftercare cannot do; every question is asked all the same"));
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (card, care_fact_row_new (g_ptr_array_index (lines, i), ""));
}

/* Tried out here, kept nowhere. */
static void
add_preview (CareNewFormPage *self)
{
  g_autoptr (CareResponse) response = care_response_new (self->form->form);
  const char *const *languages = care_questionnaire_get_languages (self->form->form);
  const char *language = care_desk_get_language (get_desk (self));
  g_autoptr (CareFormContext) context = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *view;
  GtkBox *card;

  if (!g_strv_contains (languages, language) && !g_str_equal (languages[0], "und"))
    language = languages[0];
  context = care_desk_dup_form_context (get_desk (self), language, &error);
  if (context == NULL)
    {
      gtk_box_append (self->box, care_new_fault (error));
      return;
    }
  card = add_card (self, _("How it looks; what you try here is kept nowhere"));
  care_form_view_load_style (gdk_display_get_default ());
  view = care_form_view_new (context, response);
  care_form_view_set_navigation (CARE_FORM_VIEW (view), TRUE);
  gtk_widget_set_margin_top (view, 14);
  gtk_widget_set_margin_bottom (view, 14);
  gtk_widget_set_margin_start (view, 14);
  gtk_widget_set_margin_end (view, 14);
  gtk_box_append (card, view);
}

/* ---- when it is asked ---- */

typedef struct
{
  CareNewFormPage *self;
  guint            place;
} CareUse;

static void
use_free (gpointer data)
{
  CareUse *use = data;

  g_object_unref (use->self);
  g_free (use);
}

static gboolean
use_cb (const CareSignature  *by,
        gpointer              data,
        GError              **error)
{
  CareUse *use = data;
  CareNewFormPage *self = use->self;

  if (!care_clinic_use_form (care_page_get_clinic (CARE_PAGE (self)), self->form, PLACES[use->place].occasion,
                             PLACES[use->place].replaces, by, error))
    return FALSE;
  care_say_undo (GTK_WIDGET (self), _("The form is asked from now on"), "win.undo-forms");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  return TRUE;
}

static void
use_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CareNewFormPage *self = CARE_NEW_FORM_PAGE (widget);
  guint place = g_variant_get_uint32 (parameter);
  CareUse *use;

  if (self->form == NULL || place >= G_N_ELEMENTS (PLACES))
    return;
  use = g_new0 (CareUse, 1);
  use->self = g_object_ref (self);
  use->place = place;
  care_pin_dialog_ask_owner (widget, get_desk (self), care_form_words_place (PLACES[place].occasion, PLACES[place].replaces),
                             use_cb, use, use_free);
}

static gboolean
is_asked_at (CareNewFormPage *self,
             guint            place)
{
  g_autoptr (GPtrArray) asked = care_clinic_list_asked (care_page_get_clinic (CARE_PAGE (self)), PLACES[place].occasion, NULL);

  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      const CareAskedForm *one = g_ptr_array_index (asked, i);

      if (g_strcmp0 (one->file, self->form->file) == 0 && one->replaces == PLACES[place].replaces)
        return TRUE;
    }
  return FALSE;
}

/* Each of them a finding at every visit from then on: that it was not asked. */
static void
add_unfed (CareNewFormPage *self,
           GtkBox          *card,
           GPtrArray       *unfed)
{
  const char *language = care_desk_get_language (get_desk (self));
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_("_Which questions would be missing"));
  g_autoptr (GString) lines = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; i < unfed->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (unfed, i);

      g_string_append_printf (lines, "%s• %s", i > 0 ? "\n" : "", care_text_get (rule->reason, language));
    }
  label = care_new_text (lines->str);
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  gtk_widget_add_css_class (expander, "fact-row");
  gtk_box_append (card, expander);
}

static void
add_place (CareNewFormPage *self,
           GtkBox          *card,
           guint            place)
{
  CareClinic *clinic = care_page_get_clinic (CARE_PAGE (self));
  const char *title = care_form_words_place (PLACES[place].occasion, PLACES[place].replaces);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unfed = care_clinic_list_unfed (clinic, self->form->form, PLACES[place].occasion,
                                                        PLACES[place].replaces, &error);
  gboolean may = unfed != NULL && care_clinic_may_use_form (clinic, self->form->form, PLACES[place].occasion,
                                                            PLACES[place].replaces, &error);
  g_autofree char *about = NULL;
  GtkWidget *row;
  GtkWidget *button;

  if (!may)
    about = care_desk_errors_dup_words (error);
  else if (unfed->len > 0)
    about = g_strdup_printf (ngettext ("Screening needs %u question that nobody would ask then. At every visit it says so, and a clinician has to ask.",
                                       "Screening needs %u questions that nobody would ask then. At every visit it says so, and a clinician has to ask.", unfed->len),
                             unfed->len);
  if (may && is_asked_at (self, place))
    row = care_fact_row_new_state (title, about != NULL ? about : "", CARE_TONE_GOOD, _("Asked here now"));
  else
    row = care_fact_row_new (title, about != NULL ? about : "");
  gtk_box_append (card, row);
  if (may && !is_asked_at (self, place))
    {
      button = care_new_button (_("Ask it _here"), "new-form.use", NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", place);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
      care_fact_row_add (row, button);
    }
  if (may && unfed->len > 0)
    add_unfed (self, card, unfed);
}

static void
show (CareNewFormPage *self)
{
  g_autofree char *about = care_form_words_about (get_desk (self), self->form->form);
  GtkWidget *title = care_new_heading (care_form_words_title (get_desk (self), self->form->form));
  GtkBox *card;

  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (self->box, title);
  gtk_box_append (self->box, care_new_text (about));
  add_given (self);
  add_languages (self);
  add_unsupported (self);
  add_preview (self);
  card = add_card (self, _("When is it asked?"));
  for (guint i = 0; i < G_N_ELEMENTS (PLACES); i++)
    add_place (self, card, i);
}

static void
show_fault (CareNewFormPage *self,
            const char      *path,
            const GError    *error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *fault = care_form_words_fault (path, error);
  g_autofree char *heading = g_strdup_printf (_("%s cannot be asked"), name);
  GtkWidget *title = care_new_heading (heading);

  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (self->box, title);
  gtk_box_append (self->box, care_new_text (fault));
  gtk_box_append (self->box, care_new_text (_("Nothing was changed. Have the file mended, then add it again.")));
}

static void
care_new_form_page_finalize (GObject *object)
{
  g_clear_pointer (&CARE_NEW_FORM_PAGE (object)->form, care_new_form_free);
  G_OBJECT_CLASS (care_new_form_page_parent_class)->finalize (object);
}

static void
care_new_form_page_class_init (CareNewFormPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_new_form_page_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "new-form.use", "u", use_action);
}

static void
care_new_form_page_init (CareNewFormPage *self)
{
  self->box = care_page_add_column (CARE_PAGE (self), 860);
}

static GtkWidget *
take (CareDesk     *desk,
      CareNewForm  *form,
      const char   *path,
      const GError *error)
{
  CareNewFormPage *self = g_object_new (CARE_TYPE_NEW_FORM_PAGE, "desk", desk, "title", _("A form"), NULL);

  self->form = form;
  if (form != NULL)
    show (self);
  else
    show_fault (self, path, error);
  return GTK_WIDGET (self);
}

/**
 * care_new_form_page_new:
 * @desk: what the page works with
 * @path: a file
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_new_form_page_new (CareDesk   *desk,
                        const char *path)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  CareNewForm *form = care_clinic_examine_form (care_desk_get_clinic (desk), path, &error);

  return take (desk, form, path, error);
}

/**
 * care_new_form_page_new_own:
 * @desk: what the page works with
 * @file: name of a file in the clinic's folder
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_new_form_page_new_own (CareDesk   *desk,
                            const char *file)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (file != NULL, NULL);

  CareNewForm *form = care_clinic_reexamine_form (care_desk_get_clinic (desk), file, &error);

  return take (desk, form, file, error);
}
