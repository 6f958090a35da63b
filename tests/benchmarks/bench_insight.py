# SPDX-License-Identifier: MPL-2.0
"""Measure reading across 5,000 signed audits of 80 questions each.

Each roll-up is compared with SQLite in memory that runs the same query over the same rows stored
plainly, an answer in a row; where DuckDB is installed (``requirements-benchmark.lock``), its figure
stands beside it. Opening is from the sealed pages of a locked-and-unlocked workspace to the first
answer of every roll-up. What counts is the time of the processor.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any

import orjson

from auditapp.checklist.library import LoadedChecklist
from auditapp.insight.action_search import ActionFilter, ActionSearch
from auditapp.insight.digest import FORM
from auditapp.insight.insights import read_insights
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables
from auditapp.store.digest_pages import DigestPages
from tests.benchmarks.figure import Figure, median_ratio
from tests.benchmarks.insight_queries import PLAIN_QUERIES, ROLL_UPS, require_same
from tests.benchmarks.insight_rows import PLAIN, TODAY, invented, loaded, plain_rows
from tests.benchmarks.insight_workspace import Digests, invented_workspace

MANY, FEW = 5000, 50
TYPED = ("u", "up", "upd", "update", "update the pl", "school team", "HX-4", "zzz")
Rows = dict[str, list[tuple[Any, ...]]]


def figures() -> Iterator[Figure]:
    """Yield the figures of every roll-up, of opening, and of finding actions."""
    used = loaded()
    digests = invented(MANY, used)
    tables = _tables(digests, used)
    yield from _roll_ups(tables, plain_rows(digests, used))
    yield from _searches(digests, used)
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        few = {key: digests[key] for key in list(digests)[:FEW]}
        many_open, few_open = (
            Opening(folder / place, each, used) for place, each in (("m", digests), ("f", few))
        )
        ratio = median_ratio(many_open.open, few_open.open, 31, process_time)
        yield Figure(f"opening insights, at {MANY:,} audits against {FEW}", ratio, 5.0)
        many_open.close()
        few_open.close()


def _roll_ups(tables: InsightTables, rows: Rows) -> Iterator[Figure]:
    sqlite, duckdb = _sqlite(rows), _duckdb(rows)
    found = {name: sqlite(query) for name, query in PLAIN_QUERIES.items()}
    require_same(read_insights(tables, Selection(), TODAY), found)
    for name, ask in ROLL_UPS.items():
        query = PLAIN_QUERIES[name]
        ratio = _ratio(partial(ask, tables), partial(sqlite, query))
        words = f"roll-up of {name}, against SQLite over plain rows"
        if duckdb is not None:
            beside = _ratio(partial(duckdb, query), partial(sqlite, query))
            words = f"{words} (DuckDB: {beside:.2f})"
        yield Figure(words, ratio, 1.0)


def _ratio(candidate: Callable[[], object], reference: Callable[[], object]) -> float:
    return median_ratio(candidate, reference, 15, process_time)


def _searches(digests: Digests, used: list[LoadedChecklist]) -> Iterator[Figure]:
    """Compare what one key costs in a long list and in a short one, over several words typed."""
    many, few = (
        _search({key: digests[key] for key in list(digests)[:count]}, used) for count in (MANY, 50)
    )
    ratio = median_ratio(lambda: _type(many), lambda: _type(few), 31, process_time)
    yield Figure("actions found while typing, of 10,000 against 100", ratio, 3.0)


def _type(search: ActionSearch) -> None:
    for text in TYPED:
        search.find(ActionFilter(text=text), TODAY, most=40)


def _tables(digests: Digests, used: list[LoadedChecklist]) -> InsightTables:
    facts = {key: [facts] for key, (facts, _words) in digests.items()}
    return InsightTables(facts, {each.sha256: each.checklist for each in used})


def _search(digests: Digests, used: list[LoadedChecklist]) -> ActionSearch:
    words = {key: [words] for key, (_facts, words) in digests.items()}
    references = {key: facts.reference for key, (facts, _words) in digests.items()}
    return ActionSearch(_tables(digests, used), words, references)


def _sqlite(rows: Rows) -> Callable[[str], list[tuple[Any, ...]]]:
    base = sqlite3.connect(":memory:")
    for table, columns in PLAIN.items():
        base.execute(f"CREATE TABLE {table} ({columns})")
        places = ", ".join("?" * len(columns.split(", ")))
        base.executemany(f"INSERT INTO {table} VALUES ({places})", rows[table])
        if table != "audits":
            base.execute(f"CREATE INDEX {table}_audit ON {table} (audit)")
    base.execute("ANALYZE")
    base.commit()
    return lambda query: base.execute(query).fetchall()


def _duckdb(rows: Rows) -> Callable[[str], list[tuple[Any, ...]]] | None:
    """Return what asks DuckDB, with one thread as SQLite has; None where it is not installed."""
    try:
        import duckdb
    except ImportError:
        return None
    base = duckdb.connect(":memory:", config={"threads": 1})
    with tempfile.TemporaryDirectory() as name:  # it reads rows quickly only from a file
        for table, columns in PLAIN.items():
            base.execute(f"CREATE TABLE {table} ({columns})")
            heads = [each.split()[0] for each in columns.split(", ")]
            path = Path(name) / f"{table}.json"
            path.write_bytes(b"\n".join(orjson.dumps(dict(zip(heads, row, strict=True)))
                                        for row in rows[table]))  # fmt: skip
            chosen = ", ".join(heads)
            base.execute(f"INSERT INTO {table} SELECT {chosen} FROM read_json('{path}')")
    return lambda query: base.execute(query).fetchall()


class Opening:
    """Hold a workspace whose audits are signed, and whose insights were seen before."""

    def __init__(self, home: Path, digests: Digests, used: list[LoadedChecklist]) -> None:
        self.workspace, self.vault = invented_workspace(home, digests, used)

    def open(self) -> None:
        """Read the first answers as a program does that was started a moment ago."""
        self.workspace._repository.digests = DigestPages(self.vault, FORM)
        self.workspace.insights()

    def close(self) -> None:
        """Lock it."""
        self.workspace.close()
