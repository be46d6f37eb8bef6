/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/protocol/care-protocol-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-approve.h"
#include "clinic/care-protocol-shelf.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/protocol/care-approval-words.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "protocol/care-patient-text.h"
#include "protocol/care-protocol-check.h"

struct _CareProtocolPage
{
  CarePage  parent_instance;

  GtkLabel *name;
  GtkLabel *about;
  GtkBox   *in_force;
  GtkBox   *version;
  GtkBox   *languages;
  GtkBox   *left_out;
};

G_DEFINE_FINAL_TYPE (CareProtocolPage, care_protocol_page, CARE_TYPE_PAGE)

/* What was signed for: a language, or with NULL the version's rules; or what is in force beside its draft. */
typedef struct
{
  CareProtocolPage *page;
  char             *language;
  gboolean          in_force;
} CareSigned;

static void show (CareProtocolPage *self);

static CareSigned *
signed_new (CareProtocolPage *page,
            const char       *language)
{
  CareSigned *self = g_new0 (CareSigned, 1);

  self->page = g_object_ref (page);
  self->language = g_strdup (language);
  return self;
}

static void
signed_free (gpointer data)
{
  CareSigned *self = data;

  g_object_unref (self->page);
  g_free (self->language);
  g_free (self);
}

/* What may be approved here: the draft, while there is one. */
static CareProtocol *
get_protocol (CareProtocolPage *self)
{
  return care_clinic_get_edited_protocol (care_page_get_clinic (CARE_PAGE (self)));
}

static gboolean
approve_cb (const CareSignature  *by,
            gpointer              data,
            GError              **error)
{
  CareSigned *what = data;

  if (!care_clinic_approve_version (care_page_get_clinic (CARE_PAGE (what->page)), by, error))
    return FALSE;
  show (what->page);
  care_say_undo (GTK_WIDGET (what->page), _("The rules are approved"), "win.undo-approval");
  return TRUE;
}

static void
approve_version_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  CareProtocolPage *self = CARE_PROTOCOL_PAGE (widget);

  care_pin_dialog_ask_owner (widget, care_page_get_desk (CARE_PAGE (self)), _("Approve the rules of this version"), approve_cb,
                             signed_new (self, NULL), signed_free);
}

static gboolean
withdraw_cb (const CareSignature  *by,
             gpointer              data,
             GError              **error)
{
  CareSigned *what = data;
  CareClinic *clinic = care_page_get_clinic (CARE_PAGE (what->page));
  gboolean done = what->in_force         ? care_clinic_withdraw_in_force (clinic, by, error)
                  : what->language != NULL ? care_clinic_withdraw_language (clinic, what->language, by, error)
                                           : care_clinic_withdraw_version (clinic, by, error);

  if (!done)
    return FALSE;
  show (what->page);
  care_say_undo (GTK_WIDGET (what->page), _("Not approved any more"), "win.undo-approval");
  return TRUE;
}

/* With "" the version's. */
static void
withdraw_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CareProtocolPage *self = CARE_PROTOCOL_PAGE (widget);
  const char *language = g_variant_get_string (parameter, NULL);

  care_pin_dialog_ask_owner (widget, care_page_get_desk (CARE_PAGE (self)), _("Withdraw the approval"), withdraw_cb,
                             signed_new (self, *language != '\0' ? language : NULL), signed_free);
}

static void
withdraw_in_force_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  CareProtocolPage *self = CARE_PROTOCOL_PAGE (widget);
  CareSigned *what = signed_new (self, NULL);

  what->in_force = TRUE;
  care_pin_dialog_ask_owner (widget, care_page_get_desk (CARE_PAGE (self)), _("Withdraw the approval"), withdraw_cb, what,
                             signed_free);
}

