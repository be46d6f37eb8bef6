/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/patients/care-register-page.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "clinic/care-clinic-register.h"
#include "course/care-clinic-info.h"
#include "desk/care-desk-errors.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/patients/care-date-entry.h"
#include "desk/patients/care-patient-button.h"

struct _CareRegisterPage
{
  CarePage       parent_instance;

  GtkEditable   *given;
  GtkEditable   *family;
  GtkEditable   *phone;
  CareDateEntry *birth_date;
  CareWrapBox   *languages;
  GtkWidget     *close_box;
  GtkBox        *close;
  GtkLabel      *fault;
  GtkButton     *save;

  gboolean       saved;
};

G_DEFINE_FINAL_TYPE (CareRegisterPage, care_register_page, CARE_TYPE_PAGE)

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static void
say_fault (CareRegisterPage *self,
           const char       *message)
{
  g_autofree char *words = care_desk_errors_dup_text (message);

  gtk_label_set_text (self->fault, words);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), *message != '\0');
}

/* At the field that it is about: whoever hears the screen stands there again, and hears why. */
static void
mark_field (CareRegisterPage *self,
            const GError     *error)
{
  gboolean name = error != NULL && g_str_has_prefix (error->message, "name: ");
  gboolean phone = error != NULL && g_str_has_prefix (error->message, "phone: ");
  g_autofree char *words = error != NULL ? care_desk_errors_dup_text (error->message) : NULL;

  care_mark_wrong (GTK_WIDGET (self->given), name ? words : NULL);
  care_mark_wrong (GTK_WIDGET (self->phone), phone ? words : NULL);
  if (name || phone)
    gtk_widget_grab_focus (GTK_WIDGET (name ? self->given : self->phone));
  if (error != NULL && g_str_has_prefix (error->message, "birth"))
    care_date_entry_say_wrong (self->birth_date, words);
}

/* Close matches are shown before a new patient is made. */
static void
show_close (CareRegisterPage *self)
{
  g_autofree char *given = dup_text (self->given);
  g_autofree char *family = dup_text (self->family);
  g_autofree char *phone = dup_text (self->phone);
  g_autofree char *date = NULL;
  g_autoptr (GListModel) found = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->close))) != NULL)
    gtk_box_remove (self->close, child);
  if (!care_date_entry_get (self->birth_date, care_page_get_desk (CARE_PAGE (self)), &date, NULL))
    date = NULL;
  if (*given != '\0' || *family != '\0' || *phone != '\0')
    found = care_clinic_find_close (care_page_get_clinic (CARE_PAGE (self)), given, family, date, phone);
  for (guint i = 0; found != NULL && i < MIN (g_list_model_get_n_items (found), 5); i++)
    {
      g_autoptr (CarePatient) patient = g_list_model_get_item (found, i);
      GtkWidget *button = care_patient_button_new ();

      care_patient_button_set_patient (CARE_PATIENT_BUTTON (button), patient);
      gtk_box_append (self->close, button);
    }
  gboolean any = gtk_widget_get_first_child (GTK_WIDGET (self->close)) != NULL;
  gtk_widget_set_visible (self->close_box, any);
  gtk_button_set_label (self->save, any ? _("It is somebody else: register") : _("Register"));
}

static void
typed_cb (CareRegisterPage *self)
{
  gboolean enough = gtk_editable_get_text (self->given)[0] != '\0' || gtk_editable_get_text (self->family)[0] != '\0';

  say_fault (self, "");
  mark_field (self, NULL);
  care_date_entry_say_wrong (self->birth_date, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "register.save", enough);
  show_close (self);
}

static const char *
get_language (CareRegisterPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->languages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return gtk_widget_get_name (child);
  return NULL;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareRegisterPage *self = CARE_REGISTER_PAGE (widget);
  g_autofree char *given = dup_text (self->given);
  g_autofree char *family = dup_text (self->family);
  g_autofree char *phone = dup_text (self->phone);
  g_autofree char *date = NULL;
  g_autoptr (GError) error = NULL;
  CarePatient *patient = NULL;

  if (!care_date_entry_get (self->birth_date, care_page_get_desk (CARE_PAGE (self)), &date, &error))
    care_date_entry_say_wrong (self->birth_date, error->message);
  else
    patient = care_clinic_register (care_page_get_clinic (CARE_PAGE (self)), given, family, date,
                                    phone, get_language (self), &error);
  if (patient == NULL)
    {
      say_fault (self, error->message);
      mark_field (self, error);
      return;
    }
  self->saved = TRUE;
  g_autofree char *id = g_strdup (care_patient_get_id (patient));
  g_autofree char *said = g_strdup_printf (_("%s is registered"), care_patient_get_display_name (patient));
  care_say_done (widget, said);
  /* The form has done its work: the patient's page takes its place. */
  g_autoptr (GtkWidget) window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  gtk_widget_activate_action (window, "win.back", NULL);
  gtk_widget_activate_action (window, "win.open-patient", "s", id);
}

