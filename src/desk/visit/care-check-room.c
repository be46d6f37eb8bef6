/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-check-room-private.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-begun.h"
#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-sheet.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/visit/care-finding-card.h"
#include "desk/visit/care-findings.h"
#include "desk/visit/care-sheet-troubles.h"

/* How long after the last tap or letter everything is kept. */
#define KEEP_AFTER 400

G_DEFINE_FINAL_TYPE (CareCheckRoom, care_check_room, CARE_TYPE_ROOM_VIEW)

static CareVisit *
get_visit (CareCheckRoom *self)
{
  return care_room_view_get_visit (CARE_ROOM_VIEW (self));
}

static CareClinic *
get_clinic (CareCheckRoom *self)
{
  return care_room_view_get_clinic (CARE_ROOM_VIEW (self));
}

static CareDesk *
get_desk (CareCheckRoom *self)
{
  return care_room_view_get_desk (CARE_ROOM_VIEW (self));
}

CareReasons *
_care_check_room_get_reasons (CareCheckRoom *self)
{
  return self->session != NULL ? care_decision_session_get_reasons (self->session) : NULL;
}

void
_care_check_room_ask_clinician (CareCheckRoom *self,
                                const char    *title,
                                CareSignFunc   func)
{
  care_pin_dialog_ask (GTK_WIDGET (self), get_desk (self), title, TRUE, func, g_object_ref (self), g_object_unref);
}

/* What a clinician has tapped and not signed: open until it is, and there again after a lock, on another page, after a kill. */
static gboolean
keep_begun (CareCheckRoom  *self,
            GError        **error)
{
  CareReasons *reasons = _care_check_room_get_reasons (self);

  gboolean kept = TRUE;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  for (guint i = 0; reasons != NULL && i < self->cards->len; i++)
    {
      CareFindingCard *card = g_ptr_array_index (self->cards, i);
      CareTri choice = CARE_TRI_UNKNOWN;
      const char *code = NULL;
      const char *words = NULL;
      const char *finding = care_finding_card_get_begun (card, &choice, &code, &words);

      /* All of them: what the disk does not take the clinic holds in memory. */
      if (finding != NULL
          && !care_clinic_keep_begun_decision (get_clinic (self), reasons, finding, choice, code, words, kept ? error : NULL))
        kept = FALSE;
    }
  return kept;
}

void
_care_check_room_redraw (CareCheckRoom *self)
{
  g_autoptr (GError) error = NULL;

  if (!keep_begun (self, &error))
    care_say_error (GTK_WIDGET (self), error);
  care_decision_session_reread (self->session);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

/* ---- the reasons, behind a clinician's PIN ---- */

static gboolean
open_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareCheckRoom *self = data;

  if (!care_decision_session_open (self->session, by, error))
    return FALSE;
  _care_check_room_redraw (self);
  return TRUE;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _care_check_room_ask_clinician (CARE_CHECK_ROOM (widget), _("Open the reasons"), open_cb);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CareCheckRoom *self = CARE_CHECK_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (!keep_begun (self, &error))
    {
      care_say_error (widget, error);
      return;
    }
  care_decision_session_close (self->session);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
enable_sign (CareCheckRoom *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.sign", care_findings_any_decided (self->cards));
}

static gboolean
keep_begun_cb (gpointer data)
{
  CareCheckRoom *self = data;
  g_autoptr (GError) error = NULL;

  self->keep_source = 0;
  if (!keep_begun (self, &error))
    care_say_error (GTK_WIDGET (self), error);
  return G_SOURCE_REMOVE;
}

static void
decision_changed_cb (CareCheckRoom *self)
{
  enable_sign (self);
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_AFTER, keep_begun_cb, self);
}

static gboolean
sign_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareCheckRoom *self = data;

  if (!care_findings_sign (self->cards, get_clinic (self), get_visit (self), by, error))
    return FALSE;
  care_say_done (GTK_WIDGET (self), _("Decided and signed"));
  _care_check_room_redraw (self);
  return TRUE;
}

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _care_check_room_ask_clinician (CARE_CHECK_ROOM (widget), _("Sign the decisions"), sign_cb);
}

static void
decide_now_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  CareCheckRoom *self = CARE_CHECK_ROOM (widget);
  CareReasons *reasons = _care_check_room_get_reasons (self);
  g_autoptr (GError) error = NULL;

  if (reasons == NULL)
    return;
  if (!care_clinic_decide_now (get_clinic (self), reasons, g_variant_get_string (parameter, NULL), &error))
    {
      care_say_error (widget, error);
      return;
    }
  care_say_done (widget, _("Decided and signed"));
  _care_check_room_redraw (self);
}

static gboolean
consent_cb (const CareSignature  *by,
            gpointer              data,
            GError              **error)
{
  CareCheckRoom *self = data;

  if (!care_clinic_take_consent (get_clinic (self), get_visit (self), by, error))
    return FALSE;
  care_say_done (GTK_WIDGET (self), _("Consent is countersigned"));
  _care_check_room_redraw (self);
  return TRUE;
}

