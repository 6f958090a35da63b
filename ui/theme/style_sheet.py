# SPDX-License-Identifier: MPL-2.0
"""The one style sheet, made from the tokens.

It names no files: marks such as ticks and arrows are painted by the widgets, because a style sheet
could only take them from files on the disk. Widgets choose by dynamic property (``kind``, ``tone``,
``pane``, ``edge``), so that a change of theme reaches them without their help.

It holds all sets of colours, because to put on another sheet takes longer than a frame: the rules
of one set are for everything, those of the others for a window that is marked with their name.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from ui.theme.tokens import EDGE, FAMILY, RADIUS, SETS, TONES, TYPE

_Colours = Mapping[str, str]
_Px = Callable[[float], int]

MARK: Final = "colours"
"""The property of a window that names the set of colours it and all in it wears."""

_TYPE: Final = re.compile(r"^\w+")
_RULE: Final = re.compile(r"([^{}]+)(\{[^{}]*\})")


def style_sheet(worn: str, text_scale: float, *, holds_others: bool = True) -> str:
    """Return the style sheet in which what has no mark wears the set of colours ``worn``.

    Text has a size from 1.0 to 2.0. Where it does not hold the other sets, no window can wear one.
    """

    def px(length: float) -> int:
        """Return a length of the design in whole pixels at this size of text."""
        return round(length * text_scale)

    others = [name for name in SETS if name != worn] if holds_others else []
    rules = {name: "\n".join(part(SETS[name], px) for part in _PARTS) for name in (worn, *others)}
    return "\n".join((rules[worn], *(_for_marked(rules[name], name) for name in others)))


def _for_marked(sheet: str, name: str) -> str:
    """Return the sheet with every rule for nothing but marked windows and what is in them.

    All gain the same weight by it, so they beat the rules without a mark, and each other as before.
    """
    mark = f'[{MARK}="{name}"]'
    itself = rf"\g<0>{mark}"

    def marked(rule: re.Match[str]) -> str:
        """Return a rule for the window itself, and for what is in it."""
        selectors = (each.strip() for each in rule[1].split(","))
        both = (f"*{mark} {each}, {_TYPE.sub(itself, each)}" for each in selectors)
        return f"{', '.join(both)} {rule[2]}"

    return _RULE.sub(marked, sheet)


def _grounds(c: _Colours, px: _Px) -> str:
    edges = "\n".join(
        f'Pane[edge="{edge}"] {{ border-{edge}: 1px solid {c["line"]}; }}'
        for edge in ("top", "right", "bottom", "left")
    )
    return f"""
    QMainWindow {{ background: {c["bg"]}; }}
    QDialog {{ background: {c["surface"]}; }}
    QScrollArea, QScrollArea > QWidget#qt_scrollarea_viewport,
    QScrollArea > QWidget > QWidget#content {{ background: transparent; border: 0; }}
    ScrollArea[reads="true"], GuideBrowser {{ border: 2px solid transparent; }}
    StripStack[reads="true"] {{ border-bottom-color: {c["track"]}; }}
    ScrollArea[reads="true"]:focus, GuideBrowser:focus {{
        border-color: {c["focus"]}; border-radius: {RADIUS["s"]}px; }}
    Pane {{ border: 0; }}
    Pane[pane="page"] {{ background: {c["bg"]}; }}
    Pane[pane="surface"] {{ background: {c["surface"]}; }}
    Pane[pane="sunken"] {{ background: {c["sunken"]}; }}
    {edges}
    QToolTip {{ background: {c["text"]}; color: {c["surface"]}; border: 0;
        padding: {px(6)}px {px(8)}px; }}
    """


def _labels(c: _Colours, px: _Px) -> str:
    kinds = "\n".join(
        f'QLabel[kind="{kind}"] {{ font-family: "{FAMILY}"; font-size: {px(style.size)}px;'
        f" font-weight: {style.weight}; }}"
        for kind, style in TYPE.items()
    )
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {c["primary_text" if tone == "primary" else tone]}; }}'
        for tone in TONES
    )
    return f"""
    QLabel {{ background: transparent; }}
    {kinds}
    QLabel[kind="overline"] {{ letter-spacing: 0.4px; }}
    {tones}
    QLabel[tone="2"] {{ color: {c["text2"]}; }}
    QLabel[tone="3"] {{ color: {c["text3"]}; }}
    QLabel[tone]:disabled {{ color: {c["text3"]}; }}
    """


def _frames(c: _Colours, px: _Px) -> str:
    del px
    tones = "\n".join(
        f'Card[tone="{tone}"] {{ background: {c[f"{tone}_tint"]};'
        f" border: 1px solid {c[f'{tone}_edge']}; }}"
        for tone in TONES
    )
    return f"""
    Card {{ background: {c["surface"]}; border: 1px solid {c["line"]};
        border-radius: {RADIUS["l"]}px; margin: 0 {EDGE}px; }}
    Card[pane="sunken"] {{ background: {c["sunken"]}; border-radius: {RADIUS["m"]}px; }}
    Card[pane="small"] {{ border-radius: {RADIUS["m"]}px; }}
    DropCard[pane] {{ border: 1px dashed {c["control"]}; }}
    {tones}
    QGroupBox {{ border: 0; margin: 0; padding: 0; }}
    QSplitter::handle {{ background: {c["line"]}; }}
    """


def _fields(c: _Colours, px: _Px) -> str:
    return f"""
    FieldFrame QLineEdit, FieldFrame QPlainTextEdit, FieldFrame QComboBox {{
        background: transparent; border: 0; padding: 0; color: {c["text"]};
        placeholder-text-color: {c["text3"]};
        selection-background-color: {c["primary"]}; selection-color: {c["on_primary"]}; }}
    FieldFrame QLineEdit:disabled, FieldFrame QPlainTextEdit:disabled,
    FieldFrame QComboBox:disabled {{ color: {c["text3"]}; }}
    QComboBox::drop-down {{ border: 0; width: 0; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {c["surface"]}; color: {c["text"]};
        border: 1px solid {c["control"]}; border-radius: {RADIUS["m"]}px; padding: 4px; }}
    QComboBox QAbstractItemView::item {{ padding: {px(7)}px {px(10)}px; border-radius: 5px; }}
    QComboBox QAbstractItemView::item:hover {{ background: {c["hover"]}; }}
    QComboBox QAbstractItemView::item:selected {{ background: {c["primary_tint"]};
        color: {c["primary_text"]}; }}
    """


def _lists(c: _Colours, px: _Px) -> str:
    return f"""
    QListView, QTreeView, QTableView {{ background: {c["surface"]}; color: {c["text"]}; border: 0;
        outline: 0; gridline-color: {c["line"]}; alternate-background-color: {c["sunken"]};
        selection-background-color: {c["primary_tint"]};
        selection-color: {c["primary_text"]}; }}
    Pane[pane="sunken"] QListView {{ background: {c["sunken"]}; }}
    QTreeView::item, QTableView::item {{ padding: {px(6)}px {px(8)}px; border: 0; }}
    QListView::item:hover, QTreeView::item:hover,
    QTableView::item:hover {{ background: {c["hover"]}; }}
    QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
        background: {c["primary_tint"]}; color: {c["primary_text"]}; }}
    QTableView::item:focus, QTreeView::item:focus {{ border: 2px solid {c["focus"]}; }}
    FaultList::item {{ padding: {px(2)}px; border: 2px solid transparent; border-radius: 5px; }}
    FaultList::item:focus {{ border-color: {c["focus"]}; }}
    QHeaderView {{ background: {c["surface"]}; border: 0; }}
    QHeaderView::section {{ background: {c["surface"]}; color: {c["text2"]}; border: 0;
        border-bottom: 1px solid {c["line"]}; padding: {px(8)}px; font-weight: 600;
        font-size: {px(12)}px; }}
    QTableCornerButton::section {{ background: {c["surface"]}; border: 0; }}
    """


def _menus(c: _Colours, px: _Px) -> str:
    return f"""
    QMenuBar {{ background: {c["surface"]}; border-bottom: 1px solid {c["line"]};
        padding: 2px {px(8)}px; }}
    QMenuBar::item {{ padding: {px(5)}px {px(10)}px; border-radius: 5px;
        background: transparent; }}
    QMenuBar::item:selected {{ background: {c["hover"]}; }}
    QMenu {{ background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["control"]};
        padding: {px(5)}px; }}
    QMenu::item {{ padding: {px(7)}px {px(28)}px {px(7)}px {px(12)}px; border-radius: 5px; }}
    QMenu::icon {{ padding-left: {px(8)}px; }}
    QMenu::item:selected {{ background: {c["primary_tint"]}; color: {c["primary_text"]}; }}
    QMenu::item:disabled {{ color: {c["text3"]}; }}
    QMenu::separator {{ height: 1px; background: {c["line"]}; margin: {px(5)}px {px(8)}px; }}
    QTabWidget::pane {{ border: 0; }}
    QTabBar::tab {{ background: transparent; color: {c["text2"]}; border: 0;
        border-bottom: 2px solid transparent; padding: {px(8)}px {px(14)}px;
        font-weight: 600; }}
    QTabBar::tab:selected {{ color: {c["primary_text"]}; border-bottom-color: {c["primary"]}; }}
    QTabBar::tab:hover:!selected {{ background: {c["hover"]}; }}
    QTabBar::tab:focus {{ border: 2px solid {c["focus"]}; border-radius: 5px; }}
    QProgressBar {{ background: {c["line"]}; border: 0; border-radius: {px(4)}px;
        height: {px(8)}px; max-height: {px(8)}px; color: transparent; }}
    QProgressBar::chunk {{ background: {c["primary"]}; border-radius: {px(4)}px; }}
    """


def _scroll_bars(c: _Colours, px: _Px) -> str:
    del px
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
    QScrollBar::handle {{ background: {c["control"]}; border-radius: 3px; }}
    QScrollBar::handle:hover {{ background: {c["text3"]}; }}
    QScrollBar::handle:vertical {{ min-height: 36px; }}
    QScrollBar::handle:horizontal {{ min-width: 36px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
    """


def _calendar(c: _Colours, px: _Px) -> str:
    return f"""
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {c["surface"]}; }}
    QCalendarWidget QToolButton {{ background: transparent; color: {c["text"]}; border: 0;
        border-radius: {RADIUS["s"]}px; padding: {px(5)}px {px(8)}px; font-weight: 600; }}
    QCalendarWidget QToolButton:hover {{ background: {c["hover"]}; }}
    QCalendarWidget QToolButton:focus {{ border: 2px solid {c["focus"]}; }}
    QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
    QCalendarWidget QSpinBox {{ background: {c["surface"]}; color: {c["text"]};
        border: 1px solid {c["control"]}; }}
    QCalendarWidget QTableView {{ background: {c["surface"]}; color: {c["text2"]};
        border: 0; outline: 0; }}
    QCalendarWidget QTableView::item, QCalendarWidget QTableView::item:focus {{ border: 0;
        padding: 0; }}
    """


_PARTS: Final = (
    _grounds,
    _labels,
    _frames,
    _fields,
    _lists,
    _menus,
    _scroll_bars,
    _calendar,
)
