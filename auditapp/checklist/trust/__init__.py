# SPDX-License-Identifier: MPL-2.0
"""Find out who published a checklist, and whether that is somebody to trust."""
