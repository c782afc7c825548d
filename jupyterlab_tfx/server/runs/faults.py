"""What can be wrong with an orchestrator, each with a sentence for the browser."""

from __future__ import annotations


class OrchestratorError(Exception):
    """An orchestrator did not do what it was asked."""


class AwayError(OrchestratorError):
    """Nobody answers at its address, or only somebody who says so, or that it has too much to do."""


class DeniedError(OrchestratorError):
    """It does not take the credentials, or they may not do this."""


class RefusedError(OrchestratorError):
    """It refused a request: the text has its own reason."""


class MissingError(RefusedError):
    """It has not what it was asked for."""
