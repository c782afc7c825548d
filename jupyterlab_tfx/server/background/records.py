"""What a run's files tell: ``events.jsonl`` and ``log.txt``, in a folder below the pipeline's ``runs``."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path
from typing import Any

Record = dict[str, Any]

#: Folder of the runs, beside ``pipeline.py``.
RUNS = "runs"
#: Runs in one answer, at most: the newest.
MAX_RUNS = 25
#: The file that starts each of TFX's runners.
RUNNERS = {"local": "local_runner.py", "beam": "beam_runner.py"}

_ID = re.compile(r"\d{8}-\d{6}-\d{3}-(local|beam)")
_LIVE = ("starting", "running")


def run_folder(folder: Path, run: str) -> Path:
    """Return where a run's files are.

    Raises:
        FileNotFoundError: there is no such run.
    """
    path = folder / RUNS / run
    if not _ID.fullmatch(run) or not path.is_dir():
        raise FileNotFoundError("There is no such run any more.")
    return path


def list_runs(folder: Path) -> list[str]:
    """Return the ids of a pipeline's runs, the newest first."""
    try:
        names = [path.name for path in (folder / RUNS).iterdir() if _ID.fullmatch(path.name)]
    except OSError:
        return []
    return sorted(names, reverse=True)[:MAX_RUNS]


def read_run(path: Path, *, lives: bool) -> tuple[Record, list[Record]]:
    """Return a BackgroundRun, and its BackgroundNodes in the pipeline's order.

    Args:
        path: The run's folder.
        lives: Whether its process is this server's and has not ended.
    """
    run: Record = {
        "id": path.name,
        "runner": path.name.rpartition("-")[2],
        "state": "starting",
        "startedAt": None,
        "endedAt": None,
        "reason": None,
    }
    nodes: dict[str, Record] = {}
    for event in read_events(path):
        kind, at = event["event"], event["at"]
        if run["startedAt"] is None:
            run["startedAt"] = at
        if kind == "pipeline":
            run["state"] = "running"
            nodes.update((node, _waiting(node)) for node in event["nodes"])
        elif kind == "node":
            _take_node(nodes.setdefault(event["node"], _waiting(event["node"])), event)
        elif kind == "end":
            run.update(state=event["state"], reason=event["reason"], endedAt=at)
    if run["state"] in _LIVE and not lives:
        run.update(state="failed", reason="It ended with the Jupyter server that had started it.")
    if run["state"] not in _LIVE:
        for node in nodes.values():
            if node["state"] in ("queued", "running"):
                # The process was ended before it could say what became of its node.
                node["state"] = "canceled" if node["state"] == "running" else "waiting"
    return run, list(nodes.values())


def read_events(path: Path) -> list[Record]:
    """Return the events of a run, without a line that is half written, or was when its process ended."""
    try:
        text = (path / "events.jsonl").read_text("utf-8")
    except FileNotFoundError:
        return []
    events = []
    for line in text.split("\n")[:-1]:
        with contextlib.suppress(ValueError):
            events.append(json.loads(line))
    return events


def log_part(path: Path, node: str, start: int, size: int) -> Record:
    """Return a BackgroundLog: a part of the run's log, or of what was written while a node ran.

    Args:
        path: The run's folder.
        node: The node; empty for the whole log.
        start: Byte to begin at, of that log.
        size: Bytes of the part, at most.
    """
    first, last = _span(path, node) if node else (0, None)
    with (path / "log.txt").open("rb") as file:
        whole = file.seek(0, 2)
        end = whole if last is None else min(last, whole)
        at = min(first + start, end)
        file.seek(at)
        content = file.read(min(size, end - at))
    return {"text": content.decode("utf-8", "replace"), "next": at - first + len(content)}


def _span(path: Path, node: str) -> tuple[int, int | None]:
    """Return where a node's part of the log begins and ends; no end while it runs."""
    places = [
        event["log"] for event in read_events(path) if event["event"] == "node" and event["node"] == node
    ]
    if not places:
        return 0, 0
    return places[0], places[-1] if len(places) > 1 else None


def _waiting(node: str) -> Record:
    return {
        "id": node,
        "state": "queued",
        "startedAt": None,
        "endedAt": None,
        "reason": None,
        "artifacts": [],
    }


def _take_node(node: Record, event: Record) -> None:
    node["state"] = event["state"]
    if event["state"] == "running":
        node["startedAt"] = event["at"]
        return
    node["endedAt"] = event["at"]
    node["reason"] = event["reason"]
    node["artifacts"] = [
        {"key": key, "id": one["id"], "type": one["type"], "uri": one["uri"]}
        for key, found in event["outputs"].items()
        for one in found
    ]
