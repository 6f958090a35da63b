# SPDX-License-Identifier: MPL-2.0
"""Take the pictures of the guide anew: those of the demo, with few colours."""

import shutil

from steps.build import PACKAGING, ROOT, Build
from steps.environment import make_environment
from steps.tools import BuildError, run

PICTURES = ROOT / "docs/pictures"


def take_pictures(build: Build) -> None:
    """Play the demo, and put its pictures in the place of those of the same names in the guide.

    Which pictures the guide has is not changed: for a new one, copy it from a demo once.

    Raises:
        BuildError: The demo failed, or does not take one of the pictures any more; the guide is as
            it was.
    """
    make_environment(build)
    demo, taken = build.work / "demo", build.work / "pictures"
    for folder in (demo, taken):
        shutil.rmtree(folder, ignore_errors=True)
    taken.mkdir(parents=True)
    alone = {"AUDITAPP_NO_BOOTSTRAP": "1", **build.environment}  # what it needs is there
    run(build.python, ROOT / "main.py", "demo", demo, environment=alone)
    names = sorted(path.name for path in PICTURES.glob("*.png"))
    missing = [name for name in names if not (demo / name).exists()]
    if missing:
        raise BuildError(f"The demo takes no picture of this name any more: {', '.join(missing)}")
    for name in names:
        shutil.copyfile(demo / name, taken / name)
    run(build.python, PACKAGING / "steps/pictures.py", taken)
    for name in names:
        shutil.copyfile(taken / name, PICTURES / name)
    print(f"{len(names)} pictures were taken anew in {PICTURES}. Look at each before it is kept.")
