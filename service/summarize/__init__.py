"""Which sentences of a release carry its news, without a model; and an abstractive model over them where there is one."""

from __future__ import annotations

from service.summarize.abstract import abstract
from service.summarize.features import Features, features
from service.summarize.selection import rank, score, select

__all__ = ["Features", "abstract", "features", "rank", "score", "select"]
