"""What a translation must not change: numbers, dates, times, money, units, addresses, acronyms, names, polarity.

`check` says what the English lost or invented; `repair` mends what can be mended by rule. Both are pure.
"""

from __future__ import annotations

from service.invariants.checking import check
from service.invariants.repairing import repair

__all__ = ["check", "repair"]
