# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""aftercarectl sheet, as scripts outside the project call it: every option, every form, every refusal."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

CTL = sys.argv[1]
DATA = pathlib.Path(sys.argv[2])
WORK = pathlib.Path(tempfile.mkdtemp(prefix="aftercare-sheet-"))
BASE = {"--patient": "Ana Example", "--finished": "2026-11-22T15:10", "--areas": "face,thighs",
        "--clock": "2026-11-22T15:12", "--session": "1", "--of": "10"}
results = []
used = set() # options that a run that succeeded was given


def run(out, *more, drop=(), **changes):
    words = []
    for option, value in {**BASE, **{"--" + k: v for k, v in changes.items()}}.items():
        if option not in drop:
            words += [option, value]
    path = WORK / out if out is not None else None
    if path is not None:
        words += ["-o", str(path)]
    words = [str(word) for word in (*words, *more)]
    done = subprocess.run([CTL, "sheet", *words], capture_output=True, text=True, timeout=60)
    if done.returncode == 0:
        used.update("--output" if word == "-o" else word for word in words if word.startswith("-"))
    return done, path


def check(name, good, note=""):
    results.append((name, bool(good), str(note)))


def text(*more, **changes):
    done, path = run("sheet.txt", *more, **changes)
    return path.read_text(encoding="utf-8") if done.returncode == 0 else done.stderr


def sheet(*more, **changes):
    done, path = run("sheet.json", *more, **changes)
    assert done.returncode == 0, done.stderr
    return json.loads(path.read_text(encoding="utf-8"))


def line(document, name):
    return next((m for m in document["timeline"] if m["line"] == name), None)


# The box for another doctor is in the country's language, whatever the desk speaks.
def box(document):
    return next(b for b in document["blocks"] if b["block"] == "doctor")


def clinic(name, country, *, said=""):
    path = WORK / name
    settings = (DATA / "sample" / "clinic.json").read_text(encoding="utf-8")
    path.write_text(settings.replace('"country": "ES"', f'"country": "{country}"')
                    .replace('"desk": "en"', '"desk": "en"' + said), encoding="utf-8")
    return path


germany = sheet(clinic=clinic("germany.json", "DE"), language="ar,en")
check("a clinic in Germany, the desk English, the patient Arabic: the box is German",
      box(germany)["language"] == "de" and box(germany)["heading"] == "Für Arzt oder Ärztin", box(germany))
check("the sheet itself is Arabic and English", germany["languages"] == ["ar", "en"])
check("a box in a language nobody has approved is told", "the texts in Deutsch are not approved yet" in germany["troubles"],
      germany["troubles"])
check("in Spain it is Spanish", box(sheet(language="ar,en"))["language"] == "es")
italy = sheet(clinic=clinic("italy.json", "IT"), language="ar,en")
check("a language without words is said", box(italy)["language"] == "en"
      and any("'it-IT' has no words" in said for said in italy["troubles"]), italy["troubles"])
unknown = sheet(clinic=clinic("unknown.json", "XX"), language="ar,en")
check("and so is a country without a language", any("no language of the country" in said for said in unknown["troubles"]),
      unknown["troubles"])
named = sheet(clinic=clinic("named.json", "IT", said=', "country": ["fr"]'), language="ar,en")
check("the settings may say which", box(named)["language"] == "fr" and not any("no words" in said for said in named["troubles"]))

# What a clinic's own settings claim is never printed; the protocol's line does instead.
claiming = json.loads((DATA / "sample" / "clinic.json").read_text(encoding="utf-8"))
claiming["reporting"]["en"] = "Our treatment is safe. Report to 555-0160 EXAMPLE."
claiming["phones"]["after_hours"]["who"]["fr"] = "Un soin sans danger."
claims = WORK / "claiming.json"
claims.write_text(json.dumps(claiming), encoding="utf-8")
done, path = run("claim.txt", clinic=claims, language="en")
words = path.read_text(encoding="utf-8")
check("a claim in the settings is left out", done.returncode == 0 and "is safe" not in words and "country's medicines office" in words,
      words)
check("and is told", "the clinic's settings claim what is never printed ('safe')" in done.stderr, done.stderr)
check("what claims nothing in this language stays", "Nurse, day and night" in words, words)
words = text(clinic=claims, language="fr,en")
check("in another language too, the number stays", "danger" not in words and "Nurse" not in words and "555-0150" in words, words)
words = text(clinic=claims, language="fr-CA")
check("and in a language of a region", "danger" not in words and "555-0150" in words, words)

