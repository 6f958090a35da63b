# SPDX-License-Identifier: MPL-2.0
"""Ill-treat the store and see that nothing acknowledged is lost: ``python3 -m tests.torture``.

The worker does what a person does, at random; the ledger knows what was acknowledged; each trial
takes the worker's process, power, disk or files away from it and opens what is left.
"""
