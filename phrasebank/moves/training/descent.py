"""L-BFGS: the minimum of a smooth convex function of many numbers, the same on every run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

__all__ = ["minimise"]

Vector = npt.NDArray[np.float64]

_MEMORY = 10
_SLOPE = 1e-4  # Armijo's constant, as in Nocedal and Wright, Numerical Optimization, chapter 3
_HALVINGS = 30
_SMALL = 3


def minimise(
    function: Callable[[Vector], tuple[float, Vector]], start: Vector, *, most: int, tolerance: float = 1e-4
) -> Vector:
    """Find the minimum of a convex function (Nocedal and Wright, algorithm 7.5).

    Arguments:
        function: gives the value and the gradient at a point.
        start: the point to begin at.
        most: steps at most.
        tolerance: it is enough when three steps in a row lower the value by less than this share of it.
    """
    point = start.copy()
    value, gradient = function(point)
    moved: list[Vector] = []
    turned: list[Vector] = []
    small = 0
    for _ in range(most):
        direction = _direction(gradient, moved, turned)
        slope = float(gradient @ direction)
        if slope >= 0:
            direction, slope = -gradient, -float(gradient @ gradient)
            moved, turned = [], []
        step = 1.0 if moved else 1.0 / max(1.0, float(np.sqrt(gradient @ gradient)))
        for _ in range(_HALVINGS):
            there, slopes = function(point + step * direction)
            if there <= value + _SLOPE * step * slope:
                break
            step /= 2
        else:
            return point
        moved.append(step * direction)
        turned.append(slopes - gradient)
        if float(moved[-1] @ turned[-1]) <= 0:
            moved.pop()
            turned.pop()
        del moved[:-_MEMORY], turned[:-_MEMORY]
        point = point + step * direction
        small = small + 1 if value - there < tolerance * abs(there) else 0
        value, gradient = there, slopes
        if small == _SMALL:
            break
    return point


def _direction(gradient: Vector, moved: list[Vector], turned: list[Vector]) -> Vector:
    """The two-loop recursion."""
    direction = -gradient
    if not moved:
        return direction
    shares = []
    for step, turn in zip(reversed(moved), reversed(turned), strict=True):
        share = float(step @ direction) / float(step @ turn)
        direction = direction - share * turn
        shares.append(share)
    direction *= float(moved[-1] @ turned[-1]) / float(turned[-1] @ turned[-1])
    for step, turn, share in zip(moved, turned, reversed(shares), strict=True):
        direction = direction + (share - float(turn @ direction) / float(step @ turn)) * step
    return direction