static gboolean
care_register_page_holds (CarePage *page)
{
  CareRegisterPage *self = CARE_REGISTER_PAGE (page);
  g_autofree char *typed = g_strconcat (gtk_editable_get_text (self->given), gtk_editable_get_text (self->family),
                                        gtk_editable_get_text (self->phone), NULL);

  return !self->saved && *g_strstrip (typed) != '\0';
}

/* What was typed is not made a patient by leaving, but one tap brings it back. */
static gboolean
care_register_page_settle (CarePage  *page,
                           GError   **error)
{
  CareRegisterPage *self = CARE_REGISTER_PAGE (page);
  g_autofree char *given = dup_text (self->given);
  g_autofree char *family = dup_text (self->family);

  if (self->saved || (*given == '\0' && *family == '\0'))
    return TRUE;
  g_autofree char *phone = dup_text (self->phone);
  g_autofree char *birth_date = care_date_entry_dup_typed (self->birth_date);
  g_autofree char *typed = g_strjoin ("\t", given, family, phone, birth_date, NULL);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (typed));
  g_autofree char *action = g_action_print_detailed_name ("win.register", target);

  care_say_undo (GTK_WIDGET (self), _("Not registered"), action);
  self->saved = TRUE;
  return TRUE;
}

static void
show_languages (CareRegisterPage *self)
{
  const char *const *tags = care_clinic_info_get_languages (care_clinic_get_info (care_page_get_clinic (CARE_PAGE (self))));
  GtkWidget *first = NULL;

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *label = care_format_language_name (tags[i]);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_widget_set_name (button, tags[i]);
      gtk_widget_add_css_class (button, "chip");
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        {
          first = button;
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
        }
      care_wrap_box_append (self->languages, button);
    }
}

static void
care_register_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (care_register_page_parent_class)->constructed (object);
  show_languages (CARE_REGISTER_PAGE (object));
  typed_cb (CARE_REGISTER_PAGE (object));
}

static void
care_register_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_REGISTER_PAGE);
  G_OBJECT_CLASS (care_register_page_parent_class)->dispose (object);
}

static void
care_register_page_class_init (CareRegisterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = care_register_page_constructed;
  object_class->dispose = care_register_page_dispose;
  CARE_PAGE_CLASS (klass)->settle = care_register_page_settle;
  CARE_PAGE_CLASS (klass)->holds = care_register_page_holds;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  g_type_ensure (CARE_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/patients/care-register-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, given);
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, family);
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, phone);
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, birth_date);
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, languages);
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, close_box);
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, close);
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, fault);
  gtk_widget_class_bind_template_child (widget_class, CareRegisterPage, save);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "register.save", NULL, save_action);
}

static void
care_register_page_init (CareRegisterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What was typed here before, field by field. */
static void
bring_back (CareRegisterPage *self,
            const char       *typed)
{
  g_auto (GStrv) fields = g_strsplit (typed, "\t", 4);

  if (g_strv_length (fields) != 4)
    return;
  gtk_editable_set_text (self->given, fields[0]);
  gtk_editable_set_text (self->family, fields[1]);
  gtk_editable_set_text (self->phone, fields[2]);
  care_date_entry_set_typed (self->birth_date, fields[3]);
}

/* What was typed in the search is a name, or else a phone number. */
static void
take_over (CareRegisterPage *self,
           const char       *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  char *space;

  if (*text == '\0')
    return;
  if (g_ascii_isdigit (*text) || *text == '+')
    {
      gtk_editable_set_text (self->phone, text);
      return;
    }
  space = strchr (text, ' ');
  if (space != NULL)
    {
      *space = '\0';
      gtk_editable_set_text (self->family, space + 1);
    }
  gtk_editable_set_text (self->given, text);
}

/**
 * care_register_page_new:
 * @desk: what the page works with
 * @typed: what was typed in the search, "" for nothing; given and family name, phone and birth date between tabs when the
 *   form was left
 *
 * Returns: (transfer floating): the form for a new patient
 */
GtkWidget *
care_register_page_new (CareDesk   *desk,
                        const char *typed)
{
  CareRegisterPage *self = g_object_new (CARE_TYPE_REGISTER_PAGE, "desk", desk, NULL);

  if (strchr (typed, '\t') != NULL)
    bring_back (self, typed);
  else
    take_over (self, typed);
  return GTK_WIDGET (self);
}
