#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Breaks each rule of build-aux/check in a small house of its own, and expects it to be found there and nowhere else."""

import importlib.machinery
import importlib.util
import os
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
HEAD = "/* SPDX-License-Identifier: GPL-3.0-or-later\n * SPDX-FileCopyrightText: 2026 The Aftercare authors */\n\n"

sys.dont_write_bytecode = True
loader = importlib.machinery.SourceFileLoader("check", os.path.join(ROOT, "build-aux", "check"))
spec = importlib.util.spec_from_loader("check", loader)
check = importlib.util.module_from_spec(spec)
loader.exec_module(check)

GOOD = HEAD + """#include "form/care-x.h"

#include <glib.h>

#include "base/care-error.h"

static const char *const names[] = { "a", NULL };

/* g_set_error () in a comment is not one */
gboolean
care_x_load (const char *path,
             GError    **error)
{
  if (path == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "no (path); %s", "}");
      return FALSE;
    }
  else if (path[0] == 0)
    g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "empty");
  else
    {
      g_print ("%s", names[0]);
    }

  return FALSE;
}

static void
care_x_finalize (GObject *object)
{
  G_OBJECT_CLASS (care_x_parent_class)->finalize (object);
}
"""


def body(text):
    return HEAD + text


def house(files):
    folder = tempfile.mkdtemp(prefix="care-check-")
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return folder


def override(given, hook, does, parent="G_TYPE_OBJECT"):
    return body(f"G_DEFINE_FINAL_TYPE (CareX, care_x, {parent})\n\nstatic void\ncare_x_{hook} ({given} *x)\n{{\n  {does}\n}}\n\n"
                f"static void\ncare_x_class_init (CareXClass *klass)\n{{\n  klass->{hook} = care_x_{hook};\n}}\n")


