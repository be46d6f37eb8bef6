# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Every page that goes to paper, read back out of the PDF: whose it is, which page it is, whether it may be trusted,
and whether a printer that knows black alone loses any of it."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

CTL = sys.argv[1]
DATA = pathlib.Path(sys.argv[2])
WORK = pathlib.Path(tempfile.mkdtemp(prefix="aftercare-pages-"))
WORDS = json.loads((DATA / "words" / "sheet.json").read_text(encoding="utf-8"))
WORDS = WORDS.get("words", WORDS)
LANGUAGES = ["en", "es", "fr", "pt-BR", "de", "ar"]
DOTS = 150 # an inch of a page in black and white
results = []

# The sample clinic's numbers must say EXAMPLE: in a clinic that is none, only what stands across a page does.
CLINIC = WORK / "clinic.json"
settings = json.loads((DATA / "sample" / "clinic.json").read_text(encoding="utf-8").replace(" EXAMPLE", ""))
settings["sample"] = False
for person in settings["staff"]:
    person.pop("pin", None)
CLINIC.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")


def check(name, good, note=""):
    results.append((name, bool(good), str(note)))


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, check=True, timeout=60).stdout


def sheet(*more, language="en", protocol=None):
    out = WORK / "sheet.pdf"
    words = ["--patient", "Ana Example", "--born", "1980", "--finished", "2026-11-22T15:10", "--clock", "2026-11-22T15:12",
             "--areas", "face,thighs", "--session", "1", "--of", "10", "--language", language, "--clinic", CLINIC, "-o", out,
             *(["--one-language"] if "," not in language else [])]
    run(CTL, "sheet", *words, *(["--protocol", protocol] if protocol else []), *more)
    return out


