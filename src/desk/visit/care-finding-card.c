/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-finding-card.h"

#include <glib/gi18n.h>

#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-wrap-box.h"

struct _CareFindingCard
{
  GtkWidget    parent_instance;

  GtkBox      *box;
  GtkWidget   *treat;
  GtkWidget   *not_today;
  CareWrapBox *codes;
  GtkWidget   *words;
  GtkWidget   *concerns;
  GtkWidget   *concerns_not;

  CareDesk    *desk;
  CareReason  *reason;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareFindingCard, care_finding_card, GTK_TYPE_WIDGET)

static gboolean
is_active (GtkWidget *toggle)
{
  return toggle != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle));
}

static void
show_choice (CareFindingCard *self)
{
  gboolean chosen = is_active (self->treat) || is_active (self->not_today);

  gtk_widget_set_visible (GTK_WIDGET (self->codes), chosen);
  gtk_widget_set_visible (self->words, chosen);
}

static void
changed_cb (CareFindingCard *self)
{
  if (self->words != NULL)
    show_choice (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_caption (CareFindingCard *self,
             const char      *text)
{
  GtkWidget *label = care_new_text (text);

  gtk_widget_add_css_class (label, "spaced-caption");
  gtk_box_append (self->box, label);
}

/* What was tapped before, and by whom: it is open until somebody signs it. */
static void
bring_back (CareFindingCard *self,
            GtkWidget       *yes,
            GtkWidget       *no)
{
  CareTri begun = care_reason_get_begun (self->reason);
  const char *by = care_reason_get_begun_by (self->reason);

  if (begun != CARE_TRI_UNKNOWN)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (begun == CARE_TRI_YES ? yes : no), TRUE);
  if (by != NULL)
    {
      g_autofree char *said = g_strdup_printf (_("Begun by %s, not signed yet"), by);

      add_caption (self, said);
    }
}

static GtkWidget *
new_toggle (CareFindingCard *self,
            const char      *label,
            GtkWidget       *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "touch");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_codes (CareFindingCard *self)
{
  CareClinic *clinic = care_desk_get_clinic (self->desk);
  g_auto (GStrv) codes = care_clinic_dup_decision_codes (clinic);
  GtkWidget *first = NULL;

  self->codes = CARE_WRAP_BOX (care_wrap_box_new (8));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      GtkWidget *button = new_toggle (self, care_clinic_get_decision_text (clinic, codes[i]), first);

      gtk_widget_set_name (button, codes[i]);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strcmp0 (codes[i], care_reason_get_begun_decision (self->reason)) == 0);
      gtk_widget_set_css_classes (button, (const char *[]) { "chip", NULL });
      if (first == NULL)
        first = button;
      care_wrap_box_append (self->codes, button);
    }
  gtk_box_append (self->box, GTK_WIDGET (self->codes));
}

/* The day's cup: the PIN that opened the reasons signs it. */
static void
add_one_tap (CareFindingCard *self)
{
  const char *code = care_reason_get_one_tap (self->reason);
  const char *why = code != NULL ? care_clinic_get_decision_text (care_desk_get_clinic (self->desk), code) : NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (why == NULL)
    return;
  /* TRANSLATORS: %s is a reason: "Treat: small or long enough ago". */
  label = g_strdup_printf (_("Treat: %s"), why);
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "touch");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", care_reason_get_id (self->reason));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "check.decide-now");
  gtk_box_append (self->box, button);
}

