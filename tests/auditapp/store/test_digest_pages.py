# SPDX-License-Identifier: MPL-2.0
"""Test that the pages of digests say what was written, and nothing that may not be trusted."""

import pytest

from auditapp.errors import SaveFailedError
from auditapp.store import digest_pages
from auditapp.store.digest_pages import ANSWERS, DigestPages, KeptDigest, stamp_of
from auditapp.store.resealing import FINISHED, finish

FORM = 7


def make_digest(number=1, stamp="1 then"):
    """Make a digest that says which audit it is of."""
    return KeptDigest(stamp, [{"day": number}], [{"actions": f"secret {number}"}])


def audit(number):
    """Return the id of an audit."""
    return f"{number:032x}"


@pytest.fixture
def small_pages(monkeypatch):
    """Let a page hold three digests."""
    monkeypatch.setattr(digest_pages, "DIGESTS_PER_PAGE", 3)


@pytest.fixture
def pages(vault):
    """Return the pages of a workspace."""
    return DigestPages(vault, FORM)


@pytest.fixture
def filled(small_pages, pages):
    """Return pages with eight digests: three pages."""
    pages.save({audit(number): make_digest(number) for number in range(8)})
    return pages


def test_what_was_written_is_read(vault, filled):
    """By the same object and by one made later; the texts of some audits, or of all."""
    for pages in (filled, DigestPages(vault, FORM)):
        assert {audit(number): "1 then" for number in range(8)} == pages.stamps()
        assert [{"day": 5}] == pages.facts()[audit(5)]
        assert {audit(5): [{"actions": "secret 5"}]} == pages.words([audit(5)])
        assert 8 == len(pages.words())
    assert {1, 2, 3} == vault.digest_page_numbers()


def test_one_changed_audit_writes_one_page(vault, filled):
    """The others stay as they are, byte for byte."""
    before = {place.path: place.path.read_bytes() for place in vault.digest_places()}
    filled.save({audit(4): make_digest(40, "2 now")})
    changed = [path.name for path, data in before.items() if path.read_bytes() != data]
    assert ["digest-000002.seal"] == changed
    assert "2 now" == filled.stamps()[audit(4)]
    assert {audit(4): [{"actions": "secret 40"}]} == filled.words([audit(4)])
    assert {audit(3): [{"actions": "secret 3"}]} == filled.words([audit(3)])


def test_room_is_used_again(vault, filled):
    """A new audit takes the place of one that is gone, and a page without any has no file."""
    filled.save({}, gone=[audit(0), audit(6), audit(7), audit(77)])
    assert {1, 2} == vault.digest_page_numbers()
    filled.save({audit(90): make_digest(90)})
    assert {1, 2} == vault.digest_page_numbers()
    filled.save({audit(91): make_digest(91)})
    assert {1, 2, 3} == vault.digest_page_numbers()


def test_nothing_of_a_forgotten_audit_stays(vault, filled):
    """Neither in a page nor in a copy of it; what was summed up goes, because it was in there."""
    filled.save_part(ANSWERS, {"good": 1})
    filled.save({audit(4): make_digest(4, "2 later")})
    filled.forget(audit(4))
    filled.forget(audit(4))
    assert None is filled.part(ANSWERS)
    files = sorted(path.name for path in vault.root.glob("digest-*"))
    assert [f"digest-00000{number}.seal" for number in (1, 2, 3)] == files
    held = [vault.unseal(place, place.path) for place in vault.digest_places()]
    assert not any(audit(4).encode() in each.summary + each.body for each in held)
    assert not any(b"secret 4" in each.body for each in held)


@pytest.mark.parametrize("keep", [0, 50, 100, 300])
def test_a_damaged_page_is_deleted(vault, filled, keep):
    """Cut short anywhere it gives nothing, leaves nothing behind, and the others are read."""
    place = vault.digest_page(2)
    data = place.path.read_bytes()
    place.path.write_bytes(data[:keep])
    pages = DigestPages(vault, FORM)
    assert 5 == len(pages.facts())
    assert [] == list(vault.root.glob("digest-000002*"))
    pages.save({audit(4): make_digest(4)})
    assert 6 == len(DigestPages(vault, FORM).facts())


