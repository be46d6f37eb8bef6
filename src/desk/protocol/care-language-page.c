/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/protocol/care-language-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clinic/care-clinic-approve.h"
#include "course/care-clinic-info.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/protocol/care-approval-words.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "protocol/care-patient-text.h"
#include "protocol/care-protocol-check.h"
#include "widgets/form/care-label.h"

struct _CareLanguagePage
{
  CarePage   parent_instance;

  GtkBox    *figures;
  GtkBox    *texts;
  GtkBox    *signing;
  GtkLabel  *lacks;
  GtkWidget *fields;
  GtkWidget *reader_row;
  GtkWidget *reason_row;

  char      *language;
  gboolean   rtl;
  guint      missing;
  guint      hard;
};

G_DEFINE_FINAL_TYPE (CareLanguagePage, care_language_page, CARE_TYPE_PAGE)

/* The parts of a protocol as staff know them, in the order of the list. */
static const struct
{
  const char *part;
  const char *heading;
} PARTS[] = {
  { "desk_texts/", N_("What staff say") },
  { "areas/", N_("Areas") },
  { "products/", N_("Products") },
  { "allergens/", N_("Allergies") },
  { "lines/", N_("Lines of the sheet") },
  { "signs/", N_("When to call") },
  { "teach_back/", N_("What patients say back") },
};

static CareProtocol *
get_protocol (CareLanguagePage *self)
{
  return care_clinic_get_edited_protocol (care_page_get_clinic (CARE_PAGE (self)));
}

static gboolean
is_filled (GtkWidget *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return !gtk_widget_get_visible (row) || *text != '\0';
}

static void
typed_cb (CareLanguagePage *self)
{
  gboolean may = self->missing == 0 && is_filled (self->reader_row) && is_filled (self->reason_row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "language.approve", may);
}

static char *
dup_typed (GtkWidget *row)
{
  return gtk_widget_get_visible (row) ? g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)))) : NULL;
}

static gboolean
approve_cb (const CareSignature  *by,
            gpointer              data,
            GError              **error)
{
  CareLanguagePage *self = data;
  g_autofree char *reader = dup_typed (self->reader_row);
  g_autofree char *reason = dup_typed (self->reason_row);
  g_autofree char *name = care_format_language_name (self->language);
  g_autofree char *said = NULL;

  if (!care_clinic_approve_language (care_page_get_clinic (CARE_PAGE (self)), self->language, reader, reason, by, error))
    return FALSE;
  /* TRANSLATORS: a language. */
  said = g_strdup_printf (_("%s is approved"), name);
  care_say_undo (GTK_WIDGET (self), said, "win.undo-approval");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  return TRUE;
}

static void
approve_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CareLanguagePage *self = CARE_LANGUAGE_PAGE (widget);
  g_autofree char *language = care_format_language_name (self->language);
  /* TRANSLATORS: a language. */
  g_autofree char *title = g_strdup_printf (_("Approve the texts in %s"), language);

  care_pin_dialog_ask_owner (widget, care_page_get_desk (CARE_PAGE (self)), title, approve_cb, g_object_ref (self),
                             g_object_unref);
}

/* Words of another language stand as that language is written. */
static GtkWidget *
new_words (const char *words,
           gboolean    rtl,
           const char *css_class)
{
  GtkWidget *label = care_label_new (words, css_class);

  gtk_widget_set_direction (label, rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
add_marks (CareLanguagePage      *self,
           GtkBox                *box,
           const CarePatientText *text)
{
  CareFormat *format = care_desk_get_format (care_page_get_desk (CARE_PAGE (self)));

  if (text->grade > CARE_READING_LIMIT)
    {
      g_autofree char *grade = care_format_number (format, text->grade, 1);
      g_autofree char *limit = care_format_number (format, CARE_READING_LIMIT, 0);
      /* TRANSLATORS: two numbers, "9.5" and "8". */
      g_autofree char *words = g_strdup_printf (_("Too hard to read: school grade %s, %s is the limit"), grade, limit);

      gtk_box_append (box, care_label_new (words, "fault"));
    }
  for (guint i = 0; i < text->marks->len; i++)
    gtk_box_append (box, care_label_new (g_ptr_array_index (text->marks, i), "fault"));
  if (text->override != NULL)
    {
      /* TRANSLATORS: a name, and a reason in that person's words. */
      g_autofree char *words = g_strdup_printf (_("Taken on by %s: %s"), text->override->by, text->override->reason);

      gtk_box_append (box, care_label_new (words, "spaced-caption"));
    }
}

static GtkWidget *
new_row (CareLanguagePage      *self,
         const CarePatientText *text)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  const char *words = care_text_get_exact (text->text, self->language);
  const char *own = care_text_get (text->text, care_desk_get_language (desk));
  GtkWidget *row = care_wrap_box_new (14);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  g_object_set (row, "comfort", 240, NULL);
  gtk_widget_add_css_class (row, "fact-row");
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  if (words != NULL && *words != '\0')
    gtk_box_append (GTK_BOX (left), new_words (words, self->rtl, NULL));
  else
    gtk_box_append (GTK_BOX (left), care_label_new (_("This text is missing"), "fault"));
  add_marks (self, GTK_BOX (left), text);
  care_wrap_box_append (CARE_WRAP_BOX (row), left);
  if (own != NULL && g_strcmp0 (own, words) != 0)
    care_wrap_box_append (CARE_WRAP_BOX (row), new_words (own, care_format_is_rtl (care_desk_get_format (desk)), "spaced-caption"));
  return row;
}

static void
show_part (CareLanguagePage *self,
           GPtrArray        *texts,
           const char       *part,
           const char       *heading)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "facts");
  for (guint i = 0; i < texts->len; i++)
    {
      const CarePatientText *text = g_ptr_array_index (texts, i);

      if (g_str_has_prefix (text->name, part))
        gtk_box_append (GTK_BOX (list), new_row (self, text));
    }
  if (gtk_widget_get_first_child (list) == NULL)
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      return;
    }
  gtk_box_append (self->texts, care_new_heading (heading));
  gtk_box_append (self->texts, list);
}

