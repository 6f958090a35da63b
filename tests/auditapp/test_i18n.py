# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.i18n``, ``auditapp.language`` and ``auditapp.pseudo_language``."""

import json
import re
import subprocess
import sys

import pytest

from auditapp import i18n, language
from auditapp.bootstrap.stamps import ROOT
from auditapp.pseudo_language import GROWTH, lengthened


@pytest.fixture
def english_after():
    """Have the other tests find the language that they expect."""
    yield
    i18n.use(i18n.ENGLISH)


@pytest.mark.parametrize("code", ["xx", "", "../secret"])
def test_a_language_that_is_none_is_english(code, english_after):
    """Whatever the settings hold, the program starts."""
    i18n.use(code)

    assert ("en", "en-GB", "Audits") == (i18n.language(), i18n.language_tag(), i18n._("Audits"))


@pytest.mark.parametrize("held", [None, b"", b"no catalogue", b"\xde\x12\x04\x95\0\0\0\0\xff"])
def test_a_catalogue_that_is_gone_or_damaged_stops_nobody(
    held, english_after, tmp_path, monkeypatch
):
    """The audits are reached in English."""
    if held is not None:
        (tmp_path / "cy.mo").write_bytes(held)
    monkeypatch.setattr(i18n, "_FOLDER", tmp_path)
    i18n.use(i18n.WELSH)

    assert ("en", "Audits") == (i18n.language(), i18n._("Audits"))


def test_welsh_is_spoken(english_after):
    """Its texts come from its catalogue; documents say that they are Welsh."""
    i18n.use(i18n.WELSH)

    assert ("cy", "cy-GB", "Archwiliadau") == (
        i18n.language(),
        i18n.language_tag(),
        i18n._("Audits"),
    )
    assert "A text that nobody translated" == i18n._("A text that nobody translated")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{count} of {all} questions", ["{count}", "{all}"]),
        ("&New audit", ["&N"]),
        ("See <b>this</b>", ["<b>", "</b>"]),
    ],
)
def test_the_pseudo_language_keeps_what_programs_read(text, kept):
    """A longer text still takes its values, and has its key and its tags."""
    longer = lengthened(text)

    assert [part for part in kept if part not in longer] == []
    assert text not in longer


@pytest.mark.parametrize("text", ["Audits", "Was the child seen alone?", "x" * 400])
def test_the_pseudo_language_is_longer_by_two_fifths(text):
    """A word more or less, for the brackets and the ends of lines."""
    assert len(text) * (1 + GROWTH) - 1 <= len(lengthened(text)) <= len(text) * 1.6 + 3


def test_the_pseudo_language_leaves_nothing_empty():
    """What is empty stays so: widgets hide themselves by it."""
    assert ["", " "] == [lengthened(""), lengthened(" ")]


@pytest.mark.parametrize(
    ("argv", "environment", "settings", "expected"),
    [
        ([], {}, None, "en"),
        ([], {"LANG": "cy_GB.UTF-8"}, None, "cy"),
        ([], {"LANG": "de_DE.UTF-8"}, None, "en"),
        ([], {"LC_ALL": "C", "LANG": "cy_GB.UTF-8"}, None, "en"),
        ([], {"LANGUAGE": "fr:cy_GB:en", "LANG": "en_GB.UTF-8"}, None, "cy"),
        ([], {"LANGUAGE": "en_GB:cy", "LANG": "cy_GB.UTF-8"}, None, "en"),
        ([], {"LANG": "cy_GB@euro"}, None, "cy"),
        ([], {}, "cy", "cy"),
        ([], {"LANG": "cy_GB.UTF-8"}, "en", "en"),
        ([], {"AUDITAPP_LANGUAGE": "en"}, "cy", "en"),
        (["--language", "cy"], {"AUDITAPP_LANGUAGE": "en"}, None, "cy"),
        (["--language=cy"], {}, "en", "cy"),
        (["--language=xx"], {"LANG": "cy"}, None, "cy"),
        (["--language"], {}, "cy", "cy"),
        ([], {"AUDITAPP_LANGUAGE": "pseudo"}, None, "pseudo"),
    ],
)
def test_who_says_which_language(argv, environment, settings, expected, tmp_path):
    """The command line before the surroundings, these before the settings, then the computer."""
    if settings is not None:
        (tmp_path / "settings.json").write_text(json.dumps({"language": settings}))

    assert expected == language.wanted([*argv, f"--home={tmp_path}"], environment)


@pytest.mark.parametrize("held", ["", "{", "[1]", '{"language": 7}', '{"language": null}'])
def test_settings_without_sense_stop_nothing(held, tmp_path):
    """The window says later what is wrong with them."""
    (tmp_path / "settings.json").write_text(held)

    assert "en" == language.wanted(["--home", str(tmp_path)], {})


def test_the_language_is_there_before_any_text():
    """No module that is loaded before the language is taken up puts a text into words."""
    script = (
        "import builtins, sys\n"
        "from auditapp import bootstrap, i18n\n"
        "asked = []\n"
        "i18n._ = lambda text: asked.append(text) or text\n"
        "import auditapp.language\n"
        "assert not asked, asked\n"
        "assert 'auditapp.cli' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_the_whole_program_is_in_the_language(tmp_path):
    """Even the words of the command line are: none of them was taken too early."""
    done = subprocess.run(
        [sys.executable, "main.py", "--language", "pseudo", "checklist", "--help"],
        cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8",
        env={**language.os.environ, "AUDITAPP_NO_BOOTSTRAP": "1", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    described = re.findall(r"^    \w+ +(\S.*)$", done.stdout, re.MULTILINE)

    assert len(described) > 5
    assert [] == [words for words in described if not words.startswith("[")]
