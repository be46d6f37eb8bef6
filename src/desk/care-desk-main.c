/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "base/care-memory.h"
#include "desk/care-desk-application.h"
#include "keeper/care-keeper-wire.h"

int
main (int   argc,
      char *argv[])
{
  int keeper = care_keeper_wire_adopt ();

  care_memory_keep_freed ();
  setlocale (LC_ALL, "");
  const char *locale_dir = g_getenv ("AFTERCARE_LOCALE");

  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : CARE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_autoptr (CareDeskApplication) application = care_desk_application_new (keeper);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