/* Several buttons say the same: a screen reader is told for which language. */
static GtkWidget *
new_button (const char *label,
            const char *action,
            const char *target,
            const char *of)
{
  GtkWidget *button = care_new_button (label, action, target);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", plain, of);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static const char *
get_standing (CareProtocol *protocol,
              gboolean      has_other)
{
  switch (care_protocol_get_status (protocol))
    {
    case CARE_PROTOCOL_SAMPLE:
      return _("This is the sample: EXAMPLE stands across its sheets, approved or not.");
    case CARE_PROTOCOL_IN_FORCE:
      return has_other ? _("Its rules are approved; no sheet follows it yet.")
                       : _("In force: sheets follow it in every language that is approved.");
    default:
      return has_other ? _("A draft: no sheet follows it yet.") : _("A draft: its sheets say that they are not approved.");
    }
}

/* What paper follows while the page is about its draft. */
static void
show_in_force (CareProtocolPage *self)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  CareClinic *clinic = care_page_get_clinic (CARE_PAGE (self));
  CareProtocol *draft = care_clinic_get_draft (clinic);
  CareProtocol *followed = care_clinic_get_protocol (clinic);
  gboolean stands = care_protocol_get_status (followed) == CARE_PROTOCOL_IN_FORCE;
  g_autofree char *title = NULL;
  g_autofree char *who = NULL;
  g_autofree char *about = NULL;
  GtkWidget *row;

  gtk_widget_set_visible (GTK_WIDGET (self->in_force), draft != NULL);
  if (draft == NULL)
    return;

  /* TRANSLATORS: %s is a version's name, "2026.1". */
  title = g_strdup_printf (_("Sheets follow version %s"), care_protocol_get_version (followed));
  who = care_approval_words_who (desk, care_protocol_peek_version_approval (followed));
  about = g_strjoin (*who != '\0' ? "\n" : "", who,
                     care_protocol_shelf_may_follow (followed, draft)
                       ? _("The draft below is approved. Sheets follow it when Aftercare is started again.")
                       : _("Below is the draft in protocol.json. Sheets follow it once its rules are approved, and every language that is approved here."),
                     NULL);
  row = care_fact_row_new_state (title, about, stands ? CARE_TONE_GOOD : CARE_TONE_STOP,
                                 stands ? _("In force") : _("Not approved"));
  if (stands)
    care_fact_row_add (row, new_button (_("_Withdraw"), "protocol.withdraw-in-force", NULL, title));
  gtk_box_append (self->in_force, row);
}

static gboolean
any_language (CareProtocol *protocol)
{
  const char *const *languages = care_protocol_get_patient_languages (protocol);

  for (guint i = 0; languages[i] != NULL; i++)
    if (care_protocol_peek_approval (protocol, languages[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
show_version (CareProtocolPage *self)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  CareProtocol *protocol = get_protocol (self);
  const CareApproval *approval = care_protocol_peek_version_approval (protocol);
  g_autofree char *who = care_approval_words_who (desk, approval);
  g_autofree char *version = g_strdup_printf (_("Version %s"), care_protocol_get_version (protocol));
  gboolean may = any_language (protocol);
  const char *about = approval != NULL ? who
                      : may ? _("Hours, limits, questions, products and sources; the words of each language below.")
                            : _("Approve a language first, then the rules.");
  GtkWidget *standing;
  GtkWidget *row = care_fact_row_new_state (_("Rules and numbers"), about, care_approval_words_tone (approval),
                                            care_approval_words_state (approval));

  gtk_label_set_text (self->name, care_text_get (care_protocol_get_title (protocol), care_desk_get_language (desk)));
  gtk_label_set_text (self->about, version);
  if (approval == NULL || approval->state != CARE_APPROVAL_STANDS)
    {
      GtkWidget *approve = care_new_button (_("_Approve the rules"), "protocol.approve-version", NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), "protocol.approve-version", may);
      care_fact_row_add (row, approve);
    }
  if (approval != NULL)
    care_fact_row_add (row, new_button (_("_Withdraw"), "protocol.withdraw", "", _("Rules and numbers")));
  gtk_box_append (self->version, row);
  standing = care_new_text (get_standing (protocol, care_clinic_get_draft (care_page_get_clinic (CARE_PAGE (self))) != NULL));
  gtk_widget_add_css_class (standing, "fact-row");
  gtk_box_append (self->version, standing);
}

static void
show_language (CareProtocolPage *self,
               CareReadingPage  *page)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  CareProtocol *protocol = get_protocol (self);
  const char *language = care_reading_page_get_language (page);
  const CareApproval *approval = care_protocol_peek_approval (protocol, language);
  guint missing = care_protocol_count_missing_texts (protocol, language);
  g_autofree char *name = care_format_language_name (language);
  g_autofree char *who = care_approval_words_who (desk, approval);
  g_autofree char *reading = care_approval_words_reading (desk, page);
  g_autofree char *lacks = NULL;
  g_autofree char *about = NULL;
  gboolean stands = approval != NULL && approval->state == CARE_APPROVAL_STANDS;
  GtkWidget *row;

  if (missing > 0)
    lacks = g_strdup_printf (ngettext ("%u text is missing.", "%u texts are missing.", missing), missing);
  about = g_strjoin (*who != '\0' ? "\n" : "", who, lacks != NULL ? lacks : reading, NULL);
  row = care_fact_row_new_state (name, about, care_approval_words_tone (approval), care_approval_words_state (approval));
  care_fact_row_add (row, new_button (stands ? _("_Read it") : _("_Read and approve"), "win.language", language, name));
  if (approval != NULL)
    care_fact_row_add (row, new_button (_("_Withdraw"), "protocol.withdraw", language, name));
  gtk_box_append (self->languages, row);
}

/* Whoever approves the rules reads what they leave out as well, and on whose word. */
static void
show_left_out (CareProtocolPage *self,
               GPtrArray        *left_out)
{
  const char *language = care_desk_get_language (care_page_get_desk (CARE_PAGE (self)));

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->left_out)), left_out->len > 0);
  for (guint i = 0; i < left_out->len; i++)
    {
      const CareCodedText *what = g_ptr_array_index (left_out, i);
      g_autofree char *list = what->sources != NULL ? g_strjoinv (", ", what->sources) : g_strdup ("");
      g_autofree char *sources = *list != '\0' ? g_strdup_printf (_("Sources: %s"), list) : g_strdup ("");

      gtk_box_append (self->left_out, care_fact_row_new (care_text_get (what->text, language), sources));
    }
}

