# SPDX-License-Identifier: MPL-2.0
"""Make papers about checklists from the command line; the workspace stays locked."""

import datetime as dt

from auditapp.commands.checklist_trust import library_of
from auditapp.commands.conventions import Say, settings_of
from auditapp.exports.layouts import unsealed_layout
from auditapp.exports.papers import Press
from auditapp.paths import AppPaths


def press_of(paths: AppPaths, say: Say) -> Press:
    """Return what makes papers as the settings want them; say so if those cannot be read."""
    settings = settings_of(paths)
    found = unsealed_layout(paths.layout, paths.organisation)
    if found.problem:
        say(found.problem)
    return Press(paths, library_of(paths), settings, dt.datetime.now(dt.UTC), found.layout)
