# SPDX-License-Identifier: MPL-2.0
"""Draw charts into pictures of plain shapes, which window and reports then paint as they are."""
