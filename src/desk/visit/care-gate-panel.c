/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-gate-panel.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-wrap-box.h"

#define N_DATES 4

struct _CareGatePanel
{
  GtkWidget    parent_instance;

  GtkBox      *box;
  CareWrapBox *dates;
  CareWrapBox *news;

  char        *right;
};

G_DEFINE_FINAL_TYPE (CareGatePanel, care_gate_panel, GTK_TYPE_WIDGET)

typedef struct
{
  const char  *label;
  CareNewSince flag;
} CareNewChoice;

static const CareNewChoice CHOICES[] = {
  { N_("Nothing new"), CARE_NEW_NOTHING },   { N_("Ill"), CARE_NEW_ILLNESS },
  { N_("New medicine"), CARE_NEW_MEDICINE }, { N_("Pregnant or maybe"), CARE_NEW_PREGNANCY },
  { N_("A reaction"), CARE_NEW_REACTION },   { N_("A lump or sore"), CARE_NEW_LUMP },
};

/* "Nothing new" and anything else exclude each other. */
static void
news_toggled_cb (GtkToggleButton *button,
                 CareGatePanel   *self)
{
  gboolean nothing = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "flag")) == CARE_NEW_NOTHING;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->news)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean is_nothing = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "flag")) == CARE_NEW_NOTHING;

      if (child != GTK_WIDGET (button) && (nothing || is_nothing))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), FALSE);
    }
}

/* Three dates of birth that could be anybody's, always the same for the same person. The page's heading says the year:
 * they share it, so that nobody can pick the right one without asking. */
static char *
make_other (const char *right,
            guint       number)
{
  static const int years[] = { 0, -3, 5, 11 };
  int year = 0;
  int month = 0;
  int day = 0;

  if (sscanf (right, "%d-%d-%d", &year, &month, &day) == 3)
    return g_strdup_printf ("%04d-%02d-%02d", year, 1 + (month + 4 * (int) number) % 12, 1 + (day + 8 * (int) number) % 28);
  return g_strdup_printf ("%04d", year + years[number]);
}

static void
add_date (CareGatePanel *self,
          CareDesk      *desk,
          const char    *date)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->dates));
  GtkWidget *button;
  g_autofree char *label = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  if (strlen (date) > 4 && g_date_valid (&day))
    label = care_format_calendar_date (care_desk_get_format (desk), &day);
  else
    label = g_strdup (date);
  button = gtk_toggle_button_new_with_label (label);
  gtk_widget_set_name (button, date);
  gtk_widget_add_css_class (button, "choice");
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  care_wrap_box_append (self->dates, button);
}

static void
fill_dates (CareGatePanel *self,
            CareDesk      *desk,
            CareVisit     *visit)
{
  const char *right = care_patient_get_birth_date (care_visit_get_patient (visit));

  gtk_box_append (self->box, care_new_heading (_("Which birth date do they say aloud?")));
  self->dates = CARE_WRAP_BOX (care_wrap_box_new (10));
  gtk_box_append (self->box, GTK_WIDGET (self->dates));
  if (right == NULL)
    return;
  self->right = g_strdup (right);
  /* The place of the right one hangs on the person, so that a habit of tapping the first does not help. */
  guint place = g_str_hash (care_visit_get_id (visit)) % N_DATES;
  guint other = 1;

  for (guint i = 0; i < N_DATES; i++)
    {
      g_autofree char *date = i == place ? g_strdup (right) : make_other (right, other++);

      add_date (self, desk, date);
    }
}

static void
fill_news (CareGatePanel *self)
{
  gtk_box_append (self->box, care_new_heading (_("Ask aloud: is anything new since you answered?")));
  self->news = CARE_WRAP_BOX (care_wrap_box_new (10));
  for (guint i = 0; i < G_N_ELEMENTS (CHOICES); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(CHOICES[i].label));

      g_object_set_data (G_OBJECT (button), "flag", GUINT_TO_POINTER (CHOICES[i].flag));
      gtk_widget_add_css_class (button, "choice");
      g_signal_connect_object (button, "toggled", G_CALLBACK (news_toggled_cb), self, 0);
      care_wrap_box_append (self->news, button);
    }
  gtk_box_append (self->box, GTK_WIDGET (self->news));
}

static void
care_gate_panel_dispose (GObject *object)
{
  CareGatePanel *self = CARE_GATE_PANEL (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  self->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  g_clear_pointer (&self->right, g_free);
  G_OBJECT_CLASS (care_gate_panel_parent_class)->dispose (object);
}

static void
care_gate_panel_class_init (CareGatePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_gate_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_gate_panel_init (CareGatePanel *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 14));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * care_gate_panel_new:
 * @desk: what the pages work with
 * @visit: who is about to be treated, or whose test is about to be read
 *
 * Returns: (transfer floating): the two questions; before a reading, the birth date alone
 */
GtkWidget *
care_gate_panel_new (CareDesk  *desk,
                     CareVisit *visit)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  CareGatePanel *self = g_object_new (CARE_TYPE_GATE_PANEL, NULL);

  fill_dates (self, desk, visit);
  /* Nothing is injected at a reading. */
  if (care_visit_get_kind (visit) != CARE_VISIT_READING)
    fill_news (self);
  return GTK_WIDGET (self);
}

static const char *
get_date (CareGatePanel *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->dates)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return gtk_widget_get_name (child);
  return NULL;
}

/** Returns: whether something was tapped */
gboolean
care_gate_panel_is_touched (CareGatePanel *self)
{
  g_return_val_if_fail (CARE_IS_GATE_PANEL (self), FALSE);

  return get_date (self) != NULL || care_gate_panel_get_new (self) != CARE_NEW_NOT_ASKED;
}

/**
 * care_gate_panel_check:
 * @self: the two questions
 * @error: return location for a #CareError
 *
 * Returns: whether all are answered and the birth date is the patient's
 */
gboolean
care_gate_panel_check (CareGatePanel  *self,
                       GError        **error)
{
  g_return_val_if_fail (CARE_IS_GATE_PANEL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  const char *date = get_date (self);

  if (date == NULL)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_REFUSED, _("Ask for the birth date and tap the one they say."));
      return FALSE;
    }
  if (g_strcmp0 (date, self->right) != 0)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_REFUSED, _("That is not the birth date of this patient. Is it the right person?"));
      return FALSE;
    }
  if (self->news != NULL && care_gate_panel_get_new (self) == CARE_NEW_NOT_ASKED)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_REFUSED, _("Ask whether anything is new, and tap the answer."));
      return FALSE;
    }
  return TRUE;
}

/** Returns: what is new since the patient answered */
CareNewSince
care_gate_panel_get_new (CareGatePanel *self)
{
  guint flags = CARE_NEW_NOT_ASKED;

  g_return_val_if_fail (CARE_IS_GATE_PANEL (self), CARE_NEW_NOT_ASKED);

  if (self->news == NULL)
    return CARE_NEW_NOT_ASKED;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->news)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      flags |= GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "flag"));
  return (CareNewSince) flags;
}
