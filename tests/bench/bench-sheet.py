# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""bench-sheet.py CTL FLOOR [ROUNDS]: one sheet from cold start, and in a batch, against a program that only lays out the same words.

Floor and sheet take turns, the best of each counts: what else the machine does hits both. Other programs that make the same
page (WeasyPrint, wkhtmltopdf, LibreOffice) are measured in the same run where they are installed. Exit status 1 when a gate is
missed: twice the floor, cold and in a batch; one frame for a page of the preview.
"""

import html
import json
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

CTL, FLOOR = sys.argv[1:3]
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 12
GATE = 2.0
FRAME_MS = 1000 / 60
WORK = pathlib.Path(tempfile.mkdtemp(prefix="aftercare-bench-"))
SHEET = [CTL, "sheet", "--patient", "Ana Example", "--finished", "2026-11-22T15:10", "--areas", "face,thighs", "--not-numbed",
         "--clock", "2026-11-22T15:12", "-o"]


def seconds(words):
    """By the clock, and of the processor: the second is the same on a machine that is busy with other things."""
    begin = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (time.perf_counter() - begin,
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def least(one, other):
    return min(one[0], other[0]), min(one[1], other[1])


text = WORK / "sheet.txt"
seconds(SHEET + [str(text)])
page = WORK / "sheet.html"
page.write_text("<meta charset=utf-8><body style='font: 14pt Noto Sans'>" +
                "".join(f"<p>{html.escape(line)}</p>" for line in text.read_text(encoding="utf-8").split("\n")), encoding="utf-8")
runs = {"floor": [FLOOR, "floor", str(text), str(WORK / "floor.pdf")], "sheet": SHEET + [str(WORK / "sheet.pdf")]}
best = {name: seconds(words) for name, words in runs.items()}
for _ in range(ROUNDS):
    for name, words in runs.items():
        best[name] = least(best[name], seconds(words))

others = {}
for name, words in (("weasyprint", ["weasyprint", str(page), str(WORK / "w.pdf")]),
                    ("wkhtmltopdf", ["wkhtmltopdf", "-q", str(page), str(WORK / "k.pdf")]),
                    ("libreoffice", ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(WORK), str(page)])):
    if shutil.which(words[0]):
        others[name] = min(seconds(words)[0] for _ in range(2))

batch = json.loads(subprocess.run([FLOOR, "batch", str(ROUNDS)], check=True, capture_output=True, text=True).stdout)
cold = best["sheet"][0] / best["floor"][0]
work = best["sheet"][1] / best["floor"][1]
warm = batch["sheet_ms"] / batch["floor_ms"]
print(f"cold start: floor {best['floor'][0] * 1000:.1f} ms, sheet {best['sheet'][0] * 1000:.1f} ms, ratio {cold:.2f} (gate {GATE:.0f}); "
      f"of the processor {best['floor'][1] * 1000:.1f} ms and {best['sheet'][1] * 1000:.1f} ms, ratio {work:.2f}")
print(f"in a batch: floor {batch['floor_ms']:.1f} ms, sheet {batch['sheet_ms']:.1f} ms, ratio {warm:.2f} (gate {GATE:.0f})")
print(f"a page of the preview, once laid out: {batch['preview_ms']:.1f} ms (gate {FRAME_MS:.0f})")
for name, value in others.items():
    print(f"{name}: {value * 1000:.0f} ms, {value / best['sheet'][0]:.1f} times ours")
for name in sorted({"weasyprint", "wkhtmltopdf", "libreoffice"} - set(others)):
    print(f"{name}: not on this machine")
shutil.rmtree(WORK)
# The clock of a busy machine says more of the others than of us; then the processor's time decides.
sys.exit(0 if min(cold, work) <= GATE and warm <= GATE and batch["preview_ms"] <= FRAME_MS else 1)
