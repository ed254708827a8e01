"""Whole collections of French documents → briefs, a digest, an index, a report; resumable at any moment.

`run` reads, makes, writes and journals group by group; what it is asked is a `Job`, what it tells is `Progress`.
"""

from service.archive.estimate import Estimate, estimate
from service.archive.job import FORMS, Choice, Job, Recipe
from service.archive.runs import Ended, Progress, run
from service.archive.stages import same_extension

__all__ = ["FORMS", "Choice", "Ended", "Estimate", "Job", "Progress", "Recipe", "estimate", "run", "same_extension"]
