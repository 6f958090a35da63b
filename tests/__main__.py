# SPDX-License-Identifier: MPL-2.0
"""Run the tests: ``python3 -m tests``, with pytest's arguments if wanted.

The first run sets up what they need. The exit code is pytest's own.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is what this line is for
    sys.exit("The tests need Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])

from auditapp import bootstrap  # an older Python cannot load it

if __name__ == "__main__":
    bootstrap.ensure("test")
    import pytest  # only now is it there

    # One worker for each core; the tests of a file stay together, for what they share. Files come
    # in the order of their names: by the number of their tests the long walks came last, and alone.
    # A worker that crashes ends the run: a new one would get the same tests again, and crash again.
    workers = ["--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder"]
    workers += ["--max-worker-restart=0"]
    raise SystemExit(pytest.main([*workers, *sys.argv[1:]]))
