# SPDX-License-Identifier: MPL-2.0
"""The benchmarks measure what they say and fail when a figure is over its limit."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import pytest

from auditapp.checklist.loading import checked_checklist
from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks import alone, bench_checklists
from tests.benchmarks.figure import Figure, median_ratio

MEASURES_ITSELF = """
import os
from tests.benchmarks.figure import Figure
def figures():
    yield Figure(str(os.getpid()), 1.0, 1.0)
"""


@dataclass
class Made:
    """Stand in for the module of a benchmark."""

    made: list[Figure]

    def figures(self):
        """Return the figures."""
        return self.made


def test_figure_prints_as_one_line():
    """A figure names itself, its value and the most it may be."""
    assert "start, windows: 1.43 (needs <= 2.0)" == str(Figure("start, windows", 1.4321, 2.0))


@pytest.mark.parametrize(("value", "code"), [(2.0, 0), (2.01, 1)])
def test_exit_code_tells_whether_every_figure_is_met(monkeypatch, capsys, value, code):
    """One figure over its limit fails the run and is named at its end."""
    figures = [Figure("first", value, 2.0), Figure("second", 1.0, 2.0)]
    monkeypatch.setitem(sys.modules, "tests.benchmarks.bench_made", Made(figures))
    alone.main("bench_made")
    lines = capsys.readouterr().out.splitlines()
    monkeypatch.setattr(benchmarks, "_lines", lambda _words: iter(lines))

    assert code == benchmarks.main([])
    printed = capsys.readouterr().out.splitlines()
    assert [str(each) for each in figures] == printed[:2]
    assert ["Over the limit: first"] * code == printed[2:]


def test_each_benchmark_runs_in_a_process_of_its_own(monkeypatch, tmp_path, capsys):
    """One that breaks off fails the run, and those after it are measured all the same."""
    package = tmp_path / "tests" / "benchmarks"
    package.mkdir(parents=True)
    for folder in (package, package.parent):
        (folder / "__init__.py").touch()  # or these tests, wherever they are, would come first
    for module in ("__main__", "alone", "figure"):
        source = Path(benchmarks.__file__).with_name(f"{module}.py")
        (package / source.name).write_text(source.read_text("utf-8"), "utf-8")
    (package / "bench_a.py").write_text("def figures():\n    raise SystemExit(3)\n", "utf-8")
    (package / "bench_b.py").write_text(MEASURES_ITSELF, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(benchmarks, "__file__", str(package / "__main__.py"))

    assert 1 == benchmarks.main(["bench_"])
    first, last = capsys.readouterr().out.splitlines()
    assert "Over the limit: bench_a, which broke off" == last
    assert str(os.getpid()) != first.split(":")[0]
    assert first.endswith(": 1.00 (needs <= 1.0)")


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