# Name, birth year and finish time head every page; a year that is not given is asked for in words.
def heads(*more):
    done, path = run("heads.pdf", *more)
    pages = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    return done.stderr, [next(line for line in page.splitlines() if line.strip()) for page in pages]


said, tops = heads("--born", "1980")
check("name, year and finish head every page", len(tops) > 1 and all("Ana Example" in top and "born 1980" in top and "15:10" in top
                                                                   for top in tops), tops)
check("nothing is said of the year", "year of birth" not in said, said)
said, tops = heads()
check("a year that is not given is said", "the year of birth is not known" in said, said)
check("and every page leaves room for it", len(tops) > 1 and all("born ____" in top for top in tops), tops)

# Times.
page = sheet()
check("hot shower 8 h", line(page, "hot-shower")["at"] == "2026-11-22T23:10:00+01:00", page["timeline"])
check("makeup 4 h", line(page, "makeup")["at"] == "2026-11-22T19:10:00+01:00")
check("no makeup line without a face", line(sheet(areas="thighs"), "makeup") is None)
check("offset is taken as it stands", line(sheet(finished="2026-11-22T14:10:00Z"), "hot-shower")["at"] == "2026-11-22T23:10:00+01:00")
check("sorted", [m["at"] for m in page["timeline"]] == sorted(m["at"] for m in page["timeline"]))
check("every line of the timeline has a source", all(m["sources"] for m in page["timeline"]))
check("eight hours over the autumn change",
      line(sheet(finished="2026-10-24T20:00", clock="2026-10-24T20:05"), "hot-shower")["at"] == "2026-10-25T03:00:00+01:00")