def bare(text):
    """Without spaces, and without what only turns the direction of writing."""
    return re.sub("[\\s\u00a0\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)


def boxes(pdf, page):
    """Every word of a page with its place: (text, left, top, right, bottom)."""
    found = run("pdftotext", "-f", page, "-l", page, "-bbox", pdf, "-").decode()
    pattern = r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
    return [(bare(m[5]), *(float(m[i]) for i in range(1, 5))) for m in re.finditer(pattern, found)]


def page_count(pdf):
    return int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", pdf))[1])


def across(pdf, page):
    """What stands across a page: the only letters that are large and lean, read upwards along the diagonal."""
    large = [b for b in boxes(pdf, page) if b[3] - b[1] > 36 and b[4] - b[2] > 24
             and any(c.isalpha() for c in b[0]) and b[0] == b[0].upper()]
    return "".join(b[0] for b in sorted(large, key=lambda b: -b[4]))


def head(pdf, page):
    return run("pdftotext", "-f", page, "-l", page, "-x", 0, "-y", 0, "-W", 700, "-H", 90, pdf, "-").decode()


def page_languages(pdf, languages):
    """The languages of the pages, in order: each writes "page x of y" its own way."""
    found = []
    for page in range(1, page_count(pdf) + 1):
        top = bare(head(pdf, page))
        found.append(next((language for language in languages
                           if bare(WORDS["header.page"][language].split("{")[0]) in top), None))
    return found


SIZES = {"A4": (), "Letter": ("--paper", "letter"), "A5": ("--paper", "a5"), "large print": ("--large",),
         "large print on A5": ("--large", "--paper", "a5")}
SHEETS = [(language, size) for language in (*LANGUAGES, "ar,en") for size in ("A4", "A5", "large print")]
SHEETS += [("en", "Letter"), ("en", "large print on A5"), ("ar", "large print on A5"), ("de,en", "A4"), ("es,fr", "Letter")]


# Name, birth year and finish head every page, and which page of how many it is.
def check_heads(name, pdf, languages):
    count = page_count(pdf)
    spoken = page_languages(pdf, languages)
    check(f"{name}: the languages follow each other", list(dict.fromkeys(spoken)) == languages, spoken)
    for page in range(1, count + 1):
        top = head(pdf, page)
        language = spoken[page - 1] or languages[0]
        digits = re.findall(r"\d+", top)
        check(f"{name}: page {page} is Ana's, born 1980, ended 22 November at 15:10",
              "Ana Example" in re.sub(r"\s+", " ", top) and "1980" in digits and "22" in digits and "2026" in digits
              and "15:10" in top, top)
        number = WORDS["header.page"][language].format(page=page, pages=count)
        if language == "ar": # written from right to left: its parts, in whichever order they were found
            check(f"{name}: page {page} of {count}", str(page) in digits and str(count) in digits, top)
        else:
            check(f"{name}: page {page} of {count}", bare(number) in bare(top), top)


# EXAMPLE across every page of the sample, in the page's language.
for languages, size in SHEETS:
    pdf = sheet(*SIZES[size], language=languages)
    name = f"{languages} on {size}" if size.startswith(("A", "L")) else f"{languages} in {size}"
    check_heads(name, pdf, languages.split(","))
    # One in each language: in the sentence that says whom to tell of a side effect.
    links = pdf.read_bytes().count(b"tel:5550160")
    check(f"{name}: the number to report to can be called", links >= len(languages.split(",")), links)
    for page, language in enumerate(page_languages(pdf, languages.split(",")), 1):
        word = WORDS["notice.example"][language or languages.split(",")[0]]
        check(f"{name}: {word} across page {page}", across(pdf, page) == bare(word), across(pdf, page))
before = WORK / "before.pdf"
run(CTL, "sheet", "--patient", "Ana Example", "--areas", "face", "--before", "--next", "2026-11-29T15:00", "--clock",
    "2026-11-22T15:12", "--clinic", CLINIC, "-o", before)
check("EXAMPLE across a page before a visit", across(before, 1) == "EXAMPLE", across(before, 1))

# NOT APPROVED across a draft; across the pages of the one language that nobody has approved; across nothing that stands.
own = WORK / "own.json"
document = json.loads((DATA / "protocols" / "mesotherapy.json").read_text(encoding="utf-8"))
document["status"] = "draft"
own.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
LEA = ("--by", "Lea Example", "--role", "clinician", "--date", "2026-11-19")
FORMS = [part for form in ("first-visit", "day-check", "consent", "session-record", "test-record", "test-reading")
         for part in ("--form", DATA / "forms" / f"{form}.json")]


def check_across(name, pdf, languages, expected):
    for page, language in enumerate(page_languages(pdf, languages), 1):
        word = WORDS["notice.not-approved"][language] if language in expected else ""
        check(f"{name}: '{word}' across page {page}", across(pdf, page) == bare(word), across(pdf, page))


check_across("a draft", sheet(language="en", protocol=own), ["en"], ["en"])
run(CTL, "protocol", "approve", own, "--language", "en", *LEA)
run(CTL, "protocol", "approve", own, *LEA, *FORMS)
for size, options in SIZES.items():
    check_across(f"approved, {size}", sheet(*options, protocol=own), ["en"], [])
    check_across(f"Spanish not yet, {size}", sheet(*options, language="es,en", protocol=own), ["es", "en"], ["es"])
check_across("Arabic not yet", sheet(language="en,ar", protocol=own), ["en", "ar"], ["ar"])
for language in LANGUAGES[1:]:
    check_across(f"{language} not yet", sheet(language=language, protocol=own), [language], [language])


# In black and white: every word has ink where it stands, and what stands across the page is still there.
def black(pdf, page):
    run("pdftoppm", "-mono", "-r", DOTS, "-f", page, "-l", page, "-singlefile", pdf, WORK / "page")
    data = (WORK / "page.pbm").read_bytes()
    magic, width, height, bits = re.match(rb"(P4)\s+(\d+)\s+(\d+)\s(.*)", data, re.DOTALL).groups()
    width, height, row = int(width), int(height), (int(width) + 7) // 8
    return width, [int.from_bytes(bits[y * row:(y + 1) * row], "big") >> (8 * row - width) for y in range(height)]


def ink(picture, left, top, right, bottom):
    width, rows = picture
    a, b, c, d = (max(0, int(v * DOTS / 72)) for v in (left, top, right, bottom))
    mask = (1 << max(0, min(c, width) - a)) - 1
    return sum(bin((row >> max(0, width - min(c, width))) & mask).count("1") for row in rows[b:d])


for languages, size in (("en", "A4"), ("ar", "A4"), ("de", "A5"), ("fr", "large print")):
    pdf = sheet(*SIZES[size], language=languages)
    for page in range(1, page_count(pdf) + 1):
        picture = black(pdf, page)
        words = [b for b in boxes(pdf, page) if any(c.isalnum() for c in b[0])]
        small = [b for b in words if b[4] - b[2] < 36]
        pale = [b[0] for b in small if ink(picture, *b[1:]) < 4]
        check(f"black and white, {languages}, {size}: every word of page {page}", len(small) > 20 and not pale, pale)
        # The white between head and foot, as far as no word covers it, is not all white.
        large = [b for b in words if b[3] - b[1] > 36 and b[4] - b[2] > 24]
        dots = sum(ink(picture, *b[1:]) for b in large)
        covered = sum(ink(picture, *b[1:]) for b in small)
        check(f"black and white, {languages}, {size}: the word across page {page}", large and dots > 50 and covered > 500,
              (dots, covered))

# In colour: a few inks, each of which reads in grey as well; with black ink alone, none.
def inks(pdf):
    """The inks that the pages draw with, as 0 to 255."""
    found = set()
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf.read_bytes(), re.DOTALL):
        try:
            text = zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue
        if b" BT" in text or b"BT\n" in text:
            found |= {tuple(round(float(v) * 255) for v in m) for m in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", text)}
            found |= {(round(float(v) * 255),) * 3 for v in re.findall(rb"(?<![\d.] )\b([\d.]+) (?:g|G)\b", text)}
    return found


def grey_contrast(one, other):
    """WCAG 2.1, of what a printer without colours makes of two inks (ITU-R BT.601)."""
    def luminance(ink):
        grey = (0.299 * ink[0] + 0.587 * ink[1] + 0.114 * ink[2]) / 255
        return grey / 12.92 if grey <= 0.03928 else ((grey + 0.055) / 1.055) ** 2.4

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_grey(ink):
    return max(ink) == min(ink)


WHITE = (255, 255, 255)
BLACK_CLINIC = WORK / "black.json"
BLACK_CLINIC.write_text(json.dumps({**settings, "black": True}, ensure_ascii=False), encoding="utf-8")
for languages, size in (("en", "A4"), ("ar", "A5"), ("de,en", "Letter"), ("fr", "large print")):
    name = f"{languages}, {size}"
    used = inks(sheet(*SIZES[size], language=languages))
    shades = [ink for ink in used if is_grey(ink) and 200 < ink[0] < 255]
    written = [ink for ink in used if ink != WHITE and ink not in shades]
    check(f"colour, {name}: an accent and the emergency's red", len([ink for ink in written if not is_grey(ink)]) == 2, used)
    check(f"colour, {name}: one shade, what stands across", len(shades) == 1 and (0, 0, 0) in written, used)
    pale = [(ink, ground) for ink in written for ground in (WHITE, *shades) if grey_contrast(ink, ground) < 4.5]
    check(f"colour, {name}: reads in grey", not pale, pale)
    first = sheet(*SIZES[size], language=languages).read_bytes()
    check(f"colour, {name}: same input, same bytes", first == sheet(*SIZES[size], language=languages).read_bytes())
    for how, more in (("an option", ("--black",)), ("the clinic's settings", ("--clinic", BLACK_CLINIC))):
        used = inks(sheet(*SIZES[size], *more, language=languages))
        check(f"black ink alone by {how}, {name}", used == {(0, 0, 0), WHITE, *shades}, used)

shutil.rmtree(WORK)
print(f"1..{len(results)}")
for number, (name, good, note) in enumerate(results, 1):
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    if not good:
        print("\n".join("# " + part for part in note.splitlines()[:12]))
sys.exit(0 if all(good for _, good, _ in results) else 1)
