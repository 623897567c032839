"""One line to edit in the terminal, Chinese characters two columns wide."""

from __future__ import annotations

from collections.abc import Callable

from phrasebank.terminal.columns import columns, shorten
from phrasebank.terminal.keys import END, Key

__all__ = ["Line", "edit_line"]

_SPACE_KEY = " "


class Line:
    """A text and where the cursor stands in it, in characters."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.cursor = len(text)

    def press(self, key: Key) -> None:
        """Do what a key does in a line; a key that does nothing there changes nothing."""
        text, at = self.text, self.cursor
        if key == "left":
            self.cursor = max(at - 1, 0)
        elif key == "right":
            self.cursor = min(at + 1, len(text))
        elif key == "home":
            self.cursor = 0
        elif key == "end":
            self.cursor = len(text)
        elif key == "backspace" and at:
            self.text, self.cursor = text[: at - 1] + text[at:], at - 1
        elif key == "delete":
            self.text = text[:at] + text[at + 1 :]
        elif key == "kill":
            self.text, self.cursor = text[at:], 0
        elif key == "kill-word":
            kept = text[:at].rstrip(_SPACE_KEY)
            kept = kept[: kept.rfind(_SPACE_KEY) + 1]
            self.text, self.cursor = kept + text[at:], len(kept)
        elif len(key) == 1:
            self.text, self.cursor = text[:at] + key + text[at:], at + 1

    def view(self, width: int) -> tuple[str, int]:
        """The part of the text around the cursor that fits, and the cursor's column in it.

        Arguments:
            width: columns there are; one is kept for the cursor behind the last character.
        """
        start, room = self.cursor, width - 1
        while start and columns(self.text[start - 1 : self.cursor]) <= room:
            start -= 1
        if start:  # something is hidden before: some of it is shown all the same, the cursor not at the edge
            while start < self.cursor and columns(self.text[start : self.cursor]) > room * 3 // 4:
                start += 1
        shown, used = "", 0
        for character in self.text[start:]:
            used += columns(character)
            if used > room:
                break
            shown += character
        return shown, columns(self.text[start : self.cursor])


def edit_line(
    prompt: str, initial: str, read_key: Callable[[], Key], write: Callable[[str], None], width: int
) -> str | None:
    """Let a person edit a line: Enter takes it, Escape leaves it.

    Arguments:
        prompt: what stands before it.
        initial: the text to begin with.
        read_key: waits for a key.
        write: writes to the terminal at once.
        width: columns of the terminal.

    Returns:
        The text, or None where it was left.
    """
    line = Line(initial)
    prompt = shorten(prompt, width // 2)
    room = width - columns(prompt)
    while True:
        shown, column = line.view(room)
        write(f"\r\x1b[K{prompt}{shown}\r\x1b[{columns(prompt) + column}C")
        key = read_key()
        if key == "enter":
            write("\r\n")
            return line.text
        if key in ("escape", END):
            write("\r\x1b[K")
            return None
        line.press(key)
