/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-print-words.h"

#include <glib/gi18n.h>

/**
 * care_print_words_get_tone:
 * @printer: what prints a sheet
 *
 * Returns: how loud it is said what becomes of it
 */
CareTone
care_print_words_get_tone (CareSheetPrinter *printer)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (printer), CARE_TONE_QUIET);

  switch (care_sheet_printer_get_state (printer))
    {
    case CARE_PRINT_STATE_DONE:
      return CARE_TONE_GOOD;
    case CARE_PRINT_STATE_FAILED:
    case CARE_PRINT_STATE_LOST:
      return CARE_TONE_STOP;
    case CARE_PRINT_STATE_STOPPED:
      return CARE_TONE_DECIDE;
    case CARE_PRINT_STATE_IDLE:
      return CARE_TONE_QUIET;
    case CARE_PRINT_STATE_LOOKING:
    case CARE_PRINT_STATE_SENDING:
    case CARE_PRINT_STATE_WAITING:
    case CARE_PRINT_STATE_PRINTING:
    default:
      return CARE_TONE_WAITING;
    }
}

/**
 * care_print_words_get_short:
 * @printer: what prints a sheet
 *
 * Returns: (nullable): what becomes of it in a few words; the whole sentence is the printer's status
 */
const char *
care_print_words_get_short (CareSheetPrinter *printer)
{
  g_return_val_if_fail (CARE_IS_SHEET_PRINTER (printer), NULL);

  switch (care_sheet_printer_get_state (printer))
    {
    case CARE_PRINT_STATE_WAITING:
      return _("Sheet waits at the printer");
    case CARE_PRINT_STATE_STOPPED:
      return care_sheet_printer_is_out_of_paper (printer) ? _("Sheet waits: no paper") : _("Sheet waits: printer stopped");
    case CARE_PRINT_STATE_PRINTING:
      return _("Sheet is printing");
    case CARE_PRINT_STATE_DONE:
      return _("Sheet printed");
    case CARE_PRINT_STATE_FAILED:
      return _("Sheet not printed");
    case CARE_PRINT_STATE_LOST:
      return _("Sheet lost at the printer");
    case CARE_PRINT_STATE_IDLE:
    case CARE_PRINT_STATE_LOOKING:
    case CARE_PRINT_STATE_SENDING:
    default:
      return NULL;
    }
}

/**
 * care_print_words_get_printer:
 * @report: what the print system says of a printer
 * @tone: (out): how loud it is said
 *
 * Returns: its state in a few words
 */
const char *
care_print_words_get_printer (const CarePrintReport *report,
                              CareTone              *tone)
{
  g_return_val_if_fail (report != NULL, "");
  g_return_val_if_fail (tone != NULL, "");

  *tone = CARE_TONE_DECIDE;
  if (!report->known || !report->accepting || report->offline)
    *tone = CARE_TONE_STOP;
  if (!report->known)
    return _("Not there");
  if (!report->accepting)
    return _("Takes no sheets");
  if (report->offline)
    return _("Off or not connected");
  if (report->out_of_paper)
    return _("Out of paper");
  if (report->stopped)
    return _("Stopped");
  if (report->wrong != NULL)
    return _("Needs a hand");
  if (report->connecting)
    return _("Does not answer yet");

  *tone = CARE_TONE_GOOD;
  return _("Ready");
}
