/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "patient/care-chime.h"
#include "patient/care-patient-idle.h"
#include "patient/care-patient-keyboard.h"
#include "patient/care-patient-window.h"

G_BEGIN_DECLS

/* What lies over the page; the page below stays as it is. */
typedef enum
{
  CARE_NOTICE_NONE,
  CARE_NOTICE_HELP,
  CARE_NOTICE_BORROW,
  CARE_NOTICE_IDLE,
  CARE_NOTICE_FAILED,
  CARE_NOTICE_LANGUAGE,
  CARE_NOTICE_LEAVING,
} CareNotice;

enum
{
  CARE_SHAPE_NARROW = 1 << 0,
  CARE_SHAPE_SHORT = 1 << 1,
  CARE_SHAPE_WIDE = 1 << 2,
  CARE_SHAPE_LOW = 1 << 3,   /* high enough for four rows of digits, but not below large letters */
};

struct _CarePatientWindow
{
  AdwApplicationWindow parent_instance;

  CarePatientSession  *session;
  CarePatientFlow     *flow;
  CarePatientIdle     *idle;
  CareChime           *chime;
  CareNotice           over;
  guint                settling;
  guint                shape;
  guint                shaping;
  guint                scrolling;
  gboolean             scroll_again; /* when the page has its new height */
  gboolean             next_waits;
  gboolean             leaving;
  gboolean             has_keys;
  gboolean             painted;
  gint64               woken_at;
  GtkWidget           *before;       /* weak: what had the focus below what is laid over the page */

  /* template */
  GtkWidget           *awake;
  GtkLabel            *practice;
  GtkButton           *staff;
  GtkProgressBar      *progress;
  GtkWidget           *header;
  GtkLabel            *place;
  GtkLabel            *saved;
  GtkButton           *size;
  GtkButton           *language;
  GtkScrolledWindow   *scroller;
  AdwClamp            *clamp;
  GtkWidget           *layers;
  AdwBin              *page;
  AdwBin              *notice;
  GtkButton           *more;
  GtkRevealer         *keys;
  CarePatientKeyboard *keyboard;
  GtkWidget           *nav;
  GtkButton           *back;
  GtkButton           *ask;
  GtkButton           *next;
  GtkButton           *blank;
};

CareFormContext *_care_patient_window_get_context (CarePatientWindow *self);

/* care-patient-window-pages.c */
void             _care_patient_window_draw_page   (CarePatientWindow *self);
void             _care_patient_window_set_notice  (CarePatientWindow *self,
                                                   CareNotice         over);
void             _care_patient_window_focus_page  (CarePatientWindow *self);
gboolean         _care_patient_window_check       (CarePatientWindow *self);

/* care-patient-window-keys.c */
void             _care_patient_window_init_keys   (CarePatientWindow *self);
void             _care_patient_window_update_keys (CarePatientWindow *self);

/* care-patient-window-scroll.c */
void             _care_patient_window_scroll_to_focus (CarePatientWindow *self);

/* care-patient-window-actions.c */
void             _care_patient_window_install_actions (GtkWidgetClass *widget_class);

/* care-patient-window-update.c */
void             _care_patient_window_update       (CarePatientWindow *self);
void             _care_patient_window_update_saved (CarePatientWindow *self);

/* care-patient-window.c */
void             _care_patient_window_set_language (CarePatientWindow *self,
                                                    const char        *language);
void             _care_patient_window_set_size     (CarePatientWindow *self,
                                                    int                size);
void             _care_patient_window_settle       (CarePatientWindow *self);
void             _care_patient_window_begin        (CarePatientWindow *self);
void             _care_patient_window_leave        (CarePatientWindow *self);
/* What has the focus, and what is said to be wrong with it, comes into sight when everything has its place. */
void             _care_patient_window_queue_scroll (CarePatientWindow *self);

G_END_DECLS
