#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""run-fuzzer.py NAME SOURCE_ROOT BUILD_ROOT [--seconds N]: builds fuzz-NAME with clang and runs it.

Ten seconds by default (the test); an hour with --seconds 3600. What it finds stays in BUILD_ROOT/fuzz/NAME-found.
Exit status 77 (skipped) where there is no clang with libFuzzer.
"""

import argparse
import glob
import json
import os
import shutil
import subprocess
import sys

FORMS = ["data/forms/*.json", "tests/fuzz/every-type.json", "tests/fuzz/bounds.json", "../shared/forms/real/*.json", "../shared/forms/hl7-cases/*/questionnaire.json"]
LONGEST = 200000
LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language"
ANEW = "https://aftercare.example/fhir/StructureDefinition/asked-anew"
BEGUN = "https://aftercare.example/fhir/StructureDefinition/answer-begun"
# What the seeds alone have to reach: a fuzzer that stays outside finds nothing.
REACHED = {
    "form": ["note_values", "note_lengths", "note_counts", "is_impossible", "care_response_export_drafts", "care_response_import_draft", "put_draft"],
    "answers": ["is_impossible", "care_response_export_drafts", "care_response_import_draft", "put_draft", "peek_draft"],
    "pair": ["note_values", "note_lengths", "note_counts", "is_impossible", "care_response_export_drafts", "care_response_import_draft",
             "care_response_set_draft", "care_response_apply_changes", "apply_instances", "apply_own", "care_response_take_changes", "care_response_import_anew", "care_response_export_anew", "care_import_ask_anew",
             "keep_members", "export_members", "find_language", "write_language", "care_value_new_spoken", "care_response_set_former"],
}
PACKAGES = ["gio-2.0", "json-glib-1.0", "icu-uc", "icu-i18n"]


def skip(reason):
    print("skipped: " + reason)
    sys.exit(77)


def find_clang():
    for name in ["clang", "clang-16", "clang-15", "clang-14"]:
        if shutil.which(name):
            return shutil.which(name)
    return skip("clang is not installed")


def newest(paths):
    return max(os.path.getmtime(path) for path in paths)


def build(name, source, folder):
    """One program from the rooms' sources, all with the sanitizers; only when something is newer than it."""
    target = os.path.join(folder, "fuzz-" + name)
    sources = glob.glob(os.path.join(source, "src/base/*.c")) + glob.glob(os.path.join(source, "src/form/*.c"))
    sources.append(os.path.join(source, "tests/fuzz", "fuzz-" + name + ".c"))
    headers = glob.glob(os.path.join(source, "src/base/*.h")) + glob.glob(os.path.join(source, "src/form/*.h"))
    if os.path.exists(target) and os.path.getmtime(target) > newest(sources + headers + [__file__]):
        return target

    flags = subprocess.run(["pkg-config", "--cflags", "--libs"] + PACKAGES, check=True, capture_output=True, text=True).stdout.split()
    command = [find_clang(), "-O1", "-g1", "-fno-inline-functions", "-D_GNU_SOURCE", "-fsanitize=fuzzer,address,undefined", "-fno-sanitize-recover=undefined",
               "-w", "-I" + os.path.join(source, "src"), "-I" + os.path.dirname(folder), "-o", target] + sources + flags + ["-lm"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        if "libclang_rt.fuzzer" in done.stderr:
            skip("this clang has no libFuzzer")
        sys.exit("does not build:\n" + done.stderr)
    return target


def answer_for(item):
    """One answer of the item's type, in FHIR's JSON; None for what is not asked."""
    options = item.get("answerOption") or []
    if options and isinstance(options[0], dict):
        return {name: value for name, value in options[0].items() if name.startswith("value")}
    return {
        "boolean": {"valueBoolean": True}, "decimal": {"valueDecimal": 1.5}, "integer": {"valueInteger": 7}, "date": {"valueDate": "2026-11-29"},
        "dateTime": {"valueDateTime": "2026-11-29T10:00:00+01:00"}, "time": {"valueTime": "10:00:00"}, "string": {"valueString": "words"},
        "text": {"valueString": "more\nwords"}, "url": {"valueUri": "urn:x"}, "choice": {"valueCoding": {"system": "urn:x", "code": "a"}},
        "open-choice": {"valueString": "other"}, "quantity": {"valueQuantity": {"value": 3, "unit": "kg"}},
    }.get(item.get("type"))


def answer_items(items):
    answered = []
    for item in items:
        if not isinstance(item, dict) or "linkId" not in item or item.get("type") == "display":
            continue
        below = answer_items(item.get("item") or [])
        entry = {"linkId": item["linkId"]}
        if item.get("type") == "group":
            entry["item"] = below
        else:
            answer = dict(answer_for(item) or {})
            if "valueString" in answer:
                answer["_valueString"] = {"extension": [{"url": LANGUAGE, "valueCode": "es"}]}
            if below:
                answer["item"] = below
            entry.update({"id": "i", "extension": [{"url": ANEW, "valueBoolean": True}]} if item.get("type") == "time" else {"answer": [answer]})
        answered.append(entry)
    return answered


def begun(number, text):
    """An answer that is half typed, as an extension of its item."""
    return {"url": BEGUN, "extension": [{"url": "answer", "valueInteger": number}, {"url": "typed", "valueString": text}]}


def changes_of(form):
    """Changes of the first level's items: answered, half typed, and groups told whole."""
    changes = []
    for number, item in enumerate(item for item in form.get("item") or [] if isinstance(item, dict) and "linkId" in item):
        if item.get("type") == "group":
            told = answer_items([item])
            changes.append({"at": [], "answer": 0, "number": number, "linkId": item["linkId"], "items": told + told})
        elif item.get("type") != "display":
            own = dict(answer_items([item])[0], extension=[begun(0, "12|0|")])
            changes.append({"at": [[0, number, item["linkId"], 0]], "item": own})
    return json.dumps({"changes": changes})


def answers_to(form):
    """Every question of a form answered once: a seed where a form came without answers."""
    return json.dumps({"resourceType": "QuestionnaireResponse", "status": "in-progress", "item": answer_items(form.get("item") or [])})


def write_pairs(source, seeds):
    """A form, a line, answers to it, a line, and changes of them: what fuzz-pair reads."""
    forms = [path for pattern in FORMS for path in glob.glob(os.path.join(source, pattern))]
    for path in forms + glob.glob(os.path.join(source, "../shared/forms/enablewhen/*/questionnaire.json")):
        beside = os.path.join(os.path.dirname(path), "response.json")
        with open(path, encoding="utf-8-sig") as file:
            form = file.read()
        if os.path.exists(beside):
            with open(beside, encoding="utf-8") as file:
                answers = file.read()
        else:
            answers = answers_to(json.loads(form))
        with open(os.path.join(seeds, seed_name(source, path)), "w", encoding="utf-8") as file:
            file.write(form + "\n%answers%\n" + answers + "\n%changes%\n" + changes_of(json.loads(form)))


def seed_name(source, path):
    return os.path.relpath(path, source).replace("/", "-").replace("..", "")


def copy_seeds(name, source, seeds):
    """Forms of the project, real ones where they are at hand, the largest too, and what once broke it."""
    patterns = {"form": FORMS, "answers": ["tests/fuzz/seed-*.json", "../shared/forms/*/*/response.json"], "pair": []}[name]
    os.makedirs(seeds, exist_ok=True)
    for pattern in patterns + ["tests/fuzz/broke-" + name + "/*"]:
        for path in glob.glob(os.path.join(source, pattern)):
            shutil.copy(path, os.path.join(seeds, seed_name(source, path)))
    if name == "pair":
        write_pairs(source, seeds)


def list_missed(name, program, seeds, environment):
    """Which of the functions that the seeds have to reach they do not."""
    done = subprocess.run([program, seeds, "-runs=0", "-print_coverage=1", "-max_len=%d" % LONGEST], env=environment, capture_output=True, text=True)
    lines = [line.split() for line in done.stderr.splitlines() if line.startswith("COVERED_FUNC: ")]
    if not lines:
        print("what the seeds reach is not known: no symbolizer")
        return []
    covered = {words[words.index("edges:") + 2] for words in lines}
    return [function for function in REACHED[name] if function not in covered]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=["form", "answers", "pair"])
    parser.add_argument("source")
    parser.add_argument("build")
    parser.add_argument("--seconds", type=int, default=10)
    options = parser.parse_args()

    source = os.path.abspath(options.source)
    folder = os.path.join(os.path.abspath(options.build), "fuzz")
    corpus = os.path.join(folder, options.name + "-corpus")
    seeds = os.path.join(folder, options.name + "-seeds")
    found = os.path.join(folder, options.name + "-found")
    for path in [corpus, found]:
        os.makedirs(path, exist_ok=True)
    program = build(options.name, source, folder)
    copy_seeds(options.name, source, seeds)

    # What GIO's modules on a machine keep for themselves is no leak of ours: found is no folder of modules.
    environment = dict(os.environ, GIO_MODULE_DIR=found, CARE_FUZZ_FORM=os.path.join(source, "tests/fuzz/every-type.json"), G_SLICE="always-malloc",
                       G_DEBUG="fatal-criticals", ASAN_OPTIONS="detect_leaks=1:allocator_may_return_null=1")
    missed = list_missed(options.name, program, seeds, environment)
    if missed:
        sys.exit("the seeds do not reach " + ", ".join(missed))
    command = [program, corpus, seeds, "-max_total_time=%d" % options.seconds, "-timeout=60", "-rss_limit_mb=1024", "-max_len=%d" % LONGEST,
               "-dict=" + os.path.join(source, "tests/fuzz/fhir.dict"), "-artifact_prefix=" + found + "/", "-print_final_stats=1"]
    done = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True)
    tail = done.stderr.splitlines()[-40:]
    print("\n".join(tail))
    return 1 if done.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