static void
add_decision (CareFindingCard *self)
{
  GtkWidget *row = care_wrap_box_new (8);

  self->treat = new_toggle (self, _("Treat in spite of it"), NULL);
  self->not_today = new_toggle (self, _("Not today"), self->treat);
  care_wrap_box_append (CARE_WRAP_BOX (row), self->treat);
  care_wrap_box_append (CARE_WRAP_BOX (row), self->not_today);
  gtk_box_append (self->box, row);
  add_codes (self);
  self->words = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->words), _("More, in your own words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More, in your own words"), -1);
  gtk_widget_add_css_class (self->words, "touch");
  gtk_box_append (self->box, self->words);
  if (care_reason_get_begun_words (self->reason) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->words), care_reason_get_begun_words (self->reason));
  bring_back (self, self->treat, self->not_today);
  show_choice (self);
  g_signal_connect_object (self->words, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* Whoever knows the product says whether the allergy has to do with it. */
static void
add_allergy (CareFindingCard *self)
{
  GtkWidget *row = care_wrap_box_new (8);

  gtk_box_append (self->box, care_new_heading (_("Does it concern this product?")));
  self->concerns = new_toggle (self, _("It concerns this product"), NULL);
  self->concerns_not = new_toggle (self, _("It does not concern it"), self->concerns);
  care_wrap_box_append (CARE_WRAP_BOX (row), self->concerns);
  care_wrap_box_append (CARE_WRAP_BOX (row), self->concerns_not);
  gtk_box_append (self->box, row);
  bring_back (self, self->concerns_not, self->concerns);
}

static CareTone
get_tone (CareReason *reason)
{
  switch (care_reason_get_state (reason))
    {
    case CARE_REASON_DECIDED:
      return CARE_TONE_GOOD;
    case CARE_REASON_STANDS:
      return CARE_TONE_STOP;
    case CARE_REASON_INFO:
      return CARE_TONE_QUIET;
    case CARE_REASON_OPEN:
    case CARE_REASON_ANSWER_CHANGED:
    default:
      return care_reason_is_stop (reason) ? CARE_TONE_STOP : CARE_TONE_DECIDE;
    }
}

static const char *
get_word (CareReason *reason)
{
  switch (care_reason_get_state (reason))
    {
    case CARE_REASON_DECIDED:
      return _("Decided");
    case CARE_REASON_STANDS:
      return _("Nobody can decide this: only a changed fact clears it");
    case CARE_REASON_INFO:
      return _("For information");
    case CARE_REASON_ANSWER_CHANGED:
      return _("An answer was changed");
    case CARE_REASON_OPEN:
    default:
      return care_reason_is_stop (reason) ? _("Stop") : _("To be decided");
    }
}

static void
fill (CareFindingCard *self)
{
  CareFormat *format = care_desk_get_format (self->desk);
  const char *const *sources = care_reason_get_sources (self->reason);
  CareInstant clears = care_reason_get_clears_at (self->reason);
  GtkWidget *tag = care_state_tag_new ();
  GtkWidget *text = care_new_text (care_reason_get_text (self->reason));

  care_state_tag_set (CARE_STATE_TAG (tag), get_tone (self->reason), get_word (self->reason));
  gtk_box_append (self->box, tag);
  gtk_widget_add_css_class (text, "visit-name");
  gtk_box_append (self->box, text);
  if (care_reason_get_answer (self->reason) != NULL)
    {
      g_autofree char *answer = g_strdup_printf (_("Answer: %s"), care_reason_get_answer (self->reason));
      g_autofree char *typed = care_desk_words_typed_in (self->desk, care_reason_get_typed_in (self->reason));

      gtk_box_append (self->box, care_new_text (answer));
      if (typed != NULL)
        add_caption (self, typed);
    }
  if (clears != CARE_INSTANT_NONE)
    {
      g_autofree char *at = care_format_moment (format, clears);
      g_autofree char *clear = g_strdup_printf (_("Time clears it: %s"), at);

      gtk_box_append (self->box, care_new_text (clear));
    }
  if (care_reason_get_decision (self->reason) != NULL)
    {
      const char *code = care_reason_get_decision (self->reason);
      const char *why = care_clinic_get_decision_text (care_desk_get_clinic (self->desk), code);
      g_autofree char *decided = g_strdup_printf ("%s: %s", care_reason_get_decided_by (self->reason), why != NULL ? why : code);

      gtk_box_append (self->box, care_new_text (decided));
    }
  if (sources != NULL && sources[0] != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) sources);
      g_autofree char *caption = g_strdup_printf (_("Sources: %s"), list);

      add_caption (self, caption);
    }
  if (care_finding_card_is_open (self) && care_reason_is_unmatched_allergy (self->reason))
    add_allergy (self);
  else if (care_finding_card_is_open (self))
    {
      add_one_tap (self);
      add_decision (self);
    }
}