static void
show_figures (CareLanguagePage *self,
              GPtrArray        *texts)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  g_autoptr (GPtrArray) pages = care_protocol_measure (get_protocol (self));
  gboolean too_hard = FALSE;

  care_clear_box (self->figures);
  for (guint i = 0; i < pages->len; i++)
    {
      CareReadingPage *page = g_ptr_array_index (pages, i);
      CareReading reading;

      if (strcmp (care_reading_page_get_language (page), self->language) == 0)
        {
          g_autofree char *words = care_approval_words_reading (desk, page);

          gtk_box_append (self->figures, care_new_text (words));
          too_hard = care_reading_page_measure (page, &reading) && reading.grade > CARE_READING_TARGET;
        }
    }

  self->missing = care_protocol_count_missing_texts (get_protocol (self), self->language);
  self->hard = too_hard;
  for (guint i = 0; i < texts->len; i++)
    self->hard += ((const CarePatientText *) g_ptr_array_index (texts, i))->hard;
  if (self->hard > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u text is too hard for many patients.",
                                                          "%u texts are too hard for many patients.", self->hard), self->hard);

      gtk_box_append (self->figures, care_label_new (words, "fault"));
    }
  if (self->missing > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u text is missing.", "%u texts are missing.", self->missing),
                                                self->missing);

      gtk_box_append (self->figures, care_label_new (words, "fault"));
    }
}

/* What stands in the way of an approval is said where it would be given. */
static void
show_signing (CareLanguagePage *self)
{
  const CareApproval *approval = care_protocol_get_approval (get_protocol (self), self->language);

  gtk_widget_set_visible (GTK_WIDGET (self->signing), approval == NULL);
  gtk_widget_set_visible (self->reader_row, !care_reading_knows_language (self->language));
  gtk_widget_set_visible (self->reason_row, self->hard > 0);
  gtk_widget_set_visible (self->fields, gtk_widget_get_visible (self->reader_row) || gtk_widget_get_visible (self->reason_row));
  gtk_widget_set_visible (GTK_WIDGET (self->lacks), self->missing > 0);
  typed_cb (self);
}

static void
show (CareLanguagePage *self)
{
  g_autoptr (GError) error = NULL;
  CarePlain *plain = care_clinic_get_plain (care_page_get_clinic (CARE_PAGE (self)), &error);
  g_autoptr (GPtrArray) texts = care_protocol_list_texts (get_protocol (self), plain, self->language);

  care_clear_box (self->texts);
  show_figures (self, texts);
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    show_part (self, texts, PARTS[i].part, _(PARTS[i].heading));
  show_signing (self);
  if (error != NULL)
    gtk_box_append (self->figures, care_new_fault (error));
}

static gboolean
is_rtl (CareDesk   *desk,
        const char *language)
{
  CareClinicInfo *info = care_clinic_get_info (care_desk_get_clinic (desk));
  g_autoptr (CareFormat) format = care_writing_new_format (care_clinic_info_get_writing (info), language,
                                                           care_desk_get_zone (desk));

  return care_format_is_rtl (format);
}

static void
care_language_page_finalize (GObject *object)
{
  g_free (CARE_LANGUAGE_PAGE (object)->language);
  G_OBJECT_CLASS (care_language_page_parent_class)->finalize (object);
}

static void
care_language_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_LANGUAGE_PAGE);
  G_OBJECT_CLASS (care_language_page_parent_class)->dispose (object);
}

static void
care_language_page_class_init (CareLanguagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_language_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_language_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/protocol/care-language-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareLanguagePage, figures);
  gtk_widget_class_bind_template_child (widget_class, CareLanguagePage, texts);
  gtk_widget_class_bind_template_child (widget_class, CareLanguagePage, signing);
  gtk_widget_class_bind_template_child (widget_class, CareLanguagePage, lacks);
  gtk_widget_class_bind_template_child (widget_class, CareLanguagePage, fields);
  gtk_widget_class_bind_template_child (widget_class, CareLanguagePage, reader_row);
  gtk_widget_class_bind_template_child (widget_class, CareLanguagePage, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "language.approve", NULL, approve_action);
}

static void
care_language_page_init (CareLanguagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_language_page_new:
 * @desk: what the page works with
 * @language: a language of the patients
 *
 * Returns: (transfer floating): its texts to read through, and to approve
 */
GtkWidget *
care_language_page_new (CareDesk   *desk,
                        const char *language)
{
  g_return_val_if_fail (language != NULL, NULL);

  CareLanguagePage *self = g_object_new (CARE_TYPE_LANGUAGE_PAGE, "desk", desk, NULL);
  g_autofree char *name = care_format_language_name (language);
  /* TRANSLATORS: a language. */
  g_autofree char *title = g_strdup_printf (_("Texts in %s"), name);

  self->language = g_strdup (language);
  self->rtl = is_rtl (desk, language);
  care_page_set_title (CARE_PAGE (self), title);
  show (self);
  return GTK_WIDGET (self);
}
