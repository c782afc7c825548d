"""Airflow's answers, of both versions of its API, as records of the protocol."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

Record = dict[str, Any]
#: Address of a page of Airflow's own: of a DAG, of a run of it, of a task there.
Page = Callable[..., str]

# Airflow's TaskInstanceState and DagRunState → the protocol's. What is not named waits.
_TASK_STATES = {
    "queued": "queued",
    "scheduled": "queued",
    "running": "running",
    "restarting": "running",
    "up_for_retry": "retry",
    "up_for_reschedule": "retry",
    "deferred": "running",
    "success": "success",
    "failed": "failed",
    "upstream_failed": "upstream-failed",
    "skipped": "skipped",
    "removed": "removed",
}
_RUN_STATES = {"queued", "running", "success", "failed"}


def milliseconds(text: object) -> float | None:
    """Return a time of Airflow as milliseconds since the epoch; None where there is none."""
    if not isinstance(text, str):
        return None
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000


def dag(found: Record, page: Page) -> Record:
    """Return a RunsPipeline."""
    id_ = str(found["dag_id"])
    return {
        "id": id_,
        "description": str(found.get("description") or ""),
        "paused": bool(found.get("is_paused")),
        "file": str(found.get("relative_fileloc") or found.get("fileloc") or ""),
        "broken": bool(found.get("has_import_errors")),
        "url": page(id_),
    }


def parameters(details: Record) -> list[Record]:
    """Return the RunsParameters of a DAG's details."""
    found = []
    for name, param in (details.get("params") or {}).items():
        kinds = (param.get("schema") or {}).get("type", "string")
        kind = next(
            (one for one in ([kinds] if isinstance(kinds, str) else kinds) if one != "null"), "string"
        )
        value = param.get("value")
        found.append(
            {
                "name": str(name),
                "kind": kind if kind in ("string", "integer", "number") else "string",
                "value": None if value is None else value if isinstance(value, str) else json.dumps(value),
            }
        )
    return found


def run(found: Record, page: Page) -> Record:
    """Return a PipelineRun."""
    id_, dag_id = str(found["dag_run_id"]), str(found["dag_id"])
    state = found.get("state")
    return {
        "id": id_,
        "state": state if state in _RUN_STATES else "queued",
        "message": "",
        "queuedAt": milliseconds(found.get("queued_at") or found.get("logical_date")),
        "startedAt": milliseconds(found.get("start_date")),
        "endedAt": milliseconds(found.get("end_date")),
        "parameters": json.dumps(found.get("conf") or {}),
        "url": page(dag_id, id_),
    }


def task(found: Record, page: Page) -> Record:
    """Return a PipelineTask."""
    id_, dag_id, run_id = (str(found[key]) for key in ("task_id", "dag_id", "dag_run_id"))
    return {
        "id": id_,
        "state": _TASK_STATES.get(str(found.get("state")), "none"),
        "message": "",
        "tries": int(found.get("try_number") or 0),
        "maxTries": int(found.get("max_tries") or 0) + 1,
        "startedAt": milliseconds(found.get("start_date")),
        "endedAt": milliseconds(found.get("end_date")),
        "url": page(dag_id, run_id, id_),
    }


def artifacts(value: object) -> list[Record]:
    """Return the TaskArtifacts of a task's XCom: the NodeResult that its node printed last."""
    for _ in range(3):  # Text within JSON within JSON, as versions differ.
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                return []
    outputs = value.get("outputs") if isinstance(value, dict) else None
    found = []
    for key, made in outputs.items() if isinstance(outputs, dict) else []:
        for one in made if isinstance(made, list) else []:
            if isinstance(one, dict) and isinstance(one.get("uri"), str):
                id_ = one.get("id")
                found.append(
                    {
                        "key": str(key),
                        "id": id_ if isinstance(id_, int) else None,
                        "type": str(one.get("type") or ""),
                        "uri": one["uri"],
                    }
                )
    return found


def log_text(content: object) -> str:
    """Return a log as text: one line an event of Airflow 3.

    Airflow 2 gives the text of a Python list, of pairs of a worker's name and its text.
    """
    if isinstance(content, str):
        try:
            pairs = ast.literal_eval(content)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return content
        return "".join(str(pair[1]) for pair in pairs) if _are_pairs(pairs) else content
    lines = []
    for entry in content if isinstance(content, list) else []:
        if isinstance(entry, str):
            lines.append(entry)
        elif isinstance(entry, dict):
            stamp = str(entry.get("timestamp") or "")[11:19]
            level = str(entry.get("level") or "").upper()
            shown = level if level in ("WARNING", "ERROR", "CRITICAL") else ""
            details = entry.get("error_detail")
            lines.append(" ".join(part for part in (stamp, shown, str(entry.get("event") or "")) if part))
            lines += _traceback(details) if isinstance(details, list) else []
    return "\n".join(lines) + ("\n" if lines else "")


def _are_pairs(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, tuple) and len(one) == 2 for one in value)  # noqa: PLR2004


def _traceback(details: list[Any]) -> list[str]:
    lines = []
    for error in details:
        if isinstance(error, dict):
            for frame in error.get("frames") or []:
                lines.append(f"  {frame.get('filename')}:{frame.get('lineno')} in {frame.get('name')}")
            lines.append(f"{error.get('exc_type')}: {error.get('exc_value')}")
    return lines
