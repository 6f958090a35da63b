# SPDX-License-Identifier: MPL-2.0
"""Test that the process that makes a report takes its modules from the program alone."""

import os

import pytest

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
