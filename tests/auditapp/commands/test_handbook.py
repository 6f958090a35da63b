# SPDX-License-Identifier: MPL-2.0
"""Test the command that saves the handbook."""

from auditapp import cli


def test_it_is_saved_as_a_web_page(tmp_path, capsys):
    """No passphrase is asked for; an old file is replaced only when that is said."""
    path = tmp_path / "handbook.html"
    assert 0 == cli.main(["handbook", "-o", str(path)])
    assert f"The handbook is saved as {path}." in capsys.readouterr().out
    assert "The auditor’s guide" in path.read_text("utf-8")
    assert 2 == cli.main(["handbook", "-o", str(path)])
    assert "--force" in capsys.readouterr().err


def test_another_kind_of_file_is_refused(tmp_path, capsys):
    """Before anything is made."""
    assert 2 == cli.main(["handbook", "-o", str(tmp_path / "handbook.docx")])
    assert "End its name in one of .pdf, .html." in capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())
