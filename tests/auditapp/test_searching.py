# SPDX-License-Identifier: MPL-2.0
"""Test that what is looked for is found however it was typed."""

import pytest

from auditapp.searching import holds, search_words, searched


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("child's", "Is the child’s story known?"),
        ("child’s", "Is the child's story known?"),
        ("child`s", "Is the child's story known?"),
        ("child's", "Is the child`s story known?"),
        ("STORY child", "Is the child's story known?"),
        ("ty", "Tŷ Gwyn"),
        ("tŷ", "Ty Gwyn"),
        ("tŷ", "TŶ GWYN"),
        ("strasse", "Goethestraße"),
        ("", "anything"),
    ],
)
def test_words_are_found_however_they_were_typed(typed, text):
    """Capitals, accents and the look of an apostrophe do not matter, nor does the order."""
    assert holds(searched([text]), search_words(typed))


@pytest.mark.parametrize("typed", ["childs", "story unknown", "known story?!"])
def test_words_that_are_not_there_are_not_found(typed):
    """Each word has to be in it."""
    assert not holds(searched(["Is the child’s story known?"]), search_words(typed))


def test_a_word_is_found_in_one_of_several_texts():
    """It does not run from one into the next."""
    whole = searched(["Team north", "A. Auditor"])
    assert holds(whole, search_words("north auditor"))
    assert not holds(whole, search_words("northa"))
