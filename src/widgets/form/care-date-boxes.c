/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-date-boxes.h"

#include "widgets/form/care-digit-box.h"
#include "widgets/form/care-focus.h"
#include "widgets/form/care-label.h"

struct _CareDateBoxes
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  GtkWidget       *hint;
  GtkWidget       *row;
  GtkWidget       *day;
  GtkWidget       *month;
  GtkWidget       *year;
  GtkWidget       *echo;
  gboolean         year_only;
};

G_DEFINE_FINAL_TYPE (CareDateBoxes, care_date_boxes, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (GtkWidget *box)
{
  return care_digit_box_get_text (CARE_DIGIT_BOX (box));
}

/* Reads the date back in words, so that a mixed-up order is seen. */
static void
update_echo (CareDateBoxes *self)
{
  GDate date;
  g_autofree char *words = NULL;

  g_date_clear (&date, 1);
  if (!self->year_only && care_date_boxes_get_date (self, NULL, &date) == CARE_DATE_FINE)
    words = care_format_calendar_date (care_form_context_get_format (self->context), &date);

  gtk_label_set_text (GTK_LABEL (self->echo), words != NULL ? words : "");
}

static void
edited_cb (CareDateBoxes *self)
{
  update_echo (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static char *
make_example (CareDateOrder order)
{
  switch (order)
    {
    case CARE_DATE_ORDER_MDY:
      return g_strdup ("3 / 27 / 1958");
    case CARE_DATE_ORDER_YMD:
      return g_strdup ("1958 / 3 / 27");
    case CARE_DATE_ORDER_DMY:
    default:
      return g_strdup ("27 / 3 / 1958");
    }
}

static GtkWidget *
make_box (CareDateBoxes *self,
          const char    *key,
          guint          digits,
          int            early)
{
  GtkWidget *box = care_digit_box_new (self->context, care_form_context_word (self->context, key), digits);

  care_digit_box_set_early (CARE_DIGIT_BOX (box), early);
  g_signal_connect_swapped (box, "edited", G_CALLBACK (edited_cb), self);

  return box;
}

static void
append_in_order (CareDateBoxes *self,
                 CareDateOrder  order)
{
  GtkWidget *boxes[3] = { self->day, self->month, self->year };

  if (order == CARE_DATE_ORDER_MDY)
    {
      boxes[0] = self->month;
      boxes[1] = self->day;
    }
  else if (order == CARE_DATE_ORDER_YMD)
    {
      boxes[0] = self->year;
      boxes[2] = self->day;
    }

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      gtk_box_append (GTK_BOX (self->row), boxes[i]);
      if (i > 0)
        care_digit_box_set_next (CARE_DIGIT_BOX (boxes[i - 1]), CARE_DIGIT_BOX (boxes[i]));
    }
}

static gboolean
care_date_boxes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (care_date_boxes_get_focus (CARE_DATE_BOXES (widget), CARE_DATE_FINE));
}

static void
care_date_boxes_dispose (GObject *object)
{
  CareDateBoxes *self = CARE_DATE_BOXES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (care_date_boxes_parent_class)->dispose (object);
}

static void
care_date_boxes_class_init (CareDateBoxesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_date_boxes_dispose;
  widget_class->grab_focus = care_date_boxes_grab_focus;
  widget_class->focus = care_focus_move;

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_date_boxes_init (CareDateBoxes *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

/**
 * care_date_boxes_new:
 * @context: language and density; the order is the language's (word `date-order`)
 *
 * Returns: (transfer floating): three empty boxes
 */
GtkWidget *
care_date_boxes_new (CareFormContext *context)
{
  CareDateBoxes *self;
  CareDateOrder order;
  g_autofree char *digits = NULL;
  g_autofree char *example = NULL;
  g_autofree char *hint = NULL;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  self = g_object_new (CARE_TYPE_DATE_BOXES, NULL);
  self->context = g_object_ref (context);
  order = care_date_order_from_text (care_form_context_word (context, "date-order"));

  /* From right to left where the boxes stand so. */
  digits = make_example (order);
  example = g_strconcat (care_form_context_is_rtl (context) ? "\u200f" : "", digits, NULL);
  hint = care_format_fill (care_form_context_get_format (context),
                           care_form_context_word (context, "date-example"),
                           "example", example, NULL);
  self->hint = care_label_new (hint, "care-small");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->row, GTK_ALIGN_START);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  self->day = make_box (self, "day", 2, 3);
  self->month = make_box (self, "month", 2, 1);
  self->year = make_box (self, "year", 4, 0);
  append_in_order (self, order);

  self->echo = care_label_new (NULL, "care-echo");
  gtk_widget_set_parent (self->echo, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * care_date_boxes_set_year_only:
 * @self: the boxes
 * @year_only: whether the year alone is asked
 */
void
care_date_boxes_set_year_only (CareDateBoxes *self,
                               gboolean       year_only)
{
  g_return_if_fail (CARE_IS_DATE_BOXES (self));

  self->year_only = year_only;
  gtk_widget_set_visible (self->day, !year_only);
  gtk_widget_set_visible (self->month, !year_only);
  gtk_widget_set_visible (self->hint, !year_only);
}

/**
 * care_date_boxes_get_date:
 * @self: the boxes
 * @latest: (nullable): the last day that makes sense
 * @out: (out): the date, 1 January where only a year is asked; set only when fine
 *
 * Returns: what is wrong with what is typed
 */
CareDateFault
care_date_boxes_get_date (CareDateBoxes *self,
                          const GDate   *latest,
                          GDate         *out)
{
  g_return_val_if_fail (CARE_IS_DATE_BOXES (self), CARE_DATE_EMPTY);

  if (self->year_only)
    {
      if (*get_text (self->year) == '\0')
        return CARE_DATE_EMPTY;
      return care_date_digits_check ("1", "1", get_text (self->year), latest, out);
    }

  return care_date_digits_check (get_text (self->day), get_text (self->month), get_text (self->year), latest, out);
}

/**
 * care_date_boxes_set_date:
 * @self: the boxes
 * @date: (nullable): what to show, %NULL for nothing
 */
void
care_date_boxes_set_date (CareDateBoxes *self,
                          const GDate   *date)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (CARE_IS_DATE_BOXES (self));

  if (date != NULL)
    typed = g_strdup_printf ("%d|%d|%04d", g_date_get_day (date), g_date_get_month (date), g_date_get_year (date));
  care_date_boxes_set_typed (self, typed != NULL ? typed : "||");
}

/**
 * care_date_boxes_dup_typed:
 * @self: the boxes
 *
 * Returns: (transfer full) (nullable): day, month and year as typed
 */
char *
care_date_boxes_dup_typed (CareDateBoxes *self)
{
  g_return_val_if_fail (CARE_IS_DATE_BOXES (self), NULL);

  if (*get_text (self->day) == '\0' && *get_text (self->month) == '\0' && *get_text (self->year) == '\0')
    return NULL;

  return g_strjoin ("|", get_text (self->day), get_text (self->month), get_text (self->year), NULL);
}

/**
 * care_date_boxes_set_typed:
 * @self: the boxes
 * @typed: what care_date_boxes_dup_typed() answered
 */
void
care_date_boxes_set_typed (CareDateBoxes *self,
                           const char    *typed)
{
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (CARE_IS_DATE_BOXES (self));
  g_return_if_fail (typed != NULL);

  parts = g_strsplit (typed, "|", 3);
  if (g_strv_length (parts) != 3)
    return;
  care_digit_box_set_text (CARE_DIGIT_BOX (self->day), parts[0]);
  care_digit_box_set_text (CARE_DIGIT_BOX (self->month), parts[1]);
  care_digit_box_set_text (CARE_DIGIT_BOX (self->year), parts[2]);
}

/**
 * care_date_boxes_get_focus:
 * @self: the boxes
 * @fault: what is wrong
 *
 * Returns: (transfer none): the entry to mend it in
 */
GtkWidget *
care_date_boxes_get_focus (CareDateBoxes *self,
                           CareDateFault  fault)
{
  GtkWidget *box;

  g_return_val_if_fail (CARE_IS_DATE_BOXES (self), NULL);

  switch (fault)
    {
    case CARE_DATE_NO_DAY:
    case CARE_DATE_DAY:
    case CARE_DATE_DAY_OF_MONTH:
      box = self->day;
      break;
    case CARE_DATE_NO_MONTH:
    case CARE_DATE_MONTH:
    case CARE_DATE_SWAPPED:
      box = self->month;
      break;
    case CARE_DATE_NO_YEAR:
    case CARE_DATE_YEAR_SHORT:
    case CARE_DATE_YEAR_LONG:
    case CARE_DATE_YEAR:
    case CARE_DATE_FUTURE:
    case CARE_DATE_PAST:
      box = self->year;
      break;
    case CARE_DATE_FINE:
    case CARE_DATE_EMPTY:
    case CARE_DATE_NOT_DIGITS:
    default:
      box = self->year_only ? self->year : gtk_widget_get_first_child (self->row);
      break;
    }

  return care_digit_box_get_entry (CARE_DIGIT_BOX (box));
}

/**
 * care_date_boxes_dup_fault:
 * @self: the boxes
 * @fault: what is wrong
 *
 * Returns: (transfer full) (nullable): the words for it, with the example's order
 */
char *
care_date_boxes_dup_fault (CareDateBoxes *self,
                           CareDateFault  fault)
{
  const char *key = care_date_fault_get_word_key (fault);
  CareDateOrder order;
  g_autofree char *example = NULL;

  g_return_val_if_fail (CARE_IS_DATE_BOXES (self), NULL);

  if (key == NULL)
    return NULL;
  order = care_date_order_from_text (care_form_context_word (self->context, "date-order"));
  example = make_example (order);

  return care_format_fill (care_form_context_get_format (self->context),
                           care_form_context_word (self->context, key),
                           "day", get_text (self->day),
                           "month", get_text (self->month),
                           "example", example,
                           NULL);
}
