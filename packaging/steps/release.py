# SPDX-License-Identifier: MPL-2.0
"""See whether what lies here may be released; ``packaging/release-checklist.md`` has the rest."""

from pathlib import Path

from steps.build import ROOT, source_version
from steps.changelog import changelog_faults, unreleased
from steps.commits import commit_faults, commits_since
from steps.tools import BuildError, run


def check_changelog(base: str = "HEAD", folder: Path = ROOT) -> None:
    """Return when the changelog is in order, and so is what was committed since ``base``.

    Raises:
        BuildError: Something is not, all of it is named; or there is no such commit.
    """
    commits = commits_since(base, folder)
    _refuse([*changelog_faults(_changelog(), source_version(ROOT)), *commit_faults(commits)])


def check_release() -> None:
    """Return when everything is committed, said in the changelog, and tagged with the version.

    Raises:
        BuildError: Something is missing; all of it is named.
    """
    version = source_version(ROOT)
    faults = changelog_faults(_changelog(), version)
    if unreleased(_changelog()):
        faults.append("The changelog has entries under [Unreleased]: give them to the release.")
    if run("git", "status", "--porcelain", folder=ROOT).strip():
        faults.append("Not everything here is committed.")
    if f"v{version}" not in run("git", "tag", "--points-at", "HEAD", folder=ROOT).split():
        faults.append(f"The last commit has no tag v{version}.")
    _refuse(faults)


def _changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text("utf-8")


def _refuse(faults: list[str]) -> None:
    if faults:
        raise BuildError("\n".join(faults))
