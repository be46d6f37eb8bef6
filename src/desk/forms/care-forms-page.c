/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/forms/care-forms-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-own-forms.h"
#include "desk/care-desk-errors.h"
#include "desk/forms/care-form-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/sign-in/care-pin-dialog.h"

struct _CareFormsPage
{
  CarePage              parent_instance;

  GtkBox               *box;
  GtkFileChooserNative *chooser;
  guint                 serial;
};

G_DEFINE_FINAL_TYPE (CareFormsPage, care_forms_page, CARE_TYPE_PAGE)

static GtkWidget *
new_card (GtkBox     *box,
          const char *heading)
{
  GtkWidget *title = care_new_heading (heading);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "facts");
  gtk_box_append (box, title);
  gtk_box_append (box, card);
  return card;
}

static void
add_button (GtkWidget  *row,
            const char *label,
            const char *action,
            GVariant   *target,
            const char *title)
{
  GtkWidget *button = care_new_button (label, action, NULL);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  care_fact_row_add (row, button);
}

static GtkWidget *
new_state (const CareAskedForm *asked,
           const char          *title,
           const char          *about)
{
  if (asked->form == NULL)
    return care_fact_row_new_state (title, about, CARE_TONE_STOP, _("Cannot be read"));
  if (asked->trouble != NULL)
    return care_fact_row_new_state (title, about, CARE_TONE_DECIDE, _("The copy is asked"));
  if (asked->file == NULL)
    return care_fact_row_new_state (title, about, CARE_TONE_QUIET, asked->replaced ? _("Not asked: replaced") : _("Aftercare's own"));
  return care_fact_row_new_state (title, about, CARE_TONE_GOOD, asked->replaces ? _("Asked instead") : _("Asked as well"));
}

static void
add_row (CareFormsPage       *self,
         GtkWidget           *card,
         const CareAskedForm *asked,
         int                  occasion)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  const char *title = asked->form != NULL ? care_form_words_title (desk, asked->form) : asked->file;
  g_autofree char *about = asked->form != NULL ? care_form_words_about (desk, asked->form) : g_strdup ("");
  g_autofree char *trouble = asked->trouble != NULL ? care_desk_errors_dup_words (asked->trouble) : NULL;
  g_autofree char *both = trouble != NULL ? g_strjoin (*about != '\0' ? "\n" : "", about, trouble, NULL) : g_strdup (about);
  GtkWidget *row = new_state (asked, title, both);

  gtk_box_append (GTK_BOX (card), row);
  if (asked->file == NULL)
    return;
  if (asked->form != NULL)
    add_button (row, _("_Look at it"), "forms.look", g_variant_new_string (asked->file), title);
  if (occasion >= 0)
    add_button (row, _("_Ask it no more"), "forms.drop", g_variant_new ("(si)", asked->file, occasion), title);
}

static gboolean
add_occasion (CareFormsPage    *self,
              CareFormOccasion  occasion,
              gboolean         *own,
              GError          **error)
{
  g_autoptr (GPtrArray) asked = care_clinic_list_asked (care_page_get_clinic (CARE_PAGE (self)), occasion, error);
  GtkWidget *card;

  if (asked == NULL)
    return FALSE;
  if (asked->len == 0)
    return TRUE;

  card = new_card (self->box, care_form_words_occasion (occasion));
  for (guint i = 0; i < asked->len; i++)
    {
      const CareAskedForm *one = g_ptr_array_index (asked, i);

      *own = *own || one->file != NULL;
      add_row (self, card, one, (int) occasion);
    }
  return TRUE;
}

static void
add_shelved (CareFormsPage *self,
             gboolean      *own)
{
  g_autoptr (GPtrArray) shelved = care_clinic_list_shelved (care_page_get_clinic (CARE_PAGE (self)));
  GtkWidget *card;

  if (shelved->len == 0)
    return;
  *own = TRUE;
  card = new_card (self->box, _("Not asked now, kept for answers that were given"));
  for (guint i = 0; i < shelved->len; i++)
    {
      const CareAskedForm *one = g_ptr_array_index (shelved, i);
      CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
      g_autofree char *about = one->form != NULL ? care_form_words_about (desk, one->form) : care_desk_errors_dup_words (one->trouble);
      const char *title = one->form != NULL ? care_form_words_title (desk, one->form) : one->file;
      GtkWidget *row = one->form != NULL ? care_fact_row_new (title, about)
                                         : care_fact_row_new_state (title, about, CARE_TONE_STOP, _("Cannot be read"));

      if (one->form != NULL)
        add_button (row, _("_Look at it"), "forms.look", g_variant_new_string (one->file), title);
      gtk_box_append (GTK_BOX (card), row);
    }
}

