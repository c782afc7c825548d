"""Observes ``InteractiveContext.run``: what begins, what the driver decided, how it ended.

Follows ``tfx/orchestration/experimental/interactive/interactive_context.py`` and
``tfx/orchestration/launcher/base_component_launcher.py`` of TFX 1.16 (the same at TFX's head). Observation
never changes the outcome: what goes wrong here is dropped, and the person's run goes on.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
from collections.abc import Callable
from typing import Any

from ..protocol import Record
from .beam_runners import BeamRunners, words
from .cache import NO_MATCH, cache_match
from .describe import artifact_map, channel_artifacts, full_type, kind_of, properties_record
from .errors import error_record
from .files import file_record, is_imported_itself, left_copy, module_fingerprint
from .import_hook import ImportHook
from .progress import Progress
from .recorder import Recorder, now

CONTEXT_MODULE = "tfx.orchestration.experimental.interactive.interactive_context"
LAUNCHER_MODULE = "tfx.orchestration.launcher.base_component_launcher"
_MODULE_PROPERTIES = ("module_file",)
_NOT_PACKAGED = "UNSUPPORTED_DO_NOT_PACKAGE_USER_MODULES"  # TFX's own switch
_MARK = "_jupyterlab_tfx_observed"


class Observer:
    """The hooks, and the run that is going on."""

    def __init__(self, recorder: Recorder, cell: Callable[[], tuple[str | None, int | None]]) -> None:
        self._recorder = recorder
        self._cell = cell
        self.beam = BeamRunners()
        self._undo: list[Callable[[], None]] = []
        # Runs that are going on, innermost last, each with its context, component and progress.
        self._stack: list[tuple[Record, Any, Any, Progress]] = []
        # Module file and its digest, as an object's first run packaged it, by component key.
        self._frozen: dict[str, Record] = {}

    def install(self) -> None:
        """Add the hooks now where TFX is loaded, otherwise as soon as it is imported."""
        if CONTEXT_MODULE in sys.modules:
            self._wrap_loaded()
        hook = ImportHook({"tfx": self._recorder.import_begins}, {CONTEXT_MODULE: self._wrap_loaded})
        hook.install()
        self._undo.append(hook.remove)

    def remove(self) -> None:
        """Undo every hook."""
        while self._undo:
            with contextlib.suppress(ValueError, AttributeError):
                self._undo.pop()()

    def _wrap_loaded(self) -> None:
        context = sys.modules[CONTEXT_MODULE]
        launcher = sys.modules[LAUNCHER_MODULE]
        self._wrap(context.InteractiveContext, "run", self._run)
        self._wrap(launcher.BaseComponentLauncher, "_run_driver", self._driver)

    def _wrap(self, owner: type, name: str, around: Callable[..., Any]) -> None:
        original = owner.__dict__[name]
        if getattr(original, _MARK, None) is self:  # this one, or a wrapper that somebody put around it
            return

        @functools.wraps(original)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            return around(original, *args, **kwargs) if self._undo else original(*args, **kwargs)

        def undo() -> None:
            # Where somebody wrapped this, it stays below theirs and does nothing.
            if owner.__dict__[name] is wrapper:
                setattr(owner, name, original)

        setattr(wrapper, _MARK, self)
        setattr(owner, name, wrapper)
        self._undo.append(undo)

    def _driver(self, original: Callable[..., Any], launcher: Any, *args: Any, **kwargs: Any) -> Any:
        decision = original(launcher, *args, **kwargs)
        if self._stack:
            with contextlib.suppress(Exception):
                self._decided(decision)
        return decision

    def _decided(self, decision: Any) -> None:
        run, context, component, progress = self._stack[-1]
        progress.outputs = decision.output_dict
        run["executionId"] = decision.execution_id
        run["inputs"] = artifact_map(decision.input_dict)
        run["execProperties"] = {
            **run["execProperties"],
            **properties_record(decision.exec_properties),
        }
        if not decision.use_cached_results and run["oldCode"] and is_imported_itself(run["oldCode"]):
            run["files"] = [file_record(file["path"], file["role"]) for file in run["files"]]
            run["oldCode"] = None
        # A resolver's outputs are always someone else's; TFX records that as cached too.
        if decision.use_cached_results and kind_of(component) != "resolver":
            run["cache"] = NO_MATCH
            with contextlib.suppress(Exception):
                run["cache"] = cache_match(context, decision)
        self._recorder.run_event(dict(run))

    def _run(
        self,
        original: Callable[..., Any],
        context: Any,
        component: Any,
        enable_cache: bool = True,
        beam_pipeline_args: list[str] | None = None,
    ) -> Any:
        try:
            decision = self.beam.decide(component, context, beam_pipeline_args)
            run = self._begin(context, component, enable_cache)
            run["beam"] = decision and decision.record
        except Exception:
            return original(context, component, enable_cache, beam_pipeline_args)
        progress = Progress(run, self._recorder)
        self._stack.append((run, context, component, progress))
        try:
            if decision is not None and decision.choice is not None:
                self.beam.ensure_usable(component, decision.choice)
                if decision.arguments:
                    print(
                        f"{component.id}: Beam runs on {words(decision.choice)}, as chosen in the TFX panel: "
                        f"{' '.join(decision.record['arguments'])}"
                    )
            with progress.following(component):
                result = original(
                    context,
                    component,
                    enable_cache,
                    beam_pipeline_args if decision is None else progress.beam_arguments(decision),
                )
        except BaseException as error:
            with contextlib.suppress(Exception):
                run["state"] = "interrupted" if isinstance(error, KeyboardInterrupt) else "failed"
                run["error"] = error_record(
                    error, run, component, self._recorder.cell_files, self._recorder.failed
                )
            raise
        else:
            with contextlib.suppress(Exception):
                run["state"] = "cached" if run["cache"] is not None else "done"
                # A function component's executor fills the driver's dictionary with copies of the artifacts,
                # and only these are marked as published.
                run["outputs"] = artifact_map(progress.outputs or component.outputs, published_only=True)
        finally:
            self._stack.pop()
            if run["state"] == "running":
                run["state"] = "failed"
            run["endedAt"] = now()
            run["progress"] = None
            with contextlib.suppress(Exception):
                self._recorder.run_event(dict(run))
        return result

    def _begin(self, context: Any, component: Any, enable_cache: bool) -> Record:
        recorder = self._recorder
        cell_id, count = self._cell()
        key = recorder.component_key(component)
        files, old_code = self._files(key, component)
        run: Record = {
            "run": len(recorder.runs) + 1,
            "componentKey": key,
            "componentId": str(component.id),
            "type": full_type(component),
            "variables": recorder.variables_of(component),
            "cellId": cell_id,
            "count": count,
            "context": recorder.context_key(context),
            "state": "running",
            "startedAt": now(),
            "endedAt": None,
            "enableCache": bool(enable_cache),
            "executionId": None,
            "cache": None,
            "oldCode": old_code,
            "inputs": channel_artifacts(component),
            "outputs": {},
            "execProperties": properties_record(component.exec_properties),
            "files": files,
            "progress": None,
            "error": None,
            "beam": None,
        }
        for record in files:
            recorder.watch.add(record)
        recorder.import_ends()
        recorder.run_event(dict(run))
        return run

    def _files(self, key: str, component: Any) -> tuple[list[Record], str | None]:
        """Return what a run reads, and the module file whose old code it runs, if it does."""
        properties = component.exec_properties
        records = []
        old_code = None
        for name in _MODULE_PROPERTIES:
            path = properties.get(name)
            if isinstance(path, str) and path and "://" not in path:
                record = file_record(os.path.abspath(path), "module")
                records.append(record)
                self._frozen[key] = record
                copy = None if os.environ.get(_NOT_PACKAGED) else left_copy(path)
                if copy and module_fingerprint(copy) != record["fingerprint"]:
                    old_code = record["path"]
            elif key in self._frozen:
                # The first run packaged the file into a wheel and cleared the property.
                frozen = self._frozen[key]
                records.append(frozen)
                if module_fingerprint(frozen["path"]) != frozen["fingerprint"]:
                    old_code = frozen["path"]
        base = properties.get("input_base")
        if isinstance(base, str) and base and "://" not in base:
            records.append(file_record(os.path.abspath(base), "data"))
        return records, old_code
