# SPDX-License-Identifier: MPL-2.0
"""The changelog keeps its form, and says of the version what the program says."""

import re
import tomllib

import pytest
from steps.build import source_version
from steps.changelog import changelog_faults, unreleased

import auditapp
from auditapp.bootstrap.stamps import ROOT

GOOD = """# Changes

## [Unreleased]

### Added

- A thing.

## [1.1.0] - 2026-10-02

### Fixed

- Another.

## [1.0.0] - 2026-09-01

### Added

- All of it.
"""


def test_the_changelog_is_in_order():
    """What .ci/run looks for is not there."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert [] == changelog_faults(text, auditapp.__version__)


def test_a_good_changelog_has_no_fault():
    """The form of Keep a Changelog is accepted."""
    assert [] == changelog_faults(GOOD, "1.1.0")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("## [Unreleased]\n", "", "The first section"),
        ("## [1.1.0] - 2026-10-02", "## [1.1.0]", "is not of the form"),
        ("2026-10-02", "2026-13-02", "is not of the form"),
        ("## [1.1.0] - 2026-10-02", "## [0.9.0] - 2026-10-02", "do not go down"),
        ("2026-10-02", "2026-08-02", "dated before"),
        ("### Fixed", "### Repaired", "is none of"),
        ("- Another.", "", "nothing under"),
        ("- A thing.\n", "- A thing.\n\n### Added\n\n- And more.\n", "there twice"),
    ],
)
def test_a_fault_is_named(old, new, told):
    """Each way to spoil the form is told in a sentence of its own."""
    faults = changelog_faults(GOOD.replace(old, new, 1), "1.1.0")

    assert [fault for fault in faults if told in fault]


def test_a_version_without_its_release_is_named():
    """A released version is the one that the program says."""
    assert ["1.2.0"] == [
        version
        for fault in changelog_faults(GOOD, "1.2.0")
        for version in re.findall(r"says (\S+)\.$", fault)
    ]


def test_what_is_not_released_can_be_asked_for():
    """Before a release nothing may be left there."""
    assert "### Added\n\n- A thing." == unreleased(GOOD)


def test_the_version_is_in_one_place():
    """The project file has none of its own, and the packages take the program's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert "version" not in project
    assert ["version"] == project["dynamic"]
    assert auditapp.__version__ == source_version(ROOT)
