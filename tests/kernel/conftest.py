"""Kernels for the tests: one with TFX for all of them, and a bare one that starts in a second or two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .live_kernel import LiveComm, LiveKernel
from .live_pipeline import IMPORTS, LivePipeline


@pytest.fixture(scope="module")
def bare_kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveKernel]:
    """A kernel that nothing was done to; TFX is installed there, and never imported."""
    kernel = LiveKernel(tmp_path_factory.mktemp("bare"))
    yield kernel
    kernel.stop()


@pytest.fixture(scope="session")
def importing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LiveKernel, LiveComm]]:
    """The kernel in which TFX was imported after the kernel side was there, with the comm that saw it."""
    kernel = LiveKernel(tmp_path_factory.mktemp("tfx"))
    kernel.attach()
    comm = kernel.comm()
    comm.hello()
    kernel.good(IMPORTS, "imports")
    comm.cell("imports")
    comm.close()
    yield kernel, comm
    kernel.stop()


@pytest.fixture
def tfx_kernel(importing: tuple[LiveKernel, LiveComm]) -> LiveKernel:
    """The kernel with TFX, attached."""
    kernel, _ = importing
    kernel.attach()
    return kernel


@pytest.fixture
def pipeline(tfx_kernel: LiveKernel, tmp_path: Path) -> Iterator[LivePipeline]:
    """A pipeline of the test's own, with a comm that has just shaken hands."""
    pipeline = LivePipeline(tfx_kernel, tmp_path)
    yield pipeline
    pipeline.comm.close()
