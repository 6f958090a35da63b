# SPDX-License-Identifier: MPL-2.0
"""What is committed is whole, and the changelog says what people will see of it."""

import subprocess

import pytest
from build import main
from steps.commits import Commit, commit_faults, commits_since
from steps.release import check_changelog
from steps.tools import BuildError

SEEN = Commit("abc", "Show the day", ("ui/a.py", "tests/ui/test_a.py"))
TOLD = Commit("def", "Say so", ("CHANGELOG.md",))


@pytest.fixture
def repository(tmp_path):
    """Make a repository with one commit; return it, and what commits more to it."""

    def git(*words):
        settings = ("-c", "user.name=A. Author", "-c", "user.email=a@example.org")
        subprocess.run(["git", *settings, *words], cwd=tmp_path, check=True, capture_output=True)

    def commit(message, *names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(message, "utf-8")
        git("add", ".")
        git("commit", "-q", "--allow-empty", "-m", message)

    git("init", "-q", "-b", "main")
    commit("Begin", "main.py")
    git("tag", "base")
    return tmp_path, commit


@pytest.mark.parametrize(
    "subject", ["wip", "WIP: keys", "fixup! Show it", "squash! Show it", "amend! Show it"]
)
def test_a_commit_that_is_not_finished_is_named(subject):
    """It belongs to another, or is to be said properly."""
    (fault,) = commit_faults([Commit("abc", f"{subject}\n\nMore.", ("tests/test_a.py",))])
    assert fault.startswith(f"abc is not finished: {subject}. ")


@pytest.mark.parametrize("subject", ["Wipe the clipboard", "Amend audits", "Squash no bugs"])
def test_a_word_that_only_begins_like_one_is_none(subject):
    """Such subjects are there."""
    assert [] == commit_faults([Commit("abc", subject, ("docs/a.md",))])


@pytest.mark.parametrize("path", ["main.py", "ui/a.py", "auditapp/b.py", "checklists/c.yaml"])
def test_a_change_that_is_seen_has_to_be_told(path):
    """One entry will do for all that belongs together."""
    change = Commit("abc", "Show the day", (path,))
    (fault,) = commit_faults([change])
    assert fault.startswith("CHANGELOG.md does not say what is different: Show the day. ")
    assert [] == commit_faults([change, TOLD])


@pytest.mark.parametrize(
    "commit",
    [
        Commit("abc", "Test the day", ("tests/ui/test_a.py", "docs/a.md", "packaging/build.py")),
        Commit("abc", "Move the day\n\nWhy.\n\nChangelog: none", ("ui/a.py",)),
    ],
)
def test_what_nobody_sees_need_not_be_told(commit):
    """Tests and papers, and what says so of itself."""
    assert [] == commit_faults([commit])
    assert 1 == len(commit_faults([commit, SEEN]))


def test_commits_are_read_with_their_files(repository):
    """Those that were there before are not judged."""
    folder, commit = repository
    commit("Show the day\n\nWhy.", "ui/a.py", "docs/a.md")
    commit("Say so", "CHANGELOG.md")
    last, first = commits_since("base", folder)

    assert ("Say so", ("CHANGELOG.md",)) == (last.subject, last.paths)
    assert ("Show the day", {"ui/a.py", "docs/a.md"}) == (first.subject, set(first.paths))
    assert "Show the day\n\nWhy." == first.message
    assert [] == commits_since("HEAD", folder)


def test_what_is_not_told_is_refused(repository):
    """The command that is asked in a review says why."""
    folder, commit = repository
    commit("Show the day", "ui/a.py")
    with pytest.raises(BuildError, match="does not say what is different: Show the day"):
        check_changelog("base", folder)
    commit("Say so", "CHANGELOG.md")
    check_changelog("base", folder)


def test_the_command_judges_what_is_new(capsys):
    """Without a commit of that name it says so."""
    assert 0 == main(["--since", "HEAD"])
    assert 1 == main(["--since", "no-such-commit"])
    assert "no-such-commit" in capsys.readouterr().err
