# SPDX-License-Identifier: MPL-2.0
"""Test that there is an example of every kind of report, and what a layout makes of each."""

import pytest

from auditapp.checklist.library import Library
from auditapp.model.report_kinds import KINDS, MadeOf, ReportKind
from auditapp.report.blocks import Heading, KeepTogether, SideBySide
from auditapp.report.layouts.kinds import USUAL_HEADINGS, Headings, Titles
from auditapp.report.layouts.layout import Wording
from auditapp.report.sample_kinds import OFFERED, sample_document
from auditapp.settings import Settings
from tests.auditapp.report.conftest import FOLDER, NOW
from tests.auditapp.report.some_layouts import make_layout

LIBRARY = Library([FOLDER])


@pytest.fixture
def make(standards):
    """Return a function that makes the example of a kind, on the checklist of visits."""

    def make(kind, text=""):
        loaded = LIBRARY.load("visits")
        return sample_document(kind, loaded, standards, make_layout(text).over(Settings()), NOW)

    return make


def headings_in(blocks):
    """Return the headings of the first level, also within what is kept together."""
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield block.text
        elif isinstance(block, KeepTogether):
            yield from headings_in(block.blocks)
        elif isinstance(block, SideBySide):
            yield from headings_in((*block.left, *block.right))


def test_there_is_an_example_of_every_kind_of_audits_and_checklists():
    """A change sheet wants two versions of a checklist; some kinds want two audits, or a round."""
    without = {MadeOf.TWO_AUDITS, MadeOf.ROUND}
    offered = {kind for kind, about in KINDS.items() if about.made_of not in without}
    assert offered - {ReportKind.CHANGES} == {*OFFERED}


@pytest.mark.parametrize("kind", OFFERED)
def test_every_kind_has_an_example(make, kind):
    """Logo, colour and foot are those of the layout, and something is in it."""
    document = make(kind, 'accent: "#1d6b3a"\nfooter: Ask quality')
    assert ("#1d6b3a", "Ask quality") == (document.accent, document.footer_note)
    assert 5 < len(document.blocks)


@pytest.mark.parametrize("kind", [ReportKind[name.upper()] for name in Titles.model_fields])
def test_every_title_can_be_said_otherwise(make, kind):
    """That of a draft keeps its capital letter."""
    text = f"wording: {{titles: {{{kind.name.lower()}: Our Own Paper}}}}"
    document = make(kind, text)
    assert document.title.removeprefix("DRAFT: ") == "Our Own Paper"
    assert document.running_title.startswith(document.title)


@pytest.mark.parametrize("kind", OFFERED)
def test_the_headings_of_every_kind_can_be_said_otherwise(make, kind):
    """All that there are on the example, each where it stood."""
    names = {words: name for name, words in USUAL_HEADINGS.items()}
    usual = list(headings_in(make(kind).blocks))
    own = [f"{name}: Own {name}" for text, name in names.items() if text in usual]
    changed = headings_in(make(kind, f"wording: {{headings: {{{', '.join(own)}}}}}").blocks)
    assert [f"Own {names[text]}" if text in names else text for text in usual] == list(changed)
    assert kind is ReportKind.AUDIT or own


@pytest.mark.parametrize("kind", [kind for kind in OFFERED if kind is not ReportKind.BLANK])
def test_no_heading_is_forgotten(make, kind):
    """Each on the example has a key; in blank checklists there are those of sections as well."""
    keys = [name for name in Wording.model_fields if name not in ("title", "titles", "headings")]
    lines = [f"{name}: x" for name in keys] + [
        f"headings: {{{', '.join(f'{name}: x' for name in USUAL_HEADINGS)}}}"
    ]
    document = make(kind, f"wording: {{{', '.join(lines)}}}")
    assert {"x"} == {*headings_in(document.blocks)}


def test_the_parts_of_a_board_pack_have_their_own_titles(make):
    """They are the same as of the papers by themselves."""
    text = "wording: {titles: {actions: What we will do, learning: For the team}}"
    titles = [
        block.text
        for block in make(ReportKind.BOARD_PACK, text).blocks
        if isinstance(block, Heading) and block.level == 0
    ]
    assert ["What we will do", "For the team"] == titles


def test_every_heading_has_its_usual_words():
    """None of them stands for two."""
    assert [*Headings.model_fields] == [*USUAL_HEADINGS]
    assert len(USUAL_HEADINGS) == len({*USUAL_HEADINGS.values()})
