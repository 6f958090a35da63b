# SPDX-License-Identifier: MPL-2.0
"""Test that the key file, on which everything hangs, is hard to lose."""

import os
from dataclasses import replace

import orjson
import pytest

from auditapp.errors import SaveFailedError, SchemaTooNewError, StoreDamagedError
from auditapp.store import key_file as key_files
from auditapp.store.envelope import DamagedError
from auditapp.store.key_file import KEY_FILE, KEY_FILE_COPY, KeyFile
from auditapp.store.keys import passphrase_slot, recovery_slot
from auditapp.store.recovery_key import format_recovery_key

DATA_KEY = bytes(32)
SECRET = b"s" * 32


@pytest.fixture
def key_file(weak):
    """Return a key file with both slots."""
    store_id = os.urandom(16)
    slots = (
        passphrase_slot(DATA_KEY, store_id, "open sesame", weak),
        recovery_slot(DATA_KEY, store_id, bytes(20)),
    )
    return KeyFile(store_id, slots)


@pytest.fixture
def written(key_file, tmp_path):
    """Write the key file and its copy, and return the path of the file."""
    key_files.write_key_file(tmp_path, key_file)
    return tmp_path / KEY_FILE


def test_it_is_written_twice(key_file, written):
    """File and copy are the same, and both come back."""
    assert written.read_bytes() == (written.parent / KEY_FILE_COPY).read_bytes()
    assert (key_file, None) == key_files.read_key_file(written.parent)


def test_every_flipped_bit_is_noticed(key_file):
    """A damaged file looks neither like a wrong passphrase nor like a newer version."""
    contents = key_file.to_bytes()
    for position in range(len(contents)):
        damaged = bytearray(contents)
        damaged[position] ^= 1
        try:
            opened = KeyFile.from_bytes(bytes(damaged))
        except DamagedError:
            continue
        assert key_file == opened  # a space between two words


@pytest.mark.parametrize("contents", [b"", b"[]", b"1", b"{}", b'{"check":"0"}', b"\xff"])
def test_something_else_is_noticed(contents):
    """Whatever stands in its place is damage."""
    with pytest.raises(DamagedError):
        KeyFile.from_bytes(contents)


def test_a_newer_format_is_refused(key_file):
    """If it is whole: its checksum is made in the same way for ever."""
    fields = orjson.loads(key_file.to_bytes())
    del fields["check"]
    fields["format"] = 2
    fields["check"] = key_files._checksum(fields)

    with pytest.raises(SchemaTooNewError):
        KeyFile.from_bytes(orjson.dumps(fields))


def with_slot(key_file, slot):
    """Return the contents of the key file with another slot, first, as it stands in JSON."""
    fields = orjson.loads(key_file.to_bytes())
    del fields["check"]
    fields["slots"].insert(0, slot)
    fields["check"] = key_files._checksum(fields)
    return orjson.dumps(fields)


def test_a_slot_of_an_unknown_kind_is_kept_as_it_is(key_file, weak):
    """A newer version made it; the others open, and a new passphrase takes nothing from it."""
    slot = {"kind": "smart card", "reader": {"name": "A-1", "tries": 3}, "wrapped": "00ff"}
    opened = KeyFile.from_bytes(with_slot(key_file, slot))

    assert DATA_KEY == opened.open_with("open sesame")
    assert DATA_KEY == opened.open_with_recovery_key(format_recovery_key(bytes(20)))
    assert not opened.is_weaker_than(weak)
    changed = opened.with_passphrase(DATA_KEY, "new", weak).with_keychain(DATA_KEY, SECRET)
    again = KeyFile.from_bytes(changed.without_keychain().to_bytes())
    assert slot in [each.to_json() for each in again.slots]
    assert DATA_KEY == again.open_with("new")


def test_a_slot_for_the_keychain_is_one_among_others(key_file):
    """It is added, replaced and taken away, and the other slots stay as they are."""
    changed = key_file.with_keychain(DATA_KEY, b"old").with_keychain(DATA_KEY, SECRET)
    again = KeyFile.from_bytes(changed.to_bytes())

    assert again.has_keychain
    assert DATA_KEY == again.open_with_keychain(SECRET)
    assert again.open_with_keychain(b"old") is None
    assert len(key_file.slots) + 1 == len(again.slots)
    assert key_file == again.without_keychain()