static void
show (CareProtocolPage *self)
{
  g_autoptr (GPtrArray) pages = care_protocol_measure (get_protocol (self));

  care_clear_box (self->in_force);
  care_clear_box (self->version);
  care_clear_box (self->languages);
  care_clear_box (self->left_out);
  show_in_force (self);
  show_version (self);
  for (guint i = 0; i < pages->len; i++)
    show_language (self, g_ptr_array_index (pages, i));
  show_left_out (self, care_protocol_get_left_out (get_protocol (self)));
}

static void
care_protocol_page_refresh (CarePage *page)
{
  show (CARE_PROTOCOL_PAGE (page));
}

static void
care_protocol_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_PROTOCOL_PAGE);
  G_OBJECT_CLASS (care_protocol_page_parent_class)->dispose (object);
}

static void
care_protocol_page_class_init (CareProtocolPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_protocol_page_dispose;
  CARE_PAGE_CLASS (klass)->refresh = care_protocol_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/protocol/care-protocol-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareProtocolPage, name);
  gtk_widget_class_bind_template_child (widget_class, CareProtocolPage, about);
  gtk_widget_class_bind_template_child (widget_class, CareProtocolPage, in_force);
  gtk_widget_class_bind_template_child (widget_class, CareProtocolPage, version);
  gtk_widget_class_bind_template_child (widget_class, CareProtocolPage, languages);
  gtk_widget_class_bind_template_child (widget_class, CareProtocolPage, left_out);
  gtk_widget_class_install_action (widget_class, "protocol.approve-version", NULL, approve_version_action);
  gtk_widget_class_install_action (widget_class, "protocol.withdraw", "s", withdraw_action);
  gtk_widget_class_install_action (widget_class, "protocol.withdraw-in-force", NULL, withdraw_in_force_action);
}

static void
care_protocol_page_init (CareProtocolPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_protocol_page_new:
 * @desk: what the page works with
 *
 * Returns: (transfer floating): who has approved what
 */
GtkWidget *
care_protocol_page_new (CareDesk *desk)
{
  CareProtocolPage *self = g_object_new (CARE_TYPE_PROTOCOL_PAGE, "desk", desk, NULL);

  show (self);
  return GTK_WIDGET (self);
}
