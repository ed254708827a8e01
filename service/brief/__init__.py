"""Assembling a Brief from a translated release, and a Summary from an English text."""

from __future__ import annotations

from service.brief.assemble import Editor

__all__ = ["Editor"]
