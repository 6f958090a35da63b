# SPDX-License-Identifier: MPL-2.0
"""Make packages from the sources, one step a module; ``packaging/build.py`` calls them."""

import sys
from pathlib import Path

# Behind everything else: what tries a built program is a part of the tests.
sys.path.append(str(Path(__file__).resolve().parents[2]))
