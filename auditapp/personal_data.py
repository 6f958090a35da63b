# SPDX-License-Identifier: MPL-2.0
"""Find what would give away whose file it is, in fields that ought to hold a pseudonym.

It warns and never guarantees: a name that stands alone in running text cannot be told from another
word, unless somebody said that it is one (``auditapp.avoided_names``). Nothing here leaves the
computer or is kept.

NHS numbers carry a check digit (NHS Data Dictionary, "NHS NUMBER", modulus 11). Postcodes are those
of Royal Mail's postcode areas, in capitals, or in small letters unless they read as "B2 1st".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
    "DY E EC EH EN EX FK FY G GL GU GX GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA "
    "LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG "
    "SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_WORDS_OF_WORK = (
    "admin adolescent adoption adult after agency and area assessment assist audit borough care "
    "carer case central centre child children city cohort contact council county court deputy "
    "disability district door duty early east edge emergency family file first fostering front "
    "group head help hospital hub improvement in independent infant intervention leader leaving "
    "life locality locum looked manager moderation neighbourhood new north of older out outreach "
    "pathway permanence personal placement placements planning practice practitioner principal "
    "protection quality ref reference referral referrals register response review sample "
    "safeguarding section senior service services social south specialist story student "
    "supervising support targeted team test the through transition transitions unit visits "
    "virtual west worker year young youth adviser advisor asylum children's"
)
_ORDINARY = frozenset(_WORDS_OF_WORK.split())
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")  # RFC 5321, 4.5.3.1.1
_NHS = re.compile(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)")
_POSTCODE = re.compile(
    rf"\b(?:{_AREAS.replace(' ', '|')})\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{{2}}\b", re.IGNORECASE
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_PHONE = re.compile(r"(?<![\d+])(?:\+44\s?(?:\(0\)\s?)?|0)[1-9](?:[\s-]?\d){8,9}(?!\d)")
_DATE = re.compile(
    r"(?<!\d)(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s./-]+(?P<m>\d{1,2}|[A-Za-z]{3,9})[\s.,/-]+"
    r"(?P<y>\d{4}|\d{2})|(?P<y2>\d{4})[./-](?P<m2>\d{1,2})[./-](?P<d2>\d{1,2})"
    r"|(?P<d3>\d{2})(?P<m3>\d{2})(?P<y3>(?:19|20)\d{2}))(?!\d)"
)
_BIRTH = re.compile(r"\b(?:d\.?o\.?b\.?|born|birth(?:day)?)\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s+$")
_LONGEST_CODE = 3
_LOOK_BACK = 80
"""Characters before a find in which a word may say what it is: to look at all would take minutes in
a long text."""


class PersonalKind(StrEnum):
    """Name what may identify a person."""

    AVOIDED_NAME = "avoided_name"
    EMAIL = "email"
    NHS_NUMBER = "nhs_number"
    POSTCODE = "postcode"
    DATE_OF_BIRTH = "date_of_birth"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Finding:
    """Say what was found, and where: the characters from ``start`` up to ``end``."""

    kind: PersonalKind
    start: int
    end: int


def find_in_text(text: str) -> list[Finding]:
    """Return what running text gives away, in order: a date only if it is said to be a birth.

    A name is two capitalised words in a row that no team or office is called by, or one after a
    title.
    """
    dates = (match for match in _dates(text) if _follows(_BIRTH, match.start(), text))
    return without_overlaps([*_numbers(text), *_births(dates), *_full_names(text)])


def find_in_code(text: str) -> list[Finding]:
    """Return what a code gives away, in order: any whole date counts, and any word like a name."""
    return without_overlaps([*_numbers(text), *_births(_dates(text)), *_words_like_names(text)])


def is_nhs_number(text: str) -> bool:
    """Tell whether the ten digits in ``text`` have the right check digit."""
    digits = [int(char) for char in text if char.isdecimal()]
    if len(digits) != 10 or not any(digits):  # noqa: PLR2004 - the length of an NHS number
        return False
    weighted = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - weighted % 11) % 11 == digits[-1]


def without_overlaps(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings in order; of two that overlap, the one of the kind named first."""
    kinds = list(PersonalKind)
    kept: list[Finding] = []
    taken: set[int] = set()
    for each in sorted(found, key=lambda finding: (kinds.index(finding.kind), finding.start)):
        places = range(each.start, each.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(each)
    return sorted(kept, key=lambda finding: finding.start)


def _numbers(text: str) -> Iterator[Finding]:
    for match in _EMAIL.finditer(text):
        yield Finding(PersonalKind.EMAIL, *match.span())
    for match in _NHS.finditer(text):
        if is_nhs_number(match.group()):
            yield Finding(PersonalKind.NHS_NUMBER, *match.span())
    for match in _POSTCODE.finditer(text):
        found = match.group()
        if found.isupper() or (found.islower() and not _ORDINAL.search(found)):
            yield Finding(PersonalKind.POSTCODE, *match.span())
    for match in _PHONE.finditer(text):
        yield Finding(PersonalKind.PHONE, *match.span())


def _births(dates: Iterator[re.Match[str]]) -> Iterator[Finding]:
    return (Finding(PersonalKind.DATE_OF_BIRTH, *match.span()) for match in dates)


def _dates(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _DATE.finditer(text) if _is_date(match))


def _follows(cue: re.Pattern[str], start: int, text: str) -> bool:
    return cue.search(text, max(0, start - _LOOK_BACK), start) is not None


def _is_date(match: re.Match[str]) -> bool:
    day, month, year = (
        next(filter(None, (match[name], match[f"{name}2"], match[f"{name}3"]))) for name in "dmy"
    )
    if not month.isdecimal():
        if month[:3].lower() not in _MONTHS:
            return False
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    try:
        date(int(year) if len(year) > 2 else 2000 + int(year), int(month), int(day))  # noqa: PLR2004
    except ValueError:
        return False
    return True


def _full_names(text: str) -> Iterator[Finding]:
    run: list[re.Match[str]] = []
    for word in [*_WORD.finditer(text), None]:
        is_next = word is not None and _is_name_part(word.group())
        if run and not (is_next and word and text[run[-1].end() : word.start()].isspace()):
            if len(run) > 1 or _follows(_TITLE, run[0].start(), text):
                yield Finding(PersonalKind.NAME, run[0].start(), run[-1].end())
            run = []
        if word is not None and is_next:
            run.append(word)


def _is_name_part(word: str) -> bool:
    is_capitalised = word[0].isupper() and any(char.islower() for char in word)
    is_title = word in {"Mr", "Mrs", "Ms", "Miss", "Dr"}
    return is_capitalised and not is_title and word.lower() not in _ORDINARY


def _words_like_names(text: str) -> Iterator[Finding]:
    for word in _WORD.finditer(text):
        found = word.group()
        is_short_code = found.isupper() and len(found) <= _LONGEST_CODE
        if len(found) >= _LONGEST_CODE and not is_short_code and found.lower() not in _ORDINARY:
            yield Finding(PersonalKind.NAME, *word.span())
