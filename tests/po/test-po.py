#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""test-po SOURCE: whether every word of the desk is marked for translation and said in every language of po/LINGUAS.

TAP. Takes the words out of the sources anew, so that a new or changed word fails here until po/*.po has it:
`ninja -C _build aftercare-update-po`, then translate.
"""

import os
import re
import subprocess
import sys
import tempfile

# As meson's glib preset calls it.
XGETTEXT = ["xgettext", "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
            "--keyword=NC_:1c,2", "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3",
            "--flag=N_:1:pass-c-format", "--flag=C_:2:pass-c-format", "--flag=NC_:2:pass-c-format",
            "--flag=g_dngettext:2:pass-c-format", "--flag=g_strdup_printf:1:c-format",
            "--flag=g_string_printf:2:c-format", "--flag=g_string_append_printf:2:c-format",
            "--flag=g_error_new:3:c-format", "--flag=g_set_error:4:c-format"]
# Folders whose programs speak through gettext, and those whose words are all data (a word in C is a fault there).
MARKED = ("src/desk", "src/widgets/sheet")
WORDLESS = ("src/patient", "src/widgets/form")
TEMPLATES = ("ui/desk", "ui/widgets/sheet")
# Their plain English reaches staff by way of src/desk/care-desk-errors.c.
LOWER = ("src/base", "src/clinic", "src/records", "src/seal", "src/aftercare", "src/screening", "src/protocol", "src/form", "src/course")
# Why a file that the clinic wrote is refused: every reason of these is said in the desk's language.
OF_FILES = ("src/base/care-json-scan.c", "src/base/care-json-view.c", "src/base/care-json-view-texts.c", "src/course", "src/protocol",
            "src/form/care-form-items.c", "src/form/care-questionnaire.c")
# In the same folders, what is no file of the clinic's settings.
OF_OTHERS = ("care-ical", "care-plain")
REFUSES = re.compile(r"\b(?:care_json_view_set_error|fail|absent|wrong_type|why = g_strdup_printf)\s*\(")
WRAPS = {"_", "N_", "C_", "NC_", "ngettext", "g_dngettext", "g_dpgettext2", "Q_"}
# Read by whoever mends the program, not by staff.
NOT_FOR_STAFF = {"g_warning", "g_debug", "g_critical", "g_message", "g_error", "g_info", "g_printerr", "g_return_if_fail",
                 "g_return_val_if_fail", "g_assert", "g_log", "g_test_message", "g_print"}
# Beside these, where the words are data: an error there is between two programs.
NOT_FOR_PATIENTS = NOT_FOR_STAFF | {"g_set_error", "g_set_error_literal", "care_json_view_set_error"}
SHOWN = {"label", "title", "subtitle", "description", "tooltip-text", "placeholder-text", "text", "heading", "body",
         "secondary-text", "menu-label", "value-text", "help-text", "role-description", "primary-text"}
LITERAL = re.compile(r'"(?:\\.|[^"\\\n])*"')
# Two words, or one that begins with a capital letter as a word on the screen does.
WORDY = re.compile(r"[A-Za-z]{2,}[,.:]? [a-z]{2,}|^[A-Z][a-z]{2,}[.:…!?]?$")
# Said to whoever mends the program: a report about faults, a command line that the keeper types.
NOT_ON_SCREEN = {"care-desk-about.c", "care-patient-main.c"}
# A key of the keyboard and the program's own name are no words.
NO_WORDS = {"Escape", "Aftercare"}


def strip_comments(text):
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda m: m.group(0) if m.group(0)[0] in "\"'" else re.sub(r"[^\n]", " ", m.group(0)), text)


def callers(code, position):
    """Names of the calls that @position stands in, the nearest first, up to the beginning of its statement."""
    depth = 0
    while position > 0:
        position -= 1
        char = code[position]
        if char == ")":
            depth += 1
        elif char == "(":
            if depth == 0:
                name = re.search(r"(\w+)\s*$", code[:position])
                yield name.group(1) if name else ""
            else:
                depth -= 1
        elif char in ";" and depth == 0:
            return


def unmarked_in_c(code, ignore=NOT_FOR_STAFF):
    """Line and text of each literal that looks like words on the screen and is not marked."""
    code = strip_comments(code)
    blanked = LITERAL.sub(lambda m: '"' + " " * (len(m.group(0)) - 2) + '"', code)
    found = []
    for match in LITERAL.finditer(code):
        words = match.group(0)[1:-1]
        line_start = code.rfind("\n", 0, match.start()) + 1
        if not WORDY.search(words.replace("%s", "").strip()) or words.lstrip().startswith("<") or words in NO_WORDS:
            continue
        if code[line_start:].startswith("#"):
            continue
        if "G_IO_ERROR_CANCELLED" in code[line_start:match.start()]:
            continue
        names = list(callers(blanked, match.start()))
        if (names and names[0] in WRAPS) or any(name in ignore or name.startswith("G_DEFINE") for name in names):
            continue
        found.append((code.count("\n", 0, match.start()) + 1, words))
    return found


def unmarked_in_template(text):
    found = []
    for match in re.finditer(r"<(?:property|attribute|item)\b([^>]*)>([^<]*)<", text):
        name = re.search(r'name="([\w-]+)"', match.group(1))
        shown = name is None or name.group(1) in SHOWN
        if shown and "translatable=" not in match.group(1) and re.search(r"[^\W\d_]{2,}", match.group(2)):
            found.append((text.count("\n", 0, match.start()) + 1, match.group(2).strip()))
    return found


def files(root, folders, suffix):
    for folder in folders:
        for base, below, names in os.walk(os.path.join(root, folder)):
            below.sort()
            for name in sorted(names):
                if name.endswith(suffix):
                    yield os.path.join(base, name)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def run(*command, cwd=None):
    """What a tool says, and whether it was content."""
    answer = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return answer.stdout.strip().splitlines(), answer.returncode == 0


def entries(po):
    """Each message of @po as (msgid, [msgstr…])."""
    lines, _ = run("msgcat", "--no-wrap", po)
    for block in "\n".join(lines).split("\n\n"):
        parts = {}
        field = None
        for line in block.splitlines():
            head = re.match(r'(msg\w+(?:\[\d+\])?) "(.*)"$', line)
            if head:
                field = head.group(1)
                parts[field] = head.group(2)
            elif field and line.startswith('"'):
                parts[field] += line[1:-1]
        if parts.get("msgid"):
            yield parts["msgid"], [parts[key] for key in sorted(parts) if key.startswith("msgstr")]


def shape_faults(po):
    """What msgfmt does not see: keys of the keyboard, ends, spaces at the rims."""
    for source, translations in entries(po):
        for translation in translations:
            if len(re.findall(r"_\w", source)) == 1 and len(re.findall(r"_\w", translation)) != 1:
                yield f"{source!r}: {translation!r} needs one letter with _ before it"
            if not set(re.findall(r"\{\d\}", translation)) <= set(re.findall(r"\{\d\}", source)):
                yield f"{source!r}: {translation!r} has a place that nothing goes to"
            if source.endswith("…") != translation.endswith("…"):
                yield f"{source!r}: {translation!r} does not end alike"
            if source != source.strip() or translation != translation.strip():
                if (source[:1].isspace(), source[-1:].isspace()) != (translation[:1].isspace(), translation[-1:].isspace()):
                    yield f"{source!r}: {translation!r} begins or ends with another space"


def literals(code):
    """The texts of a piece of C: several literals, with a macro for a number between them, are one."""
    for match in re.finditer(r'(?:"(?:\\.|[^"\\\n])*"(?:\s|G_G\w+_FORMAT)*)+', code):
        text = re.sub(r"G_G\w+_FORMAT", '"d"', match.group(0))
        text = "".join(literal[1:-1] for literal in LITERAL.findall(text))
        yield re.sub(r"%[-.0-9]*l*[a-z]", "{}", text)


def known_to_the_desk(root):
    known = strip_comments(read(os.path.join(root, "src", "desk", "care-desk-errors.c")))
    return [text[1:-1] for text in re.findall(r'N_\s*\(("(?:\\.|[^"\\\n])*")\)', known)]


def heard_as(text):
    return re.compile(".+".join(re.escape(part) for part in re.split(r"\{\d\}", text)))


def unheard_in(code, heard):
    """Reasons in @code that are not on the desk's list; a name of a member is no reason."""
    for call in REFUSES.finditer(code):
        depth, end = 1, call.end()
        while depth > 0 and end < len(code):
            quoted = LITERAL.match(code, end)
            if quoted:
                end = quoted.end()
                continue
            depth += {"(": 1, ")": -1}.get(code[end], 0)
            end += 1
        for text in literals(code[call.end():end]):
            if WORDY.search(text.replace('\\"', "")) and not any(pattern.fullmatch(text) for pattern in heard):
                yield text


def unheard(root):
    """Why a clinic's file is refused, and the desk has no words of its own for."""
    heard = [heard_as(text) for text in known_to_the_desk(root)]
    for folder in OF_FILES:
        whole = os.path.join(root, folder)
        for path in [whole] if folder.endswith(".c") else files(root, (folder,), ".c"):
            if os.path.basename(path).startswith(OF_OTHERS):
                continue
            for text in unheard_in(strip_comments(read(path)), heard):
                yield f"{os.path.relpath(path, root)}: {text}"


def unsaid(root):
    """What the desk translates of the floors below, and none of them says (any more)."""
    said = set()
    for path in files(root, LOWER, ".c"):
        said.update(literals(strip_comments(read(path))))
    for text in known_to_the_desk(root):
        if re.sub(r"\{\d\}", "{}", text) not in said:
            yield text


class Tap:
    def __init__(self):
        self.number = 0
        self.failed = False

    def case(self, name, faults):
        faults = list(faults)
        self.number += 1
        for fault in faults[:40]:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {self.number} {name}")
        self.failed |= bool(faults)


def test_itself(tap):
    """The look for unmarked words sees what it should, and nothing else."""
    bad = ['label = gtk_label_new ("Patients");', 'gtk_window_set_title (window, "Sign the sheet");',
           'static const char *const WORDS[] = { "Arrived" };', 'care_say_done (self, is_late ? _("Late") : "In time");',
           'g_strdup_printf ("%s is here", name);']
    good = ['label = gtk_label_new (_("Patients"));', 'n = ngettext ("%u visit", "%u visits", n);',
            'g_warning ("No such page: %s", name);', '#include "desk/care desk.h"', '/* "Not this one" */ x = NULL;',
            'gtk_widget_add_css_class (tag, "big-word");', 'static const char *const WORDS[] = { N_("Arrived") };',
            'g_strdup_printf ("%s · %s", a, b);']
    tap.case("unmarked words in C are found", [line for line in bad if not unmarked_in_c(line)])
    tap.case("marked words in C are left alone", [line for line in good if unmarked_in_c(line)])
    call = 'return fail (scan, %s, error);'
    tap.case("a reason without words of the desk is found", [] if list(unheard_in(call % '"is far too long"', [heard_as("is far too wide")])) else [call])
    tap.case("a reason with them is left alone", unheard_in(call % '"is far too long: %s"', [heard_as("is far too long: {1}")]))
    tap.case("unmarked words in a template are found",
             [] if unmarked_in_template('<property name="label">Today</property>') else ["<property name=\"label\">"])
    tap.case("marked words in a template are left alone",
             unmarked_in_template('<property name="label" translatable="yes">Today</property>'
                                  '<property name="halign">start</property><property name="label">1</property>'))


