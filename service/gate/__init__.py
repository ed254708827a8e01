"""What may be said: a line enters the brief only if its sources hold it. Every check is strict on facts, not on style."""

from __future__ import annotations

from service.gate.line import check_line, trace

__all__ = ["check_line", "trace"]