static void
show (CareFormsPage *self)
{
  GtkWidget *add = care_new_button (_("_Add a form…"), "forms.add", NULL);
  GtkWidget *none = care_new_text (_("No form of your own yet. Aftercare reads any FHIR R4 questionnaire, as other programs write it (a .json file)."));
  g_autoptr (GError) error = NULL;
  gboolean own = FALSE;

  care_clear_box (self->box);
  self->serial = care_clinic_get_forms_serial (care_page_get_clinic (CARE_PAGE (self)));
  gtk_box_append (self->box, care_new_text (_("What patients are asked, and when. A form of your own comes after Aftercare's or takes its place.")));
  gtk_box_append (self->box, none);
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_box_append (self->box, add);
  for (guint i = 0; i < CARE_N_OCCASIONS; i++)
    if (!add_occasion (self, (CareFormOccasion) i, &own, &error))
      {
        gtk_box_append (self->box, care_new_fault (error));
        break;
      }
  add_shelved (self, &own);
  gtk_widget_set_visible (none, !own);
}

static void
look_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.own-form", "s", g_variant_get_string (parameter, NULL));
}

static void
chosen_cb (CareFormsPage *self,
           int            answer)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (answer == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL)
    path = g_file_get_path (file);
  g_clear_object (&self->chooser);
  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-form", "s", path);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CareFormsPage *self = CARE_FORMS_PAGE (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  gtk_file_filter_set_name (filter, _("Forms (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  self->chooser = gtk_file_chooser_native_new (_("Add a form"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

typedef struct
{
  CareFormsPage   *self;
  char            *file;
  CareFormOccasion occasion;
} CareDrop;

static void
drop_free (gpointer data)
{
  CareDrop *drop = data;

  g_object_unref (drop->self);
  g_free (drop->file);
  g_free (drop);
}

static gboolean
drop_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareDrop *drop = data;

  if (!care_clinic_drop_form (care_page_get_clinic (CARE_PAGE (drop->self)), drop->file, drop->occasion, by, error))
    return FALSE;
  show (drop->self);
  care_say_undo (GTK_WIDGET (drop->self), _("The form is asked no more; answers that were given stay"), "win.undo-forms");
  return TRUE;
}

static void
drop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareFormsPage *self = CARE_FORMS_PAGE (widget);
  CareDrop *drop = g_new0 (CareDrop, 1);
  int occasion = 0;

  drop->self = g_object_ref (self);
  g_variant_get (parameter, "(si)", &drop->file, &occasion);
  drop->occasion = (CareFormOccasion) occasion;
  care_pin_dialog_ask_owner (widget, care_page_get_desk (CARE_PAGE (self)), _("Ask this form no more"), drop_cb, drop, drop_free);
}

static void
care_forms_page_refresh (CarePage *page)
{
  CareFormsPage *self = CARE_FORMS_PAGE (page);

  /* Whoever is on the page with the keyboard stays there. */
  if (self->serial != care_clinic_get_forms_serial (care_page_get_clinic (page)))
    show (self);
}

static void
care_forms_page_dispose (GObject *object)
{
  CareFormsPage *self = CARE_FORMS_PAGE (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (care_forms_page_parent_class)->dispose (object);
}

static void
care_forms_page_class_init (CareFormsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_forms_page_dispose;
  CARE_PAGE_CLASS (klass)->refresh = care_forms_page_refresh;
  gtk_widget_class_install_action (widget_class, "forms.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "forms.look", "s", look_action);
  gtk_widget_class_install_action (widget_class, "forms.drop", "(si)", drop_action);
}

static void
care_forms_page_init (CareFormsPage *self)
{
  self->box = care_page_add_column (CARE_PAGE (self), 860);
}

/**
 * care_forms_page_new:
 * @desk: what the page works with
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_forms_page_new (CareDesk *desk)
{
  CareFormsPage *self = g_object_new (CARE_TYPE_FORMS_PAGE, "desk", desk, "title", _("Forms"), NULL);

  show (self);
  return GTK_WIDGET (self);
}
