# SPDX-License-Identifier: MPL-2.0
"""How a start of the program begins."""

import gc
import multiprocessing
import sys

import pytest

import main


def test_the_helper_of_a_packaged_program_clears_up_after_itself(monkeypatch):
    """It is started as the program itself, and never comes out of ``freeze_support``."""
    collecting = []

    def work():
        collecting.append(gc.isenabled())
        raise SystemExit

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(multiprocessing, "freeze_support", work)
    gc.enable()
    try:
        with pytest.raises(SystemExit):
            main.start(["--multiprocessing-fork"])
    finally:
        gc.enable()

    assert [True] == collecting
