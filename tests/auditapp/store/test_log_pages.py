# SPDX-License-Identifier: MPL-2.0
"""Test that lines of the logbook are kept, in pages, whatever becomes of a page."""

import errno
import os

import pytest

from auditapp.errors import SaveFailedError, SchemaTooNewError
from auditapp.store import log_pages
from auditapp.store.log_pages import LogPages


@pytest.fixture(autouse=True)
def small_pages(monkeypatch):
    """Let a page be full after three lines."""
    monkeypatch.setattr(log_pages, "LINES_PER_PAGE", 3)


@pytest.fixture
def seven(vault):
    """Return a logbook of seven lines: two full pages and a third."""
    pages = LogPages(vault)
    for number in range(1, 8):
        pages.append({"seq": number})
    return pages


def numbers(pages):
    """Return the numbers of the lines that can be read."""
    return [line["seq"] for line in pages.read()]


def test_a_new_workspace_has_no_lines(vault):
    """And none is the last."""
    pages = LogPages(vault)

    assert [] == pages.read()
    assert pages.last is None


def test_lines_come_back_in_order_over_all_pages(seven, vault, root):
    """Also for somebody who opens the workspace later."""
    again = LogPages(vault)

    assert [1, 2, 3, 4, 5, 6, 7] == numbers(seven) == numbers(again)
    assert {"seq": 7} == again.last
    assert 3 == len(list(root.glob("log-*.seal")))


def test_a_line_that_cannot_be_written_is_not_there(seven, vault, monkeypatch):
    """Neither now nor later, and the next one goes on where the last stands."""

    def refuse(_descriptor):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", refuse)
        with pytest.raises(SaveFailedError):
            seven.append({"seq": 8})
    assert {"seq": 7} == seven.last
    seven.append({"seq": 8})

    assert [1, 2, 3, 4, 5, 6, 7, 8] == numbers(LogPages(vault))


def test_a_damaged_last_page_is_kept_aside_and_writing_goes_on(seven, vault, root):
    """A page with one save has no previous one to stand in."""
    (root / "log-000003.seal").write_bytes(b"nonsense")

    pages = LogPages(vault)
    pages.append({"seq": 7})

    assert ["A page of the logbook was damaged. It has been kept aside."] == pages.problems
    assert (root / "log-000003.seal.damaged-1").read_bytes() == b"nonsense"
    assert [1, 2, 3, 4, 5, 6, 7] == numbers(pages) == numbers(LogPages(vault))


def test_a_damaged_last_page_falls_back_on_the_save_before(seven, vault, root):
    """One line is lost at most."""
    seven.append({"seq": 8})
    (root / "log-000003.seal").write_bytes(b"nonsense")

    assert [1, 2, 3, 4, 5, 6, 7] == numbers(LogPages(vault))


def test_a_damaged_page_in_between_is_told_and_the_others_are_read(seven, vault, root):
    """Both copies of it are gone."""
    for path in root.glob("log-000002.*"):
        path.write_bytes(b"nonsense")
    pages = LogPages(vault)

    assert [1, 2, 3, 7] == numbers(pages)
    assert ["A page of the logbook is damaged and cannot be read."] == pages.problems


def test_a_page_under_the_name_of_another_does_not_open(seven, vault, root):
    """So nobody can leave lines out by moving pages."""
    page = (root / "log-000001.seal").read_bytes()
    for path in root.glob("log-000002.*"):
        path.write_bytes(page)

    assert [1, 2, 3, 7] == numbers(LogPages(vault))


def test_a_page_of_a_newer_version_is_refused(vault):
    """And left as it is."""
    vault.save(vault.log_page(1), 1, b"{}", b'{"schema": 2, "lines": []}')

    with pytest.raises(SchemaTooNewError):
        LogPages(vault)


def test_two_windows_write_one_after_the_other(vault):
    """As they can where a drive does not keep the lock; over the end of a page as well."""
    one, other = LogPages(vault), LogPages(vault)
    for number, pages in enumerate([one, other, one, other, other, one, other], start=1):
        pages.catch_up()
        pages.append({"seq": number})

    assert [1, 2, 3, 4, 5, 6, 7] == numbers(LogPages(vault))


def test_an_older_copy_of_a_page_is_not_gone_on_from(vault, root):
    """What is held in memory is newer, and is written again."""
    pages = LogPages(vault)
    pages.append({"seq": 1})
    older = (root / "log-000001.seal").read_bytes()
    pages.append({"seq": 2})
    (root / "log-000001.seal").write_bytes(older)
    pages.catch_up()
    pages.append({"seq": 3})

    assert [1, 2, 3] == numbers(LogPages(vault))


def test_a_damaged_page_is_not_gone_on_from(vault, root):
    """It is written again as well."""
    pages = LogPages(vault)
    pages.append({"seq": 1})
    path = root / "log-000001.seal"
    whole = path.read_bytes()
    pages.append({"seq": 2})
    path.write_bytes(whole[:-1])
    pages.catch_up()
    pages.append({"seq": 3})

    assert [1, 2, 3] == numbers(LogPages(vault))


def test_a_folder_that_is_gone_is_nothing_to_go_on_from(vault, root):
    """As when a stick was pulled out; what is held stays."""
    pages = LogPages(vault)
    pages.append({"seq": 1})
    root.rename(root.with_name("elsewhere"))
    pages.catch_up()

    assert {"seq": 1} == pages.last
    root.with_name("elsewhere").rename(root)
