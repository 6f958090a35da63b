# SPDX-License-Identifier: MPL-2.0
"""Test that a file is not called what it is not."""

import pytest

from auditapp.commands.conventions import WrongUseError


@pytest.mark.parametrize(
    ("line", "ending"),
    [
        ("checklist export {folder}/c.yaml -o {folder}/c{end}", ".xlsx"),
        ("checklist import {folder}/c.xlsx -o {folder}/c{end}", ".yaml"),
        ("data-export --drafts -o {folder}/answers{end}", ".csv"),
        ("audit history HX-1 -o {folder}/history{end}", ".csv"),
        ("audit export HX-1 -o {folder}/package{end}", ".cfaudit"),
        ("store log -o {folder}/log{end}", ".csv"),
        ("store backup -o {folder}/backup{end}", ".zip"),
        ("report HX-1 --format html -o {folder}/report{end}", ".html"),
        ("report visits --kind blank --format html -o {folder}/blank{end}", ".html"),
        ("summary --format csv -o {folder}/summary{end}", ".csv"),
        ("round report R1 --kind sampling --format docx -o {folder}/paper{end}", ".docx"),
        ("checklist diff a.yaml b.yaml --format xlsx -o {folder}/changes{end}", ".xlsx"),
        ("checklist accept-key k.pub -o {folder}/organisation{end}", ".yaml"),
        ("checklist keygen -o {folder}/halden{end}", ".key"),
    ],
)
@pytest.mark.parametrize("end", [".pdf", "", "."])
def test_another_ending_is_refused(typed, tmp_path, monkeypatch, line, ending, end):
    """It is said which one it has to have, before anybody types a passphrase."""
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    with pytest.raises(WrongUseError, match="cannot be called") as caught:
        typed(line.format(folder=tmp_path, end=end))
    assert f"End its name in {ending}." == caught.value.remedy


def test_capitals_are_forgiven(typed, tmp_path):
    """Some computers write all endings so."""
    assert 0 == typed(f"store backup -o {tmp_path / 'BACKUP.ZIP'}")[0]


def test_a_web_page_may_end_as_they_did_on_old_computers(typed, tmp_path):
    """The kind of file that is named does not forbid what its name may say without it."""
    line = f"report visits --kind blank --format html -o {tmp_path / 'blank.htm'}"
    assert 0 == typed(line)[0]
