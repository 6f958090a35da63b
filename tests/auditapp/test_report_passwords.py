# SPDX-License-Identifier: MPL-2.0
"""Test which passwords a report may have."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.report_passwords import plain_form, require_fit_password


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("short", "Too short"),
        ("passwordpassword", "first that anybody would try"),
        ("hello okafor hello", "Your own name"),
        ("four unrelated words " * 7, "too long for a PDF"),
        ("żółta łódź " * 8, "too long for a PDF"),
    ],
)
def test_a_password_that_will_not_do_is_refused(password, words):
    """It says why and what to do."""
    with pytest.raises(NotAllowedError, match=words) as caught:
        require_fit_password(password, "Okafor")
    assert caught.value.remedy


def test_a_password_of_the_greatest_length_will_do():
    """As many bytes as a PDF takes are taken."""
    password = ("lantern harbour " * 8)[:127]
    assert require_fit_password(password) is None
    with pytest.raises(NotAllowedError):
        require_fit_password(password + "x")


def test_two_ways_to_write_a_letter_are_one():
    """An accent that is a character of its own, and a letter that has one, mean the same."""
    assert plain_form("o\u0308") == plain_form("ö")
