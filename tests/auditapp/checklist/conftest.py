# SPDX-License-Identifier: MPL-2.0
"""Give the tests the sample checklist, whole or with changes, and a shelf to load some onto."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from auditapp.checklist.beside import Beside
from auditapp.checklist.loading import checked_checklist
from auditapp.errors import ChecklistInvalidError
from tests.auditapp.checklist.desk import Desk

SAMPLE = Path(__file__).with_name("sample.yaml")


@pytest.fixture
def sample_text():
    """Return the text of a checklist that uses every key of the format."""
    return SAMPLE.read_text(encoding="utf-8")


@pytest.fixture
def sample(sample_text):
    """Return that checklist, loaded."""
    return checked_checklist(sample_text.encode(), "sample.yaml")


@dataclass(frozen=True)
class Situation:
    """One situation of a made-up timescale rule."""

    id: str


@dataclass(frozen=True)
class MadeUpRule:
    """A made-up timescale rule, as far as checklists look at it."""

    kind: str
    situations: tuple[Situation, ...] = ()


RULES = {
    "visits_in_care": MadeUpRule("series", (Situation("first_year"), Situation("later"))),
    "visits_at_home": MadeUpRule("series"),
    "later_life_letter": MadeUpRule("single"),
}


@pytest.fixture
def planted(sample_text):
    """Return a function that puts one text in place of another and gives the faults it makes."""

    def faults(old, new):
        assert old in sample_text
        text = sample_text.replace(old, new, 1)
        with pytest.raises(ChecklistInvalidError) as caught:
            checked_checklist(text.encode(), "f.yaml", Beside(rules=RULES))
        return tuple(str(fault).removeprefix("f.yaml:") for fault in caught.value.faults)

    return faults


@pytest.fixture
def desk(tmp_path):
    """Return a library with an empty shelf, and nobody trusted."""
    return Desk(tmp_path)
