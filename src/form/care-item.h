/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-option.h"

G_BEGIN_DECLS

/**
 * CareItem:
 *
 * One item of a questionnaire. Lives as long as its questionnaire. Items are
 * numbered in the form's order (depth first), which is also reading order.
 */
typedef struct _CareItem CareItem;

/** The item types of FHIR R4, Questionnaire.item.type. */
typedef enum
{
  CARE_ITEM_GROUP,
  CARE_ITEM_DISPLAY,
  CARE_ITEM_BOOLEAN,
  CARE_ITEM_DECIMAL,
  CARE_ITEM_INTEGER,
  CARE_ITEM_DATE,
  CARE_ITEM_DATE_TIME,
  CARE_ITEM_TIME,
  CARE_ITEM_STRING,
  CARE_ITEM_TEXT,
  CARE_ITEM_URL,
  CARE_ITEM_CHOICE,
  CARE_ITEM_OPEN_CHOICE,
  CARE_ITEM_ATTACHMENT,
  CARE_ITEM_REFERENCE,
  CARE_ITEM_QUANTITY,
} CareItemType;

/** questionnaire-itemControl, codes of http://hl7.org/fhir/questionnaire-item-control. */
typedef enum
{
  CARE_CONTROL_NONE,
  /* questions */
  CARE_CONTROL_CHECK_BOX,
  CARE_CONTROL_RADIO_BUTTON,
  CARE_CONTROL_DROP_DOWN,
  CARE_CONTROL_AUTOCOMPLETE,
  CARE_CONTROL_LOOKUP,
  CARE_CONTROL_SLIDER,
  CARE_CONTROL_SPINNER,
  CARE_CONTROL_TEXT_BOX,
  CARE_CONTROL_TEXT_AREA,
  /* groups */
  CARE_CONTROL_PAGE,
  CARE_CONTROL_HEADER,
  CARE_CONTROL_FOOTER,
  CARE_CONTROL_LIST,
  CARE_CONTROL_TABLE,
  CARE_CONTROL_HTABLE,
  CARE_CONTROL_GTABLE,
  CARE_CONTROL_ATABLE,
  CARE_CONTROL_GRID,
  CARE_CONTROL_TAB_CONTAINER,
  /* display */
  CARE_CONTROL_INLINE,
  CARE_CONTROL_PROMPT,
  CARE_CONTROL_UNIT,
  CARE_CONTROL_LOWER,
  CARE_CONTROL_UPPER,
  CARE_CONTROL_FLYOVER,
  CARE_CONTROL_HELP,
  CARE_CONTROL_OTHER,
} CareItemControl;

typedef enum
{
  CARE_ORIENTATION_NONE,
  CARE_ORIENTATION_HORIZONTAL,
  CARE_ORIENTATION_VERTICAL,
} CareOrientation;

/** questionnaire-displayCategory. */
typedef enum
{
  CARE_CATEGORY_NONE,
  CARE_CATEGORY_INSTRUCTIONS,
  CARE_CATEGORY_SECURITY,
  CARE_CATEGORY_HELP,
} CareDisplayCategory;

/** questionnaire-usageMode. */
typedef enum
{
  CARE_USAGE_CAPTURE_DISPLAY,
  CARE_USAGE_CAPTURE,
  CARE_USAGE_DISPLAY,
  CARE_USAGE_DISPLAY_NON_EMPTY,
  CARE_USAGE_CAPTURE_DISPLAY_NON_EMPTY,
} CareUsageMode;

const char          *care_item_get_link_id        (const CareItem *self);
CareItemType         care_item_get_item_type      (const CareItem *self);
/* A question can have an answer: neither a group nor a display. */
gboolean             care_item_is_question        (const CareItem *self);
const CareItem      *care_item_get_parent         (const CareItem *self);
guint                care_item_get_depth          (const CareItem *self);
guint                care_item_get_n_children     (const CareItem *self);
const CareItem      *care_item_get_child          (const CareItem *self,
                                                   guint           index);

/* words; NULL where the form has none. @language NULL: the form's own */
const char          *care_item_get_text           (const CareItem *self,
                                                   const char     *language);
const char          *care_item_get_prefix         (const CareItem *self,
                                                   const char     *language);
const char          *care_item_get_short_text     (const CareItem *self,
                                                   const char     *language);
