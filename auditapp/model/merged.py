# SPDX-License-Identifier: MPL-2.0
"""Define what a line of history says of a merge: what it brought, and who wrote what is shown."""

from pydantic import Field

from auditapp.model.frozen import Frozen


class Writer(Frozen):
    """Name the line of history behind the shown version of the row ``key`` of ``table``."""

    table: str
    key: str
    writer: str
    rank: int = Field(ge=0)


class Merged(Frozen):
    """Hold what one merge brought into an audit.

    ``sender`` is the workspace it came from, ``package`` the SHA-256 of the contents of the
    package. ``entries`` are the hashes of the lines of the other history that were not known here;
    the lines themselves are in the table `MERGED_HISTORY`, where their hashes can be checked.
    ``writers`` are there for each row whose shown version is another since.
    """

    sender: str
    package: str
    entries: tuple[str, ...]
    writers: tuple[Writer, ...] = ()


MERGED_HISTORY = "merged_history"
"""The table of the lines that merges brought, each under its hash: part of no chain of ours."""
