# SPDX-License-Identifier: MPL-2.0
"""Test how errors are put into words, and that no words of a case get into the details."""

from auditapp.errors import SaveFailedError
from ui.messages import explain


def test_a_known_error_brings_its_own_sentences():
    """What is wrong, and what to do."""
    message = explain(SaveFailedError("The disk is full.", "Free some space."))

    assert ("The disk is full.", "Free some space.", "") == (
        message.title,
        message.text,
        message.details,
    )


def test_an_error_of_the_computer_says_which():
    """The reason is the system's own words, without a file name."""
    message = explain(PermissionError(13, "Permission denied", "/somewhere/secret-name"))

    assert "Permission denied" in message.title
    assert "secret-name" not in message.title + message.text + message.details


def test_an_unknown_error_keeps_only_its_kind_and_place():
    """The text of an exception may quote a case; it is left out."""
    try:
        {}["Amira was not seen"]
    except KeyError as error:
        message = explain(error)

    assert "Amira" not in message.title + message.text + message.details
    assert "KeyError" in message.details
    assert "test_messages.py" in message.details
