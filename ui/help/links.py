# SPDX-License-Identifier: MPL-2.0
"""Say where a link in a page of the guide leads."""

import posixpath

from PySide6.QtCore import QUrl

from auditapp.guide import Guide
from ui.help.chapters import Place


def place_of_link(guide: Guide, page: str, url: QUrl) -> Place | None:
    """Return where in ``guide`` a link of ``page`` leads; None for anywhere else."""
    path, anchor = url.path(), url.fragment()
    if path:
        page = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    is_ours = not url.scheme() and guide.has_place(page, anchor)
    return Place(page, anchor) if is_ours else None
