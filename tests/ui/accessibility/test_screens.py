# SPDX-License-Identifier: MPL-2.0
"""Walk every screen of the window, and fail on whatever would keep somebody out of it.

``screens.py`` has the list, by the place that a screen is reached from.
"""

import pytest

from tests.ui.accessibility.screens import PLACES

pytestmark = pytest.mark.timeout(600)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_in_the_way(place, window, unlock, looker, qtbot):
    """Names, Tab, targets, words, contrast, focus and movement are as WCAG 2.2 AA asks."""
    for name, root in PLACES[place](window, unlock, qtbot):
        looker.look(name, root)

    assert "" == "\n".join(looker.found)
