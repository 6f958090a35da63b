# SPDX-License-Identifier: MPL-2.0
"""Keep the page on trust true."""

import re
from pathlib import Path

import pytest

from auditapp.checklist.trust.minisign import PublicKey
from auditapp.checklist.trust.organisation import Organisation, TrustedPublisher, read_organisation
from auditapp.checklist.trust.rollover import key_comment
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


def test_the_comment_of_a_key_is_that_of_the_page(page):
    """People type it after the tool's option."""
    (key_id,) = re.findall(r'-t "publisher key ([0-9A-F]{16})"', page)
    key = PublicKey(bytes.fromhex(key_id)[::-1], b"")
    assert f'-t "{key_comment(key)}"' in page
