# SPDX-License-Identifier: MPL-2.0
"""Import PySide without three things by which it keeps the first paint and the unlocking waiting.

It puts a function of its own in the place of ``import``, for a syntax (``__feature__``) that
nothing here uses. From then on it reads the source of every module that is imported, of pydantic as
of our own, and Python keeps these sources in memory, some 20 MB. So the import that was there
before is put back.

It compiles, at each start and from source, what its developers write stub files for type checkers
with. These modules are left empty.

And it compiles, likewise, what says which arguments a function wants where it was given wrong ones.
These modules wait until something is asked of them.
"""

import builtins
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

_SIGNATURE: Final = "shibokensupport.signature"
_FOR_STUBS: Final = ("enum_sig", "pyi_generator")
_FOR_MESSAGES: Final = ("errorhandler", "layout", "parser")
"""Modules that PySide asks things of from Python alone; its C++ reaches into ``mapping`` itself."""

_WITHOUT: Final = {_SIGNATURE: _FOR_MESSAGES, f"{_SIGNATURE}.lib": _FOR_STUBS}
"""By package, the modules in which nothing is put when PySide imports them."""

_waiting: set[str] = set()
_filling = RLock()
"""A mistake may be made in any thread."""

_python_s_import = getattr(builtins, "__orig_import__", builtins.__import__)


class _WaitingModule(ModuleType):
    """Stand for a module of PySide's until the first thing is asked of it that it does not have."""

    def __getattr__(self, name: str) -> object:
        """Fill the module if it waits, and return what was asked for.

        Raises:
            AttributeError: It has no such thing, or not yet while it is being filled.
        """
        with _filling:
            if self.__name__ in _waiting:
                _waiting.remove(self.__name__)
                _fill(self)
        try:
            return vars(self)[name]
        except KeyError:
            raise AttributeError(name) from None


def run() -> None:
    """Import PySide for all that comes after."""
    builtins.__import__ = _import
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - it is what takes the place
    finally:
        builtins.__import__ = _python_s_import


def _import(
    name: str,
    globals: Mapping[str, object] | None = None,  # noqa: A002 - the names are Python's
    locals: Mapping[str, object] | None = None,  # noqa: A002
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    """Import as Python does, but put nothing into what can do without, or without for now."""
    for part in _WITHOUT.get(name, ()):
        if part in (fromlist or ()):
            _put_nothing_into(f"{name}.{part}", waits=part in _FOR_MESSAGES)
    return _python_s_import(name, globals, locals, fromlist, level)


def _put_nothing_into(name: str, *, waits: bool) -> None:
    if name in sys.modules:
        return
    spec = find_spec(name) if waits else ModuleSpec(name, None)
    if spec is None:  # PySide has no such module any more, and will say so
        return
    module = module_from_spec(spec)
    if waits:
        module.__class__ = _WaitingModule
        _waiting.add(name)
    sys.modules[name] = module


def _fill(module: ModuleType) -> None:
    loader = cast("Loader", module.__loader__)
    # PySide has given it another name since, by which its loader does not know it.
    module.__spec__ = ModuleSpec(module.__name__, loader)
    loader.exec_module(module)
    module.__class__ = ModuleType
