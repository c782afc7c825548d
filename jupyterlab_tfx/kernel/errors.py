"""What went wrong in a run, in words that say what to do."""

from __future__ import annotations

import errno
import os
import re
import traceback
from collections.abc import Callable
from typing import Any

from ..protocol import Record
from .describe import artifacts_in, inputs_of
from .files import left_copy

#: Frames of a traceback that are kept, at most.
MAX_FRAMES = 40
_CELL_FILE = re.compile(r"^<ipython-input-(\d+)-|ipykernel_\d+[/\\]|^/?tmp/ipykernel")


def error_record(
    error: BaseException,
    run: Record,
    component: Any,
    cell_files: dict[str, str],
    failed: Callable[[Any], bool],
) -> Record:
    """Return a RunError: the exception, a sentence, and the frames with the cells they are in.

    Args:
        error: What was raised; it is still on its way to the cell.
        run: The Run that failed.
        component: The component that was run.
        cell_files: Ids of cells, by the file names that IPython compiled them under.
        failed: Tells whether the last run of a component object failed.
    """
    frames = _frames(error, run, cell_files)
    in_cell = [frame for frame in frames if frame["cellId"] is not None]
    return {
        "name": type(error).__name__,
        "message": str(error)[:4000],
        "sentence": _sentence(error, run, component, failed),
        "cellId": in_cell[-1]["cellId"] if in_cell else run["cellId"],
        "line": in_cell[-1]["line"] if in_cell else None,
        "frames": frames,
    }


def _callers(error: BaseException) -> traceback.StackSummary:
    """Return the frames from the notebook's cell to the traceback, which begins in the observer."""
    first = error.__traceback__.tb_frame.f_back if error.__traceback__ else None
    stack = list(traceback.walk_stack(first))[::-1] if first else []
    while stack and not _CELL_FILE.search(stack[0][0].f_code.co_filename):
        stack.pop(0)
    return traceback.StackSummary.extract(iter(stack))


def _frames(error: BaseException, run: Record, cell_files: dict[str, str]) -> list[Record]:
    own = os.path.dirname(os.path.abspath(__file__))
    found = []
    for summary in [*_callers(error), *traceback.extract_tb(error.__traceback__)]:
        if summary.filename.startswith(own):
            continue
        cell_id = cell_files.get(summary.filename)
        if cell_id is None and summary.name == "<module>" and _CELL_FILE.search(summary.filename):
            cell_id = run["cellId"]
        found.append(
            {
                "file": summary.filename,
                "line": summary.lineno,
                "function": summary.name,
                "text": (summary.line or "")[:300],
                "cellId": cell_id,
            }
        )
    return found if len(found) <= MAX_FRAMES else found[:10] + found[10 - MAX_FRAMES :]


def _sentence(error: BaseException, run: Record, component: Any, failed: Callable[[Any], bool]) -> str | None:
    message = str(error)
    missing = _producers(component, lambda channel: not artifacts_in(channel))
    broken = _producers(component, lambda channel: failed(channel.producer_component))
    if isinstance(error, KeyboardInterrupt):
        return "Interrupted before it ended. Its outputs were not published; run it again."
    if missing:
        return f"{_list(missing)} did not run before it. Run {_list(missing)} first, then this one."
    if broken:
        return f"{_list(broken)} failed in its last run, so its output is not there. Run it again first."
    if isinstance(error, AssertionError) and _same_baseline(run):
        return (
            "The candidate model and the baseline model are the same artifact, which TFX cannot record. "
            "Train a new model, or run the Evaluator without a baseline."
        )
    module = next((record["path"] for record in run["files"] if record["role"] == "module"), None)
    if module and (kept := left_copy(module)) and _is_of_import(error, kept):
        again = " Then restart the kernel: until then TFX imports the copy that failed."
        return f"{_import_sentence(_cause(error))}{again}"
    if isinstance(error, (ModuleNotFoundError, SyntaxError)):
        return _import_sentence(error)
    if "database is locked" in message or "SQLITE_BUSY" in message:
        return "Another process holds the metadata store's lock. Wait until it ends, then run again."
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "The disk is full. Make room, then run again."
    return _missing_input(error, message, run)


def _cause(error: BaseException) -> BaseException:
    """Return what an ImportError is about: TFX raises one of its own over that of a module file."""
    below = error.__cause__ or error.__context__
    return _cause(below) if type(error) is ImportError and below is not None else error


def _is_of_import(error: BaseException, module: str) -> bool:
    """Tell whether an error came while a module file was imported: from its code, or about it."""
    if isinstance(error, (ImportError, SyntaxError)):
        return True
    frames = traceback.extract_tb(error.__traceback__)
    return any(os.path.abspath(f.filename) == module and f.name == "<module>" for f in frames)


def _import_sentence(error: BaseException) -> str:
    if isinstance(error, ModuleNotFoundError):
        return (
            f"The kernel's environment has no module named {error.name}. Install it there, "
            "or correct the import in the module file."
        )
    if isinstance(error, SyntaxError):
        return f"{os.path.basename(error.filename or 'A file')}, line {error.lineno}, is not valid Python."
    return f"The module file raised {type(error).__name__} while it was imported: {error}."


def _missing_input(error: BaseException, message: str, run: Record) -> str | None:
    for record in run["files"]:
        if record["fingerprint"] is None:
            if record["role"] == "module":
                return f"There is no module file {record['path']}. Write it, or correct module_file."
            return f"There are no files in {record['path']}. Put the data there, or correct input_base."
    if "does not match any files" in message or ("Span" in message and "not found" in message):
        return "No data file matches the pattern. Check input_base and the pattern of the split."
    if isinstance(error, FileNotFoundError) and error.filename:
        return f"There is no {error.filename}. Put it there, or correct the path."
    return None


def _producers(component: Any, chosen: Callable[[Any], bool]) -> list[str]:
    """Return the producers of the input channels that are chosen."""
    names = []
    for channels in inputs_of(component).values():
        for channel in channels:
            producer = getattr(channel, "producer_component_id", None)
            if producer and producer not in names and chosen(channel):
                names.append(str(producer))
    return names


def _same_baseline(run: Record) -> bool:
    def ids(key: str) -> set[Any]:
        return {artifact["id"] for artifact in run["inputs"].get(key, [])}

    return bool(ids("model") & ids("baseline_model"))


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
