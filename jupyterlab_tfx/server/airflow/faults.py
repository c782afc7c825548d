"""What can be wrong with Airflow, each with a sentence for the browser."""

from __future__ import annotations


class AirflowError(Exception):
    """Airflow did not do what it was asked."""


class AirflowAwayError(AirflowError):
    """Nobody answers at Airflow's address, or only a proxy that says so."""


class AirflowDeniedError(AirflowError):
    """Airflow takes neither the token nor the user and password, or they may not do this."""


class AirflowRefusedError(AirflowError):
    """Airflow refused a request: the text has its own reason."""


class AirflowMissingError(AirflowRefusedError):
    """Airflow has not what it was asked for."""