LONG_FUNCTION = body("int\ncare_x (void)\n{\n" + "  g_print (\"x\");\n" * 81 + "}\n")
CASES = [  # name, files, the rule expected (None: nothing may be found)
    ("good", {"src/form/care-x.c": GOOD}, None),
    ("error-without-return", {"src/form/care-x.c": body("gboolean\nf (GError **error)\n{\n  if (1)\n    g_set_error (error, D, 1, \"x\");\n  g_print (\"on\");\n  return TRUE;\n}\n")}, "error-without-return"),
    ("error-in-else-without-return", {"src/form/care-x.c": body("gboolean\nf (GError **error)\n{\n  if (1)\n    {\n      g_set_error (error, D, 1, \"x\");\n    }\n  else\n    g ();\n  h ();\n  return TRUE;\n}\n")}, "error-without-return"),
    ("error-then-clean-up", {"src/form/care-x.c": body("gboolean\nf (GError **error)\n{\n  if (1)\n    {\n      g_set_error (error, D, 1, \"x\");\n      g_free (x);\n      return FALSE;\n    }\n  return TRUE;\n}\n")}, None),
    ("error-then-all-well", {"src/form/care-x.c": body("gboolean\nf (GError **error)\n{\n  if (1)\n    {\n      g_set_error (error, D, 1, \"x\");\n    }\n\n  return TRUE;\n}\n")}, "error-without-return"),
    ("void-with-error", {"src/form/care-x.c": body("static void\nsave (GError **error)\n{\n  g ();\n}\n")}, "void-with-error"),
    ("no-chain-up", {"src/form/care-x.c": body("static void\ncare_x_dispose (GObject *object)\n{\n  g ();\n}\n")}, "chain-up"),
    ("no-chain-up-of-an-application", {"src/desk/care-x.c": override("GApplication", "startup", "g ();")}, "chain-up"),
    ("no-chain-up-of-a-shutdown", {"src/desk/care-x.c": override("GApplication", "shutdown", "g ();")}, "chain-up"),
    ("application-chains-up", {"src/desk/care-x.c": override("GApplication", "shutdown", "G_APPLICATION_CLASS (care_x_parent_class)->shutdown (x);")}, None),
    ("no-chain-up-of-a-root", {"src/desk/care-x.c": override("GtkWidget", "root", "g ();")}, "chain-up"),
    ("no-chain-up-of-an-unroot", {"src/desk/care-x.c": override("GtkWidget", "unroot", "g ();")}, "chain-up"),
    ("widget-chains-up", {"src/desk/care-x.c": override("GtkWidget", "unroot", "GTK_WIDGET_CLASS (care_x_parent_class)->unroot (x);")}, None),
    ("wrong-chain-up", {"src/desk/care-x.c": override("GtkWidget", "unroot", "GTK_WIDGET_CLASS (care_x_parent_class)->root (x);")}, "chain-up"),
    ("no-override", {"src/desk/care-x.c": body("static void\ncare_x_root (GtkWidget *x)\n{\n  g ();\n}\n")}, None),
    ("no-chain-up-of-a-box", {"src/desk/care-x.c": override("GtkWidget", "size_allocate", "g ();", "GTK_TYPE_BOX")}, "chain-up"),
    ("bare-widget-places-its-own", {"src/desk/care-x.c": override("GtkWidget", "size_allocate", "g ();", "GTK_TYPE_WIDGET")}, None),
    ("inline-void-with-error", {"src/form/care-x.c": body("static inline void\nsave (GError **error)\n{\n  g ();\n}\n")}, "void-with-error"),
    ("promised-void-with-error", {"src/form/care-x.h": body("#pragma once\n\nvoid care_x_save (CareX   *self,\n                  GError **error);\n")}, "void-with-error"),
    ("promised-with-error", {"src/form/care-x.h": body("#pragma once\n\ngboolean care_x_save (CareX   *self,\n                      GError **error);\n")}, None),
    ("sets-an-error", {"src/form/care-x.h": body("#pragma once\n\nvoid care_x_set_error (CareX *self, GError **error);\n")}, None),
    ("long-file", {"src/form/care-x.c": body("int x (void);\n" * 501)}, "long-file"),
    ("long-function", {"src/form/care-x.c": LONG_FUNCTION}, "long-function"),
    ("singleton", {"src/form/care-x.c": body("int\nf (void)\n{\n  return g (care_store_get_default ());\n}\n")}, "singleton"),
    ("foreign-default-is-fine", {"src/form/care-x.c": body("int\nf (void)\n{\n  return g (g_application_get_default ());\n}\n")}, None),
    ("static-variable", {"src/form/care-x.c": body("static int counter = 0;\n")}, "static-variable"),
    ("untranslated", {"src/desk/care-x.c": body("const char *\nf (void)\n{\n  return _ (\"Hello\");\n}\n")}, "translation"),
    ("untranslated-without-space", {"src/desk/care-x.c": body("const char *\nf (void)\n{\n  return _(\"Hello\");\n}\n")}, "translation"),
    ("untranslated-on-the-next-line", {"src/desk/care-x.c": body("const char *\nf (void)\n{\n  return _(\n    \"Hello\");\n}\n")}, "translation"),
    ("untranslated-with-context", {"src/desk/care-x.c": body("const char *\nf (void)\n{\n  return C_ (\n    \"verb\",\n    \"Open\");\n}\n")}, "translation"),
    ("untranslated-plural", {"src/desk/care-x.c": body("const char *\nf (void)\n{\n  return ngettext (\n\n    \"one\", \"many\", n);\n}\n")}, "translation"),
    ("untranslated-domain", {"src/desk/care-x.c": body("const char *\nf (void)\n{\n  return g_dgettext (DOMAIN,\n    \"Hello\");\n}\n")}, "translation"),
    ("commented-out", {"src/desk/care-x.c": body("/* _(\n  \"Hello\") */\nint x (void);\n")}, None),
    ("untranslated-python", {"src/ctl/say.py": "print(_(\n    'Hello'))\n"}, "translation"),
    ("python-comment", {"src/ctl/say.py": "# _('Hello')\nprint(x)\n"}, None),
    ("listed-python", {"src/ctl/say.py": "print(_('Hello'))\n", "po/POTFILES.in": "src/ctl/say.py\n"}, None),
    ("untranslated-template-on-two-lines", {"ui/desk/care-x.ui": "<property\n  translatable = 'true'>x</property>"}, "translation"),
    ("untranslated-template", {"ui/desk/care-x.ui": "<property translatable=\"yes\">x</property>"}, "translation"),
    ("listed", {"src/desk/care-x.c": body("const char *\nf (void)\n{\n  return _ (\"Hello\");\n}\n"), "po/POTFILES.in": "src/desk/care-x.c\n"}, None),
    ("listed-and-gone", {"po/POTFILES.in": "src/desk/care-x.c\n"}, "translation"),
    ("readme-version", {"meson.build": "project('x', version: '1.2.0')\n", "README.md": "Version 1.1.0\n"}, "version"),
    ("readme-needs", {"meson.build": "project('x', version: '1.2.0')\ngtk_req = '>= 4.8'\n", "README.md": "Version 1.2.0, GTK ≥ 4.10\n"}, "version"),
    ("gtk-in-the-core", {"src/form/care-x.c": body("#include <gtk/gtk.h>\n")}, "floor"),
    ("adwaita-in-the-core", {"src/clinic/care-x.c": body("#include <adwaita.h>\n")}, "floor"),
    ("gtk-in-a-widget", {"src/widgets/form/care-x.c": body("#include <gtk/gtk.h>\n")}, None),
    ("upstairs", {"src/form/care-x.c": body("#include \"clinic/care-clinic.h\"\n")}, "floor"),
    ("same-floor", {"src/form/care-x.c": body("#include \"protocol/care-protocol.h\"\n")}, "floor"),
    ("patient-opens-records", {"src/patient/care-x.c": body("#include \"records/care-store.h\"\n")}, "floor"),
    ("glib-in-the-keeper", {"src/keeper/care-x.c": body("#include <glib.h>\n")}, "floor"),
    ("no-room", {"src/attic/care-x.c": body("int x (void);\n")}, "floor"),
    ("core-links-gtk", {"src/form/meson.build": "x = static_library('x', dependencies: [gtk_dep])\n"}, "link"),
    ("patient-links-records", {"src/patient/meson.build": "executable('x', dependencies: [care_records_dep])\n"}, "link"),
    ("no-header", {"src/form/care-x.c": "int x (void);\n"}, "head"),
    ("no-pragma", {"src/form/care-x.h": body("int x (void);\n")}, "head"),
]


def main():
    failures = 0
    print(f"1..{len(CASES) + 1}")
    for number, (name, files, rule) in enumerate(CASES, 1):
        found = check.Check(house(files)).run()
        rules = {line.split(": ")[1] for line in found}
        fine = rules == ({rule} if rule else set())
        failures += not fine
        print(f"{'ok' if fine else 'not ok'} {number} /house/check/{name}")
        if not fine:
            print("# found: " + ("; ".join(found) or "nothing"))
    found = check.Check(ROOT).run()
    failures += bool(found)
    print(f"{'ok' if not found else 'not ok'} {len(CASES) + 1} /house/this-tree")
    for line in found:
        print(f"# {line}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
