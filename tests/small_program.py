# SPDX-License-Identifier: MPL-2.0
"""Make small copies of the program that can be set up without a network."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from auditapp.bootstrap.stamps import ROOT

CLI = """
import sys
from importlib.metadata import version

def main(arguments):
    print("bell", version("bell"), "prefix", sys.prefix, "arguments", *arguments)
    return 3
"""


class SmallProgram:
    """The start of the program in a folder of its own; its lock names one package, made here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.venv = folder / ".venv"
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "AUDITAPP_NO_APT": "1",
            "PIP_CONFIG_FILE": os.devnull,
        }
        shutil.copytree(ROOT / "auditapp/bootstrap", folder / "auditapp/bootstrap")
        shutil.copy(ROOT / "main.py", folder)
        shutil.copy(ROOT / "auditapp/last_resort.py", folder / "auditapp")
        (folder / "auditapp/__init__.py").touch()
        (folder / "auditapp/cli.py").write_text(CLI)
        (folder / "auditapp/language.py").write_text("def take_up(argv):\n    pass\n")
        (folder / "requirements-test.lock").touch()
        (folder / "vendor").mkdir()
        self.wheel = folder / "vendor/bell-1.0-py3-none-any.whl"
        with zipfile.ZipFile(self.wheel, "w") as wheel:
            about = "bell-1.0.dist-info"
            wheel.writestr("bell.py", "SOUND = 'ding'\n")
            wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: bell\nVersion: 1.0\n")
            wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n")
            wheel.writestr(f"{about}/RECORD", "")
        digest = hashlib.sha256(self.wheel.read_bytes()).hexdigest()
        self.lock = folder / "requirements.lock"
        self.lock.write_text(f"bell==1.0 \\\n    --hash=sha256:{digest}\n")

    def start(self, *arguments, python=sys.executable, **environment):
        """Start it and return what a person sees."""
        return subprocess.run(
            [python, *(arguments or ("main.py", "list"))],
            cwd=self.folder,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def module(self):
        """Return where the package of the lock was installed."""
        (found,) = self.venv.glob("lib/python3.*/site-packages/bell.py")
        return found
