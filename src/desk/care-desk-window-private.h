/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/care-desk-window.h"
#include "desk/care-home.h"
#include "desk/frame/care-places.h"

G_BEGIN_DECLS

struct _CareDeskWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toasts;
  AdwHeaderBar    *header;
  GtkWidget       *back;
  GtkWidget       *happened;
  GtkWidget       *happened_label;
  GtkWidget       *lock;
  GtkWidget       *search;
  GtkWidget       *menu_button;
  GtkWidget       *titles;
  GtkWidget       *title_box;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  AdwViewSwitcher *switcher;
  GtkRevealer     *notice_revealer;
  GtkLabel        *notice_label;
  GtkWidget       *notice_close;
  GtkWidget       *standing_notice;
  GtkLabel        *standing_label;
  GtkWidget       *sides;
  AdwBin          *door;
  AdwBin          *inside;

  /* Built when first needed */
  CarePlaces      *places;
  CareHome        *home;

  /* Owned */
  CareDesk        *desk;
  gboolean         narrow;
  gboolean         closing;
  gboolean         unsettled;
  guint            narrow_source;
  guint            minute_source;
  guint            focus_source;
  guint            opening_source;
  guint            close_source;
  gulong           busy_handler;
  GtkWidget       *close_dialog; /* (nullable): not owned */
  guint            inside_source;
  gint64           touched;
};

/* care-desk-window-actions.c */
void      _care_desk_window_install_actions (GtkWidgetClass *widget_class);
/* care-desk-window-undo.c */
void      _care_desk_window_install_undo    (GtkWidgetClass *widget_class);
void      _care_desk_window_install_forms   (GtkWidgetClass *widget_class);
void      _care_desk_window_install_printer (GtkWidgetClass *widget_class);
/* care-desk-window-close.c */
gboolean  _care_desk_window_close_request   (GtkWindow      *window);
void      _care_desk_window_stay            (CareDeskWindow *self);
/* care-desk-window.c */
void      _care_desk_window_enter           (CareDeskWindow *self);
void      _care_desk_window_cover           (CareDeskWindow *self);
void      _care_desk_window_show_place      (CareDeskWindow *self,
                                             const char     *name);
gboolean  _care_desk_window_settle          (CareDeskWindow *self,
                                             GError        **error);
void      _care_desk_window_show_header     (CareDeskWindow *self);

G_END_DECLS
