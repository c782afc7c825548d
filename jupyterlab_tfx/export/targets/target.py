"""What the registry of orchestrators holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..plan import Plan


@dataclass(frozen=True)
class Target:
    """An orchestrator that an exported pipeline runs on."""

    #: Its name in the command line and in the messages.
    name: str
    #: As the person knows it.
    title: str
    #: What the README says of how it is started, in Markdown.
    start: Callable[[Plan], str]
    #: The files for it, by path in the exported folder; they are beside ``pipeline.py``.
    files: Callable[[Plan], dict[str, str]]
