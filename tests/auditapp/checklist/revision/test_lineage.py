# SPDX-License-Identifier: MPL-2.0
"""Test how questions are traced from one version to another."""

import pytest

from auditapp.checklist.revision.lineage import trace
from tests.auditapp.checklist.revision.revising import make_version


def traced(old, new):
    """Return the successors of the old questions; each question is its id and its earlier ids."""
    versions = [
        make_version(*({"id": each[0], "renamed_from": list(each[1:])} for each in some))
        for some in (old, new)
    ]
    return dict(trace(*versions).successors)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["a"], ["a"], {"a": ("a",)}),
        (["a"], [["b", "a"]], {"a": ("b",)}),
        (["a"], [["c", "a", "b"]], {"a": ("c",)}),
        (["a"], [["b", "a"], ["c", "a"]], {"a": ("b", "c")}),
        (["a", "b"], [["c", "a", "b"]], {"a": ("c",), "b": ("c",)}),
        (["a", "b"], [["a", "b"]], {"a": ("a",), "b": ("a",)}),
        (["a"], ["b"], {"a": ()}),
        ([["b", "a"]], ["a"], {"b": ("a",)}),
        ([["b", "a"]], [["c", "a"]], {"b": ("c",)}),
        ([["b", "a"]], [["b", "a"], "x"], {"b": ("b",)}),
    ],
    ids=[
        "same",
        "renamed",
        "versions skipped",
        "split",
        "merged",
        "merged into one of them",
        "vanished",
        "going back",
        "another branch",
        "same id first",
    ],
)
def test_successors(old, new, expected):
    """Every id that a question ever had leads to it, in both directions."""
    assert expected == traced(old, new)


def test_a_pair_is_one_to_one():
    """Neither a part nor a whole continues a question simply."""
    old = make_version({"id": "a"}, {"id": "b"}, {"id": "c"})
    new = make_version(
        {"id": "d", "renamed_from": ["a"]},
        {"id": "e", "renamed_from": ["b", "c"]},
        {"id": "f"},
    )
    lineage = trace(old, new)

    assert ["a", None, None] == [lineage.pair_of(each) for each in "def"]
