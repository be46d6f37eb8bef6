# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""aftercarectl protocol check and screen, as scripts outside the project call them."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

CTL = sys.argv[1]
DATA = pathlib.Path(sys.argv[2])
PROTOCOL = DATA / "protocols" / "mesotherapy.json"
FIRST = DATA / "forms" / "first-visit.json"
DAY = DATA / "forms" / "day-check.json"
QUESTION = "https://aftercare.example/fhir/CodeSystem/question"
HEALTHY = {"goal": "cellulite", "treatment-areas": "thighs", "meal-today": "yes"}
WORK = pathlib.Path(tempfile.mkdtemp(prefix="aftercare-screen-"))
results = []


def run(*words, data=DATA):
    env = {name: value for name, value in os.environ.items() if name != "AFTERCARE_DATA"}
    if data is not None:
        env["AFTERCARE_DATA"] = str(data)
    return subprocess.run([CTL, *map(str, words)], capture_output=True, text=True, timeout=60, env=env)


def check(name, good, note=""):
    results.append((name, bool(good), str(note)))


def write(name, value):
    path = WORK / name
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def codes_of(item):
    return [c["code"] for c in item.get("code", []) if c.get("system") == QUESTION]


def enabled(item, given):
    conditions = item.get("enableWhen", [])
    if not conditions:
        return True
    hits = [c.get("answerCoding", {}).get("code") in given.get(c["question"], []) for c in conditions]
    return all(hits) if item.get("enableBehavior") == "all" else any(hits)


def answer(item, given, changes):
    question = (codes_of(item) or [None])[0]
    options = [o["valueCoding"] for o in item.get("answerOption", []) if "valueCoding" in o]
    wanted = changes.get(question)
    if question == "birth-date":
        return [{"valueDate": wanted or "1980-05-17"}]
    if item["type"] == "dateTime":
        return [{"valueDateTime": wanted}] if wanted else []
    if item["type"] == "text":
        return [{"valueString": wanted}] if wanted else []
    chosen = [o for o in options if wanted and o["code"] in wanted.split(",")]
    if not chosen:
        usual = [HEALTHY.get(question), "none", "no"]
        chosen = next(([o] for u in usual for o in options if o["code"] == u), [])
    given[item["linkId"]] = [o["code"] for o in chosen]
    return [{"valueCoding": o} for o in chosen]


def fill(items, given, changes):
    filled = []
    for item in items:
        if not enabled(item, given) or item["type"] == "display":
            continue
        entry = {"linkId": item["linkId"]}
        if item["type"] != "group":
            answers = answer(item, given, changes)
            if not answers:
                continue
            entry["answer"] = answers
        else:
            entry["item"] = fill(item.get("item", []), given, changes)
        filled.append(entry)
    return filled


def answers(name, form=FIRST, **changes):
    questionnaire = json.loads(form.read_text(encoding="utf-8"))
    changes = {k.replace("_", "-"): v for k, v in changes.items()}
    return write(name, {"resourceType": "QuestionnaireResponse", "questionnaire": questionnaire["url"],
                        "status": "completed", "item": fill(questionnaire["item"], {}, changes)})


GOOD = [{"event": "consent", "at": "2026-11-19T09:00:00+01:00", "product": "product-a"},
        {"event": "test", "at": "2026-11-19T10:00:00+01:00", "product": "product-a"},
        {"event": "reading", "at": "2026-11-20T11:00:00+01:00", "product": "product-a", "result": "clear"}]


def screen(answer_file, start="2026-11-22T14:30:00+01:00", history=GOOD, product="product-a", extra=()):
    words = ["screen", "--protocol", PROTOCOL, "--form", FIRST, "--answers", answer_file, "--session-start", start]
    if product:
        words += ["--product", product]
    if history is not None:
        words += ["--history", write("history.json", history)]
    done = run(*words, *extra)
    return done, json.loads(done.stdout) if done.returncode == 0 else None


def open_rules(findings):
    return sorted(f["rule"] for f in findings if f["level"] != "info")


# --- protocol check
done = run("protocol", "check", PROTOCOL)
check("the sample may be used", done.returncode == 0 and done.stdout == "", done.stdout)
done = run("protocol", "check", PROTOCOL, "--form", FIRST, "--form", DAY)
check("the forms feed it", done.returncode == 0, done.stdout)

