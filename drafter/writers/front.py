"""The heading block of a speech (标题、题注) as a profile orders and words it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.speech.blocks import Block, Role
from drafter.writers.profile import Profile

__all__ = ["FRONT_ROLES", "front_lines"]

FRONT_ROLES = (Role.TITLE, Role.SUBTITLE, Role.DATE, Role.SPEAKER)


def front_lines(blocks: Sequence[Block], profile: Profile) -> list[Block]:
    """Title, subtitle, date and speaker in the profile's order and form; never the salutation."""
    order = [Role.TITLE, Role.SUBTITLE, *map(Role, profile.front_order), *FRONT_ROLES]
    lines = [_worded(block, profile) for block in blocks if block.role in FRONT_ROLES]
    return sorted(lines, key=lambda block: order.index(block.role))


def _worded(block: Block, profile: Profile) -> Block:
    if block.role is Role.DATE:
        bare = block.text.removeprefix("（").removesuffix("）")
        return replace(block, text=profile.date_form.format(bare))
    if block.role is Role.SPEAKER:
        return replace(block, text=profile.speaker_form.format(block.text))
    return block
