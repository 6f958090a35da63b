# SPDX-License-Identifier: MPL-2.0
"""Try a program that was built, from outside: ``python3 -m tests.built PROGRAM``.

Nothing of the sources runs here but what checks the results. ``--root`` and ``--user`` try a
program that was installed into a root of its own, as an ordinary person; ``--demo`` adds the demo,
unseen and, where Xvfb is, on a screen (``--demo=seen``: on a screen alone). ``--keychain`` adds a
session with a keychain, begun with dbus-run-session and gnome-keyring-daemon.
"""