/* Texts of display children that are drawn with the item: help, flyover (a short hint), unit, lower and upper end of
 * a slider, and the entryFormat ("nnn-nnn"). Such children need no widget: see care_item_is_merged(). */
const char          *care_item_get_help           (const CareItem *self,
                                                   const char     *language);
const char          *care_item_get_flyover        (const CareItem *self,
                                                   const char     *language);
const char          *care_item_get_unit_text      (const CareItem *self,
                                                   const char     *language);
const char          *care_item_get_lower_text     (const CareItem *self,
                                                   const char     *language);
const char          *care_item_get_upper_text     (const CareItem *self,
                                                   const char     *language);
const char          *care_item_get_entry_format   (const CareItem *self,
                                                   const char     *language);
/* The words beside the free text of an open-choice. */
const char          *care_item_get_open_label     (const CareItem *self,
                                                   const char     *language);
/* FALSE where question, help or choices are shown in another language than @language, which @other tells ("und": not said). */
gboolean             care_item_speaks             (const CareItem *self,
                                                   const char     *language,
                                                   const char    **other);
/* This display is drawn with its parent (help, flyover, unit, lower, upper). */
gboolean             care_item_is_merged          (const CareItem *self);

/* codes */
guint                care_item_get_n_codes        (const CareItem *self);
CareValue           *care_item_get_code           (const CareItem *self,
                                                   guint           index);
gboolean             care_item_has_code           (const CareItem *self,
                                                   const char     *system,
                                                   const char     *code);

/* behaviour */
gboolean             care_item_is_required        (const CareItem *self);
gboolean             care_item_is_read_only       (const CareItem *self);
gboolean             care_item_is_hidden          (const CareItem *self);
gboolean             care_item_repeats            (const CareItem *self);
CareItemControl      care_item_get_control        (const CareItem *self);
CareOrientation      care_item_get_orientation    (const CareItem *self);
CareDisplayCategory  care_item_get_category       (const CareItem *self);
CareUsageMode        care_item_get_usage_mode     (const CareItem *self);
gboolean             care_item_needs_signature    (const CareItem *self);
/* There is a web page about it, which staff can open. */
gboolean             care_item_has_support_link   (const CareItem *self);

/* Nothing that can be answered on a screen: a file, a reference, a choice whose answers are not in the form. */
gboolean             care_item_is_for_staff       (const CareItem *self);
/* Our own extensions: offers "I'm not sure" and "I'd rather tell staff"; is a moment looked back at (chips). */
gboolean             care_item_offers_not_sure    (const CareItem *self);
gboolean             care_item_offers_tell_staff  (const CareItem *self);
gboolean             care_item_is_recent_time     (const CareItem *self);

/* limits; 0 and NULL where there is none */
guint                care_item_get_min_length     (const CareItem *self);
guint                care_item_get_max_length     (const CareItem *self);
guint                care_item_get_min_occurs     (const CareItem *self);
guint                care_item_get_max_occurs     (const CareItem *self);
/* -1 where there is none */
int                  care_item_get_max_decimals   (const CareItem *self);
CareValue           *care_item_get_min_value      (const CareItem *self);
CareValue           *care_item_get_max_value      (const CareItem *self);
const char          *care_item_get_regex          (const CareItem *self);
/* 0 where there is none */
double               care_item_get_slider_step    (const CareItem *self);

/* choices: answerOption or contained ValueSet */
guint                care_item_get_n_options      (const CareItem *self);
const CareOption    *care_item_get_option         (const CareItem *self,
                                                   guint           index);
const CareOption    *care_item_find_option        (const CareItem *self,
                                                   CareValue      *value);
/* A ValueSet that is not in the form, so that its choices cannot be shown; else NULL. */
const char          *care_item_get_missing_choices (const CareItem *self);
/* Units a quantity may be given in (unit, unitOption), codings. */
guint                care_item_get_n_units        (const CareItem *self);
CareValue           *care_item_get_unit           (const CareItem *self,
                                                   guint           index);
const char          *care_item_get_unit_display   (const CareItem *self,
                                                   guint           index,
                                                   const char     *language);
guint                care_item_get_n_initial      (const CareItem *self);
CareValue           *care_item_get_initial        (const CareItem *self,
                                                   guint           index);

/* "open-choice" and so on, as FHIR writes it. */
const char          *care_item_type_to_string     (CareItemType    type);

G_END_DECLS
