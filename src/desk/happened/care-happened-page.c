/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/happened/care-happened-page.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-register.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"

/** So many patients are offered while the name is typed. */
#define MOST_FOUND 6

struct _CareHappenedPage
{
  CarePage      parent_instance;

  GtkWidget    *emergency;
  CareStateTag *emergency_tag;
  GtkLabel     *emergency_words;
  GtkBox       *who;
  GtkBox       *signs;
  GtkTextView  *words;
  CareWrapBox  *when;

  GtkWidget    *entry;
  GtkBox       *found;
  CarePatient  *patient;
  CareVisit    *visit;
  const char   *sign;
  gboolean      kept;
};

G_DEFINE_FINAL_TYPE (CareHappenedPage, care_happened_page, CARE_TYPE_PAGE)

static void show_who (CareHappenedPage *self);

static void
show_ready (CareHappenedPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "happened.keep", self->patient != NULL);
}

static void
set_patient (CareHappenedPage *self,
             CarePatient      *patient)
{
  g_set_object (&self->patient, patient);
  show_who (self);
  show_ready (self);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareHappenedPage *self = CARE_HAPPENED_PAGE (widget);

  set_patient (self, care_clinic_lookup_patient (care_page_get_clinic (CARE_PAGE (self)), g_variant_get_string (parameter, NULL)));
}

static void
another_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_clear_object (&CARE_HAPPENED_PAGE (widget)->visit);
  set_patient (CARE_HAPPENED_PAGE (widget), NULL);
}

static void
search_changed_cb (CareHappenedPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GListModel) patients = NULL;

  care_clear_box (self->found);
  gtk_widget_set_visible (GTK_WIDGET (self->found), FALSE);
  if (*text == '\0')
    return;
  patients = care_clinic_search (care_page_get_clinic (CARE_PAGE (self)), text);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (patients), MOST_FOUND); i++)
    {
      g_autoptr (CarePatient) patient = g_list_model_get_item (patients, i);
      g_autofree char *born = care_desk_words_born (patient);
      const char *name = care_patient_get_display_name (patient);

      gtk_box_append (self->found, care_fact_row_new_button (care_fact_row_new (name, born), "happened.choose",
                                                             care_patient_get_id (patient), name));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->found), gtk_widget_get_first_child (GTK_WIDGET (self->found)) != NULL);
}

/* The entry keeps Escape for itself: the first empties it, the next leads back. */
static void
stop_search_cb (CareHappenedPage *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
show_who (CareHappenedPage *self)
{
  care_clear_box (self->who);
  self->entry = NULL;
  self->found = NULL;
  if (self->patient != NULL)
    {
      g_autofree char *born = care_desk_words_born (self->patient);
      GtkWidget *row = care_fact_row_new (care_patient_get_display_name (self->patient), born);

      care_fact_row_add (row, care_new_button (_("_Somebody else"), "happened.another", NULL));
      gtk_widget_add_css_class (row, "card");
      gtk_box_append (self->who, row);
      return;
    }
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Name, phone or birth date"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who is it? Name, phone or birth date"), -1);
  gtk_widget_add_css_class (self->entry, "touch");
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  self->found = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->found), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->found), "facts");
  gtk_widget_set_visible (GTK_WIDGET (self->found), FALSE);
  gtk_box_append (self->who, self->entry);
  gtk_box_append (self->who, GTK_WIDGET (self->found));
}

/* What to say stands at the top, so the page goes there, wherever the finger was. */
static void
show_emergency (CareHappenedPage *self,
                gboolean          is_one)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (self->emergency, GTK_TYPE_SCROLLED_WINDOW);

  gtk_widget_set_visible (self->emergency, is_one);
  if (is_one)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), 0);
}

/* An emergency speaks before anything is written down. */
static void
sign_toggled_cb (GtkToggleButton  *button,
                 CareHappenedPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->sign = g_object_get_data (G_OBJECT (button), "sign");
  show_emergency (self, self->sign != NULL
                          && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "level")) == CARE_SIGN_EMERGENCY);
}

static const char *
level_word (CareSignLevel level)
{
  switch (level)
    {
    case CARE_SIGN_EMERGENCY:
      return _("Emergency: call the emergency number now");
    case CARE_SIGN_SAME_DAY:
      return _("A clinician calls back today");
    case CARE_SIGN_SOON:
    default:
      return _("A clinician calls back soon");
    }
}

static GtkWidget *
add_sign (CareHappenedPage *self,
          const char       *id,
          int               level,
          const char       *text,
          GtkWidget        *group)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), care_new_text (text));
  gtk_widget_add_css_class (button, "choice");
  g_object_set_data (G_OBJECT (button), "sign", (gpointer) id);
  g_object_set_data (G_OBJECT (button), "level", GINT_TO_POINTER (level));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_object (button, "toggled", G_CALLBACK (sign_toggled_cb), self, 0);
  gtk_box_append (self->signs, button);
  return button;
}

static void
fill_signs (CareHappenedPage *self)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  g_autoptr (GPtrArray) signs = care_clinic_list_signs (care_desk_get_clinic (desk));
  GtkWidget *first = NULL;
  int level = -1;

  for (guint i = 0; i < signs->len; i++)
    {
      const CareSign *sign = g_ptr_array_index (signs, i);
      GtkWidget *button;

      if ((int) sign->level != level)
        {
          GtkWidget *tag = care_state_tag_new ();

          level = sign->level;
          care_state_tag_set (CARE_STATE_TAG (tag),
                              sign->level == CARE_SIGN_EMERGENCY ? CARE_TONE_STOP
                              : sign->level == CARE_SIGN_SAME_DAY ? CARE_TONE_DECIDE : CARE_TONE_WAITING,
                              level_word (sign->level));
          gtk_box_append (self->signs, tag);
        }
      button = add_sign (self, sign->id, sign->level, care_text_get (sign->text, care_desk_get_language (desk)), first);
      if (first == NULL)
        first = button;
    }
  add_sign (self, NULL, CARE_SIGN_SOON, _("Something else"), first);
}

