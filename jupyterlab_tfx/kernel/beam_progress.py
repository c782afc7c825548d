"""Beam's in-process runner, with a word at each stage. Beam imports this by name, from ``--runner=``."""

from __future__ import annotations

import contextlib
import re
from typing import Any

from apache_beam.runners.portability.fn_api_runner import fn_runner

from .progress import beam_stage

_ELEMENT_COUNT = "beam:metric:element_count:v1"


class ProgressRunner(fn_runner.FnApiRunner):  # type: ignore[misc]
    """Runs as FnApiRunner does, and counts stages that ended and elements that were read."""

    def run_stages(self, stage_context: Any, stages: Any) -> Any:
        """Run the stages of one job."""
        self._total = len(stages)
        self._done: set[str] = set()
        self._elements = 0
        return super().run_stages(stage_context, stages)

    def _execute_bundle(
        self, runner_execution_context: Any, bundle_context_manager: Any, bundle_input: Any
    ) -> Any:
        name = str(bundle_context_manager.stage.name)
        with contextlib.suppress(Exception):
            beam_stage(short_name(name), len(self._done), self._total, self._elements)
        result = super()._execute_bundle(runner_execution_context, bundle_context_manager, bundle_input)
        with contextlib.suppress(Exception):
            self._done.add(name)
            self._elements += _elements_of(result)
            beam_stage(short_name(name), len(self._done), self._total, self._elements)
        return result


def short_name(stage: str) -> str:
    """Return what a fused stage is for: the outermost label of its last transform, such as ``WriteSplit``.

    Beam joins the names of what it fused, as in ``((A[x]/B/Read)+(ref_AppliedPTransform_C-D_7))``.
    """
    parts = [part.strip("()") for part in re.split(r"\)\+\(", stage)]
    transforms = [part for part in parts if not part.startswith("ref_PCollection")] or parts
    name = transforms[-1].removeprefix("ref_AppliedPTransform_")
    return re.split(r"[-/\[(]", re.sub(r"_\d+$", "", name))[0][:80]


def _elements_of(result: Any) -> int:
    """Return the largest element count of a bundle's collections."""
    counts = [0]
    for info in result.process_bundle.monitoring_infos:
        if info.urn == _ELEMENT_COUNT:
            counts.append(_varint(info.payload))
    return max(counts)


def _varint(payload: bytes) -> int:
    value = 0
    for shift, byte in enumerate(payload):
        value |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:  # noqa: PLR2004 - the last byte has no continuation bit
            break
    return value
