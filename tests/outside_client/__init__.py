# SPDX-License-Identifier: MPL-2.0
"""A whole short audit through the accessibility bus, as a person with a screen reader does it.

``client`` runs in the system's own Python, in another process, and imports nothing of the product:
it presses real keys and knows only what the program tells of itself over AT-SPI.
"""
