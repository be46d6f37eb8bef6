/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-pages.h"

#include "widgets/form/care-form-page.h"
#include "widgets/form/care-wrap-layout.h"

struct _CareFormPages
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  CareFormSteps   *steps;
};

G_DEFINE_FINAL_TYPE (CareFormPages, care_form_pages, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
answered_cb (CareFormPages *self,
             CareNode      *node)
{
  g_signal_emit (self, signals[ANSWERED], 0, node);
}

static GtkWidget *
insert_page (CareFormPages *self,
             guint          index,
             GtkWidget     *before)
{
  GtkWidget *page = care_form_page_new (self->context, self->steps, care_form_steps_get (self->steps, index));

  g_signal_connect_swapped (page, "answered", G_CALLBACK (answered_cb), self);
  gtk_widget_insert_after (page, GTK_WIDGET (self), before);

  return page;
}

/* Screens of one group that stand below each other have its heading once. */
static void
update_headings (CareFormPages *self)
{
  const CareItem *above = NULL;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      const CareItem *heading = care_form_step_get_heading (care_form_page_get_step (CARE_FORM_PAGE (page)));

      care_form_page_show_heading (CARE_FORM_PAGE (page), heading != above);
      above = heading;
    }
}

static void
empty (CareFormPages *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
care_form_pages_dispose (GObject *object)
{
  CareFormPages *self = CARE_FORM_PAGES (object);

  empty (self);
  g_clear_object (&self->context);
  g_clear_object (&self->steps);

  G_OBJECT_CLASS (care_form_pages_parent_class)->dispose (object);
}

static void
care_form_pages_class_init (CareFormPagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_form_pages_dispose;

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CARE_TYPE_NODE);

  gtk_widget_class_set_css_name (widget_class, "formpages");
}

static void
care_form_pages_init (CareFormPages *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), care_wrap_layout_new_column (36));
}

/**
 * care_form_pages_draw:
 * @self: the pages
 * @context: words, language, density
 * @steps: the form's screens
 * @first: the first one to draw
 * @n_pages: how many
 *
 * Draws these and nothing else.
 */
void
care_form_pages_draw (CareFormPages   *self,
                      CareFormContext *context,
                      CareFormSteps   *steps,
                      guint            first,
                      guint            n_pages)
{
  GtkWidget *before = NULL;

  g_return_if_fail (CARE_IS_FORM_PAGES (self));
  g_return_if_fail (CARE_IS_FORM_CONTEXT (context));
  g_return_if_fail (CARE_IS_FORM_STEPS (steps));

  g_set_object (&self->context, context);
  g_set_object (&self->steps, steps);
  empty (self);
  gtk_widget_set_direction (GTK_WIDGET (self), care_form_context_is_rtl (context) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  for (guint i = 0; i < n_pages; i++)
    before = insert_page (self, first + i, before);
  update_headings (self);
}

/**
 * care_form_pages_splice:
 * @self: the pages, all of them drawn
 * @position: where the steps changed
 * @removed: how many went
 * @added: how many came
 */
void
care_form_pages_splice (CareFormPages *self,
                        guint          position,
                        guint          removed,
                        guint          added)
{
  GtkWidget *before = NULL;
  GtkWidget *at;

  g_return_if_fail (CARE_IS_FORM_PAGES (self));

  at = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < position && at != NULL; i++)
    {
      before = at;
      at = gtk_widget_get_next_sibling (at);
    }
  for (guint i = 0; i < removed && at != NULL; i++)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (at);

      gtk_widget_unparent (at);
      at = next;
    }
  for (guint i = 0; i < added; i++)
    before = insert_page (self, position + i, before);
  update_headings (self);
}

/**
 * care_form_pages_check:
 * @self: the pages
 *
 * Returns: whether nothing that is drawn is wrong
 */
gboolean
care_form_pages_check (CareFormPages *self)
{
  CareFormPage *wrong = NULL;

  g_return_val_if_fail (CARE_IS_FORM_PAGES (self), FALSE);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      if (!care_form_page_check (CARE_FORM_PAGE (page)) && wrong == NULL)
        wrong = CARE_FORM_PAGE (page);
    }
  if (wrong != NULL)
    care_form_page_focus_problem (wrong);

  return wrong == NULL;
}

/**
 * care_form_pages_focus_first:
 * @self: the pages
 *
 * Returns: whether the first question took the focus
 */
gboolean
care_form_pages_focus_first (CareFormPages *self)
{
  GtkWidget *page;

  g_return_val_if_fail (CARE_IS_FORM_PAGES (self), FALSE);

  page = gtk_widget_get_first_child (GTK_WIDGET (self));

  return page != NULL && care_form_page_focus_first (CARE_FORM_PAGE (page));
}

/**
 * care_form_pages_focus_node:
 * @self: the pages
 * @node: a question
 *
 * Returns: whether it is drawn and took the focus
 */
gboolean
care_form_pages_focus_node (CareFormPages *self,
                            CareNode      *node)
{
  g_return_val_if_fail (CARE_IS_FORM_PAGES (self), FALSE);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      if (care_form_page_focus_node (CARE_FORM_PAGE (page), node))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_form_pages_say:
 * @self: the pages
 * @node: a question
 * @words: what is wrong with its answer
 *
 * Returns: whether it is drawn; it says so and has the focus
 */
gboolean
care_form_pages_say (CareFormPages *self,
                     CareNode      *node,
                     const char    *words)
{
  g_return_val_if_fail (CARE_IS_FORM_PAGES (self), FALSE);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      if (care_form_page_say (CARE_FORM_PAGE (page), node, words))
        return TRUE;
    }

  return FALSE;
}
