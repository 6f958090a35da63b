# SPDX-License-Identifier: MPL-2.0
"""Test long work away from the window."""

import threading

import pytest

from ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    """Return a runner that is shut down after the test."""
    made = Jobs()
    yield made
    made.shut_down()
    made.deleteLater()


def test_the_result_arrives_in_the_windows_thread(qtbot, jobs):
    """Work runs elsewhere; its result is handed over where widgets may be touched."""
    seen = []
    job = jobs.start(
        lambda _job: threading.current_thread().name,
        succeeded=lambda name: seen.append((name, threading.current_thread().name)),
    )
    with qtbot.waitSignal(job.finished):
        pass

    ((worker, receiver),) = seen
    assert worker.startswith("job")
    assert "MainThread" == receiver


def test_a_failure_arrives_as_the_exception(qtbot, jobs):
    """The window gets the error itself, to put it into words."""
    seen = []

    def fail(_job):
        raise ValueError("no")

    with qtbot.waitSignal(jobs.start(fail, failed=seen.append).finished):
        pass

    assert [ValueError] == [type(error) for error in seen]
    assert not jobs.is_busy


def test_progress_is_reported(qtbot, jobs):
    """Every step arrives, in order."""
    steps = []

    def work(job):
        for done in range(3):
            job.report_progress(done, 3)

    job = jobs.start(work, progressed=lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(job.finished):
        pass

    assert [(0, 3), (1, 3), (2, 3)] == steps


def test_a_job_can_be_cancelled(qtbot, jobs):
    """The work is asked to stop, and sees it."""

    def work(job):
        cancelled.wait()
        return job.is_cancelled

    cancelled = threading.Event()
    seen = []
    job = jobs.start(work, succeeded=seen.append)
    with qtbot.waitSignal(job.finished):
        job.cancel()
        cancelled.set()

    assert [True] == seen


def test_shutting_down_waits_for_the_work(qapp):
    """No thread outlives the window."""
    jobs = Jobs()
    done = []
    jobs.start(lambda _job: done.append(True))
    jobs.shut_down()

    assert [True] == done
    jobs.deleteLater()


def test_nothing_starts_once_shut_down(qapp):
    """A job that is asked for while the window closes is refused without a word."""
    jobs = Jobs()
    done = []
    jobs.shut_down()
    jobs.start(lambda _job: done.append(True), succeeded=done.append)
    qapp.processEvents()

    assert ([], False) == (done, jobs.is_busy)
    jobs.deleteLater()
