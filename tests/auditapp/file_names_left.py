# SPDX-License-Identifier: MPL-2.0
"""Name the files that a test has left in a folder."""


def names(folder):
    """Return the names in ``folder``."""
    return sorted(path.name for path in folder.iterdir())
