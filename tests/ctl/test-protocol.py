# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""`aftercarectl protocol check` names what breaks a rule, and prints reading figures on demand."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

ctl, data = sys.argv[1], pathlib.Path(sys.argv[2])
protocol = data / "protocols" / "mesotherapy.json"
forms = [data / "forms" / f"{name}.json" for name in ("first-visit", "day-check", "consent", "session-record", "test-record",
                                                      "test-reading")]
words = [data / "words" / f"{name}.json" for name in ("patient", "sheet")]
LANGUAGES = ["en", "es", "fr", "pt-BR", "de", "ar"]
results = []


def run(*args):
    done = subprocess.run([ctl, "protocol", "check", *map(str, args)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def check(name, good, note=""):
    results.append((name, bool(good), note))


def options(name, paths):
    return [part for path in paths for part in (f"--{name}", path)]


clinic = data / "sample" / "clinic.json"
everything = [protocol, *options("form", forms), *options("words", words), "--clinic", clinic]
status, out, err = run(*everything)
check("all that is shipped passes in silence", status == 0 and out == "", out + err)

status, out, err = run(*everything, "--reading")
lines = out.splitlines()
files = 1 + len(forms) + len(words) + 1
check("figures of every file in every language", status == 0 and len(lines) == files * len(LANGUAGES), out + err)
check("the formula is named", any("mesotherapy.json: fr: grade" in line and "Kandel-Moles" in line for line in lines), out)
check("Arabic has a reader, not a grade", any(": ar: no formula, read by nobody yet" in line for line in lines), out)

status, out, err = run(protocol, "--reading", "--json")
report = json.loads(out)
check("figures as JSON", status == 0 and report["problems"] == []
      and [row["language"] for row in report["reading"]] == LANGUAGES
      and all(("grade" in row) != (row["language"] == "ar") for row in report["reading"])
      and all(row.get("grade", 0) <= 6 and row.get("hardest_grade", 0) <= 8 for row in report["reading"]), out)

status, out, err = run(protocol, "--json")
check("without figures JSON stays an array", status == 0 and json.loads(out) == [], out)

with tempfile.TemporaryDirectory() as folder:
    def edited(source, name, change):
        path = pathlib.Path(folder) / name
        path.write_text(change(source.read_text(encoding="utf-8")), encoding="utf-8")
        return path

    def says(name, source, change, option, *parts):
        path = edited(source, source.name, change)
        status, out, err = run(*([path] if option is None else [protocol, f"--{option}", path]), "--reading")
        check(name, status == 1 and any(str(path) in line and all(part in line for part in parts)
                                        for line in out.splitlines()), out + err)

    def replace(old, new):
        def change(text):
            assert old in text, old
            return text.replace(old, new, 1)
        return change

    says("a claim in a form", forms[0], replace('"Did you have a vaccine', '"It is safe and painless. Did you have a vaccine'),
         "form", "/item/", "/text/en", "never printed")
    says("a claim in German in a form", forms[2], lambda text: re.sub(
        r'("valueCode": "de"\},\s*\{"url": "content", "valueString": ")', r"\1Völlig schmerzfrei. ", text, count=1), "form", "/de", "never printed")
    says("a claim on the sheet's frame", words[1], replace('"After your treatment"', '"After your safe treatment"'), "words",
         "/title.session/en", "never printed")
    says("a hard text on the screen", words[0], replace(
        '"en": "I have a question about the form. Your answers are kept."',
        '"en": "Additional information regarding administrative documentation necessitates professional consultation."'),
        "words", "/en", "too hard")
    says("a word that patients do not know", words[0], replace('"en": "I have a question about the form.',
                                                               '"en": "I have an erythema.'), "words", "/en", "redness")
    says("a missing language", words[1], replace('    "ar": "بعد علاجك"\n', '    "it": "Dopo"\n'), "words",
         "/title.session/ar", "missing")

    says("a claim in the clinic's settings", clinic, replace('"Nurse, day and night"', '"Safe hands, day and night"'), "clinic",
         "/phones/after_hours/who/en", "never printed")

status, out, err = run(protocol, "--words", "/nowhere.json")
check("a words file that is not there", status in (1, 3) and "/nowhere.json" in err, err)

print(f"1..{len(results)}")
for number, (name, good, note) in enumerate(results, 1):
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    if not good:
        for line in note.splitlines()[:20]:
            print(f"# {line}")
sys.exit(0 if all(good for _, good, _ in results) else 1)
