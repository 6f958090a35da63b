# SPDX-License-Identifier: MPL-2.0
"""Test how fingerprints are written for people, and found again."""

from auditapp.fingerprints import fingerprints_in, grouped

ONE = "0123456789abcdef" * 4
IN_GROUPS = "01234567 89abcdef " * 3 + "01234567 89abcdef"


def test_a_fingerprint_stands_in_groups():
    """Also one inside of a sentence; what is no fingerprint stays as it is."""
    assert f"CSV file, SHA-256 {IN_GROUPS}, a copy" == grouped(f"CSV file, SHA-256 {ONE}, a copy")
    for other in ("", "Seen.", ONE[1:], f"{ONE}0", ONE.upper(), IN_GROUPS):
        assert other == grouped(other)


def test_a_fingerprint_is_found_in_groups_or_in_one_piece():
    """Whoever copies one from the window, a command or paper has what the program knows."""
    text = f"{grouped(ONE)}\n{'ab' * 32}; {ONE[1:]} {'cd' * 33}"
    assert {ONE, "ab" * 32} == fingerprints_in(text.encode())
    assert {ONE} == fingerprints_in(f"{grouped(ONE)} {grouped(ONE)}".encode())
