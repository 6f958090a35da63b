# SPDX-License-Identifier: MPL-2.0
"""Read the file in which an organisation names the publishers it trusts."""

import datetime as dt
import json

import pytest

from auditapp.checklist.trust.minisign import SecretKey
from auditapp.checklist.trust.organisation import NOBODY, load_organisation, read_organisation
from auditapp.errors import OrganisationFileError

LINE = SecretKey(b"\x01" * 8, b"s" * 32).public.line
NAME = "0101010101010101"
TEXT = f"""\
schema: organisation/1
publishers:
  - name: Halden Council
    key: {LINE}
    may_sign: [halden-*, visits]
    until: 2027-03-31
revoked: [35F9A4E56E7B4E16, abc]
"""


def faults_of(text):
    """Return the faults of a file in words."""
    with pytest.raises(OrganisationFileError) as caught:
        read_organisation(text.encode(), "organisation.yaml")
    assert "whoever looks after this computer" in caught.value.remedy
    return [str(fault) for fault in caught.value.faults]


def test_a_publisher_is_found_by_its_key():
    """With the checklists it may sign."""
    organisation = read_organisation(TEXT.encode(), "organisation.yaml")
    publisher = organisation.publisher(NAME)
    assert ("Halden Council", LINE) == (publisher.name, publisher.public_key.line)
    assert organisation.publisher("0" * 16) is None


@pytest.mark.parametrize(
    ("checklist_id", "expected"),
    [("halden-visits", True), ("halden-", True), ("visits", True), ("visits-2", False)],
)
def test_a_star_stands_for_anything(checklist_id, expected):
    """An id without a star stands for itself."""
    organisation = read_organisation(TEXT.encode(), "organisation.yaml")
    assert expected is organisation.publisher(NAME).covers(checklist_id)


def test_the_last_day_is_a_day_of_trust():
    """The next one is not; without a last day there is none."""
    publisher = read_organisation(TEXT.encode(), "organisation.yaml").publisher(NAME)
    assert publisher.is_trusted_on(dt.date(2027, 3, 31))
    assert not publisher.is_trusted_on(dt.date(2027, 4, 1))
    assert publisher.model_copy(update={"until": None}).is_trusted_on(dt.date(9999, 1, 1))


def test_ids_of_keys_get_all_their_digits():
    """The tool leaves zeros at the front out, and people write small letters."""
    organisation = read_organisation(TEXT.encode(), "organisation.yaml")
    assert ("35F9A4E56E7B4E16", "0000000000000ABC") == organisation.revoked


def test_an_id_of_a_key_may_be_written_in_groups():
    """Spaces are for the eye."""
    text = TEXT.replace("35F9A4E56E7B4E16", "35f9 A4E5 6E7B 4E16")
    assert "35F9A4E56E7B4E16" == read_organisation(text.encode(), "organisation.yaml").revoked[0]


def test_an_id_of_figures_only_needs_no_quotes():
    """YAML takes it for a number, and nobody should have to know."""
    text = "schema: organisation/1\nrevoked: [1234567890123456]\n"
    organisation = read_organisation(text.encode(), "organisation.yaml")
    assert ("1234567890123456",) == organisation.revoked


def test_json_will_do():
    """The reader is that of the checklists."""
    publisher = {"name": "Halden", "key": LINE, "may_sign": ["*"]}
    text = json.dumps({"schema": "organisation/1", "publishers": [publisher]})
    organisation = read_organisation(text.encode(), "organisation.yaml")
    assert "Halden" == organisation.publisher(NAME).name


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("organisation/1", "organisation/2", "1:1: 'schema' cannot be 'organisation/2'"),
        (f"key: {LINE}", "key: RWQ", "4:5: This is not the public key of a publisher."),
        (f"key: {LINE}", "key: 7", "4:5: 'key' must be text"),
        ("[halden-*, visits]", "[Halden]", "5:16: No checklist can have the id 'Halden'"),
        ("[halden-*, visits]", "[]", "5:5: 'may_sign' has too few"),
        ("2027-03-31", "next spring", "6:5: 'next spring' is not a date."),
        ("[35F9A4E56E7B4E16, abc]", "[visits]", "7:11: This is not the id of a key."),
        ("[35F9A4E56E7B4E16, abc]", f"[{'1' * 17}]", "7:11: This is not the id of a key."),
        ("[35F9A4E56E7B4E16, abc]", "[[]]", "7:11: This is not the id of a key."),
        ("revoked:", "revokd:", "7:1: There is no key 'revokd'. Did you mean 'revoked'?"),
        ("name: Halden Council\n    ", "", "'name' is missing."),
        ("revoked: [", "revoked: [&a ", "7:11: "),
    ],
)
def test_a_fault_has_its_place(old, new, expected):
    """Line and column, as in a checklist."""
    assert old in TEXT
    (fault,) = faults_of(TEXT.replace(old, new))
    assert expected in fault


def test_a_key_stands_there_once():
    """Or else the first would win, and nobody would see that the second was meant to."""
    twice = TEXT.replace("revoked", f"  - {{name: B, key: {LINE}, may_sign: [b]}}\nrevoked")
    (fault,) = faults_of(twice)
    assert f"The key {NAME} stands here more than once." in fault


def test_without_a_file_nobody_is_trusted(tmp_path):
    """That is no fault: most computers have none."""
    (tmp_path / "file").touch()
    assert NOBODY is load_organisation(None)
    assert NOBODY is load_organisation(tmp_path / "organisation.yaml")
    assert NOBODY is load_organisation(tmp_path / "file" / "organisation.yaml")


def test_the_file_is_read_from_the_disk(tmp_path):
    """As it is at that moment."""
    path = tmp_path / "organisation.yaml"
    path.write_text(TEXT, encoding="utf-8")
    assert "Halden Council" == load_organisation(path).publisher(NAME).name


def test_a_file_that_cannot_be_opened_is_no_missing_file(tmp_path):
    """It may revoke keys, so nothing goes on as if it were not there."""
    with pytest.raises(OrganisationFileError) as caught:
        load_organisation(tmp_path)
    assert "It cannot be opened:" in str(caught.value.faults[0])


def test_an_empty_file_is_a_fault():
    """Somebody may have emptied it by mistake."""
    (fault,) = faults_of("")
    assert "The file is empty." in fault
