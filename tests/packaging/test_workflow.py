# SPDX-License-Identifier: MPL-2.0
"""What builds the packages elsewhere runs no code that can be moved, and may write nothing."""

import re

import yaml

from auditapp.bootstrap.stamps import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def test_every_action_is_pinned_by_its_commit():
    """A tag can be moved to other code; the version beside the commit is for people."""
    lines = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines()]
    used = [line.partition("uses:")[2].strip() for line in lines if "uses:" in line]

    assert used
    pinned = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [] == [each for each in used if not pinned.fullmatch(each)]


def test_every_job_may_only_read():
    """To all nothing is allowed, to each to read the sources; none keeps the key to them."""
    for path in WORKFLOWS:
        flow = yaml.safe_load(path.read_text("utf-8"))
        assert {} == flow["permissions"]
        for name, job in flow["jobs"].items():
            assert {"contents": "read"} == job["permissions"], name
            fetched = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
            assert [False] * len(fetched) == [
                step["with"]["persist-credentials"] for step in fetched
            ]


def test_every_part_that_is_built_there_exists():
    """A part of build.py that is called otherwise now would be noticed on the day of a release."""
    from build import PARTS

    text = "\n".join(path.read_text("utf-8") for path in WORKFLOWS)
    called = re.findall(r"build\.py (?:--\S+ \S+ )*([a-z]+)$", text, re.MULTILINE)

    assert {"all", "changelog", "folder", "prepare", "try"} == set(called)
    assert set() == set(called) - PARTS.keys()
