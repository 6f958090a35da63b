# SPDX-License-Identifier: MPL-2.0
"""Test which new passphrases will do."""

import pytest

from auditapp.passphrases import passphrase_fault


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
