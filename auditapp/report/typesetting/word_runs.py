# SPDX-License-Identifier: MPL-2.0
"""Part words into runs of one font, measured, and put runs together again."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from auditapp.report.characters import is_arabic
from auditapp.report.typesetting.direction import Direction, Run, direction_of
from auditapp.report.typesetting.fonts import Script, Weight, font_name, shape, width_of
from auditapp.report.typesetting.gate import script_of


class Spaces(dict[Weight, Run]):
    """Hold the space of each weight; its font is loaded when it is first wanted."""

    def __missing__(self, weight: Weight) -> Run:
        self[weight] = space = _space(weight)
        return space


def runs_of(text: str, weight: Weight) -> Iterator[Run]:
    """Yield the runs of one word."""
    if not is_arabic(text):
        find = partial(script_of, weight=weight) if weight is Weight.CODE else script_of
        for script, chars in groupby(text, find):
            run, font = "".join(chars), font_name(script, weight)
            yield Run(font, run, width_of(run, font))
        return
    for (script, direction), chars in groupby(text, lambda c: (script_of(c), direction_of(c))):
        run, font = "".join(chars), font_name(script, weight)
        if script is Script.ARABIC:
            run, width = shape(run, font)
            yield Run(font, run, width, direction)
        else:
            yield Run(font, run, width_of(run, font), direction)


def joined(runs: Iterable[Run], tail: str) -> tuple[tuple[str, str], ...]:
    """Return runs as pairs of font and text, neighbours in the same font made one."""
    parts = [
        (font, [run.text for run in same]) for font, same in groupby(runs, lambda run: run.font)
    ]
    if tail and parts:
        parts[-1][1].append(tail)
    return tuple((font, "".join(texts)) for font, texts in parts)


def _space(weight: Weight) -> Run:
    font = font_name(Script.MAIN, weight)
    return Run(font, " ", width_of(" ", font), Direction.NEUTRAL)