protocol = json.loads(PROTOCOL.read_text(encoding="utf-8"))
protocol["parameters"]["test"]["wait_hours"] = 12
low = write("low.json", protocol)
done = run("protocol", "check", PROTOCOL, low)
check("a low floor is refused", done.returncode == 1 and
      done.stdout.startswith(f"{low}: /parameters/test/wait_hours: 12 is under the floor of 24"), done.stdout)
done = run("protocol", "check", low, "--json")
check("as JSON", [p["path"] for p in json.loads(done.stdout)] == ["/parameters/test/wait_hours"], done.stdout)

form = json.loads(FIRST.read_text(encoding="utf-8"))
for page in form["item"]:
    page["item"] = [i for i in page.get("item", []) if "pregnancy" not in codes_of(i)]
done = run("protocol", "check", PROTOCOL, "--form", write("unfed.json", form))
check("an unfed rule is named", done.returncode == 1 and "'pregnant'" in done.stdout and "/rules/" in done.stdout,
      done.stdout)

form = json.loads(FIRST.read_text(encoding="utf-8"))
for page in form["item"]:
    for item in page.get("item", []):
        item["answerOption"] = [o for o in item.get("answerOption", []) if o["valueCoding"]["code"] != "kidney"]
no_kidney = write("no-kidney.json", form)
done = run("protocol", "check", PROTOCOL, "--form", no_kidney)
check("so is one that waits for an answer nobody can give", done.returncode == 1 and "'kidney-liver'" in done.stdout and
      "'stroke'" not in done.stdout, done.stdout)

done = run("protocol", "check", WORK / "nowhere.json")
check("a missing file is said", done.returncode in (1, 3) and "nowhere.json" in done.stderr, done.stderr)
(WORK / "cut.json").write_text(PROTOCOL.read_text(encoding="utf-8")[:5000], encoding="utf-8")
done = run("protocol", "check", WORK / "cut.json")
check("a cut file is an error with its name", done.returncode == 1 and "cut.json: /" in done.stderr, done.stderr)
check("usage", run("protocol").returncode == 2 and run("protocol", "check").returncode == 2 and
      run("protocol", "check", "--nonsense").returncode == 2)
done = run("protocol", "--help")
check("help", done.returncode == 0 and "--form" in done.stdout, done.stdout)

# --- screen
healthy = answers("healthy.json")
done, findings = screen(healthy)
check("healthy: nothing open", done.returncode == 0 and open_rules(findings) == [], done.stdout + done.stderr)
check("the fields of the contract", all(set(f) == {"rule", "level", "decidable", "reason", "clears_at", "sources"}
                                        for f in findings))
done = run("screen", "--protocol", PROTOCOL, "--form", no_kidney, "--answers", healthy, "--session-start",
           "2026-11-22T14:30:00+01:00", "--product", "product-a", "--history", write("history.json", GOOD))
check("an answer that nobody could give was not asked", open_rules(json.loads(done.stdout)) == ["kidney-liver"],
      done.stdout)
_, findings = screen(healthy, history=None)
check("nothing has happened yet", open_rules(findings) == ["consent", "test-missing"] and
      not any(f["decidable"] for f in findings if f["level"] == "stop"), findings)

_, findings = screen(healthy, start="2026-11-20T06:00:00+01:00", history=GOOD[:2])
early = [f for f in findings if f["rule"] == "test-early"]
check("hour 20 of the test", len(early) == 1 and early[0]["clears_at"] == "2026-11-20T10:00:00+01:00" and
      early[0]["level"] == "stop" and not early[0]["decidable"], findings)

coffee = answers("coffee.json", caffeine_what="coffee", caffeine_last="2026-11-21T15:10:00+01:00")
_, findings = screen(coffee)
check("coffee yesterday 15:10", [(f["rule"], f["level"], f["decidable"], f["clears_at"]) for f in findings
                                 if f["level"] != "info"] ==
      [("caffeine", "review", True, "2026-11-22T15:10:00+01:00")], findings)
_, local = screen(coffee, start="2026-11-22T14:30")
check("without offset it is the clinic's local time", isinstance(local, list) and len(local) > 0, local)

