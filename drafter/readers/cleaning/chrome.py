"""What web pages put around a speech: where you are, when and whence, share, related, rights."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from drafter.readers.cleaning.shapes import (
    bare,
    first_body,
    is_body,
    is_date,
    is_salutation,
    is_title,
    numbers_a_unit,
    salutation_length,
)
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["drop_chrome"]

REASON = "chrome"

_BEGINNING = 8  # lines of the speech, blank ones too, that a page's description may repeat
_SHORTEST_EXCERPT = 10  # characters
_HEAD = 60  # lines above the speech that may be chrome
_TAIL = 120  # lines below it
_LONGEST = 250  # characters of a line that a site says
_SHORT = 30  # characters of a value or a link's words that stand on a line of their own
_DASHES = ("——", "--", "――")  # what a subtitle begins with
#: 时间：2028年12月29日 in Chinese form and without a clock is the speech's own, not the page's.
_SPEECH_DATE = re.compile(r"(?:讲话|会议|活动)?(?:时间|日期)\s*[:：]\s*\d{4}年\d{1,2}月\d{1,2}日")
_ISO_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")


@dataclass(frozen=True, slots=True)
class _Phrases:
    region: re.Pattern[str]
    label: re.Pattern[str]
    bare_label: re.Pattern[str]
    line: re.Pattern[str]
    voice: re.Pattern[str]
    end: re.Pattern[str]
    cut: re.Pattern[str]


@cache
def _phrases() -> _Phrases:
    table = tomllib.loads(files(__package__).joinpath("chrome.toml").read_text("utf-8"))

    def any_of(section: str, key: str = "patterns") -> str:
        return "|".join(f"(?:{pattern})" for pattern in table[section][key])

    labels = any_of("labels", "words")
    return _Phrases(
        region=re.compile(rf"^(?:{any_of('region')})", re.MULTILINE),
        label=re.compile(rf"(?:^|(?<=[\s（(|【\[]))(?:{labels})\s*[:：]"),
        bare_label=re.compile(rf"[（(【]?(?:{labels})\s*[:：]?"),
        line=re.compile(any_of("lines")),
        voice=re.compile(any_of("voices")),
        end=re.compile(any_of("ends")),
        cut=re.compile(any_of("cut")),
    )


def drop_chrome(sheet: Sheet) -> None:
    """Take out the site's own words above and below the speech."""
    phrases = _phrases()
    first = min(first_body(sheet.lines), _HEAD)
    beginning = bare("".join(sheet.lines[: first + _BEGINNING]))
    last = _last_of_speech(sheet.lines, first + _BEGINNING, beginning, phrases)
    tail = range(max(last + 1, first), min(len(sheet.lines), max(last + 1, first) + _TAIL))
    gone = _head(sheet.lines, first, phrases)
    gone |= _tail(sheet, tail, phrases)
    if gone.intersection(tail):
        gone |= {i for i in tail if i > first + _BEGINNING and _is_excerpt(sheet.lines[i].strip(), beginning)}
    gone |= _between(sheet, range(first, last + 1), phrases)
    sheet.drop(gone, REASON)


def _last_of_speech(lines: list[str], first: int, beginning: str, phrases: _Phrases) -> int:
    """Index of the last line of prose that is not the site's."""
    for i in range(len(lines) - 1, -1, -1):
        stripped = lines[i].strip()
        if not is_body(stripped) or phrases.end.match(stripped) or phrases.voice.search(stripped):
            continue
        if i <= first or not _is_excerpt(stripped, beginning):
            return i
    return -1


def _is_excerpt(line: str, beginning: str) -> bool:
    """Whether a line below the speech says its beginning again, as pages do in their descriptions."""
    words = bare(line)
    return len(words) > _SHORTEST_EXCERPT and words[: 2 * _SHORTEST_EXCERPT] in beginning


def _head(lines: list[str], first: int, phrases: _Phrases) -> set[int]:
    """Chrome above the speech; the page's own title above it counts when the speech has another."""
    gone = _region(lines, range(first), phrases) | _single(lines, range(first), phrases)
    # A lead-in of the site (下面是小编…) may be long enough to pass for prose: look a little further.
    for i in range(first, min(first + 3, len(lines))):
        stripped = lines[i].strip()
        if (
            stripped
            and not is_salutation(stripped)
            and len(stripped) <= _LONGEST
            and phrases.voice.search(stripped)
        ):
            gone.add(i)
    if not gone:
        return gone
    head = [i for i in range(max(first, max(gone) + 1)) if lines[i].strip() and i not in gone]
    head = [i for i in head if not is_body(lines[i].strip())]
    gone |= {i for i in head if i < max(gone) and _ISO_DATE.fullmatch(lines[i].strip())}
    titles = [i for i in head if is_title(lines[i].strip()) and not lines[i].strip().startswith(_DASHES)]
    if titles and any(i < titles[-1] for i in gone):
        cut = max(i for i in gone if i < titles[-1])
        gone |= {i for i in head if i < cut and not is_date(lines[i])}
    return gone


