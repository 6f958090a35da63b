# SPDX-License-Identifier: MPL-2.0
"""Test that the process that makes a report takes its modules from the program alone."""

import os
from threading import Thread

import pytest

from auditapp.report import worker
from auditapp.report.blocks import Paragraph
from auditapp.report.worker import render_in_process

pytestmark = pytest.mark.usefixtures("true_workers")


def test_nothing_that_lies_in_the_folder_is_loaded(make_document, tmp_path_factory, monkeypatch):
    """Whoever may write there could else have what they like run beside the words of a case."""
    folder = tmp_path_factory.mktemp("shared")
    loaded = folder / "loaded"
    for name in ("org", "struct", "tempfile"):
        text = f"open({str(loaded)!r}, 'w').close()\nraise ImportError\n"
        (folder / f"{name}.py").write_text(text, "utf-8")
    monkeypatch.chdir(folder)
    for before in (None, "", "1"):
        if before is not None:
            monkeypatch.setenv("PYTHONSAFEPATH", before)
        assert render_in_process(make_document(Paragraph("In her words"))).startswith(b"%PDF")
        assert before == os.environ.get("PYTHONSAFEPATH")
    assert not loaded.exists()


def test_two_reports_are_started_one_after_the_other(monkeypatch):
    """Or one would take from the other what keeps it safe, or leave it behind for good."""
    monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    seen = []

    def start():
        with worker._own_modules():
            seen.append(os.environ.get("PYTHONSAFEPATH"))

    other = Thread(target=start)
    with worker._own_modules():
        other.start()
        other.join(0.2)
        assert [] == seen
    other.join()
    assert (["1"], None) == (seen, os.environ.get("PYTHONSAFEPATH"))
