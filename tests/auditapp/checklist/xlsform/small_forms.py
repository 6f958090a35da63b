# SPDX-License-Identifier: MPL-2.0
"""Hold a form to start from, for tests that are about something else in a form."""

QUESTION = "survey\n  type | name | label\n  text | q | Q?\n"