def test_a_slot_for_the_keychain_is_never_the_only_one(key_file):
    """Who loses the keychain would lose the audits."""
    for slots in ((), key_file.slots[:1], key_file.slots[1:]):
        with pytest.raises(ValueError, match="only way in"):
            replace(key_file, slots=slots).with_keychain(DATA_KEY, SECRET)


def test_without_such_a_slot_no_secret_opens(key_file):
    """Nor is there a name under which to look for one."""
    assert not key_file.has_keychain
    assert key_file.open_with_keychain(SECRET) is None


def test_the_name_in_the_keychain_is_that_of_the_workspace(key_file, tmp_path):
    """In the file, or in the copy when the file is gone."""
    assert key_files.keychain_name(tmp_path) is None
    key_files.write_key_file(tmp_path, key_file)
    assert key_files.keychain_name(tmp_path) is None
    key_files.write_key_file(tmp_path, key_file.with_keychain(DATA_KEY, SECRET))
    (tmp_path / KEY_FILE).unlink()
    assert key_file.store_id.hex() == key_files.keychain_name(tmp_path)


@pytest.mark.parametrize("damage", [None, b"not a key file"])
def test_the_copy_stands_in_for_the_file(key_file, written, damage):
    """The copy is put in its place, the user is told, and a damaged file is kept."""
    if damage is None:
        written.unlink()
    else:
        written.write_bytes(damage)

    opened, note = key_files.read_key_file(written.parent)

    assert key_file == opened
    assert "Its copy was put in its place" in note
    assert (key_file, None) == key_files.read_key_file(written.parent)
    kept = [path.read_bytes() for path in written.parent.glob("*.damaged-*")]
    assert ([] if damage is None else [damage]) == kept


def test_both_damaged_is_an_error_that_changes_nothing(written):
    """The remedy is a backup."""
    for path in (written, written.parent / KEY_FILE_COPY):
        path.write_bytes(b"damaged")

    with pytest.raises(StoreDamagedError) as refusal:
        key_files.read_key_file(written.parent)
    assert "backup" in refusal.value.remedy
    assert b"damaged" == written.read_bytes()


@pytest.mark.parametrize("damage", [None, b"damaged"])
def test_a_lost_copy_is_made_again(key_file, written, damage):
    """A copy that cannot be read is written anew, a damaged one kept aside."""
    copy = written.parent / KEY_FILE_COPY
    copy.unlink()
    if damage is not None:
        copy.write_bytes(damage)

    key_files.mend_copy(written.parent, key_file)

    assert written.read_bytes() == copy.read_bytes()
    kept = [path.read_bytes() for path in written.parent.glob("*.damaged-*")]
    assert ([] if damage is None else [damage]) == kept


def test_a_copy_from_before_the_last_change_is_brought_up_to_date(key_file, written, weak):
    """It would still open with the old passphrase."""
    changed = key_file.with_passphrase(DATA_KEY, "new", weak)

    key_files.mend_copy(written.parent, changed)

    assert changed.to_bytes() == (written.parent / KEY_FILE_COPY).read_bytes()


def test_the_copy_of_another_workspace_is_left_alone(key_file, written):
    """Somebody put the wrong key file here; the copy may be the only key to the audits."""
    key_files.mend_copy(written.parent, replace(key_file, store_id=os.urandom(16)))

    assert key_file.to_bytes() == (written.parent / KEY_FILE_COPY).read_bytes()


def test_a_copy_that_is_up_to_date_is_not_written(key_file, written, failing_disk):
    """Unlocking writes nothing if there is nothing to mend."""
    failing_disk(5)

    key_files.mend_copy(written.parent, key_file)

    assert key_file.to_bytes() == (written.parent / KEY_FILE_COPY).read_bytes()


def test_a_refused_write_is_a_failed_save(key_file, tmp_path, failing_disk):
    """The caller need not know about the system's errors."""
    failing_disk(5)

    with pytest.raises(SaveFailedError):
        key_files.write_key_file(tmp_path, key_file)
