# SPDX-License-Identifier: MPL-2.0
"""The look of the window: colours, type, icons and the one style sheet made from them."""
