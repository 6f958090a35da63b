# SPDX-License-Identifier: MPL-2.0
"""Test that a recovery key survives being copied by hand."""

import re

import pytest

from auditapp.store.recovery_key import (
    KEY_SIZE,
    MistypedError,
    format_recovery_key,
    is_like_recovery_key,
    make_recovery_key,
    parse_recovery_key,
)

SECRET = bytes(range(KEY_SIZE))
TEXT = format_recovery_key(SECRET)


def test_the_text_is_nine_groups_of_four():
    """Eight groups carry the secret, the ninth checks them."""
    assert re.fullmatch(r"([A-Z2-7]{4}-){8}[A-Z2-7]{4}", TEXT)


def test_no_two_keys_are_alike():
    """Each key is made of 160 random bits."""
    assert 100 == len({make_recovery_key() for _ in range(100)})
    assert 20 == len(make_recovery_key())


@pytest.mark.parametrize(
    "typed",
    [
        TEXT,
        TEXT.lower(),
        TEXT.replace("-", ""),
        TEXT.replace("-", " "),
        f"  {TEXT.replace('-', ' - ')}\n",
        TEXT.replace("-", "\N{EN DASH}"),
        TEXT.replace("O", "0").replace("I", "1"),
    ],
)
def test_ways_of_typing_it_are_forgiven(typed):
    """Case, spaces, dashes and look-alikes do not matter."""
    assert SECRET == parse_recovery_key(typed)


def test_look_alikes_occur_in_the_example():
    """The test above does put a digit in the place of a letter."""
    assert re.search("[OI]", TEXT)


def test_every_wrong_letter_is_noticed():
    """One wrong letter at any place, the check group included, is a typing mistake."""
    for position, letter in enumerate(TEXT):
        if letter != "-":
            wrong = "A" if letter != "A" else "B"
            with pytest.raises(MistypedError):
                parse_recovery_key(TEXT[:position] + wrong + TEXT[position + 1 :])


@pytest.mark.parametrize("typed", ["", "AAAA", TEXT[:-1], TEXT + "A", TEXT.replace(TEXT[0], "8")])
def test_missing_added_and_foreign_letters_are_noticed(typed):
    """A key has 36 letters of the base32 alphabet."""
    with pytest.raises(MistypedError):
        parse_recovery_key(typed)


@pytest.mark.parametrize("typed", [TEXT, TEXT[:-1], TEXT + "A", TEXT.replace("-", ""), TEXT[5:-2]])
def test_a_key_with_slips_is_known_for_a_key(typed):
    """So that the user hears of a typing mistake, not of a wrong passphrase."""
    expected = typed != TEXT[5:-2]

    assert expected == is_like_recovery_key(typed)


@pytest.mark.parametrize(
    "passphrase",
    ["", "open sesame", "correct horse battery staple over there", "a b c d e f g h i"],
)
def test_a_passphrase_is_not_taken_for_a_key(passphrase):
    """Neither length alone nor the number of words makes a key."""
    assert not is_like_recovery_key(passphrase)
