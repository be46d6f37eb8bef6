/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-sheet-preview.h"

#include "config.h"

#include <glib/gi18n.h>

#include "widgets/sheet/care-sheet-paper.h"

#define RESOURCES "/org/aftercare/Aftercare/widgets/sheet/"
#define LEAST     0.25
#define MOST      4.0
#define STEP      1.25

struct _CareSheetPreview
{
  GtkWidget       parent_instance;

  GtkWidget      *scroller;
  GtkBox         *box;
  GtkWidget      *tools;

  CareSheetPages *pages;
  double          zoom;
  double          pinch; /* zoom when two fingers came down */
};

enum
{
  PROP_PAGES = 1,
  PROP_ZOOM,
};

G_DEFINE_FINAL_TYPE (CareSheetPreview, care_sheet_preview, GTK_TYPE_WIDGET)

/* The zoom that is seen, also while the width is fitted. */
static double
seen_zoom (CareSheetPreview *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  double width, height;

  if (self->zoom > 0 || page == NULL || gtk_widget_get_width (page) == 0)
    return self->zoom > 0 ? self->zoom : 1;

  care_sheet_pages_get_size (self->pages, &width, &height);

  return gtk_widget_get_width (page) / (width * 96 / 72);
}

static void
zoom_in (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CareSheetPreview *self = CARE_SHEET_PREVIEW (widget);

  care_sheet_preview_set_zoom (self, seen_zoom (self) * STEP);
}

static void
zoom_out (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CareSheetPreview *self = CARE_SHEET_PREVIEW (widget);

  care_sheet_preview_set_zoom (self, seen_zoom (self) / STEP);
}

static void
zoom_fit (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  care_sheet_preview_set_zoom (CARE_SHEET_PREVIEW (widget), 0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           CareSheetPreview         *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || (dy > -0.001 && dy < 0.001))
    return GDK_EVENT_PROPAGATE;

  care_sheet_preview_set_zoom (self, dy < 0 ? seen_zoom (self) * STEP : seen_zoom (self) / STEP);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                CareSheetPreview *self)
{
  self->pinch = seen_zoom (self);
}

static void
pinch_cb (GtkGestureZoom   *gesture,
          double            scale,
          CareSheetPreview *self)
{
  care_sheet_preview_set_zoom (self, self->pinch * scale);
}

static void
care_sheet_preview_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CareSheetPreview *self = CARE_SHEET_PREVIEW (object);

  switch (property)
    {
    case PROP_PAGES:
      g_value_set_object (value, self->pages);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
      break;
    }
}

static void
care_sheet_preview_set_property (GObject      *object,
                                 guint         property,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CareSheetPreview *self = CARE_SHEET_PREVIEW (object);

  switch (property)
    {
    case PROP_PAGES:
      care_sheet_preview_set_pages (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      care_sheet_preview_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
      break;
    }
}

static void
care_sheet_preview_dispose (GObject *object)
{
  CareSheetPreview *self = CARE_SHEET_PREVIEW (object);

  g_clear_object (&self->pages);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_SHEET_PREVIEW);

  G_OBJECT_CLASS (care_sheet_preview_parent_class)->dispose (object);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-fit", NULL, zoom_fit);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "sheet.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "sheet.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "sheet.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "sheet.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "sheet.zoom-fit", NULL);
}

static void
care_sheet_preview_class_init (CareSheetPreviewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = care_sheet_preview_get_property;
  object_class->set_property = care_sheet_preview_set_property;
  object_class->dispose = care_sheet_preview_dispose;

  g_object_class_install_property (object_class, PROP_PAGES,
                                   g_param_spec_object ("pages", NULL, NULL, CARE_TYPE_SHEET_PAGES, flags));
  g_object_class_install_property (object_class, PROP_ZOOM,
                                   g_param_spec_double ("zoom", NULL, NULL, 0, MOST, 0, flags));

  add_shortcuts (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "care-sheet-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CareSheetPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, CareSheetPreview, box);
  gtk_widget_class_bind_template_child (widget_class, CareSheetPreview, tools);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_widget_class_set_css_name (widget_class, "sheetpreview");
}

/* Once for a display, however many previews it shows. */
static void
add_style (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) css = NULL;

  if (g_object_get_data (G_OBJECT (display), "care-sheet-style") != NULL)
    return;

  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, RESOURCES "sheet.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data (G_OBJECT (display), "care-sheet-style", css);
}

static void
care_sheet_preview_init (CareSheetPreview *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (self->scroller, scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (pinch));

  add_style (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * care_sheet_preview_new:
 *
 * Returns: (transfer floating): a preview without pages
 */
CareSheetPreview *
care_sheet_preview_new (void)
{
  return g_object_new (CARE_TYPE_SHEET_PREVIEW, NULL);
}

/**
 * care_sheet_preview_set_pages:
 * @self: a preview
 * @pages: (nullable): what to show
 *
 * Shows other pages. Whoever cannot see them is told the sheet's words.
 */
void
care_sheet_preview_set_pages (CareSheetPreview *self,
                              CareSheetPages   *pages)
{
  GtkWidget *child;

  g_return_if_fail (CARE_IS_SHEET_PREVIEW (self));
  g_return_if_fail (pages == NULL || CARE_IS_SHEET_PAGES (pages));

  if (!g_set_object (&self->pages, pages))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  if (pages != NULL)
    {
      g_autofree char *text = care_sheet_to_text (care_sheet_pages_get_sheet (pages));

      for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
        {
          CareSheetPaper *paper = care_sheet_paper_new (pages, i);

          care_sheet_paper_set_zoom (paper, self->zoom);
          gtk_box_append (self->box, GTK_WIDGET (paper));
        }
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, care_sheet_get_title (care_sheet_pages_get_sheet (pages)),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
    }
  gtk_widget_set_visible (self->tools, pages != NULL);
  g_object_notify (G_OBJECT (self), "pages");
}

/**
 * care_sheet_preview_get_pages:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CareSheetPages *
care_sheet_preview_get_pages (CareSheetPreview *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PREVIEW (self), NULL);

  return self->pages;
}

/**
 * care_sheet_preview_set_zoom:
 * @self: a preview
 * @zoom: 0 fits the width, 1 is the paper's own size; others are kept within bounds
 *
 * Sets how large the pages are shown.
 */
void
care_sheet_preview_set_zoom (CareSheetPreview *self,
                             double            zoom)
{
  g_return_if_fail (CARE_IS_SHEET_PREVIEW (self));

  if (zoom > 0)
    zoom = CLAMP (zoom, LEAST, MOST);
  else
    zoom = 0;
  if (ABS (zoom - self->zoom) < 0.0001)
    return;

  self->zoom = zoom;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    care_sheet_paper_set_zoom (CARE_SHEET_PAPER (child), zoom);
  g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * care_sheet_preview_get_zoom:
 * @self: a preview
 *
 * Returns: the zoom, 0 while the width is fitted
 */
double
care_sheet_preview_get_zoom (CareSheetPreview *self)
{
  g_return_val_if_fail (CARE_IS_SHEET_PREVIEW (self), 0);

  return self->zoom;
}
