# SPDX-License-Identifier: MPL-2.0
"""What is built is what git knows, under one version, dated with the last commit."""

import shutil
import subprocess
import sys

import pytest
from steps import build as building
from steps import release
from steps.environment import normalised, pins, runtime_pins
from steps.tools import BuildError, need, run

from auditapp import __version__
from auditapp.bootstrap.stamps import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """Give a small repository, with one commit, in the place of ours."""
    root = tmp_path / "repository"
    (root / "auditapp").mkdir(parents=True)
    (root / "auditapp/__init__.py").write_text('__version__ = "1.2.3"\n')
    (root / "main.py").write_text("print()\n")
    changes = "# Changes\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-01\n\n### Added\n\n- All.\n"
    (root / "CHANGELOG.md").write_text(changes)
    for name in (building, release):
        monkeypatch.setattr(name, "ROOT", root)
    for variable in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"):
        monkeypatch.setenv(variable, "A. Author")
    for variable in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.setenv(variable, "author@example.invalid")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1790000000 +0000")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    return root


def test_only_what_git_knows_is_packed(repository, tmp_path):
    """A file that somebody left lying about stays behind."""
    (repository / "auditapp/notes-about-a-case.txt").write_text("private")
    build = building.find_build(tmp_path / "out")

    building.copy_sources(build)

    packed = {path.name for path in build.source.rglob("*") if path.is_file()}
    assert {"__init__.py", "main.py", "CHANGELOG.md"} == packed
    assert ("1.2.3", 1_790_000_000) == (build.version, build.epoch)


def test_another_version_can_be_played(repository, tmp_path):
    """To see what an update does; the sources themselves stay as they are."""
    build = building.find_build(tmp_path / "out", "0.9")

    building.copy_sources(build)

    assert "0.9" == building.source_version(build.source)
    assert "1.2.3" == building.source_version(repository)


def test_a_date_that_is_set_counts(repository, tmp_path, monkeypatch):
    """SOURCE_DATE_EPOCH is how distributions say it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")

    assert 5 == building.find_build(tmp_path).epoch


def test_a_version_that_cannot_be_read_stops_the_build(repository, tmp_path):
    """A package without a version could not be updated."""
    (repository / "auditapp/__init__.py").write_text('__version__ = "next"\n')

    with pytest.raises(BuildError, match="__version__"):
        building.find_build(tmp_path)


def test_a_release_is_committed_tagged_and_told(repository):
    """Only then the check of a release lets it pass."""
    with pytest.raises(BuildError, match=r"no tag v1\.2\.3") as refused:
        release.check_release()
    assert 1 == len(str(refused.value).splitlines())

    subprocess.run(["git", "tag", "v1.2.3"], cwd=repository, check=True)
    release.check_release()

    changes = repository / "CHANGELOG.md"
    changes.write_text(changes.read_text().replace("d]\n", "d]\n\n### Added\n\n- More.\n", 1))
    with pytest.raises(BuildError) as refused:
        release.check_release()
    assert ["has entries", "Not everything"] == [
        words for words in ("has entries", "Not everything") if words in str(refused.value)
    ]


def test_the_command_checks_the_changelog():
    """.ci/run calls it without anything installed: it needs the standard library alone."""
    command = [sys.executable, "-S", "packaging/build.py", "changelog"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(("words", "told"), [([], "name a part"), (["cake"], "no part 'cake'")])
def test_a_part_has_to_be_named(words, told):
    """Wrong use is said, and nothing is built."""
    command = [sys.executable, "packaging/build.py", *words]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert 2 == done.returncode
    assert told in done.stderr


def test_a_tool_that_is_missing_or_fails_is_told():
    """With what to do, and with what the tool said last."""
    with pytest.raises(BuildError, match=r"no-such-tool.*build\.py prepare"):
        need("no-such-tool")
    with pytest.raises(BuildError, match=r"ended with 3: .*\nit broke"):
        run(sys.executable, "-c", "print('it broke'); raise SystemExit(3)")


def test_the_locks_are_read(tmp_path):
    """With their markers; names as locks spell them."""
    lock = tmp_path / "some.lock"
    lock.write_text("a-b==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:0\nc==2 \\\n")

    assert [("a-b", "1.0"), ("c", "2")] == list(pins(lock))
    assert "a-b" == normalised("A_b")
    assert "pyside6-essentials" in runtime_pins()
    assert __version__ == building.source_version(ROOT)
