"""Reads ML Metadata's tables, schema version 10. Never writes, never makes a file.

Follows ``ml_metadata/util/metadata_source_query_config.cc`` for the tables, and reads what both of TFX's
launchers write: contexts ``pipeline`` and ``run`` of an InteractiveContext, ``pipeline`` and ``pipeline_run``
of the others.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, cast
from urllib.parse import quote

import sqlalchemy
from sqlalchemy import bindparam, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from .struct_text import PREFIX, struct_text

Record = dict[str, Any]

#: Seconds to wait for a lock.
LOCK_SECONDS = 2
#: Ids in one IN list.
CHUNK = 500

# ml_metadata.proto.Execution.State
_EXECUTION_STATES = {
    0: "unknown",
    1: "new",
    2: "running",
    3: "done",
    4: "failed",
    5: "cached",
    6: "canceled",
}
# ml_metadata.proto.Artifact.State
_ARTIFACT_STATES = {
    1: "pending",
    2: "published",
    3: "marked-for-deletion",
    4: "deleted",
    5: "abandoned",
    6: "reference",
}
_INPUTS = (2, 3, 5)  # Event.Type DECLARED_INPUT, INPUT, INTERNAL_INPUT
_OUTPUTS = (1, 4, 6)  # DECLARED_OUTPUT, OUTPUT, INTERNAL_OUTPUT


class StoreError(Exception):
    """A file that is no metadata store, or one that cannot be read. The text says so in a sentence."""


class StoreLockedError(StoreError):
    """Another process holds the store."""


def read_executions(url: str, pipeline: str | None, limit: int) -> Record:
    """Return ``pipelineName``, ``pipelines``, ``executions`` and ``truncated`` of a StoreReply.

    Args:
        url: SQLAlchemy URL; a SQLite file is opened read-only.
        pipeline: Name of the pipeline; None for the one that ran last.
        limit: Executions at most; the newest ones are kept.

    Raises:
        StoreLockedError: the store is locked for longer than two seconds.
        StoreError: it is not a metadata store that this can read.
    """
    try:
        engine = _engine(url)
    except ImportError as error:
        raise StoreError(
            f"The server's environment has no {error.name}, which reads this database. Install it there."
        ) from None
    except ArgumentError:  # its text may hold the URL, and that a password
        raise StoreError("SQLAlchemy cannot read the URL that c.TfxExtension.stores has for it.") from None
    try:
        with engine.connect() as connection:
            return _read(connection, pipeline, limit)
    except OperationalError as error:
        if "locked" in str(error) or "busy" in str(error).lower():
            raise StoreLockedError(
                "The metadata store is locked by a process that writes to it. Try again when it has ended."
            ) from None
        raise StoreError(_not_a_store(error)) from None
    except DatabaseError as error:
        raise StoreError(_not_a_store(error)) from None
    finally:
        engine.dispose()


def _engine(url: str) -> sqlalchemy.Engine:
    if not url.startswith("sqlite:///"):
        return sqlalchemy.create_engine(url, pool_pre_ping=True)
    path = url.removeprefix("sqlite:///")
    readonly = f"sqlite:///file:{quote(path)}?mode=ro&uri=true"
    return sqlalchemy.create_engine(
        readonly, connect_args={"timeout": LOCK_SECONDS}, poolclass=sqlalchemy.pool.NullPool
    )


def _not_a_store(error: Exception) -> str:
    reason = str(getattr(error, "orig", error)).split("\n")[0][:200]
    return f"The file cannot be read as a metadata store of ML Metadata ({reason})."


def _read(connection: Connection, pipeline: str | None, limit: int) -> Record:
    names = dict(
        connection.execute(
            text(
                "SELECT Context.name, Context.id FROM Context JOIN Type ON Type.id = Context.type_id "
                "WHERE Type.name = 'pipeline' ORDER BY Context.id"
            )
        )
        .tuples()
        .all()
    )
    if pipeline is None and names:
        pipeline = _last_pipeline(connection, names)
    if pipeline not in names:
        return {"pipelineName": None, "pipelines": list(names), "executions": [], "truncated": False}
    rows = connection.execute(
        text(
            "SELECT Execution.id, Type.name, Execution.last_known_state, "
            "Execution.create_time_since_epoch, Execution.last_update_time_since_epoch "
            "FROM Association JOIN Execution ON Execution.id = Association.execution_id "
            "JOIN Type ON Type.id = Execution.type_id WHERE Association.context_id = :context "
            "ORDER BY Execution.id DESC LIMIT :limit"
        ),
        {"context": names[pipeline], "limit": limit + 1},
    ).all()
    truncated = len(rows) > limit
    rows = rows[:limit][::-1]
    ids = [row[0] for row in rows]
    properties = _properties(connection, "Execution", ids)
    runs = _runs(connection, ids)
    nodes = _nodes(connection, ids, pipeline or "")
    inputs, outputs = _events(connection, ids)
    executions = []
    for identity, kind, state, created, updated in rows:
        own, custom = properties[identity]
        name = _EXECUTION_STATES.get(state or 0, "unknown")
        executions.append(
            {
                "id": identity,
                "componentId": str(own.get("component_id") or nodes.get(identity) or kind.split(".")[-1]),
                "type": kind,
                "state": name,
                "runId": str(own.get("run_id") or runs.get(identity) or ""),
                "startedAt": float(created) if created else None,
                "endedAt": float(updated) if updated and name not in ("running", "new") else None,
                "inputs": inputs[identity],
                "outputs": outputs[identity],
                "execProperties": {**own, **custom},
                "error": _error_of(custom),
            }
        )
    return {
        "pipelineName": pipeline,
        "pipelines": list(names),
        "executions": executions,
        "truncated": truncated,
    }


def _last_pipeline(connection: Connection, names: dict[str, int]) -> str:
    newest = connection.execute(
        text(
            "SELECT context_id FROM Association WHERE context_id IN :ids ORDER BY execution_id DESC LIMIT 1"
        ).bindparams(bindparam("ids", expanding=True)),
        {"ids": list(names.values())},
    ).scalar()
    return next((name for name, identity in names.items() if identity == newest), next(iter(names)))


def _select(connection: Connection, sql: str, ids: Sequence[int]) -> Iterable[sqlalchemy.Row[Any]]:
    statement = text(sql).bindparams(bindparam("ids", expanding=True))
    for start in range(0, len(ids), CHUNK):
        yield from connection.execute(statement, {"ids": list(ids[start : start + CHUNK])})


def _properties(connection: Connection, table: str, ids: Sequence[int]) -> dict[int, tuple[Record, Record]]:
    """Return properties and custom properties by id."""
    found: dict[int, tuple[Record, Record]] = defaultdict(lambda: ({}, {}))
    key = f"{table.lower()}_id"
    sql = (
        f"SELECT {key}, name, is_custom_property, int_value, double_value, string_value, bool_value "  # noqa: S608
        f"FROM {table}Property WHERE {key} IN :ids"
    )
    for identity, name, custom, integer, double, string, boolean in _select(connection, sql, ids):
        values = (integer, double, string, None if boolean is None else bool(boolean))
        value = next((v for v in values if v is not None), None)
        found[identity][1 if custom else 0][name] = _scalar(value)
    return found


def _scalar(value: Any) -> str | int | float | bool | None:
    """Return a property's value as the protocol's Json."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, str) and value.startswith(PREFIX):
        return struct_text(value)
    return cast("str | int | float | bool | None", value)


