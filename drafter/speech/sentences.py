"""Where a sentence ends, and where the heading of a unit ends in its own line."""

from __future__ import annotations

import re

__all__ = ["end_of_sentence", "split_heading"]

_OPENERS = "“‘（(《〈「『【[〔"
_CLOSERS = "”’）)》〉」』】]〕"
_STOPS = "。！？!?"
_SIGNS = re.compile(f"[{re.escape(_OPENERS + _CLOSERS + _STOPS)}]")
_ANY_STOP = re.compile(f"[{_STOPS}]+")
_ENDED = re.compile(r"(?:[。！？!?；;”’）)…]|\.{3,})$")
_CLAUSE_SIGNS = re.compile(f"[{re.escape(_OPENERS + _CLOSERS)}：；:;，,]")
_FINAL = re.compile(r"[。！？!?；;：:，,、…]+$|\.{3,}$")

# A colon after these words brings in what is said or meant, so the words before it are no heading.
_BRINGS_IN = re.compile(
    r"(?:指出|强调|要求|认为|讲到|说到|说过|说道|所说|写道|讲过|问道|提出|明确|规定|表示|常说|常讲|说|讲|道|曰|问|答|是|为|即|如)$"
)
# Heads longer than these, in characters, are clauses of a sentence rather than labels before a colon
# or semicolon (longest labels in the 600 reports and our truths: 26 and 16).
_LONGEST_LABEL = 30
_LONGEST_SEMICOLON_LABEL = 16


def end_of_sentence(text: str, start: int = 0) -> int:
    """Position just behind the first sentence.

    Stops inside quotes, brackets and titles do not count, unless the quoted words were brought in by
    a colon and end the sentence with their own stop. An opening sign that is never closed is ignored.

    Returns:
        The position, ``len(text)`` where no sentence ends before.
    """
    depth = 0
    brought_in = False
    for sign in _SIGNS.finditer(text, start):
        character, position = sign[0], sign.start()
        if character in _OPENERS:
            if depth == 0:
                brought_in = text[max(position - 1, 0) : position] in {"：", ":"}
            depth += 1
        elif character in _CLOSERS:
            if depth == 1 and brought_in and text[position - 1] in _STOPS:
                return position + 1
            depth = max(depth - 1, 0)
        elif depth == 0:
            return _behind_stops(text, position)
    if depth:
        stop = _ANY_STOP.search(text, start)
        return stop.end() if stop else len(text)
    return len(text)


def _behind_stops(text: str, position: int) -> int:
    stops = _ANY_STOP.match(text, position)
    return stops.end() if stops else position


def split_heading(line: str) -> tuple[str, str, str]:
    """Take the heading off a unit's line.

    The heading is the first sentence, or the label before a colon (安全责任：各级…).

    Arguments:
        line: the line behind its marker.

    Returns:
        Heading without final punctuation, that punctuation, and the text that goes on behind it
        ("" for a heading that has the line to itself). The three joined are the line.
    """
    end = _label_end(line, end_of_sentence(line))
    head, rest = line[:end], line[end:]
    final = _FINAL.search(head)
    if final is None or final.start() == 0:
        return head, "", rest
    return head[: final.start()], final[0], rest


def _label_end(line: str, sentence: int) -> int:
    """Where the label of a sentence ends; the sentence's own end when it has none."""
    depth = commas = 0
    for sign in _CLAUSE_SIGNS.finditer(line, 0, min(sentence, _LONGEST_LABEL + 1)):
        character, position = sign[0], sign.start()
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(depth - 1, 0)
        elif depth:
            continue
        elif character in "，,":
            commas += 1
        elif character in "：:":
            return position + 1 if commas < 3 and _is_label(line, position) else sentence
        else:
            return position + 1 if commas == 0 and _stands_before_text(line, position) else sentence
    return sentence


def _is_label(line: str, colon: int) -> bool:
    """Whether the words before a colon are a heading of what follows it.

    Nothing may follow, or sentences: a line that ends without a stop (关于形势：总体平稳) is all heading.
    """
    head, behind = line[:colon], line[colon + 1 :]
    if len(head) < 2 or _BRINGS_IN.search(head) is not None:
        return False
    return not behind or _ENDED.search(behind) is not None


def _stands_before_text(line: str, position: int) -> bool:
    """Whether a semicolon stands between a label and its text, rather than between parallel clauses."""
    return 1 < position <= _LONGEST_SEMICOLON_LABEL and not {"；", ";"} & set(line[position + 1 :])