static void
consent_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  _care_check_room_ask_clinician (CARE_CHECK_ROOM (widget), _("Countersign the consent"), consent_cb);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.move", "s", care_visit_get_id (get_visit (CARE_CHECK_ROOM (widget))));
}

/* ---- what is shown ---- */

static void
fill_word (CareCheckRoom *self,
           GtkBox        *box,
           const char    *say)
{
  CareVisit *visit = get_visit (self);
  CareWord word = care_visit_get_word (visit);
  CareTone tone = care_desk_words_word_tone (word);
  CareInstant ready = care_visit_get_ready_at (visit);
  GtkWidget *tag = care_state_tag_new ();

  care_state_tag_set (CARE_STATE_TAG (tag), tone, care_desk_words_word (word));
  gtk_widget_add_css_class (tag, "big-word");
  gtk_box_append (box, tag);
  if (ready != CARE_INSTANT_NONE && word != CARE_WORD_READY)
    {
      g_autofree char *at = care_format_moment (care_desk_get_format (get_desk (self)), ready);
      g_autofree char *text = g_strdup_printf (_("Ready %s, when time alone clears it"), at);

      gtk_box_append (box, care_new_heading (text));
    }
  if (say != NULL && *say != '\0')
    {
      g_autofree char *quoted = g_strdup_printf (_("Say: “%s”"), say);
      GtkWidget *label = care_new_text (quoted);

      gtk_widget_add_css_class (label, "say");
      gtk_box_append (box, label);
    }
}

static void
fill_desk_reasons (CareCheckRoom *self,
                   GtkBox        *box,
                   const char    *said_above)
{
  g_autoptr (GListModel) reasons = care_clinic_list_desk_reasons (get_clinic (self), get_visit (self), NULL);
  CareInstant ready = care_visit_get_ready_at (get_visit (self));
  GtkWidget *list;

  if (reasons == NULL || g_list_model_get_n_items (reasons) == 0)
    return;
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "facts");
  for (guint i = 0; i < g_list_model_get_n_items (reasons); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (reasons, i);
      const char *say = care_reason_get_say (reason);
      gboolean said = say == NULL || g_strcmp0 (say, said_above) == 0;
      /* Where the visit as a whole never gets ready by itself, the reason tells its own time. */
      g_autofree char *until = care_desk_words_not_before (get_desk (self), ready != CARE_INSTANT_NONE ? CARE_INSTANT_NONE
                                                                             : care_reason_get_clears_at (reason));

      gtk_box_append (GTK_BOX (list), care_fact_row_new (care_reason_get_text (reason), until != NULL ? until : said ? "" : say));
    }
  gtk_box_append (box, list);
}

static void
fill_buttons (CareCheckRoom *self,
              GtkBox        *box)
{
  CareDesk *desk = get_desk (self);
  CareWord word = care_visit_get_word (get_visit (self));
  CareInstant ready = care_visit_get_ready_at (get_visit (self));
  GtkWidget *row = care_wrap_box_new (12);
  GtkWidget *open = care_new_button (_("_Open the reasons"), "check.open", NULL);

  /* One obvious step: without a product there is nothing to decide about yet. */
  if (word == CARE_WORD_MUST_DECIDE && !self->choosing && care_visit_get_next_step (get_visit (self)) != CARE_NEXT_CHOOSE_PRODUCT)
    gtk_widget_add_css_class (open, "suggested-action");
  care_wrap_box_append (CARE_WRAP_BOX (row), open);
  if (word != CARE_WORD_READY && ready != CARE_INSTANT_NONE
      && care_instant_day_start (ready, care_desk_get_zone (desk)) == care_instant_day_start (care_desk_now (desk), care_desk_get_zone (desk)))
    {
      g_autofree char *at = care_format_time (care_desk_get_format (desk), ready);
      g_autofree char *label = g_strdup_printf (_("_Wait here until %s"), at);

      care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (label, "win.place", "today"));
    }
  if (word != CARE_WORD_READY)
    care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("_Find another time"), "check.move", NULL));
  gtk_box_append (box, row);
}

/* What is never in the way is one line each. */
static void
add_info (GtkBox     *list,
          CareReason *reason)
{
  const char *answer = care_reason_get_answer (reason);

  gtk_box_append (list, care_fact_row_new (care_reason_get_text (reason), answer != NULL ? answer : ""));
}