static void
fill_when (CareHappenedPage *self)
{
  static const struct
  {
    const char *label;
    int         hours;
  } times[] = { { N_("Just now"), 0 }, { N_("Some hours ago"), 6 }, { N_("Yesterday"), 24 }, { N_("Days ago"), 72 }, { N_("Weeks ago"), 504 } };
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(times[i].label));

      g_object_set_data (G_OBJECT (button), "hours", GINT_TO_POINTER (times[i].hours));
      gtk_widget_add_css_class (button, "chip");
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        first = button;
      care_wrap_box_append (self->when, button);
    }
}

/* CARE_INSTANT_NONE: nobody has said when. */
static CareInstant
get_when (CareHappenedPage *self)
{
  CareInstant now = care_desk_now (care_page_get_desk (CARE_PAGE (self)));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->when)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return now - GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "hours")) * CARE_HOUR;
  return CARE_INSTANT_NONE;
}

static char *
dup_words (CareHappenedPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareHappenedPage *self = CARE_HAPPENED_PAGE (widget);
  g_autofree char *words = dup_words (self);
  CareInstant when = get_when (self);
  CareSignLevel level = CARE_SIGN_SOON;
  g_autoptr (GError) error = NULL;

  if (when == CARE_INSTANT_NONE)
    {
      care_say_wrong (widget, _("Ask when it happened, and tap the answer."));
      gtk_widget_child_focus (GTK_WIDGET (self->when), GTK_DIR_TAB_FORWARD);
      return;
    }
  if (!care_clinic_happened (care_page_get_clinic (CARE_PAGE (self)), self->patient, self->visit, when,
                             self->sign, words, &level, &error))
    {
      care_say_error (widget, error);
      return;
    }
  self->kept = TRUE;
  /* Once is enough: a second tap would be a second happening. */
  gtk_widget_action_set_enabled (widget, "happened.keep", FALSE);
  care_say_done (widget, _("Kept. A clinician has to close it; it shows on every later check."));
  /* The words for an emergency stay on the screen until somebody goes back. */
  if (level == CARE_SIGN_EMERGENCY)
    show_emergency (self, TRUE);
  else
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static gboolean
care_happened_page_settle (CarePage  *page,
                           GError   **error)
{
  CareHappenedPage *self = CARE_HAPPENED_PAGE (page);
  g_autofree char *words = dup_words (self);

  if (self->kept || *words == '\0')
    return TRUE;
  g_set_error_literal (error, CARE_ERROR, CARE_ERROR_REFUSED,
                       _("What they said is not kept yet. Choose who it is and keep it, or empty the words."));
  return FALSE;
}

static void
care_happened_page_constructed (GObject *object)
{
  CareHappenedPage *self = CARE_HAPPENED_PAGE (object);
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  g_autofree char *words = NULL;

  G_OBJECT_CLASS (care_happened_page_parent_class)->constructed (object);
  words = care_clinic_dup_emergency_words (care_desk_get_clinic (desk), care_desk_get_language (desk));
  care_state_tag_set (self->emergency_tag, CARE_TONE_STOP, _("Emergency"));
  gtk_label_set_text (self->emergency_words, words);
  fill_signs (self);
  fill_when (self);
}

static void
care_happened_page_dispose (GObject *object)
{
  CareHappenedPage *self = CARE_HAPPENED_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_HAPPENED_PAGE);
  g_clear_object (&self->patient);
  g_clear_object (&self->visit);
  G_OBJECT_CLASS (care_happened_page_parent_class)->dispose (object);
}

static void
care_happened_page_class_init (CareHappenedPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = care_happened_page_constructed;
  object_class->dispose = care_happened_page_dispose;
  CARE_PAGE_CLASS (klass)->settle = care_happened_page_settle;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  g_type_ensure (CARE_TYPE_STATE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/happened/care-happened-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareHappenedPage, emergency);
  gtk_widget_class_bind_template_child (widget_class, CareHappenedPage, emergency_tag);
  gtk_widget_class_bind_template_child (widget_class, CareHappenedPage, emergency_words);
  gtk_widget_class_bind_template_child (widget_class, CareHappenedPage, who);
  gtk_widget_class_bind_template_child (widget_class, CareHappenedPage, signs);
  gtk_widget_class_bind_template_child (widget_class, CareHappenedPage, words);
  gtk_widget_class_bind_template_child (widget_class, CareHappenedPage, when);
  gtk_widget_class_install_action (widget_class, "happened.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "happened.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "happened.another", NULL, another_action);
}

static void
care_happened_page_init (CareHappenedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_happened_page_new:
 * @desk: what the page works with
 * @patient: (nullable): who it is about, when that is known
 * @visit: (nullable): the visit during which it happened
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_happened_page_new (CareDesk    *desk,
                        CarePatient *patient,
                        CareVisit   *visit)
{
  CareHappenedPage *self = g_object_new (CARE_TYPE_HAPPENED_PAGE, "desk", desk, NULL);

  g_set_object (&self->visit, visit);
  set_patient (self, patient);
  return GTK_WIDGET (self);
}
