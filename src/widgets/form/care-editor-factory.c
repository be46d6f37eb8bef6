/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-date.h"
#include "widgets/form/care-editor-moment.h"
#include "widgets/form/care-editor-number.h"
#include "widgets/form/care-editor-recent.h"
#include "widgets/form/care-editor-slider.h"
#include "widgets/form/care-editor-staff.h"
#include "widgets/form/care-editor-text.h"
#include "widgets/form/care-editor-time.h"
#include "widgets/form/care-editor.h"

static GType
get_editor_type (const CareItem *item)
{
  switch (care_item_get_item_type (item))
    {
    case CARE_ITEM_DECIMAL:
    case CARE_ITEM_INTEGER:
      if (care_item_get_control (item) == CARE_CONTROL_SLIDER && care_editor_slider_can_show (item))
        return CARE_TYPE_EDITOR_SLIDER;
      return CARE_TYPE_EDITOR_NUMBER;
    case CARE_ITEM_QUANTITY:
      return CARE_TYPE_EDITOR_NUMBER;
    case CARE_ITEM_DATE:
      return CARE_TYPE_EDITOR_DATE;
    case CARE_ITEM_DATE_TIME:
      return care_item_is_recent_time (item) ? CARE_TYPE_EDITOR_RECENT : CARE_TYPE_EDITOR_MOMENT;
    case CARE_ITEM_TIME:
      return CARE_TYPE_EDITOR_TIME;
    case CARE_ITEM_STRING:
    case CARE_ITEM_TEXT:
    case CARE_ITEM_URL:
      return CARE_TYPE_EDITOR_TEXT;
    case CARE_ITEM_GROUP:
    case CARE_ITEM_DISPLAY:
    case CARE_ITEM_BOOLEAN:
    case CARE_ITEM_CHOICE:
    case CARE_ITEM_OPEN_CHOICE:
    case CARE_ITEM_ATTACHMENT:
    case CARE_ITEM_REFERENCE:
    default:
      return CARE_TYPE_EDITOR_STAFF;
    }
}

/**
 * care_editor_new_for_item:
 * @context: words, language, density
 * @item: a question that is answered by typing (choices and booleans are #CareChoice)
 *
 * Returns: (transfer floating): the editor for one answer of @item
 */
CareEditor *
care_editor_new_for_item (CareFormContext *context,
                          const CareItem  *item)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  return g_object_new (get_editor_type (item), "context", context, "item", item, NULL);
}
