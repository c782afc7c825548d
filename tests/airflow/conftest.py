"""Airflow's own environment, which has no TFX: `npm test` and `npm run airflow` make it."""

from __future__ import annotations

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def airflow_python() -> Path:
    """The Python of Airflow's environment."""
    python = REPOSITORY / ".cache" / "airflow" / "env" / "bin" / "python"
    assert python.exists(), "There is no Airflow yet: run `npm run airflow` once."
    return python
