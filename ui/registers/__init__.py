# SPDX-License-Identifier: MPL-2.0
"""Lists of what belongs to no single audit, and the forms to write it down."""
