"""The Beam runners that were chosen in the panel: BeamChoices of the protocol, in a notebook's metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..beam import arguments_of, given_runner

#: Where the front end keeps them.
_METADATA, _KEY = "jupyterlab-tfx", "beam"
_RUNNERS = {"direct", "prism", "flink", "spark", "dataflow"}


@dataclass(frozen=True)
class BeamChosen:
    """Beam arguments by what they were chosen for."""

    #: Of all components that have none of their own; ``None``: as the notebook's code says.
    all: tuple[str, ...] | None = None
    #: By component id.
    components: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def anything(self) -> bool:
        """Whether anything was chosen."""
        return self.all is not None or bool(self.components)


def read_beam_choice(notebook: Any) -> BeamChosen:
    """Return what a notebook document has; what is no choice counts as none, as in the panel."""
    part = notebook
    for key in ("metadata", _METADATA, _KEY):
        part = part.get(key) if isinstance(part, dict) else None
    if not isinstance(part, dict):
        return BeamChosen()
    by_id = part.get("components")
    components = by_id if isinstance(by_id, dict) else {}
    found = {str(name): _arguments(choice) for name, choice in sorted(components.items())}
    return BeamChosen(
        _arguments(part.get("notebook")),
        {name: arguments for name, arguments in found.items() if arguments is not None},
    )


def _arguments(choice: Any) -> tuple[str, ...] | None:
    if not isinstance(choice, dict) or choice.get("runner") not in _RUNNERS:
        return None
    options = choice.get("options")
    if not isinstance(options, dict) or not all(isinstance(value, str) for value in options.values()):
        return None
    arguments = arguments_of(choice)
    # In a notebook the kernel's runner is meant, whose name Beam would not take elsewhere.
    own = [] if given_runner(arguments) else ["--runner=FnApiRunner"]
    return (*own, *arguments)