# Forms.
for ending, magic in (("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("txt", b"Ana Example"), ("json", b"{")):
    done, path = run("form." + ending)
    check(f"writes {ending}", done.returncode == 0 and path.read_bytes().startswith(magic), done.stderr)
check("a PNG a page", (WORK / "form-2.png").exists())
one, first = run("one.pdf")
two, second = run("two.pdf")
check("same input, same bytes", first.read_bytes() == second.read_bytes())
for paper in ("a4", "letter", "a5"):
    check(f"paper {paper}", run("paper.pdf", paper=paper)[0].returncode == 0)
check("in black alone", run("black.pdf", "--black")[0].returncode == 0 and (WORK / "black.pdf").read_bytes() != first.read_bytes())
check("large print", run("large.pdf", "--large")[0].returncode == 0)

# The sample's usual session is one leaf in every language, whatever is known of the cream; its doctors read Spanish.
for language in ("en", "es", "fr", "pt-BR", "de", "ar"):
    own = clinic("own.json", "ES")
    own.write_text(own.read_text(encoding="utf-8").replace('"desk": "en"', f'"desk": "{language}"'), encoding="utf-8")
    for paper in ("a4", "letter"):
        for areas in ("face", "face,chin", "thighs,buttocks"):
            for numbed in ((), ("--numbed",), ("--not-numbed",)):
                done, path = run("leaf.pdf", *numbed, clinic=own, language=language, paper=paper, areas=areas, product="product-a",
                                 batch="EX-A-2601", born="1980", clinician="Dr. Lea Example", next="2026-11-29T15:10", session="2")
                pages = max(int(n) for n in re.findall(rb"/Count (\d+)", path.read_bytes()))
                check(f"one leaf: {language} {paper} {areas} {' '.join(numbed)}", done.returncode == 0 and pages == 2,
                      f"{pages} pages {done.stderr}")

# Words.
check("patient, session, example", all(w in text() for w in ("Ana Example", "Session 1 of 10", "Example page")))
alone = text("--one-language", language="es")
check("Spanish alone", "Después de su tratamiento" in alone and "After your" not in alone, alone)
check("of two languages, the first alone", text("--one-language", language="es,en") == alone)
both = text(language="es,en")
check("a language that is not the clinic's has the clinic's beside it", text(language="es") == both)
check("the clinic's stands alone", sheet(language="en")["languages"] == ["en"] and sheet()["languages"] == ["en"])
check("two languages, the first first", 0 <= both.find("Después de su") < both.find("After your"))
check("next visit", "29 November, 15:00" in text(next="2026-11-29T15:00"))
check("no next visit: not before", "Not before" in text(product="product-a"))
check("which is said while it is to come", "Not before" not in text(product="product-a", clock="2026-12-20T10:00"))
check("product and batch", "L0471" in text(product="product-a", batch="L0471"))
check("birth year", "born 1980" in text(born="1980"))
check("numbed", "Numbing cream: used" in text("--numbed"))
check("numbing unknown prints the warning", "numb" in text(drop=()))
check("test injections", "After your skin test" in text("--test", areas="thighs"))
done, path = run("before.txt", "--before", drop=("--finished",), next="2026-11-29T15:00")
check("a page before the visit", done.returncode == 0 and "28 November, 15:00" in path.read_text(encoding="utf-8"), done.stderr)
check("reprint", "new print" in text(reprint="2026-11-22T15:12"))
late = text(clock="2026-11-25T18:00")
check("long ago: only what still holds", "What is already over is left out" in late and "hot shower until" not in late, late)

# Answers: protein only on a clear no.
def answers(*codes):
    system = "https://aftercare.example/fhir/CodeSystem/answer"
    form = json.loads((DATA / "forms" / "first-visit.json").read_text(encoding="utf-8"))

    def find(items):
        for item in items:
            options = [o.get("valueCoding", {}) for o in item.get("answerOption", [])]
            if any(o.get("code") == "kidney" for o in options):
                return [{"linkId": item["linkId"], "answer": [{"valueCoding": {k: o[k] for k in ("system", "code")}}
                                                             for o in options if o["code"] in codes]}]
            below = find(item.get("item", []))
            if below:
                return [{"linkId": item["linkId"], "item": below}] if item["type"] == "group" else below
        return []
    path = WORK / "answers.json"
    path.write_text(json.dumps({"resourceType": "QuestionnaireResponse", "status": "completed",
                                "questionnaire": form["url"], "item": find(form["item"])}), encoding="utf-8")
    return path


PROTEIN = "protein"
lines = lambda document: {e.get("line") for b in document["blocks"] for e in b["entries"]}
check("protein on a clear no", PROTEIN in lines(sheet(answers=answers("none"))), text(answers=answers("none"))[:300])
check("no protein with kidney disease", PROTEIN not in lines(sheet(answers=answers("kidney"))))
check("no protein when not sure", PROTEIN not in lines(sheet(answers=answers("unsure"))))
check("no protein without answers", PROTEIN not in lines(sheet()))

# A form of the clinic's own is found when it is named, and only then.
own = WORK / "own-form.json"
form = json.loads((DATA / "forms" / "first-visit.json").read_text(encoding="utf-8"))
form["url"] = "https://clinic.example/fhir/Questionnaire/own"
own.write_text(json.dumps(form), encoding="utf-8")
given = answers("none")
given.write_text(given.read_text(encoding="utf-8").replace(
    json.loads(given.read_text(encoding="utf-8"))["questionnaire"], form["url"]), encoding="utf-8")
done, path = run("own-form.json.txt", answers=given)
check("answers to a form that is not installed are refused, with what to do", done.returncode == 1 and "--form" in done.stderr,
      done.stderr)
check("--form names it", PROTEIN in lines(sheet(answers=given, form=own)))

# A protocol of the clinic's own, and who treated.
protocol = json.loads((DATA / "protocols" / "mesotherapy.json").read_text(encoding="utf-8"))
next(entry for entry in protocol["lines"] if entry["id"] == "hot-shower")["hours"] = 9
(WORK / "protocol.json").write_text(json.dumps(protocol, ensure_ascii=False), encoding="utf-8")
nine = sheet(protocol=WORK / "protocol.json")
check("--protocol: its own nine hours", line(nine, "hot-shower")["at"] == "2026-11-23T00:10:00+01:00", nine["timeline"])
check("--clinician stands in the record", "Lea Sample" in text(clinician="Lea Sample") and "Lea Sample" not in text())
check("the food block stays", any(b["block"] == "food" for b in sheet()["blocks"]))

# Numbing cream: the warning when it was used and when nobody knows, the permission only when it was not.
for name, how, warned in (("used", ("--numbed",), True), ("unknown", (), True), ("not used", ("--not-numbed",), False)):
    found = lines(sheet(*how))
    check(f"numbing cream {name}", ("numb-skin" in found) == warned and ("cool-pack" in found) != warned, found)

# An area that is said to be neither face nor body: nobody knows what it is, so it waits with makeup and wears loose clothes.
rules = json.loads((DATA / "protocols" / "mesotherapy.json").read_text(encoding="utf-8"))
rules["areas"].append({"code": "ears", "text": dict.fromkeys(("en", "es", "fr", "pt-BR", "de", "ar"), "ears"), "face": False,
                       "body": False})
(WORK / "ears.json").write_text(json.dumps(rules), encoding="utf-8")
ears = sheet(protocol=WORK / "ears.json", areas="ears")
only = {line["id"] for line in rules["lines"] if line.get("when", {}).get("areas")}
check("an area of which nothing is known has the lines of both", ears["areas"] == ["ears"] and "makeup" in only
      and {"hot-shower", "massage"} <= lines(ears) and {"makeup", "clothes"} <= lines(ears), lines(ears))
check("and with one of the body too", "makeup" in lines(sheet(protocol=WORK / "ears.json", areas="thighs,ears")))
told = subprocess.run([CTL, "protocol", "check", str(WORK / "ears.json")], capture_output=True, text=True, timeout=60)
check("and the check asks what it is", told.returncode == 1 and "say whether 'ears' counts as face or as body" in told.stdout,
      told.stdout + told.stderr)

# An area that no line is for: every line that names an area is for the face, and it is of the body.
for entry in rules["lines"]:
    if entry.get("when", {}).get("areas"):
        entry["when"]["areas"] = "face"
rules["areas"][-1]["body"] = True
(WORK / "ears-body.json").write_text(json.dumps(rules), encoding="utf-8")
alone = sheet(protocol=WORK / "ears-body.json", areas="ears")
check("an area with no line: the sheet is whole without", {"hot-shower", "massage"} <= lines(alone) and not only & lines(alone), lines(alone))
check("and its name stands on the page", "ears" in text(protocol=WORK / "ears.json", areas="ears"))

# Refusals: 1 the input is at fault, 2 usage, 3 the environment.
for name, code, more, changes, drop, word in (
    ("future finish", 1, (), {"finished": "2026-11-22T16:00"}, (), "future"),
    ("unknown area", 1, (), {"areas": "elbow"}, (), "elbow"),
    ("unknown product", 1, (), {"product": "nothing"}, (), "nothing"),
    ("batch without product", 1, (), {"batch": "L1"}, (), "--product"),
    ("unknown language", 1, (), {"language": "xx"}, (), "xx"),
    ("next before the end", 1, (), {"next": "2026-11-22T15:00"}, (), "--next"),
    ("no such day", 1, (), {"finished": "2026-02-31T10:00"}, (), "--finished"),
    ("time that is skipped", 1, (), {"finished": "2026-03-29T02:30"}, (), "does not exist"),
    ("time that is doubled", 1, (), {"finished": "2026-10-25T02:30"}, (), "twice"),
    ("missing answers", 1, (), {"answers": "/nowhere.json"}, (), "/nowhere.json"),
    ("missing patient", 2, (), {}, ("--patient",), "--patient"),
    ("missing finish", 2, (), {}, ("--finished",), "--finished"),
    ("missing areas", 2, (), {}, ("--areas",), "--areas"),
    ("session beyond the course", 2, (), {"session": "11"}, (), "--session"),
    ("unknown paper", 2, (), {"paper": "b5"}, (), "b5"),
    ("unknown option", 2, ("--nothing",), {}, (), "--nothing"),
    ("contradicting numbing", 2, ("--numbed", "--not-numbed"), {}, (), "contradict"),
    ("before without a visit", 2, ("--before",), {}, ("--finished",), "--next"),
    ("before a visit that has been", 1, ("--before",), {"next": "2026-11-22T15:00"}, ("--finished",), "lies in the past"),
    ("before a visit that begins now", 1, ("--before",), {"next": "2026-11-22T15:12"}, ("--finished",), "lies in the past"),
    ("before and finished", 2, ("--before",), {"next": "2026-11-29T15:00"}, (), "contradicts"),
    ("no output", 2, (), {}, (), "-o"),
    ("unknown ending", 2, (), {}, (), ".pdf"),
    ("no such folder", 3, (), {}, (), "no/such"),
):
    out = {"no output": None, "unknown ending": "sheet.doc", "no such folder": "no/such/sheet.pdf"}.get(name, "refused.pdf")
    done, path = run(out, *more, drop=drop, **changes)
    # An input that cannot be read at all is the environment's fault; both are said with the file.
    codes = (1, 3) if name == "missing answers" else (code,)
    check(f"refuses: {name}", done.returncode in codes and word in done.stderr, f"{done.returncode} {done.stderr}")
check("nothing is written on refusal", not (WORK / "refused.pdf").exists())

# Every option of the help was used above, in a run that made a sheet.
told = subprocess.run([CTL, "sheet", "--help"], capture_output=True, text=True, check=True).stdout
options = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", told, re.MULTILINE)) - {"--help", "--help-all"}
check("the help has options", len(options) > 20, told)
check("every option of the help is tested", options <= used, options - used)

print(f"1..{len(results)}")
for number, (name, good, note) in enumerate(results, 1):
    print(f"{'ok' if good else 'not ok'} {number} {name}")
    if not good:
        print("\n".join("# " + part for part in note.splitlines()[:20]))
sys.exit(0 if all(good for _, good, _ in results) else 1)
