"""What the runner files of an exported pipeline are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .parameters import Parameter


def for_comment(text: str) -> str:
    """Return a text that can stand in a docstring and in Markdown, whatever is in it."""
    return re.sub(r"[\s\\\"`{}]+", " ", text).strip()


@dataclass(frozen=True)
class Plan:
    """An exported pipeline, as its targets see it."""

    #: File name of the notebook, for a comment (:func:`for_comment`).
    notebook: str
    #: Name of the pipeline, for a comment.
    name: str
    parameters: tuple[Parameter, ...] = ()
    #: Settings of the environment that the notebook makes before it imports TFX.
    environment: dict[str, str] = field(default_factory=dict)
    #: Names in the registry of targets, in the order that was asked for.
    targets: tuple[str, ...] = ()
