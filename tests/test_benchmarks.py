# SPDX-License-Identifier: MPL-2.0
"""The benchmarks measure what they say and fail when a figure is over its limit."""

from time import process_time

import pytest

from auditapp.checklist.loading import checked_checklist
from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks import bench_checklists
from tests.benchmarks.figure import Figure, median_ratio


def test_figure_prints_as_one_line():
    """A figure names itself, its value and the most it may be."""
    assert "start, windows: 1.43 (needs <= 2.0)" == str(Figure("start, windows", 1.4321, 2.0))


@pytest.mark.parametrize(("value", "code"), [(2.0, 0), (2.01, 1)])
def test_exit_code_tells_whether_every_figure_is_met(monkeypatch, capsys, value, code):
    """One figure over its limit fails the run and is named at its end."""
    figures = [Figure("first", 1.0, 2.0), Figure("second", value, 2.0)]
    monkeypatch.setattr(benchmarks, "_figures", lambda _words: iter(figures))

    assert code == benchmarks.main([])
    assert ("Over the limit: second\n" in capsys.readouterr().out) == bool(code)


def test_ratio_compares_two_pieces_of_work():
    """Work that is ten times as long comes out at several times, whatever the machine does."""
    ratio = median_ratio(
        lambda: sum(range(200_000)), lambda: sum(range(20_000)), rounds=35, clock=process_time
    )

    assert 4 < ratio < 25


def test_both_pieces_of_work_run_once_unmeasured():
    """The first run of each, which fills caches, is left out; then they take turns."""
    runs = []

    median_ratio(lambda: runs.append("c"), lambda: runs.append("r"), rounds=2)

    assert "cr" + "cr" + "rc" == "".join(runs)


def test_measured_checklists_are_of_the_size_that_is_promised():
    """Loading is measured with files of 40 questions in 17 to 20 kB, as much as a long one has."""
    data = bench_checklists.checklist_bytes(7)

    assert 40 == len(checked_checklist(data, "measured.yaml").questions)
    assert 17_000 <= len(data) <= 20_000
