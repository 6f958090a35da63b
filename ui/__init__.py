# SPDX-License-Identifier: MPL-2.0
"""The window: PySide6 only, and no rules about audits.

PySide puts a function of its own in the place of ``import``, for a syntax (``__feature__``) that
nothing here uses. From then on it reads the source of every module that is imported, of pydantic as
of our own, and Python keeps these sources in memory, some 20 MB. The first paint waits for that,
and so does unlocking. So the import that was there before is put back, here, before anything else.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it is what takes the place

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
