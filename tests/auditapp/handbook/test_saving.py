# SPDX-License-Identifier: MPL-2.0
"""Saving the handbook, whole or not at all."""

import pytest

from auditapp.errors import ReportError
from auditapp.guide import Guide
from auditapp.handbook.saving import save_handbook
from auditapp.report.worker import ReportCancelledError


@pytest.mark.parametrize(
    ("name", "start"), [("h.pdf", b"%PDF-1.7"), ("H.HTML", b"<!DOCTYPE html>"), ("h", b"%PDF-1.7")]
)
def test_the_end_of_the_name_says_what_it_is(small_guide, tmp_path, name, start):
    """A PDF where it says nothing else."""
    path = tmp_path / name
    save_handbook(path, small_guide)
    assert path.read_bytes().startswith(start)
    assert [path] == list(tmp_path.iterdir())


def test_it_can_be_stopped_and_says_how_far_it_is(small_guide, tmp_path):
    """What was at the place before is still there."""
    path, told = tmp_path / "h.pdf", []
    path.write_bytes(b"old")
    with pytest.raises(ReportCancelledError):
        save_handbook(
            path,
            small_guide,
            progress=lambda done, total: told.append((done, total)),
            is_cancelled=lambda: bool(told),
        )
    assert told
    assert {4} == {total for _done, total in told}
    assert b"old" == path.read_bytes()


def test_a_folder_that_is_not_there_is_told(small_guide, tmp_path):
    """In words, with what to do."""
    with pytest.raises(ReportError, match="could not be saved"):
        save_handbook(tmp_path / "none" / "h.html", small_guide)


def test_a_picture_that_is_missing_is_told_by_name(tmp_path):
    """Though it is noticed in another process."""
    for name in ("guide", "authors", "administrators"):
        (tmp_path / f"{name}.md").write_text("# T\n\n![Words](gone.png)\n", "utf-8")
    with pytest.raises(ReportError, match=r"gone\.png") as caught:
        save_handbook(tmp_path / "h.pdf", Guide(tmp_path))
    assert "install the program again" in caught.value.remedy
