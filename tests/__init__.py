# SPDX-License-Identifier: MPL-2.0
"""Hold the tests. A package, so that no other ``tests`` on the machine is found in its place."""