def test_texts_that_are_damaged_take_their_page_with_them(vault, filled):
    """What is counted is at the front, and may be whole while the texts behind it are not."""
    place = vault.digest_page(2)
    data = bytearray(place.path.read_bytes())
    data[-1] ^= 1
    place.path.write_bytes(data)
    pages = DigestPages(vault, FORM)
    assert 8 == len(pages.facts())
    assert [place.path.name] == pages.damaged()
    assert 5 == len(pages.words())
    assert 5 == len(pages.facts())
    assert [] == pages.damaged()


def test_a_page_whose_texts_are_damaged_is_not_written_without_them(vault, filled):
    """What was in it is made again; a digest that comes is kept whole."""
    place = vault.digest_page(2)
    data = bytearray(place.path.read_bytes())
    data[-1] ^= 1
    place.path.write_bytes(data)
    pages = DigestPages(vault, FORM)
    pages.save({audit(4): make_digest(44)})
    assert pages.stamps().keys() == pages.words().keys()
    assert {audit(4): [{"actions": "secret 44"}]} == pages.words([audit(4)])


def test_pages_of_another_form_are_not_there(vault, filled):
    """A newer program counts something else: what an older one kept is deleted."""
    filled.save_part(ANSWERS, {"good": 1})
    newer = DigestPages(vault, FORM + 1)
    assert None is newer.part(ANSWERS)
    assert {} == newer.facts()
    assert set() == vault.digest_page_numbers()


def test_a_page_in_the_place_of_another_is_refused(vault, filled):
    """Each page is sealed with a key of its own."""
    vault.digest_page(3).path.write_bytes(vault.digest_page(1).path.read_bytes())
    assert 6 == len(DigestPages(vault, FORM).facts())


def test_what_another_window_wrote_is_noticed(vault, filled):
    """Pages are read again when they are no longer as they were seen last."""
    other = DigestPages(vault, FORM)
    other.save({audit(1): make_digest(1, "9 theirs")})
    assert "9 theirs" == filled.stamps()[audit(1)]
    vault.delete(vault.digest_page(1))
    assert 5 == len(filled.facts())


def test_a_part_is_kept_and_dropped(vault, pages):
    """Damage makes it absent, and dropping what is not there does nothing."""
    assert None is pages.part(ANSWERS)
    pages.drop_part(ANSWERS)
    pages.save_part(ANSWERS, {"good": 1})
    pages.save_part(ANSWERS, {"good": 2})
    assert {"good": 2} == DigestPages(vault, FORM).part(ANSWERS)
    vault.digest_part(ANSWERS).path.write_bytes(b"damaged")
    assert None is pages.part(ANSWERS)
    assert ["digest-answers.seal"] == pages.damaged()


def test_a_disk_that_refuses_leaves_the_page_before(vault, filled, monkeypatch):
    """The digest is then behind its audit, and is made again the next time."""

    def refuse(*_args, **_kwargs):
        raise OSError(30, "read-only")

    monkeypatch.setattr("auditapp.store.sealed_folder.write_atomically", refuse)
    with pytest.raises(SaveFailedError):
        filled.save({audit(1): make_digest(1, "2 now")})
    assert "1 then" == DigestPages(vault, FORM).stamps()[audit(1)]


def test_digests_are_neither_sealed_anew_nor_backed_up(vault, filled):
    """They are no part of what a backup has; what follows a new key leaves none under the old."""
    assert not [place for place in vault.places() if place.path.name.startswith("digest")]
    (vault.root / FINISHED / "audits").mkdir(parents=True)
    finish(vault.root)
    assert [] == list(vault.root.glob("digest-*"))


def test_saves_are_told_apart_by_number_and_time():
    """A restored audit has another number than any save before it."""
    assert stamp_of(3, "2026-11-21") != stamp_of(4, "2026-11-21")
    assert stamp_of(3, "2026-11-21") != stamp_of(3, "2026-11-22")
