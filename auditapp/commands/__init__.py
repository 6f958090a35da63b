# SPDX-License-Identifier: MPL-2.0
"""Hold the commands of the command line, one module for each noun.

Every module has ``add_parser(subparsers)`` and ``run(args, say) -> int``; ``say`` takes the lines
to print, the number is the exit code: 0 done, 1 the input has faults, 2 wrong use.
"""
