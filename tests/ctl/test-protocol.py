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
    results.append((name, bool(good), str(note)))


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

def verb(word, *args):
    done = subprocess.run([ctl, "protocol", word, *map(str, args)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


with tempfile.TemporaryDirectory() as folder:
    own, place, paper = (pathlib.Path(folder) / name for name in ("protocol.json", "clinic.json", "sheet.json"))
    text = protocol.read_text(encoding="utf-8")
    own.write_text(text.replace('"status": "sample"', '"status": "draft"', 1), encoding="utf-8")
    real = clinic.read_text(encoding="utf-8").replace('"sample": true', '"sample": false', 1)
    real = re.sub(r', "pin": "\d+"', "", real)
    place.write_text(re.sub(r"555-(\d+) EXAMPLE", r"+34 910 55 \1", real), encoding="utf-8")

    def notices(language, of=own, at=place):
        """What stands across the pages, and what the foot says of the approval."""
        done = subprocess.run([ctl, "sheet", "--clinic", at, "--protocol", of, "--patient", "Ana Example", "--born", "1980",
                               "--finished", "2026-11-20T12:00", "--areas", "thighs", "--session", "2", "--of", "8",
                               "--product", "product-a", "--language", language, "--one-language", "--clock", "2026-11-20T12:05", "-o", paper],
                              capture_output=True, text=True, check=False)
        check(f"a sheet in {language} comes out", done.returncode == 0, done.stderr)
        return {block["block"] for block in json.loads(paper.read_text(encoding="utf-8"))["blocks"] if block["kind"] == "notice"}

    lea = ["--by", "Lea Example", "--role", "clinician", "--date", "2026-11-19"]
    check("a draft's sheet is not approved", "not-approved" in notices("en"))
    status, out, err = verb("approve", own, *lea)
    check("no version without a language", status == 1 and "needs a language" in err, out + err)
    status, out, err = verb("approve", own, "--language", "en", *lea)
    check("one language", status == 0 and "approved by Lea Example (clinician) on 2026-11-19" in out and "2027-11-19" in out,
          out + err)
    check("a draft still", "not-approved" in notices("en"))
    status, out, err = verb("approve", own, *lea, *options("form", forms))
    check("the version's rules", status == 0 and json.loads(own.read_text(encoding="utf-8"))["status"] == "in-force", out + err)
    status, out, err = run(own)
    check("the check finds nothing wrong", status == 0, out + err)
    check("approved, and says so no more", "not-approved" not in notices("en"))
    box = next(block for block in json.loads(paper.read_text(encoding="utf-8"))["blocks"] if block["block"] == "doctor")
    check("the box in another language is not", box["language"] == "es" and box["entries"][0]["text"] == "SIN APROBAR", box)
    check("the other languages are not", "not-approved" in notices("es"))
    before = own.read_bytes()
    status, out, err = verb("approve", own, "--language", "es", "--by", "Rosa Sample", "--role", "receptionist")
    check("a receptionist may not", status == 1 and "only a clinician or the owner" in err and own.read_bytes() == before,
          out + err)
    status, out, err = verb("approve", own, "--language", "ar", *lea)
    check("Arabic needs a reader", status == 1 and "name who has read" in err, out + err)
    status, out, err = verb("approve", own, "--language", "ar", *lea, "--reader", "Mona Example")
    check("and has one", status == 0 and "not-approved" not in notices("ar"), out + err)

    edited = json.loads(own.read_text(encoding="utf-8"))
    massage = next(line for line in edited["lines"] if line["id"] == "massage")
    massage["text"]["en"] += " Not at all."
    own.write_text(json.dumps(edited, ensure_ascii=False), encoding="utf-8")
    check("one text edited, not approved again", "not-approved" in notices("en"))
    check("Arabic stands", "not-approved" not in notices("ar"))
    status, out, err = run(own)
    check("the check says what changed", status == 1 and "/approval/en: these texts changed since Lea Example" in out, out + err)

    massage["text"]["en"] = "Continuous manipulation of the treated area necessitates immediate professional consultation."
    own.write_text(json.dumps(edited, ensure_ascii=False), encoding="utf-8")
    status, out, err = verb("approve", own, "--language", "en", *lea)
    check("a hard text is refused", status == 1 and "too hard to read" in err, out + err)
    status, out, err = verb("approve", own, "--language", "en", *lea, "--reason", "the maker's words")
    override = json.loads(own.read_text(encoding="utf-8")).get("reading_overrides", [{}])[0]
    check("unless somebody takes it on by name", status == 0 and override.get("by") == "Lea Example"
          and override.get("text") == "lines/massage" and override.get("reason") == "the maker's words"
          and "not-approved" not in notices("en"), out + err)

    edited = json.loads(own.read_text(encoding="utf-8"))
    next(line for line in edited["lines"] if line["id"] == "hot-shower")["hours"] = 9
    own.write_text(json.dumps(edited, ensure_ascii=False), encoding="utf-8")
    check("a number edited, no language is approved", "not-approved" in notices("en") and "not-approved" in notices("ar"))
    status, out, err = verb("approve", own, *lea)
    check("the version again", status == 0 and "not-approved" not in notices("en"), out + err)
    status, out, err = verb("withdraw", own, "--language", "en")
    check("withdrawn", status == 0 and "not-approved" in notices("en") and "not-approved" not in notices("ar"), out + err)
    status, out, err = verb("withdraw", own, "--language", "en")
    check("nothing to withdraw", status == 1 and "none to withdraw" in err, out + err)
    status, out, err = verb("withdraw", own)
    check("the version withdrawn", status == 0 and "not-approved" in notices("ar"), out + err)

    sample = pathlib.Path(folder) / "sample.json"
    status, out, err = verb("approve", protocol, "--language", "en", *lea, "-o", sample)
    check("to another file", status == 0 and json.loads(sample.read_text(encoding="utf-8"))["status"] == "sample", out + err)
    status, out, err = verb("approve", sample, *lea)
    check("an approved sample stays EXAMPLE", status == 0 and notices("en", sample) == {"example"}, out + err)

    for name, arguments in (("nobody named", ["--language", "en", "--role", "clinician"]), ("no role", ["--by", "Lea"]),
                            ("two files", [own, *lea]), ("a reader of rules", [*lea, "--reader", "Mona"])):
        status, out, err = verb("approve", own, *arguments)
        check(f"usage: {name}", status == 2, out + err)
    status, out, err = verb("approve", own, "--language", "it", *lea)
    check("no language of the patients", status == 1 and "'it' is no language" in err, out + err)

status, out, err = run(protocol, "--words", "/nowhere.json")
check("a words file that is not there", status in (1, 3) and "/nowhere.json" in err, err)

print(f"1..{len(results)}")
for number, (name, good, note) in enumerate(results, 1):
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    if not good:
        for line in note.splitlines()[:20]:
            print(f"# {line}")
sys.exit(0 if all(good for _, good, _ in results) else 1)
