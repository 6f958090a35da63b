# SPDX-License-Identifier: MPL-2.0
"""The translations fit the program: whatever a person reads is translated as it is now."""

import ast
import gettext
import re

import pytest

from auditapp.bootstrap.stamps import ROOT
from tests.translations.catalogues import (
    as_mo,
    as_po,
    collected,
    compiled,
    read,
    source,
    translated_languages,
    updated,
)
from tests.translations.faults import faults_of

COMMAND = "run: python3 -m tests.translations update"
TAKEN_ELSEWHERE = {
    ("auditapp/model/labels.py", "_"),
    ("auditapp/report/audit/left_out.py", "ngettext"),
    ("ui/qt_words.py", "_"),
}
"""Where a text is handed on that is marked, or collected, at its origin."""


def texts_asked_for():
    """Yield the place, the function and the texts of each call that translates something."""
    for folder in ("auditapp", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                called = getattr(getattr(node, "func", None), "id", "")
                if isinstance(node, ast.Call) and called in ("_", "mark", "ngettext"):
                    yield name, called, node.args[: 2 if called == "ngettext" else 1]


def test_every_text_can_be_collected():
    """Each is written out where it is translated, without values in it already."""
    hidden = [
        f"{name}: {ast.unparse(argument)}"
        for name, called, arguments in texts_asked_for()
        if (name, called) not in TAKEN_ELSEWHERE
        for argument in arguments
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]

    assert [] == hidden


def test_every_text_is_collected():
    """On every Python: before 3.12 those inside an f-string are not seen."""
    ids = [message.id for message in collected()]
    known = {text for each in ids for text in ([each] if isinstance(each, str) else each)}
    missed = {
        f"{name}: {argument.value}"
        for name, _called, arguments in texts_asked_for()
        for argument in arguments
        if isinstance(argument, ast.Constant) and argument.value not in known
    }

    assert set() == missed


def test_apostrophes_are_those_of_a_book():
    """Quotation marks of a typewriter stay where they show what is to be typed."""
    ids = [message.id for message in collected()]
    texts = [text for each in ids for text in ([each] if isinstance(each, str) else each)]

    assert [] == [text for text in texts if re.search(r"\w'\w", text)]


@pytest.mark.parametrize("language", translated_languages())
def test_a_translation_is_up_to_date(language):
    """It has the texts of the program, no more and no fewer."""
    assert as_po(updated(language)) == source(language).read_bytes(), COMMAND


@pytest.mark.parametrize("language", translated_languages())
def test_the_program_reads_what_the_translators_wrote(language):
    """The compiled file was made from the one that people work on."""
    assert as_mo(read(language)) == compiled(language).read_bytes(), COMMAND


@pytest.mark.parametrize("language", translated_languages())
def test_a_translation_breaks_nothing(language):
    """Values find their places, keys their letters, and sentences their ends."""
    assert [] == list(faults_of(read(language)))


@pytest.mark.parametrize("language", translated_languages())
def test_what_is_not_translated_stays_english(language):
    """A plural without its forms too: an empty text would be worse."""
    with compiled(language).open("rb") as file:
        catalogue = gettext.GNUTranslations(file)

    assert "nothing like it" == catalogue.gettext("nothing like it")
    assert "2 sheep" == catalogue.ngettext("1 sheep", "2 sheep", 2)
