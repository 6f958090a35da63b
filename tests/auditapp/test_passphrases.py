# SPDX-License-Identifier: MPL-2.0
"""Test which new passphrases will do, and what is said about how hard they are to guess."""

import subprocess
import sys

import pytest

from auditapp.passphrases import MOST_LOOKED_AT, passphrase_fault, passphrase_guidance
from auditapp.paths import PROGRAM
from auditapp.store.strength import WANTED_SECONDS


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
    assert words in passphrase_fault(passphrase, "Okafor")


@pytest.mark.parametrize("passphrase", ["lantern tuba gravel mint", "twelve chars", "wxyz-4711-Qv"])
@pytest.mark.parametrize("name", ["", "Wx", "R. Okafor"])
def test_length_is_enough(passphrase, name):
    """No capitals, figures or signs are asked for, and initials do not count as a name."""
    assert passphrase_fault(passphrase, name) is None


OWN = ("R. Okafor", "Northshire")


@pytest.mark.parametrize(
    ("passphrase", "time", "reason"),
    [
        ("trustno1trustno1", "within a minute", "twice"),
        ("qwertyuiop[]", "within a minute", "side by side"),
        ("abcdefghijklm", "within a minute", "in a row"),
        ("Northshire2026", "within minutes", "name and organisation"),
        ("password 2026", "within hours", "common password"),
        ("12/03/1995 dog", "within days or months", "Dates"),
        ("dog 12/03/1995 x", "within a few years", "Dates"),
    ],
)
def test_what_is_guessed_early_is_told_with_its_reason(passphrase, time, reason):
    """How long it would take, what is wrong with it, and what would help."""
    guidance = passphrase_guidance(passphrase, OWN)

    assert guidance.sentence.startswith("1,000 computers like this one could guess it")
    assert f"{time}." in guidance.sentence
    assert reason in guidance.advice
    assert guidance.advice.endswith("makes it much harder.")
    assert f"{guidance.sentence} {guidance.advice}" == guidance.words


def test_a_word_that_somebody_somewhere_used_is_no_common_password():
    """The list of passwords knows most English words; only its first thousand are tried early."""
    guidance = passphrase_guidance("xkcdlanternx", OWN)
    assert guidance.advice.startswith("Another word")


@pytest.mark.parametrize(
    "passphrase", ["lantern tuba gravel mint", "correct horse battery staple", "v8#Qz!mK2@xLw9^T"]
)
def test_a_good_passphrase_needs_no_advice(passphrase):
    """But a program cannot know a song when it sees one, and says so."""
    guidance = passphrase_guidance(passphrase, OWN)

    assert "Very hard to guess, unless it is a line from a song" in guidance.words
    assert "" == guidance.advice


def test_the_estimate_is_that_of_a_thousand_computers():
    """Guesses, times what one costs, divided by who guesses."""
    from zxcvbn import zxcvbn

    guesses = float(zxcvbn("wxyz-4711-Qv")["guesses"])
    assert guesses * WANTED_SECONDS / 1000 == passphrase_guidance("wxyz-4711-Qv").seconds


def test_names_count_only_where_they_are_known():
    """The same words are better in the mouth of somebody else."""
    own = passphrase_guidance("Northshire Okafor", OWN).seconds
    assert own < passphrase_guidance("Northshire Okafor").seconds


def test_only_the_beginning_of_a_very_long_one_is_looked_at(monkeypatch):
    """Looking takes ever longer, and the answer is the same."""
    import zxcvbn

    seen = []
    estimate = zxcvbn.zxcvbn

    def look(passphrase, **more):
        seen.append(len(passphrase))
        return estimate(passphrase, **more)

    monkeypatch.setattr(zxcvbn, "zxcvbn", look)
    passphrase_guidance("lantern tuba " * 1000)

    assert [MOST_LOOKED_AT] == seen


@pytest.mark.parametrize("passphrase", ["drei Wörter 傘 ☂️", "\ud800" * 12, "\x00" * 12, " " * 12])
def test_whatever_is_typed_gets_an_answer(passphrase):
    """Half a pair of characters is what a field may hold in the middle of a word."""
    assert passphrase_guidance(passphrase, ("", " ")).words


def test_the_lists_of_words_are_not_fetched_by_the_import():
    """The window is painted before them."""
    program = "import sys, auditapp.passphrases; sys.exit('zxcvbn' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=PROGRAM, check=True)
