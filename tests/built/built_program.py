# SPDX-License-Identifier: MPL-2.0
"""Start a built program as its user does: by its name, with nothing of ours around it."""

import os
import subprocess
from pathlib import Path

PASSPHRASE = "seven plain words make one safe sentence"
PATIENCE = 3000
"""Seconds for one start; several demos side by side on a busy computer take half an hour."""

OF_WINDOWS = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "LOCALAPPDATA")


class BuiltProgram:
    """Run the program in ``folder``; with ``root``, both are seen from inside it.

    Args:
        name: The program, as its user would type it; with ``root``, from there.
        folder: Where files are written and read, as this process sees it.
        root: The root of another system, in which the program was installed.
        user: The number of the person to start it as; whoever this is if there is none.
    """

    def __init__(self, name, folder, *, root=None, user=None):
        self.folder = folder
        self._root = root
        self._user = user
        self._command = [str(name) if root else str(Path(name).resolve())]
        self.write("passphrase", PASSPHRASE)

    def place(self):
        """Return the folder that the program lies in, links followed as from inside the root."""
        name = self._command[0]
        while True:
            path = Path(f"{self._root or ''}{name}")
            if not path.is_symlink():
                return path.parent
            name = os.path.normpath(Path(name).parent / path.readlink())

    def run(self, *arguments, home=None, through=(), **environment):
        """Carry out a command and return how it ended.

        A name in ``arguments`` that is a ``Path`` is one in the folder; ``through`` is a command
        that starts the program instead of this process.
        """
        return subprocess.run(
            self._line(arguments, home, environment, through),
            cwd=self.folder,
            env=None if self._root else self._environment(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def start(self, *arguments, home=None, stdout=subprocess.DEVNULL, **environment):
        """Start it and return the process, which the caller has to end."""
        return subprocess.Popen(
            self._line(arguments, home, environment),
            cwd=self.folder,
            env=None if self._root else self._environment(environment),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def write(self, name, text):
        """Write a file into the folder and return its path as the program sees it."""
        path = self.folder / name
        path.write_text(text, "utf-8")
        self.own(path)
        return self.inside(path)

    def own(self, path):
        """Let the person whom the program is started as have a file or folder."""
        if self._user is not None:
            os.chown(path, self._user, self._user)

    def inside(self, path):
        """Return a path of the folder as the program sees it."""
        return f"/{path.relative_to(self._root)}" if self._root else str(path)

    def _line(self, arguments, home, environment, through=()):
        """Return the whole command line, from the way into the root to the last argument."""
        words = [self._seen(each) for each in arguments]
        if home is not None:
            words = ["--home", self.inside(self.folder / home), *words]
        return [*self._way_in(environment), *through, *self._command, *words]

    def _seen(self, argument):
        is_path = isinstance(argument, Path)
        return self.inside(self.folder / argument) if is_path else str(argument)

    def _way_in(self, environment):
        if not self._root:
            return []
        # Without any network, but for what needs a screen: that is reached by a name in one.
        alone = [] if "DISPLAY" in environment else ["unshare", "--net"]
        who = [] if self._user is None else [f"--userspec={self._user}:{self._user}"]
        settings = [f"{name}={value}" for name, value in self._environment(environment).items()]
        where = f"--chdir={self.inside(self.folder)}"
        return [*alone, "chroot", *who, str(self._root), "/usr/bin/env", "-i", where, *settings]

    def _environment(self, environment):
        """Return all that is set: of this process's only what Windows cannot do without."""
        secret = self.inside(self.folder / "passphrase")
        kept = {name: os.environ[name] for name in OF_WINDOWS if name in os.environ}
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": self.inside(self.folder),
            "LANG": "C.UTF-8",
            "AUDITAPP_PASSPHRASE_FILE": secret,
            "AUDITAPP_NEW_PASSPHRASE_FILE": secret,
            **kept,
            **environment,
        }
