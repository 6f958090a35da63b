# SPDX-License-Identifier: MPL-2.0
"""The guided start: a way through an invented audit, with a note beside each thing it comes to."""
