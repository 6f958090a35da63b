# SPDX-License-Identifier: MPL-2.0
"""Make reports of hostile audits: ``python3 -m tests.auditapp.report.fuzz [COUNT [SEED]]``.

Each audit has every kind of content, and every text in it is made at random of what has broken
reports before: names from many languages, emoji, control and bidirectional characters, what looks
like markup, 10,000 letters without a break, 80,000 words. Each report has to be made within five
minutes on a busy machine, and each text has to be in it, whole and in the order of its letters.
"""

import faulthandler
import random
import sys
import time
from functools import cache

from auditapp import bootstrap

BITS = (
    *("Świętosława Żółkiewska", "Łódź, Gdańsk", "Siân Gwenllïan", "Llŷr", "سارا ئەحمەد"),
    *("محمد عبد الله", "کچێکی ١٦ ساڵ", "(ڕۆژ ۲۰۲۴)", "Zoë", "O’Brien-Ní Dhuibhne", "Ἀθηνᾶ"),
    *("😀", "👍🏽", "👨‍👩‍👧", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "名前", "क्षि", "ﷺ", "½ ✓ ☐ →", "e\u0301", "\U0001d518"),
    *("\x00", "\x0b", "\x1b[31m", "\ud83d", "\ufffe", "\u2028", "\u00ad", "\ufeff", "\t"),
    *("\u202ereversed\u202c", "\u2066x\u2069", "\u200f", "\u200b", "س\u200cس", "\u061c"),
    *("<b>", "</b>", "<name>", "R&D", "&amp;", "&#0;", "a<b", "<!--", "]]>", "</para>", "<br/>"),
    *("<img src='/etc/hostname'/>", "<a href='javascript:x'>", "<font color='[1]'>", "%s {0}"),
    *("\\", "( ) \\( \\)", "/Name << >> endstream endobj", "BT ET Q EMC", "=1+1", "\n", "\n\n"),
    *("She was seen at home", "on 3 September", "and spoke for herself.", "02920 496 000"),
)
LONG = ("x" * 10_000, "سارا" * 500, "https://example.gov.uk/" + "a/" * 2000, "word " * 3000)
LONGEST = "kindly " * 80_000
SECONDS = 300
CHECKED = 10
"""Every so many reports, one is checked against the standards as well."""


def hostile_text(chance):
    """Return a text of random bits, now and then a long one."""
    bits = chance.choices(BITS, k=chance.choice((1, 2, 3, 5, 8, 13)))
    if chance.random() < 0.01:
        bits.insert(chance.randrange(len(bits)), chance.choice(LONG))
    if chance.random() < 0.000_5:
        bits.append(LONGEST)
    return "".join(bit + chance.choice(("", " ")) for bit in bits)


@cache
def _materials():
    """Return what makes outlines of audits, and the questions that they ask."""
    from auditapp.checklist.library import load_bytes
    from auditapp.judgement.compiled import compile_checklist
    from auditapp.model.ids import question_key
    from auditapp.paths import PROGRAM
    from auditapp.standards import load_standards
    from tests.auditapp.report.filling import outline_maker

    folder = PROGRAM / "checklists"
    loaded = load_bytes((folder / "seen-and-safe.yaml").read_bytes(), "seen-and-safe")
    standards = load_standards(folder, None)
    make_outline = outline_maker([(loaded, compile_checklist(loaded.checklist))], standards)
    questions = [(question_key(loaded.checklist.id, q.id), q) for q in loaded.checklist.questions]
    return make_outline, questions


def hostile_report(seed):
    """Return the report of an audit full of hostile texts, and those texts as they are stored.

    Each text stands between two marks of its own, so that no other can be taken for it.
    """
    from auditapp.model.text import clean_text
    from tests.auditapp.report.filling import filled_outline
    from tests.auditapp.report.reading import report

    chance = random.Random(seed)
    texts = []

    def word():
        mark = f"«{len(texts)}»"
        texts.append(clean_text(f"{mark}{hostile_text(chance)}{mark}"))
        return texts[-1]

    make_outline, questions = _materials()
    asked = chance.sample(questions, chance.randint(1, len(questions)))
    return report(filled_outline(make_outline, asked, word)), texts


def lost_texts(contents, texts):
    """Return those of ``texts`` that are not in the report.

    White space is left out, and the signs of lists: lines of some texts become points.
    """
    from auditapp.report.typesetting.gate import admit
    from tests.pdf_checks.checking import read_out

    parts = (text for role, text in read_out(contents) if role != "Lbl")
    said = "".join("".join(parts).split())
    return [text for text in texts if "".join(admit(text).split()) not in said]


def main(count, seed):
    """Make the reports, print one line, and return the exit code."""
    from auditapp.report.pdf.document import render_pdf
    from tests.pdf_checks.checking import faults_of, page_count

    pages, longest, faults = 0, 0.0, []
    for number in range(seed, seed + count):
        faulthandler.dump_traceback_later(SECONDS, exit=True, file=sys.__stderr__)
        start = time.process_time()
        document, texts = hostile_report(number)
        contents = render_pdf(document)
        longest = max(longest, time.process_time() - start)
        faulthandler.cancel_dump_traceback_later()
        pages += page_count(contents)
        lost = [f"seed {number}: lost {text[:60]!r}" for text in lost_texts(contents, texts)]
        found = faults_of(contents) if number % CHECKED == 0 else []
        faults += [*lost, *(f"seed {number}: {fault}" for fault in found)]
    for fault in faults:
        print(fault)
    print(
        f"{count} hostile audits from seed {seed}: {pages} pages, no exception, none longer than "
        f"{longest:.1f} s of CPU, {len(faults)} texts lost or rules broken"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    bootstrap.ensure("test")
    wanted = [int(word) for word in sys.argv[1:]]
    raise SystemExit(main(*(wanted + [100, 1][len(wanted) :])))
