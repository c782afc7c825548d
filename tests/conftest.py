"""What pytest must know before it collects, and what tests of several folders use."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from .node.node_command import nodes, small

__all__ = ["nodes", "small"]

pytest_plugins = ["pytest_jupyter.jupyter_server"]


@pytest.fixture(autouse=True)
def own_environment() -> Iterator[None]:
    """What a test puts into the environment ends with it: importing TFX sets TF_USE_LEGACY_KERAS, for one."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)
