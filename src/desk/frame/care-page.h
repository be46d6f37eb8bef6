/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CarePage:
 *
 * A page of the desk's window. Properties: "desk" (what it works with), "title",
 * "subtitle" (what the header bar says).
 */
#define CARE_TYPE_PAGE (care_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CarePage, care_page, CARE, PAGE, AdwBin)

/**
 * CarePageClass:
 * @refresh: time has passed or something changed: show what stands now
 * @settle: keep what was typed, or say what is missing (before hand-over, lock and closing)
 * @holds: whether something was typed that is kept nowhere else: a lock covers the page and leaves it as it is
 * @search: the search key was pressed; TRUE when the page has a search of its own
 * @print: the print key was pressed; TRUE when the page has something to print
 */
struct _CarePageClass
{
  AdwBinClass parent_class;

  void     (*refresh) (CarePage  *self);
  gboolean (*settle)  (CarePage  *self,
                       GError   **error);
  gboolean (*holds)   (CarePage  *self);
  gboolean (*search)  (CarePage  *self);
  gboolean (*print)   (CarePage  *self);
};

CareDesk   *care_page_get_desk     (CarePage    *self);
CareClinic *care_page_get_clinic   (CarePage    *self);
const char *care_page_get_title    (CarePage    *self);
void        care_page_set_title    (CarePage    *self,
                                    const char  *title);
const char *care_page_get_subtitle (CarePage    *self);
void        care_page_set_subtitle (CarePage    *self,
                                    const char  *subtitle);
void        care_page_refresh      (CarePage    *self);
gboolean    care_page_settle       (CarePage    *self,
                                    GError     **error);
gboolean    care_page_holds        (CarePage    *self);
gboolean    care_page_search       (CarePage    *self);
gboolean    care_page_print        (CarePage    *self);
void        care_page_read_ahead   (CarePage    *self,
                                    CareVisit   *visit);
/* (transfer none) */
GtkBox     *care_page_add_column   (CarePage    *self,
                                    int          width);

G_END_DECLS