def main():
    root = sys.argv[1]
    languages = [line for line in read(os.path.join(root, "po", "LINGUAS")).split("\n") if line and not line.startswith("#")]
    tap = Tap()
    test_itself(tap)

    tap.case("no word of the desk is unmarked in C", [
        f"{os.path.relpath(path, root)}:{line}: {words}"
        for path in files(root, MARKED, ".c") if os.path.basename(path) not in NOT_ON_SCREEN
        for line, words in unmarked_in_c(read(path))])
    tap.case("no word for patients stands in C", [
        f"{os.path.relpath(path, root)}:{line}: {words}"
        for path in files(root, WORDLESS, ".c") if os.path.basename(path) not in NOT_ON_SCREEN
        for line, words in unmarked_in_c(read(path), NOT_FOR_PATIENTS)])
    tap.case("no word is unmarked in a template", [
        f"{os.path.relpath(path, root)}:{line}: {words}"
        for path in files(root, TEMPLATES, ".ui") for line, words in unmarked_in_template(read(path))])
    tap.case("what the desk says for other floors is what they say", unsaid(root))
    tap.case("why a clinic's file is refused is said at the desk", unheard(root))
    tap.case("languages are sorted", [] if languages == sorted(languages) else languages)

    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, "aftercare.pot")
        said, content = run(*XGETTEXT, "--files-from=po/POTFILES.in", "-o", pot, cwd=root)
        tap.case("the words can be taken out of the sources", [] if content else said)
        for language in languages:
            po = os.path.join(root, "po", language + ".po")
            said, content = run("msgcmp", po, pot)
            tap.case(f"{language}: every word is said", [] if content else said)
            said, content = run("msgfmt", "--check", "--check-accelerators=_", "-o", os.devnull, po)
            tap.case(f"{language}: the file is sound", [] if content and not said else said)
            said, _ = run("msgattrib", "--only-fuzzy", "--no-wrap", po)
            tap.case(f"{language}: nothing is fuzzy", said)
            said, _ = run("msgattrib", "--only-obsolete", "--no-wrap", po)
            tap.case(f"{language}: nothing is left over", said)
            tap.case(f"{language}: keys, ends and rims as in the source", shape_faults(po))

    print(f"1..{tap.number}")
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main())