/* All findings on one page, decided together, one signature. */
static void
fill_reasons (CareCheckRoom *self,
              GtkBox        *box)
{
  GListModel *reasons = G_LIST_MODEL (_care_check_room_get_reasons (self));
  GtkWidget *row = care_wrap_box_new (12);
  GtkWidget *info = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean consent = FALSE;
  gboolean open = FALSE;

  gtk_widget_add_css_class (info, "card");
  gtk_widget_add_css_class (info, "facts");
  for (guint i = 0; i < g_list_model_get_n_items (reasons); i++)
    {
      g_autoptr (CareReason) reason = g_list_model_get_item (reasons, i);

      if (care_reason_get_state (reason) == CARE_REASON_INFO)
        {
          add_info (GTK_BOX (info), reason);
          continue;
        }
      GtkWidget *card = care_finding_card_new (get_desk (self), reason);

      g_signal_connect_object (card, "changed", G_CALLBACK (decision_changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->cards, card);
      open |= care_finding_card_is_open (CARE_FINDING_CARD (card));
      consent |= g_str_has_prefix (care_reason_get_rule (reason), "consent")
                 && care_reason_get_state (reason) == CARE_REASON_STANDS;
      gtk_box_append (box, card);
    }
  if (g_list_model_get_n_items (reasons) == 0)
    gtk_box_append (box, care_new_text (_("Everything was asked, and nothing stands in the way.")));
  if (open)
    {
      GtkWidget *sign = care_new_button (_("_Sign the decisions"), "check.sign", NULL);

      gtk_widget_add_css_class (sign, "suggested-action");
      care_wrap_box_append (CARE_WRAP_BOX (row), sign);
    }
  if (consent)
    {
      GtkWidget *countersign = care_new_button (_("_Countersign the consent"), "check.consent", NULL);

      if (!open && care_visit_get_product (get_visit (self)) != NULL)
        gtk_widget_add_css_class (countersign, "suggested-action");
      care_wrap_box_append (CARE_WRAP_BOX (row), countersign);
    }
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("_Close the reasons"), "check.close", NULL));
  gtk_box_append (box, row);
  if (gtk_widget_get_first_child (info) != NULL)
    gtk_box_append (box, care_new_heading (_("For information")));
  gtk_box_append (box, info);
  gtk_widget_set_visible (info, gtk_widget_get_first_child (info) != NULL);
  enable_sign (self);
}

static void
care_check_room_fill (CareRoomView *view,
                      GtkBox       *box)
{
  CareCheckRoom *self = CARE_CHECK_ROOM (view);
  CareVisitState state = care_visit_get_state (get_visit (self));
  g_autofree char *say = care_clinic_dup_say (get_clinic (self), get_visit (self));

  self->chooser = NULL;
  g_ptr_array_set_size (self->cards, 0);
  _care_check_room_fill_unkept (self, box);
  fill_word (self, box, say);
  if (care_visit_is_paper_stopped (get_visit (self)))
    gtk_box_append (box, care_sheet_troubles_new (get_clinic (self), get_visit (self)));
  if (_care_check_room_get_reasons (self) != NULL)
    {
      fill_reasons (self, box);
      _care_check_room_fill_product (self, box);
      return;
    }
  if (care_visit_get_word (get_visit (self)) == CARE_WORD_NONE)
    gtk_box_append (box, care_new_text (_("The check follows the answers. Product and areas can be chosen before.")));
  else
    {
      fill_desk_reasons (self, box, say);
      fill_buttons (self, box);
    }
  if (!care_desk_words_is_over (state))
    {
      _care_check_room_fill_product (self, box);
      if (!care_visit_is_paper_stopped (get_visit (self)))
        gtk_box_append (box, care_sheet_troubles_new (get_clinic (self), get_visit (self)));
    }
}

static gboolean
care_check_room_is_typing (CareRoomView *view)
{
  CareCheckRoom *self = CARE_CHECK_ROOM (view);

  return _care_check_room_get_reasons (self) != NULL || self->choosing;
}

static gboolean
care_check_room_settle (CareRoomView  *view,
                        GError       **error)
{
  return keep_begun (CARE_CHECK_ROOM (view), error);
}

static void
care_check_room_dispose (GObject *object)
{
  CareCheckRoom *self = CARE_CHECK_ROOM (object);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  G_OBJECT_CLASS (care_check_room_parent_class)->dispose (object);
}

static void
care_check_room_class_init (CareCheckRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CareRoomViewClass *room_class = CARE_ROOM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_check_room_dispose;
  room_class->fill = care_check_room_fill;
  room_class->is_typing = care_check_room_is_typing;
  room_class->settle = care_check_room_settle;
  gtk_widget_class_install_action (widget_class, "check.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "check.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "check.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "check.decide-now", "s", decide_now_action);
  gtk_widget_class_install_action (widget_class, "check.consent", NULL, consent_action);
  _care_check_room_install_product (widget_class);
  _care_check_room_install_unkept (widget_class);
  gtk_widget_class_install_action (widget_class, "check.move", NULL, move_action);
}

static void
care_check_room_init (CareCheckRoom *self)
{
  self->cards = g_ptr_array_new ();
}

/**
 * care_check_room_set_session:
 * @self: a room
 * @session: the page's session, which another room may have changed something in
 */
void
care_check_room_set_session (CareCheckRoom       *self,
                             CareDecisionSession *session)
{
  g_return_if_fail (CARE_IS_CHECK_ROOM (self));
  g_return_if_fail (CARE_IS_DECISION_SESSION (session));

  g_set_object (&self->session, session);
  if (_care_check_room_get_reasons (self) == NULL)
    return;
  care_decision_session_reread (session);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}
