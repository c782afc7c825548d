"""What the runner files of an exported pipeline are made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from .parameters import Parameter


@dataclass(frozen=True)
class Plan:
    """An exported pipeline, as its targets see it."""

    #: File name of the notebook.
    notebook: str
    #: Name of the pipeline.
    name: str
    parameters: tuple[Parameter, ...] = ()
    #: Settings of the environment that the notebook makes before it imports TFX.
    environment: dict[str, str] = field(default_factory=dict)
    #: Names in the registry of targets, in the order that was asked for.
    targets: tuple[str, ...] = ()
