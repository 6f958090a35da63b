# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.checklist.sources`` and ``auditapp.checklist.coverage``."""

from pathlib import Path

import pytest

from auditapp.checklist.coverage import coverage_of, coverage_page
from auditapp.checklist.library import Library
from auditapp.checklist.sources import load_sources, source_faults
from auditapp.errors import ChecklistInvalidError
from tests.making import make_checklist

ROOT = Path(__file__).parents[3]
SOURCES = """
schema: sources/1
documents:
  - id: report
    title: A report
    publisher: Somebody
    places:
      - {kind: para, first: 3, last: 6}
      - {kind: summary, headings: {planning: 2, voice: 0}}
      - {kind: close}
    to_cover: [para 3-5]
    set_apart: [{place: para 4, because: It is about money.}]
criteria: {PL: 2}
"""


@pytest.fixture
def sources():
    """Return a small file of sources."""
    return load_sources(SOURCES.encode(), "sources.yaml")


@pytest.fixture(scope="module")
def shipped():
    """Return the shipped sources."""
    path = ROOT / "checklists" / "sources.yaml"
    return load_sources(path.read_bytes(), path.name)


@pytest.fixture(scope="module")
def checklists():
    """Return the shipped checklists."""
    library = Library([ROOT / "checklists"])
    return [library.load(header.id).checklist for header in library.headers()]


def test_every_place_of_a_document_is_known(sources):
    """Numbered ones, those under headings, and the ones that stand alone."""
    numbered = ["para 3", "para 4", "para 5", "para 6"]
    headed = ["summary planning 1", "summary planning 2", "summary voice"]
    assert [*numbered, *headed, "close"] == sources.by_id["report"].all_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("report para 3", ["report para 3"]),
        ("See report para 3-5, and report close.", [*(f"report para {n}" for n in (3, 4, 5)),
                                                    "report close"]),
        ("report summary planning 2", ["report summary planning 2"]),
        ("report summary voice", ["report summary voice"]),
        ("report of 2019", []),
        ("Working Together, chapter 2", []),
    ],
)  # fmt: skip
def test_citations_are_found_in_a_text(sources, text, places):
    """A range stands for each of its places; other text is no citation."""
    assert places == list(sources.citations(text))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("report para 7", "'report' has no place 'para 7'."),
        ("report para 5-7", "'report' has no place 'para 7'."),
        ("report summary planning 3", "'report' has no place 'summary planning 3'."),
        ("report page 3", "'report page 3' names no place in its document."),
    ],
)
def test_a_citation_that_does_not_exist_is_a_fault(sources, source, words):
    """At the source itself, with the nearest that there is."""
    checklist = make_checklist({"id": "q", "sources": ["report para 3", source]})
    (fault,) = source_faults(checklist, sources)
    assert (("sections", 0, "questions", 0, "sources", 1), words) == (fault.path, fault.message)
    assert fault.remedy


def test_a_cap_may_not_lean_on_nothing(sources):
    """Its reason names a place too."""
    cap = {
        "id": "none",
        "when": {"question": "q", "is": "not_met"},
        "audit_at_most": "inadequate",
        "because": "Nobody was seen (report para 9).",
    }
    checklist = make_checklist({"id": "q", "sources": ["Some guidance"]}, caps=[cap])
    (fault,) = source_faults(checklist, sources)
    assert ("caps", 0, "because") == fault.path


def test_a_place_to_cover_must_exist():
    """Likewise one that is set apart."""
    for wrong in (SOURCES.replace("para 3-5", "para 2-5"), SOURCES.replace("para 4,", "para 9,")):
        with pytest.raises(ChecklistInvalidError) as caught:
            load_sources(wrong.encode(), "sources.yaml")
        assert "'report' has no place" in str(caught.value.faults[0])


def test_what_nobody_asks_about_is_lost(sources):
    """A place that is set apart is not missed; a retired question asks nothing."""
    asked = {"id": "PL1", "sources": ["report para 3"], "criteria": ["PL1"]}
    retired = {"id": "PL2", "sources": ["report para 5"], "criteria": ["PL2"], "retired": True}
    coverage = coverage_of([make_checklist(asked, retired)], sources)
    assert ["report para 5", "PL2"] == list(coverage.lost)
    page = list(coverage_page(coverage))
    assert "| para 3 | sample PL1 |" in page
    assert "- para 4: It is about money." in page
    assert "| sample PL1 | report para 3 |" in page


def test_the_shipped_checklists_cover_everything(checklists, shipped):
    """No recommendation, paragraph, point or criterion is lost."""
    coverage = coverage_of(checklists, shipped)
    assert [] == list(coverage.lost)
    assert 131 == len(list(shipped.all_criteria))
    assert set(shipped.all_criteria) == set(coverage.by_criterion)


def test_no_shipped_citation_is_made_up(checklists, shipped):
    """In timescale rules neither, which are no checklist."""
    text = (ROOT / "checklists" / "timescales.yaml").read_text("utf-8")
    assert [] == [each for each in shipped.citations(text) if not shipped.has(each)]
    found = [each for checklist in checklists for each in _faults(checklist, shipped)]
    assert [] == found


def test_the_page_is_that_of_the_checklists(checklists, shipped):
    """``python3 main.py checklist coverage > docs/coverage.md`` makes it anew."""
    made = "\n".join(coverage_page(coverage_of(checklists, shipped)))
    assert made.strip() == (ROOT / "docs" / "coverage.md").read_text("utf-8").strip()


def _faults(checklist, shipped):
    return [each.message for each in source_faults(checklist, shipped)]


def test_a_range_beyond_every_document_names_no_place(sources):
    """A slip of the finger does not make a billion places, each of them to be looked up."""
    assert ["report para"] == list(sources.citations("report para 1-999999999999"))
    assert not sources.has("report para")