static void
care_finding_card_dispose (GObject *object)
{
  CareFindingCard *self = CARE_FINDING_CARD (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  self->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  g_clear_object (&self->reason);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_finding_card_parent_class)->dispose (object);
}

static void
care_finding_card_class_init (CareFindingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_finding_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CARE_TYPE_FINDING_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
care_finding_card_init (CareFindingCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "finding");
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * care_finding_card_new:
 * @desk: what the pages work with
 * @reason: the finding, opened by a clinician
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
care_finding_card_new (CareDesk   *desk,
                       CareReason *reason)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_REASON (reason), NULL);

  CareFindingCard *self = g_object_new (CARE_TYPE_FINDING_CARD, NULL);

  self->desk = g_object_ref (desk);
  self->reason = g_object_ref (reason);
  fill (self);
  return GTK_WIDGET (self);
}

/** Returns: whether a clinician may decide it */
gboolean
care_finding_card_is_open (CareFindingCard *self)
{
  g_return_val_if_fail (CARE_IS_FINDING_CARD (self), FALSE);

  CareReasonState state = care_reason_get_state (self->reason);

  return state == CARE_REASON_OPEN || state == CARE_REASON_ANSWER_CHANGED;
}

static const char *
get_code (CareFindingCard *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->codes)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_active (child))
      return gtk_widget_get_name (child);
  return NULL;
}

/**
 * care_finding_card_get_decision:
 * @self: a card
 * @decision: (out caller-allocates): what was decided; points into the card
 *
 * Returns: whether both the decision and its reason are there
 */
gboolean
care_finding_card_get_decision (CareFindingCard *self,
                                CareDecision    *decision)
{
  g_return_val_if_fail (CARE_IS_FINDING_CARD (self), FALSE);
  g_return_val_if_fail (decision != NULL, FALSE);

  if (self->treat == NULL)
    return FALSE;
  gboolean treat = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->treat));

  *decision = (CareDecision) { .finding = care_reason_get_id (self->reason), .treat = treat };
  if (!treat && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->not_today)))
    return FALSE;
  decision->code = get_code (self);
  if (gtk_entry_get_text_length (GTK_ENTRY (self->words)) > 0)
    decision->words = gtk_editable_get_text (GTK_EDITABLE (self->words));
  return decision->code != NULL;
}

/**
 * care_finding_card_get_allergy:
 * @self: a card
 * @concerns: (out): whether it concerns the product
 *
 * Returns: (transfer none) (nullable): the finding's id, when a clinician has said whether the allergy concerns the product
 */
const char *
care_finding_card_get_allergy (CareFindingCard *self,
                               gboolean        *concerns)
{
  g_return_val_if_fail (CARE_IS_FINDING_CARD (self), NULL);
  g_return_val_if_fail (concerns != NULL, NULL);

  if (self->concerns == NULL)
    return NULL;
  *concerns = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->concerns));
  if (!*concerns && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->concerns_not)))
    return NULL;
  return care_reason_get_id (self->reason);
}

/**
 * care_finding_card_get_begun:
 * @self: a card
 * @choice: (out): YES to treat, or where the allergy does not concern the product; NO for the opposite
 * @code: (out) (nullable): the reason chosen; points into the card
 * @words: (out) (nullable): the words; point into the card
 *
 * Returns: (transfer none) (nullable): the finding's id; NULL when there is nothing to decide on the card
 */
const char *
care_finding_card_get_begun (CareFindingCard  *self,
                             CareTri          *choice,
                             const char      **code,
                             const char      **words)
{
  g_return_val_if_fail (CARE_IS_FINDING_CARD (self), NULL);
  g_return_val_if_fail (choice != NULL && code != NULL && words != NULL, NULL);

  *choice = CARE_TRI_UNKNOWN;
  *code = *words = NULL;
  if (!care_finding_card_is_open (self))
    return NULL;
  if (is_active (self->treat) || is_active (self->concerns_not))
    *choice = CARE_TRI_YES;
  else if (is_active (self->not_today) || is_active (self->concerns))
    *choice = CARE_TRI_NO;
  if (self->codes != NULL)
    *code = get_code (self);
  if (self->words != NULL)
    *words = gtk_editable_get_text (GTK_EDITABLE (self->words));
  return care_reason_get_id (self->reason);
}
