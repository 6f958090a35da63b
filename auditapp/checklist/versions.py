# SPDX-License-Identifier: MPL-2.0
"""Compare versions part by part."""

VERSION = r"^[0-9]{1,9}(\.[0-9]{1,9}){0,3}$"
"""A pattern: numbers with dots between them."""


def version_key(version: str) -> tuple[int, ...]:
    """Return what sorts a version such as "1.10" after "1.9"."""
    return tuple(int(part) for part in version.split("."))
