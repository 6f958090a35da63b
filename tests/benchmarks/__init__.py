# SPDX-License-Identifier: MPL-2.0
"""Measure what the program promises about speed and size: ``python3 -m tests.benchmarks``."""
