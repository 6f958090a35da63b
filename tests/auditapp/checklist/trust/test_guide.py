# SPDX-License-Identifier: MPL-2.0
"""Keep the page on trust true."""

import re
from pathlib import Path

import pytest

from auditapp.checklist.trust.organisation import Organisation, TrustedPublisher, read_organisation
from auditapp.paths import PROGRAM

VECTORS = Path(__file__).with_name("vectors")


@pytest.fixture(scope="module")
def page():
    """Return the text of the page."""
    return (PROGRAM / "docs" / "checklist-trust.md").read_text(encoding="utf-8")


def test_the_example_is_a_file_of_an_organisation(page):
    """What administrators copy has no faults, and no key whose secret half lies in the tests."""
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    organisation = read_organisation(example.encode(), "organisation.yaml")
    (publisher,) = organisation.publishers
    known = {path.read_text(encoding="utf-8").split()[-1] for path in VECTORS.glob("*.pub")}
    assert 2 == len(known)
    assert publisher.key not in known
    assert publisher.covers("halden-visits")
    assert ("35F9A4E56E7B4E16",) == organisation.revoked


@pytest.mark.parametrize("model", [Organisation, TrustedPublisher])
def test_every_key_is_explained(page, model):
    """By its name in the file."""
    names = [field.alias or name for name, field in model.model_fields.items()]
    assert [] == [name for name in names if name not in page]
