# SPDX-License-Identifier: MPL-2.0
"""Load spoiled checklists, a few hundred of those that ``fuzz`` makes."""

import pytest

from tests.auditapp.checklist import fuzz

NUMBER = 300


@pytest.fixture(scope="module")
def spoiled():
    """Return spoiled checklists that are the same in every run."""
    return fuzz.Fuzz(seed=1)


def test_spoiled_checklists_end_in_a_checklist_or_in_faults(spoiled):
    """Whatever is done to a file, it loads whole or its faults are listed, and soon."""
    assert [] == [found for number in range(NUMBER) if (found := spoiled.trouble(number))]
    assert {"checklist", "faults"} == set(spoiled.ends)


def test_seed_and_number_make_the_same_file_again(spoiled):
    """What a run finds can be looked at again; another seed makes other files."""
    files = [spoiled.file(number)[0] for number in range(20)]

    assert files == [fuzz.Fuzz(seed=1).file(number)[0] for number in range(20)]
    assert files != [fuzz.Fuzz(seed=2).file(number)[0] for number in range(20)]


def test_what_ends_otherwise_is_told_and_kept(monkeypatch, tmp_path, capsys):
    """A traceback is printed with the seed and number, and the file is kept."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fuzz, "checked_checklist", lambda *_arguments: 1 / 0)

    assert 1 == fuzz.main(1, seed=5)
    printed = capsys.readouterr().out
    assert printed.startswith("Seed 5\n\nNumber 0, kept in fuzz-5-0.yaml:\nTraceback ")
    assert "ZeroDivisionError" in printed
    assert fuzz.Fuzz(seed=5).file(0)[0] == (tmp_path / "fuzz-5-0.yaml").read_bytes()


@pytest.mark.skipif(not hasattr(fuzz.signal, "setitimer"), reason="needs a timer to break off")
def test_what_hangs_is_broken_off(monkeypatch, spoiled):
    """A checklist that takes too long is told like any other fault of the program."""

    def hang(*_arguments):
        while True:
            pass

    monkeypatch.setattr(fuzz, "PATIENCE", 0.05)
    monkeypatch.setattr(fuzz, "checked_checklist", hang)
    assert spoiled.trouble(0).endswith("TooSlowError\n")
