# SPDX-License-Identifier: MPL-2.0
"""Which checklists are on offer for a child."""

import shutil
from dataclasses import replace

import pytest

from auditapp.errors import ChecklistRefusedError
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_front
from ui.audits.checklist_offers import ChecklistOffers

VISITS = "visits.yaml"


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a copy of the shipped checklists."""
    return shutil.copytree(find_paths().checklists, tmp_path / "checklists")


@pytest.fixture
def made(tmp_path, folder):
    """Return an unlocked workspace with that folder."""
    paths = replace(find_paths(tmp_path / "home"), checklists=folder)
    workspace, _key = Workspace.create(paths, PASSPHRASE, strength=WEAK)
    yield workspace
    workspace.close()


@pytest.fixture
def offers(made):
    """Return a function that makes the offers for a front sheet out of the folder."""

    def offers(**front):
        found = ChecklistOffers(made).offers(make_front(**front).cohorts)
        return {offer.id: offer for offer in found}

    return offers


def test_what_fits_says_how_much_it_asks(offers):
    """The number of questions depends on the child."""
    assert offers()["visits"].questions > offers(cohorts=())["visits"].questions
    assert "" == offers()["visits"].why_not


def test_what_does_not_fit_says_for_whom_it_is(offers):
    """A checklist for others is on show with its reason."""
    assert "Child in care" in offers(cohorts=())["life-story"].why_not


def test_a_checklist_with_faults_is_shown_as_such(offers, folder):
    """One broken file spoils no other."""
    text = (folder / VISITS).read_text(encoding="utf-8")
    (folder / VISITS).write_text(text.replace("kind: date", "kind: nonsense", 1), encoding="utf-8")
    assert "faults" in offers()["visits"].why_not
    assert "" == offers()["chronology"].why_not


def test_a_retired_checklist_is_not_offered(offers, folder):
    """What is retired is for audits that use it already."""
    text = (folder / VISITS).read_text(encoding="utf-8")
    retired = text.replace("status: active", "status: retired", 1)
    (folder / VISITS).write_text(retired, encoding="utf-8")
    assert "visits" not in offers()


def test_the_latest_version_is_offered(offers, folder):
    """Of two versions the later one counts, once."""
    text = (folder / VISITS).read_text(encoding="utf-8")
    later = text.replace('version: "1.0"', 'version: "1.10"', 1)
    later = later.replace("title: Visits, direct work", "title: Visits anew, direct work", 1)
    (folder / "visits-later.yaml").write_text(later, encoding="utf-8")
    assert offers()["visits"].title.startswith("Visits anew")


def test_what_fits_comes_first(offers):
    """Within both, in the order of the alphabet."""
    made = list(offers().values())
    assert made == sorted(made, key=lambda each: (bool(each.why_not), each.title))
    assert {True, False} == {bool(each.why_not) for each in made}


def test_the_version_that_a_person_chose_is_offered(made, offers, folder):
    """Although a later one is there."""
    text = (folder / VISITS).read_text(encoding="utf-8")
    later = text.replace('version: "1.0"', 'version: "1.10"', 1)
    (folder / "visits-later.yaml").write_text(later.replace("title: Visits", "title: New", 1))
    assert offers()["visits"].title.startswith("New")
    made.library.refresh()
    made.use_checklist("visits", "1.0", "R. Okafor")
    assert offers()["visits"].title.startswith("Visits")


def test_a_checklist_that_is_refused_says_why(made, monkeypatch):
    """Its key may be revoked between the list and the loading."""

    def refuse(_checklist_id):
        raise ChecklistRefusedError("Its key was revoked.")

    monkeypatch.setattr(made.library, "load", refuse)
    found = ChecklistOffers(made).offers(make_front().cohorts)
    assert {"Its key was revoked."} == {offer.why_not for offer in found}
