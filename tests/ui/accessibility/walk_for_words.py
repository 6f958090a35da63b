# SPDX-License-Identifier: MPL-2.0
"""Walk in the language in use, for words that are cut off; ``test_languages.py`` runs this."""

import os

import pytest

from auditapp import i18n
from auditapp.language import VARIABLE
from tests.ui.accessibility.looking import Looker, looks_at_words
from tests.ui.accessibility.walk import walk

pytestmark = pytest.mark.timeout(1800)


def test_no_words_are_cut_off(visitor):
    """On no screen and in no dialog."""
    looker = Looker(visitor.window._theme)
    walk(visitor, looker, looks_at_words())

    assert os.environ[VARIABLE] == i18n.language()
    assert "" == "\n".join(looker.found)
