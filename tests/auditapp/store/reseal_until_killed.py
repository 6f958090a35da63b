# SPDX-License-Identifier: MPL-2.0
"""Seal a workspace anew and die at one step after the other, each time in a fork of this program.

A step is a call that asks the system to change something, or to make it durable. Prints a line for
each: the step, and the exit code of the fork (9: it was killed there; 0: it came to its end).
"""

import os
import shutil
import sys
from itertools import count
from pathlib import Path

from auditapp.store.keys import Argon2Strength
from auditapp.store.resealing import NewSet
from auditapp.store.vault import Vault

STEPS = ("open", "write", "fsync", "replace", "mkdir", "rmdir", "unlink", "chmod")
WEAK = Argon2Strength(8, 1, 1)


def reseal(root, note_key, step):
    """Seal the workspace anew, dying at the call number ``step``."""
    vault = Vault.unlock(root, "open sesame", WEAK)
    key = vault.offer_recovery_key("open sesame")
    note_key.write_text(key)
    NewSet.make.__defaults__ = (1,)  # one thread: the same order each time
    die_at(step)
    vault.reseal("open sesame", key, WEAK)


def die_at(step):
    """Let the process end, without any farewell, at one of its calls to the system."""
    left = [step]

    def counted(call):
        def wrapped(*arguments, **more):
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
            return call(*arguments, **more)

        return wrapped

    os.fsync = lambda _descriptor: None  # only a power cut could tell, and this is none
    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))


def main(source, folder):
    """Make a copy of the workspace ``source`` for each step, in ``folder``."""
    for step in count():
        root = folder / str(step)
        shutil.copytree(source, root)
        child = os.fork()
        if child == 0:
            try:
                reseal(root, folder / f"{step}.key", step)
            except BaseException as error:  # noqa: BLE001 - to be seen by the test
                print(repr(error), file=sys.stderr, flush=True)
                os._exit(1)
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(step, code, flush=True)
        if code != 9:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