def _tail(sheet: Sheet, tail: range, phrases: _Phrases) -> set[int]:
    """Chrome below the speech; from a pay wall or a 相关阅读 on all is the site's."""
    lines = sheet.lines
    gone = _region(lines, tail, phrases) | _single(lines, tail, phrases)
    for i in tail:
        stripped = lines[i].strip()
        if not stripped:
            continue
        if phrases.cut.fullmatch(stripped):
            sheet.cut_after.append(sheet.numbers[i])
        if phrases.cut.fullmatch(stripped) or phrases.end.fullmatch(stripped):
            return gone | {j for j in range(i, len(lines)) if lines[j].strip()}
    return gone


def _between(sheet: Sheet, body: range, phrases: _Phrases) -> set[int]:
    """Lines within the speech that nobody but a site says (pay walls, fonts, captions)."""
    gone: set[int] = set()
    for i in body:
        line = sheet.lines[i]
        if not line or len(line) > _LONGEST // 2 or line.isspace():
            continue
        stripped = line.strip()
        if len(stripped) <= _SHORT * 2 and not is_body(stripped) and phrases.cut.fullmatch(stripped):
            sheet.cut_after.append(sheet.numbers[i])
            gone.add(i)
        elif stripped[0] in "【[（(扫分" and _only_chrome(stripped, phrases):
            gone.add(i)
    return gone


def _only_chrome(line: str, phrases: _Phrases) -> bool:
    match = phrases.region.match(line)
    return (match is not None and match.end() == len(line)) or (
        line[0] == "扫" and phrases.line.fullmatch(line) is not None
    )


def _region(lines: list[str], region: range, phrases: _Phrases) -> set[int]:
    """Phrases that run over several lines; a crumb that comes again below the crumbs is the column's name."""
    if not region:
        return set()
    # A line too long for chrome is left blank: no pattern may run over it, nor be slowed by it.
    text = "\n".join(
        line.strip() if len(line) <= _LONGEST else "" for line in lines[region.start : region.stop]
    )
    gone: set[int] = set()
    for match in phrases.region.finditer(text):
        begin = region.start + text.count("\n", 0, match.start())
        end = region.start + text.count("\n", 0, match.end())
        if any(is_title(lines[i].strip()) and i > begin for i in range(begin, end + 1)):
            end = next(i for i in range(begin + 1, end + 1) if is_title(lines[i].strip())) - 1
        gone |= set(range(begin, end + 1))
        crumbs = {lines[i].strip() for i in range(begin, end + 1)} - {""}
        while end + 1 < region.stop and lines[end + 1].strip() in crumbs | {""}:
            end += 1
            gone.add(end)
    return gone


def _single(lines: list[str], region: range, phrases: _Phrases) -> set[int]:
    """Phrases on a line of their own, and the value that a lone label has on the next line."""
    gone: set[int] = set()
    skip_value = False
    for i in region:
        stripped = lines[i].strip()
        if not stripped or is_salutation(stripped):
            continue
        if skip_value and len(stripped) <= _SHORT and not is_title(stripped) and not numbers_a_unit(stripped):
            gone.add(i)
            skip_value = phrases.bare_label.fullmatch(stripped) is not None
            continue
        skip_value = False
        if len(stripped) > _LONGEST or salutation_length(stripped):
            continue
        if phrases.bare_label.fullmatch(stripped) and stripped[-1] in ":：":
            gone.add(i)
            skip_value = True
        elif (
            _is_label_line(stripped, phrases)
            or phrases.line.fullmatch(stripped)
            or phrases.voice.search(stripped)
        ):
            gone.add(i)
    return gone


def _is_label_line(line: str, phrases: _Phrases) -> bool:
    """来源：… and its like; in prose (时间：紧迫) a label is followed by a sentence."""
    labels = phrases.label.findall(line)
    if _SPEECH_DATE.fullmatch(line):
        return False
    if not labels or len(line) > _LONGEST // 2 or "。" in line:
        return False
    return len(labels) > 1 or phrases.label.match(line) is not None or line[0] in "（(【"
