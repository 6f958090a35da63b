# SPDX-License-Identifier: MPL-2.0
"""What a long list holds in one line: what it shows, and what it stands for."""

from collections.abc import Hashable
from dataclasses import dataclass

from ui.rows.row import Row


@dataclass(frozen=True, slots=True)
class ListedRow:
    """Hold one line; ``key`` tells what it stands for from all other lines of the list."""

    key: Hashable
    row: Row
