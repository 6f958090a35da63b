# SPDX-License-Identifier: MPL-2.0
"""The window: PySide6 only, and no rules about audits.

PySide is imported here, before anything else, so that two things it does do not keep the first
paint and the unlocking waiting.

It puts a function of its own in the place of ``import``, for a syntax (``__feature__``) that
nothing here uses. From then on it reads the source of every module that is imported, of pydantic as
of our own, and Python keeps these sources in memory, some 20 MB. So the import that was there
before is put back.

And it compiles, at each start and from source, what its developers write stub files for type
checkers with. So these modules are empty while it loads.
"""

import builtins
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

_FOR_STUBS = {"shibokensupport.signature.lib": ("enum_sig", "pyi_generator")}
"""By package, the modules of PySide that nothing but its writer of stub files uses."""

_import = getattr(builtins, "__orig_import__", builtins.__import__)


def _import_without_stubs(
    name: str,
    globals: Mapping[str, object] | None = None,  # noqa: A002 - the names are Python's
    locals: Mapping[str, object] | None = None,  # noqa: A002
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    """Import as Python does, but leave empty what is for stub files."""
    for part in _FOR_STUBS.get(name, ()):
        if part in (fromlist or ()):
            _leave_empty(f"{name}.{part}")
    return _import(name, globals, locals, fromlist, level)


def _leave_empty(name: str) -> None:
    module = ModuleType(name)
    module.__spec__ = ModuleSpec(name, None)
    sys.modules.setdefault(name, module)


builtins.__import__ = _import_without_stubs
try:
    import PySide6.QtCore  # noqa: F401 - it is what takes the place
finally:
    builtins.__import__ = _import
