# SPDX-License-Identifier: MPL-2.0
"""Test that half-typed words are held over a lock so that only the same workspace reads them."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_workspace

WORDS = "A visit was on the file of the sibling. \ud83d"
"""With half a pair of characters at its end, as an input method may leave it."""


def test_sealed_words_are_read_after_unlocking_again(tmp_path):
    """And no part of them lies open meanwhile."""
    workspace = make_workspace(tmp_path)
    sealed = workspace.seal_words(WORDS)
    workspace.close()
    again = Workspace.unlock(find_paths(tmp_path), PASSPHRASE, strength=WEAK)

    assert b"sibling" not in sealed
    assert WORDS == again.unseal_words(sealed)
    again.close()


def test_another_workspace_cannot_read_them(tmp_path):
    """Nor the same one once another key holds in it: then they are gone."""
    (tmp_path / "other").mkdir()
    workspace, other = make_workspace(tmp_path), make_workspace(tmp_path / "other")

    assert other.unseal_words(workspace.seal_words(WORDS)) is None
    workspace.close()
    other.close()


def test_a_locked_workspace_neither_seals_nor_reads(tmp_path):
    """It has no key."""
    workspace = make_workspace(tmp_path)
    sealed = workspace.seal_words(WORDS)
    workspace.close()

    with pytest.raises(NotAllowedError):
        workspace.seal_words(WORDS)
    with pytest.raises(NotAllowedError):
        workspace.unseal_words(sealed)
