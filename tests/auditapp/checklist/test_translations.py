# SPDX-License-Identifier: MPL-2.0
"""Tests of checklists that are in two languages."""

import pytest

from auditapp import i18n
from auditapp.checklist.field_types import Text
from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.models import Checklist
from auditapp.checklist.question_models import Question
from auditapp.checklist.translations import (
    READ_BY_AUDITORS,
    as_read,
    in_language,
    texts_of,
    translation_faults,
)
from auditapp.checklist.yaml_writer import write_yaml
from tests.making import make_checklist

ASKED, WELSH = "Was the {legal_meeting} held?", "A gynhaliwyd y {legal_meeting}?"


def translated(*texts, language="cy", **question):
    """Return a checklist with one question, and texts of it in another language."""
    question = {"id": "Q1", "text": ASKED, "good": ("Held in time",), **question}
    checklist = make_checklist(question)
    pairs = [{"text": text, "words": words} for text, words in texts]
    plain = checklist.model_dump(mode="json", by_alias=True)
    plain["translations"] = [{"language": language, "texts": pairs}]
    return Checklist.model_validate(plain)


def test_a_text_is_read_in_the_language_wherever_it_stands():
    """And what is not translated stays English."""
    checklist = translated((ASKED, WELSH))
    question = in_language(checklist, "cy").question("Q1")

    assert (WELSH, ("Held in time",)) == (question.text, question.good)
    assert checklist is in_language(checklist, "pl")
    assert ASKED == checklist.question("Q1").text


def test_auditors_read_it_with_the_local_names():
    """In the language in use."""
    checklist = translated((ASKED, WELSH))
    names = {"legal_meeting": "Cyfarfod Cyfreithiol"}
    try:
        i18n.use(i18n.WELSH)
        welsh = as_read(checklist, names).question("Q1").text
    finally:
        i18n.use(i18n.ENGLISH)

    assert "A gynhaliwyd y Cyfarfod Cyfreithiol?" == welsh
    assert "Was the Cyfarfod Cyfreithiol held?" == as_read(checklist, names).question("Q1").text


def test_ids_and_conditions_are_never_translated():
    """A text that is spelt like an id changes the text only."""
    checklist = translated(("Q1", "C1"), text="Q1", good=())

    assert "C1" == in_language(checklist, "cy").question("Q1").text


@pytest.mark.parametrize(
    ("texts", "fault"),
    [
        ([("Was the meting held?", "Beth?")], "no text of the checklist"),
        ([(ASKED, "A gynhaliwyd y cyfarfod?")], "local names"),
        ([("Held in time", "Mewn {pryd}")], "local names"),
    ],
)
def test_what_would_mislead_is_a_fault(texts, fault):
    """An old text, or a name of the council that got lost."""
    (found,) = translation_faults(translated(*texts))

    assert fault in found.message
    assert found.path[:2] == ("translations", 0)


def test_a_language_comes_once():
    """Of two lists nobody would know which counts."""
    checklist = translated((ASKED, WELSH))
    twice = checklist.model_copy(update={"translations": checklist.translations * 2})

    assert 2 == len([each for each in translation_faults(twice) if "twice" in each.message])


def test_it_is_written_and_read_again():
    """As the file that people read."""
    texts = [(ASKED, WELSH), ("Held in time", "Mewn pryd")]
    checklist = translated(*texts, kind="text", scale=None)
    data = write_yaml(checklist)

    assert "language: cy" in data.decode()
    assert checklist == checked_checklist(data, "two.yaml")


def test_every_text_that_auditors_read_can_be_translated():
    """Each field of a text is in the list, or is named here with why not."""
    not_translated = {(Question, "sources")}  # citations
    for model, fields in READ_BY_AUDITORS.items():
        texts = {
            name
            for name, field in model.model_fields.items()
            if "StringConstraints" in repr(field) and "max_length=4000" in repr(field)
        }
        assert set() == {(model, name) for name in texts - fields} - not_translated
    assert "max_length=4000" in repr(Text)


def test_all_its_texts_are_found():
    """Titles of sections and points among them, and none that is an id."""
    assert {ASKED, "Held in time", "The only section"} == set(texts_of(translated((ASKED, WELSH))))
