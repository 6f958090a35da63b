# SPDX-License-Identifier: MPL-2.0
"""Look after what is kept on this computer: backups, and what else there is to keep safe."""
