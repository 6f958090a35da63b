# SPDX-License-Identifier: MPL-2.0
"""What is said about a passphrase."""

import pytest

from ui.start.passphrase_words import passphrase_fault, strength_words


@pytest.mark.parametrize(
    ("passphrase", "words"),
    [
        ("", "12 more characters"),
        ("elevenchars", "one more character"),
        ("Password 2026!", "first that anybody would try"),
        ("aaaaaaaaaaaaaaaa", "first that anybody would try"),
        ("okafor lantern tuba", "Your own name"),
    ],
)
def test_what_anybody_would_try_is_refused(passphrase, words):
    """Short, obvious and personal passphrases are refused, each with its reason."""
    assert words in passphrase_fault(
        passphrase, "R. Okafor" if "okafor" not in passphrase else "Okafor"
    )


@pytest.mark.parametrize("passphrase", ["lantern tuba gravel mint", "twelve chars", "wxyz-4711-Qv"])
def test_length_is_enough(passphrase):
    """No capitals, figures or signs are asked for."""
    assert passphrase_fault(passphrase, "") is None


def test_the_sentence_depends_on_length_and_words():
    """Few characters, many characters and many words are told apart."""
    passphrases = ("twelve chars", "averylongpassphraseindeed", "lantern tuba gravel mint")
    assert 3 == len({strength_words(each) for each in passphrases})


def test_a_word_said_four_times_is_one_word():
    """Repeating a word does not make four of it."""
    assert strength_words("lantern tuba gravel mint") != strength_words("mint mint mint mint mint")
