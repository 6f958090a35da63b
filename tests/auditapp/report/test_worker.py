# SPDX-License-Identifier: MPL-2.0
"""Test that reports are made in another process, which may be stopped at any time."""

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
from functools import partial

import pytest

from auditapp import i18n
from auditapp.errors import ReportError
from auditapp.long_work import never
from auditapp.model.report_format import ReportFormat
from auditapp.report import worker
from auditapp.report.blocks import Paragraph
from auditapp.report.pdf import document as pdf_document
from auditapp.report.pdf import sheet
from auditapp.report.pdf.document import render_pdf
from auditapp.report.worker import ReportCancelledError, _build, render_in_process
from tests.auditapp.report.every_block import Words, every_block

pytestmark = pytest.mark.usefixtures("true_workers")

STARTS = {
    ReportFormat.PDF: b"%PDF-1.7",
    ReportFormat.HTML: b"<!DOCTYPE html>",
    ReportFormat.DOCX: b"PK",
    ReportFormat.XLSX: b"PK",
    ReportFormat.CSV: b"\xef\xbb\xbfReference,Part,",
}
_IN_WORDS = (ReportFormat.CSV, ReportFormat.HTML)
"""Files that are words as they are."""


@pytest.fixture(autouse=True)
def nothing_left(tmp_path, monkeypatch):
    """See that the other process has ended after each test, and that it left no file behind."""
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    yield
    assert [] == multiprocessing.active_children()
    assert [] == list(tmp_path.iterdir())


def test_the_file_is_the_same_as_one_made_here(make_document):
    """Another process makes the same bytes, and tells how far it is."""
    document = make_document(Paragraph("سارا " + "word " * 3000))
    seen = []
    made = render_in_process(document, progress=lambda done, total: seen.append((done, total)))
    assert render_pdf(document) == made
    assert (1, 1) == seen[-1]


@pytest.mark.parametrize("report_format", ReportFormat)
def test_every_kind_of_file_is_made_there(make_document, report_format):
    """It begins as such a file does, holds the words, and is the same when made again."""
    document = make_document(Paragraph("In her words"))
    first, again = (_sent_file(document, report_format) for _ in range(2))
    assert first == again
    assert first.startswith(STARTS[report_format])


@pytest.mark.parametrize("report_format", ReportFormat)
def test_every_kind_of_file_is_the_same_wherever_it_is_made(
    make_document, monkeypatch, report_format
):
    """Neither the order of a set nor the time of the place is in it."""
    document = make_document(*every_block(Words()))
    here = worker._writer(report_format)(document, lambda *_step: None)
    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/Los_Angeles")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        monkeypatch.setenv("TZ", zone)
        assert here == render_in_process(document, report_format=report_format)


def _sent_file(document, report_format):
    return sent(document, report_format)[-1]


def test_the_other_process_speaks_the_language_in_use(make_document):
    """What the writers say themselves, and what stands in their tables, is not left in English."""
    document = make_document(Paragraph("x"), content_hash="ab" * 32)
    i18n.use(i18n.WELSH)
    try:
        made = [render_in_process(document, report_format=each) for each in _IN_WORDS]
    finally:
        i18n.use(i18n.ENGLISH)

    assert made[0].startswith("\ufeffCyfeirnod,Rhan,".encode())
    assert "neidio i’r adroddiad" in made[1].decode().lower()
    assert b"Skip to the report" not in made[1]


def test_giving_up_stops_it(make_document):
    """The process is ended in the middle of its work."""
    seen = []
    document = make_document(Paragraph("word " * 400_000))
    with pytest.raises(ReportCancelledError):
        render_in_process(
            document,
            progress=lambda *step: seen.append(step),
            is_cancelled=lambda: bool(seen),
        )


def test_a_report_that_takes_too_long_is_stopped(make_document):
    """After the time limit there is an error that says what to do."""
    document = make_document(Paragraph("word " * 400_000))
    with pytest.raises(ReportError, match="too long") as caught:
        render_in_process(document, time_limit=0)
    assert "less busy" in caught.value.remedy


def test_a_process_that_dies_is_an_error(make_document):
    """It is noticed at once, not after the time limit."""

    def kill(_done, _total):
        for child in multiprocessing.active_children():
            child.kill()

    document = make_document(Paragraph("word " * 400_000))
    with pytest.raises(ReportError, match="could not be made"):
        render_in_process(document, progress=kill)


def test_a_process_that_died_between_two_looks_is_an_error():
    """On Windows a pipe without its other end cannot even be asked whether something came."""

    class LeftPipe:
        def poll(self, _seconds):
            raise BrokenPipeError

    with pytest.raises(ReportError, match="could not be made"):
        worker._contents(LeftPipe(), None, lambda: False, time.monotonic() + 60, lambda: True)


class HeldPipe:
    """A pipe whose other end the window holds itself, so that it never ends."""

    def __init__(self, *messages):
        self.messages = list(messages)

    def poll(self, _seconds):
        """Tell whether something is still in it."""
        return bool(self.messages)

    def recv(self):
        """Return it."""
        return self.messages.pop(0)


