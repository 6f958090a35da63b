# SPDX-License-Identifier: MPL-2.0
"""Work out how deep each heading stands, so that no level is skipped whatever a report asks."""


class HeadingDepths:
    """Turn the levels of headings into depths: 1 stands right under the one title of the file.

    The title of another report in the same file has the depth 1, and what is in that report stands
    one deeper than it would by itself.
    """

    def __init__(self, deepest: int) -> None:
        self._deepest = deepest
        self._shift = 0
        self.last = 0

    def depth(self, level: int) -> int:
        """Return the depth of the next heading, which has ``level``."""
        if level <= 0:
            self._shift = 1
            self.last = 1
        else:
            self.last = min(level + self._shift, self.last + 1, self._deepest)
        return self.last

    @property
    def below(self) -> int:
        """Return the depth right below the last heading."""
        return min(self.last + 1, self._deepest)
