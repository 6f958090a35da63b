# SPDX-License-Identifier: MPL-2.0
"""What is said about a passphrase that will do."""

from ui.start.passphrase_words import strength_words


def test_the_sentence_depends_on_length_and_words():
    """Few characters, many characters and many words are told apart."""
    passphrases = ("twelve chars", "averylongpassphraseindeed", "lantern tuba gravel mint")
    assert 3 == len({strength_words(each) for each in passphrases})


def test_a_word_said_four_times_is_one_word():
    """Repeating a word does not make four of it."""
    assert strength_words("lantern tuba gravel mint") != strength_words("mint mint mint mint mint")