def _runs(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    sql = (
        "SELECT Association.execution_id, Context.name FROM Association "
        "JOIN Context ON Context.id = Association.context_id JOIN Type ON Type.id = Context.type_id "
        "WHERE Type.name IN ('run', 'pipeline_run') AND Association.execution_id IN :ids"
    )
    return {row[0]: row[1] for row in _select(connection, sql, ids)}


def _nodes(connection: Connection, ids: Sequence[int], pipeline: str) -> dict[int, str]:
    """Return node ids of executions that an IR runner wrote: contexts ``<pipeline>.<node>``."""
    sql = (
        "SELECT Association.execution_id, Context.name FROM Association "
        "JOIN Context ON Context.id = Association.context_id JOIN Type ON Type.id = Context.type_id "
        "WHERE Type.name = 'node' AND Association.execution_id IN :ids"
    )
    return {identity: name.removeprefix(f"{pipeline}.") for identity, name in _select(connection, sql, ids)}


def _events(connection: Connection, ids: Sequence[int]) -> tuple[dict[int, Record], dict[int, Record]]:
    """Return artifacts by input name and by output name, by execution."""
    sql = (
        "SELECT Event.execution_id, Event.type, Event.artifact_id, EventPath.step_key, EventPath.step_index "
        "FROM Event LEFT JOIN EventPath ON EventPath.event_id = Event.id "
        "WHERE Event.execution_id IN :ids ORDER BY Event.id, EventPath.is_index_step"
    )
    keys: dict[tuple[int, int, int], str] = {}
    for execution, kind, artifact, key, _ in _select(connection, sql, ids):
        keys.setdefault((execution, kind, artifact), key or "")
    artifacts = _artifacts(connection, sorted({artifact for _, _, artifact in keys}))
    inputs: dict[int, Record] = defaultdict(dict)
    outputs: dict[int, Record] = defaultdict(dict)
    for (execution, kind, artifact), key in keys.items():
        side = inputs if kind in _INPUTS else outputs if kind in _OUTPUTS else None
        if side is not None and artifact in artifacts:
            side[execution].setdefault(key, []).append(artifacts[artifact])
    return inputs, outputs


def _artifacts(connection: Connection, ids: Sequence[int]) -> dict[int, Record]:
    properties = _properties(connection, "Artifact", ids)
    sql = (
        "SELECT Artifact.id, Type.name, Artifact.uri, Artifact.name, Artifact.state FROM Artifact "
        "JOIN Type ON Type.id = Artifact.type_id WHERE Artifact.id IN :ids"
    )
    found = {}
    for identity, kind, uri, name, state in _select(connection, sql, ids):
        own, custom = properties[identity]
        word = _ARTIFACT_STATES.get(state or 0, "unknown")
        if word == "unknown" and custom.get("state") == "published":
            word = "published"
        found[identity] = {
            "id": identity,
            "type": kind,
            "uri": uri or "",
            "name": str(custom.get("name") or name or ""),
            "state": word,
            "splits": _splits(own.get("split_names")),
            "properties": own,
            "customProperties": custom,
        }
    return found


def _splits(value: Any) -> list[str]:
    try:
        names = json.loads(value) if value else []
    except (TypeError, ValueError):
        return []
    return [str(name) for name in names] if isinstance(names, list) else []


def _error_of(custom: Record) -> str | None:
    message = custom.get("__execution_error__") or custom.get("error_message")
    return str(message) if message else None
