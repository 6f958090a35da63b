# SPDX-License-Identifier: MPL-2.0
"""Make small guides, with everything in them that a page of the guide may hold."""

import pytest
from PIL import Image

from auditapp.guide import Guide

FIRST = """# First *page*

Words with **bold**, *slanted* and `code`; [a link](second.md#a-place), and [another](second.md).
One leads [out](https://example.org/x), one [nowhere](../README.md).

![A green picture](pictures/green.png)

## Points

1. One

       python3 main.py

2. Two, with [a link that is long enough to go on in the next line, because it says what is to be \
found where it leads, which is a place](second.md#a-place).

- plain
- points

> Nobody can recover it.

### Deeper

```yaml
key: value
  deeper: "…"
```

| Key | What it does |
| --- | --- |
| `first_of_all` | **bold** and [a link](#points) |
| second | |
"""
SECOND = "# Second page\n\nWords.\n\n## A place\n\n" + "More words. " * 900


@pytest.fixture(scope="session")
def small_guide(tmp_path_factory):
    """Return a guide of three openings, one with a chapter."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "guide.md").write_text(FIRST, "utf-8")
    (folder / "second.md").write_text(SECOND, "utf-8")
    (folder / "authors.md").write_text("# Authors\n\n[First](guide.md)\n", "utf-8")
    (folder / "administrators.md").write_text("# Administrators\n\nNone.\n", "utf-8")
    (folder / "pictures").mkdir()
    Image.new("P", (40, 20)).save(folder / "pictures" / "green.png")
    return Guide(folder)