def test_a_process_that_died_before_it_took_its_end_of_the_pipe_is_an_error():
    """On Windows it takes that end from this process, which cannot see the pipe end until then."""
    end = time.monotonic() + 60
    with pytest.raises(ReportError, match="could not be made"):
        worker._contents(HeldPipe(), None, lambda: False, end, lambda: False)
    assert time.monotonic() < end - 30


def _stop_in_the_middle(pipe):
    """Promise a hundred bytes, as `Connection.send_bytes` does, and end after three."""
    os.write(pipe.fileno(), b"\0\0\0\x64abc")
    os._exit(0)


@pytest.mark.skipif(sys.platform == "win32", reason="its pipes hand over words whole")
def test_a_process_that_died_in_the_middle_of_a_word_is_an_error():
    """As when the system is out of memory, and ends it while it hands over the file."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_stop_in_the_middle, args=(theirs,))
    process.start()
    theirs.close()
    with pytest.raises(ReportError, match="could not be made"):
        worker._contents(ours, None, never, time.monotonic() + 60, process.is_alive)
    process.join()
    ours.close()


def test_what_a_process_said_before_it_ended_is_heard():
    """It may have ended between two looks, with all of its work done."""
    pipe, seen = HeldPipe((1, 2), b"%PDF"), []

    def hear(*steps):
        seen.append(steps)

    end = time.monotonic() + 60
    assert b"%PDF" == worker._contents(pipe, hear, lambda: False, end, lambda: False)
    assert [(1, 2)] == seen


def test_a_report_that_cannot_be_made_tells_no_words_of_it(make_document, caplog):
    """The log names the kind of the error and its place, never what the report says."""
    document = make_document(Paragraph("x"), content_hash=None, language="SECRET\ud800")
    with pytest.raises(ReportError, match="could not be made"):
        render_in_process(document)
    assert ".py:" in caplog.text
    assert "SECRET" not in caplog.text


def test_the_other_process_sends_steps_and_then_the_file(make_document):
    """What goes through the pipe is progress and at last the bytes."""
    document = make_document(Paragraph("x"))
    assert [(1, 1), render_pdf(document)] == sent(document)


def test_the_other_process_sends_the_kind_of_an_error(make_document):
    """A fault comes as text without the words of the report."""
    (message,) = sent(make_document(object(), title="SECRET"))
    assert "KeyError in story.py:" in message
    assert "SECRET" not in message


def test_the_other_process_ends_when_nobody_listens(make_document):
    """A closed pipe ends it without a complaint."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    ours.close()
    make = partial(worker._render, make_document(Paragraph("x")), ReportFormat.PDF)
    assert _build(make, theirs) is None


def test_a_report_that_takes_too_much_memory_is_stopped(make_document):
    """The other process may not take the computer with it, and the error says what to do."""
    if sys.platform != "linux":
        pytest.skip("only Linux keeps a process to such a limit")
    document = make_document(Paragraph("word " * 2_000_000))
    with pytest.raises(ReportError, match="more memory") as caught:
        render_in_process(document, memory_limit=200_000_000)
    assert "shorten it" in caught.value.remedy


def test_a_report_of_too_many_pages_is_refused(make_document, monkeypatch):
    """There is a limit, and the error names it."""
    monkeypatch.setattr(sheet, "MOST_PAGES", 2)
    assert render_pdf(make_document(Paragraph("word " * 800)))
    with pytest.raises(ReportError, match="more than 2 pages"):
        render_pdf(make_document(Paragraph("word " * 4000)))


def test_the_other_process_sends_an_error_that_has_words(make_document, monkeypatch):
    """What a person can do something about reaches the person."""
    monkeypatch.setattr(sheet, "MOST_PAGES", 1)
    message = sent(make_document(Paragraph("word " * 4000)))[-1]
    assert "more than 1 pages" in message.message
    assert "shorten it" in message.remedy


def test_the_other_process_says_that_memory_is_short(make_document, monkeypatch):
    """Whatever could not be held, what is told has words, and nothing of the report."""

    def render(*_arguments):
        raise MemoryError

    limits = []
    monkeypatch.setattr(pdf_document, "render_pdf", render)
    monkeypatch.setattr(worker, "limit_memory", limits.append)
    ours, theirs = multiprocessing.Pipe(duplex=False)
    make = partial(worker._render, make_document(Paragraph("x")), ReportFormat.PDF)
    worker._work(make, theirs, 1000, "en")
    assert "more memory" in ours.recv().message
    assert [1000] == limits


def test_a_process_that_is_killed_leaves_nothing_behind(make_document):
    """Also one that is ended so that the system would keep a picture of its memory."""

    def kill(_done, _total):
        for child in multiprocessing.active_children():
            os.kill(child.pid, getattr(signal, "SIGABRT", signal.SIGTERM))

    document = make_document(*[Paragraph("word " * 100_000)] * 9)
    with pytest.raises(ReportError, match="could not be made"):
        render_in_process(document, progress=kill)


def sent(document, report_format=ReportFormat.PDF):
    """Return what the other process sends for ``document``."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    make = partial(worker._render, document, report_format)
    reader = threading.Thread(target=_build, args=(make, theirs))
    reader.start()
    messages = []
    while not messages or isinstance(messages[-1], tuple):
        messages.append(ours.recv())
    reader.join()
    return messages
