# SPDX-License-Identifier: MPL-2.0
"""Read the content of pages: what is painted, in which mark it stands, and what text it is."""

from collections import defaultdict

import pikepdf

from tests.pdf_checks.fonts import fonts_of
from tests.pdf_checks.tree import Mark

PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE"}
SHOWS = {"Tj", "TJ", "'", '"'}
OTHER_COLOURS = {"k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"}
DECORATIONS = {"Pagination", "Layout", "Page", "Background"}
PRIVATE = range(0xE000, 0xF900)
MOST_NESTED = 28


class Contents:
    """Read all pages of a PDF.

    ``texts`` holds the text of each mark, ``painted`` each mark in the order of painting,
    ``decorations`` the subtypes of the typed artifacts by page, ``faults`` what is wrong.
    """

    def __init__(self, pdf):
        self.fonts = {}
        self.texts = defaultdict(str)
        self.painted = {}
        self.decorations = defaultdict(set)
        self.faults = []
        for number, page in enumerate(pdf.pages):
            _Reader(self, number, page.obj).read(page)


class _Reader:
    """Read the content of one page, and of the forms on it."""

    def __init__(self, contents, page, source):
        self._contents = contents
        self._page = page
        self._resources = source.get("/Resources", {})
        self._fonts = fonts_of(self._resources, contents.fonts)
        self._font = None
        self._nested = []
        self._states = 0
        self._steps = {
            "Tf": self._choose_font,
            "BDC": self._begin,
            "BMC": self._begin,
            "EMC": self._end,
            "q": self._save_state,
            "Q": self._restore_state,
            "Do": self._paint_object,
        }

    def read(self, source, around=()):
        """Read a page; or a form, which belongs to the marks and artifacts around it."""
        self._nested += around
        for operands, operator in pikepdf.parse_content_stream(source):
            self._follow(operands, str(operator))
        if len(self._nested) != len(around) or self._states:
            self._fault("what was begun is not ended")

    def _fault(self, words):
        self._contents.faults.append(f"page {self._page + 1}: {words}")

    def _follow(self, operands, operator):
        if operator in SHOWS:
            self._show(operands[-1])
        elif operator in PAINTS:
            self._require_mark(operator)
        elif operator in OTHER_COLOURS:
            self._fault(f"{operator} sets a colour that the profile does not describe")
        elif operator in self._steps:
            self._steps[operator](operands)

    def _choose_font(self, operands):
        self._font = self._fonts[str(operands[0])]

    def _end(self, _operands):
        if self._nested:
            self._nested.pop()
        else:
            self._fault("something ends that was not begun")

    def _save_state(self, _operands):
        self._states += 1
        if self._states > MOST_NESTED:
            self._fault("states are nested too deeply")

    def _restore_state(self, _operands):
        self._states -= 1
        if self._states < 0:
            self._fault("a state is restored that was not saved")

    def _begin(self, operands):
        role = str(operands[0])[1:]
        about = operands[1] if len(operands) > 1 else {}
        about = about if isinstance(about, pikepdf.Dictionary) else {}
        kinds = {kind for kind, _held in self._nested}
        if role == "Artifact":
            self._begin_artifact(about)
            self._nested.append(("artifact", None))
        elif "/MCID" in about:
            mark = Mark(self._page, int(about["/MCID"]))
            if mark in self._contents.painted:
                self._fault(f"mark {mark.number} stands twice")
            self._contents.painted[mark] = None
            self._nested.append(("mark", mark))
        elif "/ActualText" in about:
            self._say(str(about["/ActualText"]))
            self._nested.append(("said", None))
        else:
            self._nested.append(("other", None))
        if kinds & {"mark", "artifact"} and ("/MCID" in about or role == "Artifact"):
            self._fault("marks or artifacts stand inside each other")

    def _begin_artifact(self, about):
        kind, subtype = (str(about.get(name, "/"))[1:] for name in ("/Type", "/Subtype"))
        if kind:
            self._contents.decorations[self._page].add(subtype or kind)
        if kind and kind not in DECORATIONS:
            self._fault(f"there is no artifact of type {kind}")

    def _require_mark(self, operator):
        if not any(kind in {"mark", "artifact"} for kind, _mark in self._nested):
            self._fault(f"{operator} paints outside every mark and artifact")

    def _show(self, operand):
        self._require_mark("text")
        if self._font is None:
            self._fault("text without a font")
            return
        parts = operand if isinstance(operand, pikepdf.Array) else [operand]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        text = self._font.text(codes)
        if not any(kind == "said" for kind, _held in self._nested):
            if any(ord(char) in PRIVATE for char in text):
                self._fault("private characters without the text that they stand for")
            self._say(text)

    def _say(self, text):
        for kind, mark in self._nested:
            if kind == "mark":
                self._contents.texts[mark] += text

    def _paint_object(self, operands):
        self._require_mark("Do")
        form = self._resources.XObject[str(operands[0])]
        if form.Subtype == pikepdf.Name.Image:
            self._check_image(form)
            return
        if form.Subtype != pikepdf.Name.Form:
            self._fault(f"{form.Subtype} is painted, which reports have none of")
            return
        _Reader(self._contents, self._page, form).read(form, self._nested)

    def _check_image(self, image):
        """See that an image is plain (ISO 19005-2, 6.2.8 and 6.2.10), in a colour that is known."""
        for key in ("/SMask", "/Mask", "/Interpolate", "/Alternates", "/OPI"):
            if key in image:
                self._fault(f"an image has {key}")
        if image.get("/ColorSpace") not in ("/DeviceRGB", "/DeviceGray"):
            self._fault("an image has colours that the output intent does not tell")