stimulant = answers("stimulant.json", medicines_kinds="stimulant-medicine")
_, findings = screen(stimulant)
check("a prescribed stimulant has no time", [(f["rule"], f["clears_at"]) for f in findings
                                             if f["level"] != "info"] == [("stimulant-medicine", None)], findings)

soy = answers("soy.json", allergies="soy")
history_b = [dict(e, product="product-b") for e in GOOD]
_, findings = screen(soy, history=history_b, product="product-b")
check("soy meets lecithin", open_rules(findings) == ["allergy-match"], findings)

empty = write("empty.json", {"resourceType": "QuestionnaireResponse", "status": "in-progress",
                             "questionnaire": form["url"], "item": []})
_, findings = screen(empty)
answered = {r["id"] for r in protocol["rules"] if r["find"] == "answer" and r["level"] != "info" and
            r.get("unasked") != "ignore" and not r.get("after_session") and "ingredients" not in r and
            "fat-dissolving" not in r.get("when", {}).get("classes", [])}
check("what was not asked is found, rule by rule", answered <= set(open_rules(findings)),
      answered - set(open_rules(findings)))

done, _ = screen(healthy, product="product-z")
check("an unknown product is said", done.returncode == 1 and "product-z" in done.stderr, done.stderr)
done, _ = screen(healthy, start="tomorrow")
check("a bad time is said", done.returncode == 1 and "--session-start" in done.stderr, done.stderr)
done, _ = screen(healthy, history=[{"event": "party", "at": "2026-11-22T10:00:00Z"}])
check("a bad history is said", done.returncode == 1 and "/0/event" in done.stderr, done.stderr)
check("screen: usage", run("screen").returncode == 2 and run("screen", "--session-start", "x").returncode == 2)
check("screen: help", "--session-start" in run("screen", "--help").stdout)

# --- every command: help, and whose fault it is
for command in ("form", "protocol", "screen", "plan", "sheet", "records", "export", "synthesize"):
    done = run(command, "--help")
    check(f"{command}: help says how it is called and what its exit status means",
          done.returncode == 0 and f"aftercarectl {command}" in done.stdout and "3 the environment" in done.stdout,
          done.stdout)
SHEET = ("sheet", "--patient", "Ana", "--finished", "2026-11-20T15:10", "--areas", "face", "--clock",
         "2026-11-20T15:12", "-o", WORK / "sheet.txt")
PLAN = ("plan", "--sessions", "2", "--from", "2026-12-01T10:00")
SCREEN = ("screen", "--form", FIRST, "--answers", healthy, "--session-start", "2026-11-22T14:30:00+01:00")
for words in (SHEET, PLAN, SCREEN, ("protocol", "check", PROTOCOL), ("records", "init", "--data-dir", WORK / "records")):
    done = run(*words, data=WORK / "not-installed")
    check(f"{words[0]}: missing installed data is the environment's fault",
          done.returncode == 3 and "not-installed" in done.stderr, (done.returncode, done.stderr))
    done = run(*words, data=None)
    check(f"{words[0]}: a program in its build tree finds the tree's data", done.returncode == 0, done.stderr)
for words, option in ((PLAN, "--clinic"), (PLAN, "--protocol"), (SCREEN, "--protocol"), (SHEET, "--clinic")):
    done = run(*words, option, WORK / "nowhere.json")
    check(f"{words[0]} {option}: a missing file that was named is the input's fault",
          done.returncode == 1 and "nowhere.json" in done.stderr, (done.returncode, done.stderr))
for words in (PLAN, SCREEN, SHEET):
    done = run(*words, "--areas", "")
    check(f"{words[0]}: no area is not an area", done.returncode in (1, 2) and "--areas" in done.stderr, done.stderr)

(WORK / "emptied").mkdir()
(WORK / "emptied" / "store.db").touch()
done = run("records", "verify", "--data-dir", WORK / "emptied")
check("records verify: an empty file is not a sound store", done.returncode == 1 and "no records" in done.stderr,
      done.stdout + done.stderr)

print(f"1..{len(results)}")
for number, (name, good, note) in enumerate(results, 1):
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    if not good:
        print("# " + note.replace("\n", "\n# ")[:2000])
sys.exit(0 if all(good for _, good, _ in results) else 1)
