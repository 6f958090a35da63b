# SPDX-License-Identifier: MPL-2.0
"""Take the language of the walk into use: loaded by ``-p``, before anything that has texts."""

import os

from auditapp import i18n
from auditapp.language import VARIABLE

i18n.use(os.environ[VARIABLE])
