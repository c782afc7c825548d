"""The schema of messages: what it takes, what it refuses, and that both languages have the same version."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.protocol import PROTOCOL_VERSION, ProtocolError, Record, schema, validate

REPOSITORY = Path(__file__).parents[2]
TYPES = REPOSITORY / "src" / "protocol" / "generated" / "types.ts"

ARTIFACT: Record = {
    "id": 1,
    "type": "Examples",
    "uri": "/data/1",
    "name": "",
    "state": "published",
    "splits": ["train"],
    "properties": {"span": 0, "version": None, "half": 0.5, "split_names": '["train"]'},
    "customProperties": {},
}
CHANNEL: Record = {"producer": "A", "producerKey": None, "output": "examples", "type": "Examples"}
COMPONENT: Record = {
    "key": "component-1",
    "id": "StatisticsGen",
    "type": "tfx.components.statistics_gen.component.StatisticsGen",
    "kind": "component",
    "variables": ["statistics"],
    "cellId": None,
    "doc": "Makes statistics.",
    "inputs": {"examples": [CHANNEL]},
    "outputs": {"statistics": "ExampleStatistics"},
    "execProperties": {"exclude_splits": "[]"},
    "context": None,
}
CONTEXT: Record = {
    "key": "context-1",
    "variables": ["context"],
    "pipelineName": "penguins",
    "pipelineRoot": "/root",
    "store": {"kind": "sqlite", "uri": "/pipelines/metadata.sqlite"},
}
AIRFLOW_DAG: Record = {
    "id": "penguins",
    "description": "",
    "paused": False,
    "file": "penguins/airflow_dag.py",
    "broken": False,
    "url": "http://localhost:8080/dags/penguins",
}
AIRFLOW: Record = {
    "protocol": 1,
    "state": "connected",
    "message": "",
    "url": "http://localhost:8080",
    "user": "ada",
    "version": "3.3.2",
    "values": {},
    "actions": ["trigger", "pause", "stop", "clear", "log", "artifacts", "deploy"],
    "pipelines": [AIRFLOW_DAG],
    "importErrors": [{"file": "broken.py", "text": "SyntaxError"}],
    "warnings": [],
}
AIRFLOW_WATCH: Record = {
    "protocol": 1,
    "pipeline": AIRFLOW_DAG,
    "parameters": [{"name": "rate", "kind": "number", "value": None}],
    "runs": [
        {
            "id": "r1",
            "state": "running",
            "message": "",
            "queuedAt": 1.5,
            "startedAt": None,
            "endedAt": None,
            "parameters": "{}",
            "url": "http://localhost:8080/dags/penguins/runs/r1",
        }
    ],
    "run": "r1",
    "tasks": [
        {
            "id": "Trainer",
            "state": "retry",
            "message": "",
            "tries": 1,
            "maxTries": 2,
            "startedAt": 2.5,
            "endedAt": None,
            "url": "http://localhost:8080/dags/penguins/runs/r1/tasks/Trainer",
        }
    ],
    "warnings": ["Airflow's scheduler does not run: nothing goes on until it does."],
}
AIRFLOW_ACTION: Record = {
    "action": "trigger",
    "pipeline": "penguins",
    "run": None,
    "task": None,
    "parameters": {"rate": 0.5},
}
NODE_RESULT: Record = {
    "pipeline": "penguins",
    "node": "Trainer",
    "runId": "r1",
    "state": "done",
    "execution": 7,
    "reason": None,
    "outputs": {"model": [{"id": 9, "type": "Model", "uri": "/root/Trainer/model/7"}]},
    "seconds": 12.5,
}
FRAME: Record = {"file": "a.py", "line": 3, "function": "f", "text": "x", "cellId": None}
RUN: Record = {
    "run": 1,
    "componentKey": "component-1",
    "componentId": "StatisticsGen",
    "type": "StatisticsGen",
    "variables": ["statistics"],
    "cellId": "abc",
    "count": 3,
    "context": "context-1",
    "state": "failed",
    "startedAt": 1.5,
    "endedAt": None,
    "enableCache": True,
    "executionId": 4,
    "cache": {"executionId": 1, "finishedAt": 1.5, "newestExecutionId": None, "newestFinishedAt": None},
    "oldCode": None,
    "inputs": {"examples": [ARTIFACT]},
    "outputs": {},
    "execProperties": {},
    "files": [{"path": "/a.py", "role": "module", "fingerprint": None}],
    "progress": {
        "phase": "Read",
        "done": 1,
        "total": None,
        "unit": "stages",
        "elements": None,
        "metrics": {"loss": 0.5},
    },
    "error": {
        "name": "ValueError",
        "message": "",
        "sentence": None,
        "cellId": None,
        "line": None,
        "frames": [FRAME],
    },
    "beam": None,
}
CELL: Record = {"cellId": "abc", "count": 3, "ok": True, "source": "x = 1"}
TFX: Record = {"state": "imported", "version": "1.16.0"}
SNAPSHOT: Record = {
    "session": "s",
    "seq": 3,
    "tfx": TFX,
    "cwd": "/",
    "contexts": [CONTEXT],
    "components": [COMPONENT],
    "runs": [RUN],
    "files": RUN["files"],
    "cells": [CELL],
}
HELLO: Record = {
    "protocol": 1,
    "version": "0.1.0",
    "python": "3.10.1",
    "executable": "python",
    "pid": 3,
    "snapshot": SNAPSHOT,
}
EXECUTION: Record = {
    "id": 1,
    "componentId": "A",
    "type": "A",
    "state": "done",
    "runId": "",
    "startedAt": None,
    "endedAt": 1.5,
    "inputs": {},
    "outputs": {"examples": [ARTIFACT]},
    "execProperties": {"a": None},
    "error": None,
}
STORE: Record = {
    "protocol": 1,
    "uri": "metadata.sqlite",
    "pipelineName": None,
    "pipelines": ["a"],
    "executions": [EXECUTION],
    "truncated": False,
}
DOCUMENT: Record = {
    "version": 1,
    **{**ARTIFACT, "properties": {"span": 0}},
    "files": [
        {"path": "Split-train/data.gz", "size": 3, "encoding": "base64", "data": "YWJj"},
        {"path": "Split-train/more.gz", "size": 5_000_000_000, "encoding": None, "data": None},
    ],
    "fileCount": 2,
    "truncated": True,
    "problem": None,
}
CELL_EVENT: Record = {
    "event": "cell",
    "seq": 4,
    "cell": CELL,
    "contexts": [CONTEXT],
    "components": [COMPONENT],
    "tfx": TFX,
}

#: One or more messages of each kind, with every record in them somewhere.
LOGDIR: Record = {"name": "Trainer 5", "uri": "/pipelines/Trainer/model_run/5"}
BOARD: Record = {
    "id": "0123456789abcdef0123456789abcdef",
    "state": "running",
    "doing": "",
    "message": "",
    "detail": "",
    "missing": False,
    "logdirs": [LOGDIR],
    "withoutEvents": ["Trainer 5"],
    "eventsAt": None,
    "startedAt": 1700000000000.5,
}
#: A run in the background, and what is told of all of them.
BACKGROUND: Record = {
    "protocol": 1,
    "runners": ["local"],
    "parameters": [{"name": "steps", "kind": "integer", "value": None}],
    "runs": [
        {
            "id": "20260101-120000-000-local",
            "runner": "local",
            "state": "failed",
            "startedAt": 1.5,
            "endedAt": 2.5,
            "reason": "ValueError: No.",
        }
    ],
    "run": "20260101-120000-000-local",
    "nodes": [
        {
            "id": "Trainer",
            "state": "done",
            "startedAt": 1.5,
            "endedAt": 2.5,
            "reason": None,
            "artifacts": [{"key": "model", "id": 7, "type": "Model", "uri": "/runs/7"}],
        }
    ],
}
FLINK: Record = {"runner": "flink", "options": {"endpoint": "localhost:8099"}}
GOOD: list[tuple[str, Record]] = [
    ("Request", {"id": 1, "kind": "hello", "protocol": 1, "client": "0.1.0"}),
    ("Request", {"id": 2, "kind": "snapshot"}),
    ("Request", {"id": 3, "kind": "check-files"}),
    ("Request", {"id": 4, "kind": "detach"}),
    (
        "Request",
        {
            "id": 5,
            "kind": "validate",
            "statistics": "/data/2",
            "schema": "",
            "environment": None,
            "previous": "/data/1",
            "serving": None,
        },
    ),
    ("Reply", {"id": 1, "ok": True, "value": HELLO}),
    ("Reply", {"id": 2, "ok": True, "value": SNAPSHOT}),
    ("Reply", {"id": 3, "ok": True, "value": {"files": RUN["files"]}}),
    ("Reply", {"id": 4, "ok": True, "value": {}}),
    ("Reply", {"id": 5, "ok": True, "value": {"splits": [{"split": "", "anomalies": "OAE="}]}}),
    ("Reply", {"id": None, "ok": False, "error": {"kind": "bad-request", "message": "No."}}),
    ("Event", {"event": "run", "seq": 4, "run": RUN}),
    ("Event", CELL_EVENT),
    ("Event", {**CELL_EVENT, "components": None}),
    ("Event", {"event": "files", "seq": 4, "files": []}),
    ("Event", {"event": "tfx", "seq": 4, "tfx": {"state": "absent", "version": None}}),
    ("StoreReply", STORE),
    ("ArtifactDocument", DOCUMENT),
    ("TensorBoardRequest", {"logdirs": [LOGDIR], "kernel": None, "reloadInterval": 5, "idleMinutes": 60}),
    ("TensorBoardReply", {"protocol": 1, "boards": [BOARD]}),
    ("RunsState", AIRFLOW),
    ("RunsState", {**AIRFLOW, "state": "away", "message": "Airflow does not answer.", "pipelines": []}),
    ("RunsWatch", AIRFLOW_WATCH),
    ("RunsWatch", {**AIRFLOW_WATCH, "runs": [], "run": None, "tasks": []}),
    ("RunsLog", {"protocol": 1, "text": "Epoch 1\n", "next": 8}),
    ("RunsArtifacts", {"protocol": 1, "artifacts": []}),
    (
        "RunsArtifacts",
        {"protocol": 1, "artifacts": [{"key": "model", "id": 7, "type": "Model", "uri": "/runs/7"}]},
    ),
    ("RunsConnect", {"values": {"url": "http://localhost:8080", "user": "ada", "password": "x"}}),
    ("RunsAction", AIRFLOW_ACTION),
    ("RunsAction", {**AIRFLOW_ACTION, "action": "clear", "run": "r1", "task": "A", "parameters": {}}),
    ("RunsDeploy", {"folder": "penguins-pipeline", "kernel": None, "values": {"image": "i"}}),
    ("RunsDone", {"protocol": 1, "pipeline": "penguins", "run": "r1", "notes": [], "changes": ""}),
    ("BackgroundState", BACKGROUND),
    ("BackgroundState", {**BACKGROUND, "runs": [], "run": None, "nodes": []}),
    ("BackgroundLog", {"protocol": 1, "text": "Epoch 1\n", "next": 8}),
    (
        "BackgroundStart",
        {
            "folder": "penguins-pipeline",
            "runner": "beam",
            "kernel": None,
            "parameters": {"data": "/data", "steps": 3, "rate": None},
        },
    ),
    ("BackgroundStop", {"folder": "penguins-pipeline", "run": "20260101-120000-000-local"}),
    ("Request", {"id": 6, "kind": "use-beam", "choices": {"notebook": FLINK, "components": {"A": FLINK}}}),
    ("Request", {"id": 7, "kind": "check-beam", "choice": FLINK}),
    (
        "Event",
        {
            "event": "run",
            "seq": 4,
            "run": {**RUN, "beam": {"origin": "choice", "choice": FLINK, "arguments": ["--a"]}},
        },
    ),
    (
        "Reply",
        {
            "id": 7,
            "ok": True,
            "value": {
                "beam": None,
                "arguments": [],
                "problems": [{"option": None, "severity": "error", "message": "No."}],
            },
        },
    ),
    ("NodeResult", NODE_RESULT),
    ("NodeResult", {**NODE_RESULT, "state": "skipped", "execution": None, "reason": "A was skipped."}),
]
#: What an export is asked for.
CHOICES: Record = {
    "targets": ["local"],
    "context": None,
    "name": None,
    "root": None,
    "metadata": None,
    "beamArguments": None,
    "beamChoice": True,
    "parameters": ["trainer.train_args"],
    "constants": {"ROWS": "3"},
}
EXPORT: Record = {
    "protocol": 1,
    "folder": "penguins-pipeline",
    "absoluteFolder": "/home/ada/penguins-pipeline",
    "base": "/home/ada",
    "refused": None,
    "targets": [{"name": "local", "title": "TFX LocalDagRunner"}],
    "contexts": ["context"],
    "name": "penguins",
    "root": "'/runs'",
    "arguments": [{"argument": "gen.input_base", "text": "DATA", "chosen": True}],
    "beam": {
        "chosen": True,
        "arguments": ["--runner=FnApiRunner"],
        "components": [{"id": "StatisticsGen", "arguments": ["--runner=PrismRunner"]}],
    },
    "names": ["ROWS"],
    "files": [{"path": "pipeline.py", "text": "", "before": None}],
    "problems": [
        {
            "code": "kernel-only",
            "severity": "error",
            "message": "ROWS has a value in the kernel, but no cell that gives it one.",
            "cellId": "a",
            "cell": 1,
            "line": 2,
            "name": "ROWS",
            "offer": "3",
        }
    ],
    "written": ["pipeline.py"],
}
PROOF: Record = {
    "proof": "a",
    "state": "same",
    "against": "kernel",
    "nodes": 8,
    "differences": ["Pusher is in the notebook only."],
    "missing": ["Trainer"],
    "message": None,
}
GOOD += [
    ("Request", {"id": 9, "kind": "prove", "folder": "/a", "base": "/", "context": None, "notebook": "{}"}),
    ("Request", {"id": 10, "kind": "proof", "proof": "a", "cancel": False}),
    ("Request", {"id": 11, "kind": "values", "names": ["ROWS"]}),
    ("Reply", {"id": 9, "ok": True, "value": PROOF}),
    ("Reply", {"id": 11, "ok": True, "value": {"values": {"ROWS": "3", "DATA": None}}}),
    (
        "ExportRequest",
        {
            "notebook": "a.ipynb",
            "content": "{}",
            "folder": None,
            "choices": CHOICES,
            "values": {"ROWS": "3"},
            "write": False,
        },
    ),
    ("ExportReply", EXPORT),
]
#: What crosses a border as it is; all other definitions are parts of these.
ROOTS = (
    "Request",
    "Reply",
    "Event",
    "StoreReply",
    "ArtifactDocument",
    "TensorBoardRequest",
    "TensorBoardReply",
    "ExportRequest",
    "ExportReply",
    "NodeResult",
    "RunsState",
    "RunsWatch",
    "RunsLog",
    "RunsArtifacts",
    "RunsConnect",
    "RunsAction",
    "RunsDeploy",
    "RunsDone",
    "BackgroundState",
    "BackgroundLog",
    "BackgroundStart",
    "BackgroundStop",
)
#: Objects with names of their own choice: a name more or less is no fault.
OPEN = {
    *("properties", "customProperties", "execProperties", "inputs", "outputs", "metrics"),
    *("constants", "parameters", "values", "options", "components"),
}


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every value in a document."""
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


def put(document: Any, path: tuple[str | int, ...], change: Any) -> Any:
    """Return a copy with the value at a path changed by a function, called with what holds it and its key."""
    document = copy.deepcopy(document)
    holder = document
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return document


def replaced(document: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Return a copy with another value at a path."""
    return put(document, path, lambda holder, key: holder.__setitem__(key, value))


@pytest.mark.parametrize(("kind", "message"), GOOD)
def test_good_messages(kind: str, message: Record) -> None:
    validate(kind, message)
    validate(kind, json.loads(json.dumps(message)))


@pytest.mark.parametrize(("kind", "message"), GOOD)
def test_nothing_may_be_missing(kind: str, message: Record) -> None:
    for path in places(message):
        if path in (("value", "files"), ("value", "splits"), ("value", "values")):
            continue  # without them it is the good answer to another request
        if path and isinstance(path[-1], str) and not (len(path) > 1 and path[-2] in OPEN):
            with pytest.raises(ProtocolError):
                validate(kind, put(message, path, lambda holder, key: holder.pop(key)))


@pytest.mark.parametrize(("kind", "message"), GOOD)
def test_nothing_may_be_added(kind: str, message: Record) -> None:
    for path in places(message):
        holder = message
        for key in path:
            holder = holder[key]
        if isinstance(holder, dict) and not (path and path[-1] in OPEN):
            with pytest.raises(ProtocolError):
                validate(kind, replaced(message, (*path, "extra"), 1))


@pytest.mark.parametrize(("kind", "message"), GOOD)
def test_nothing_may_be_of_another_type(kind: str, message: Record) -> None:
    for path in places(message):
        if path:
            # An object where none belongs, and a list in place of an object: neither is ever right.
            wrong = [3] if path[-1] in OPEN or isinstance(path[-1], int) else {"wrong": [[]]}
            with pytest.raises(ProtocolError):
                validate(kind, replaced(message, path, wrong))


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("Request", None),
        ("Request", []),
        ("Request", {}),
        ("Request", {"id": True, "kind": "snapshot"}),
        ("Request", {"id": 1.5, "kind": "snapshot"}),
        ("Request", {"id": "1", "kind": "snapshot"}),
        ("Request", {"id": 1, "kind": "Snapshot"}),
        ("Reply", {"id": 1, "ok": False, "value": {}}),
        ("Reply", {"id": 1, "ok": True, "error": {"kind": "internal", "message": ""}}),
        ("Reply", {"id": None, "ok": True, "value": {}}),
        ("Reply", {"id": 1, "ok": False, "error": {"kind": "other", "message": ""}}),
        ("Event", {"event": "run", "seq": 1, "run": {**RUN, "state": "stale"}}),
        ("Event", {"event": "run", "seq": 1, "run": {**RUN, "run": 1.5}}),
        ("Event", {"event": "tfx", "seq": 1, "tfx": {"state": "gone", "version": None}}),
        ("StoreReply", {**STORE, "executions": [{**EXECUTION, "execProperties": {"a": [1]}}]}),
        ("ArtifactDocument", {**DOCUMENT, "version": 2}),
        ("ArtifactDocument", {**DOCUMENT, "state": "LIVE"}),
        ("ArtifactDocument", {**DOCUMENT, "files": [{**DOCUMENT["files"][0], "encoding": "gzip"}]}),
    ],
)
def test_bad_messages(kind: str, message: Any) -> None:
    with pytest.raises(ProtocolError):
        validate(kind, message)


def test_every_record_is_used_in_a_good_message() -> None:
    """So that the tests above reach every definition."""
    text = json.dumps([schema()["definitions"][kind] for kind in ROOTS])
    reached: set[str] = set()
    pending = [text]
    while pending:
        for name in re.findall(r"#/definitions/(\w+)", pending.pop()):
            if name not in reached:
                reached.add(name)
                pending.append(json.dumps(schema()["definitions"][name]))
    assert reached | set(ROOTS) == set(schema()["definitions"])


def test_every_object_is_closed() -> None:
    for name, definition in schema()["definitions"].items():
        if definition.get("type") == "object" and "properties" in definition:
            assert definition["additionalProperties"] is False, name
            assert set(definition["required"]) == set(definition["properties"]), name


def test_both_languages_have_the_same_version() -> None:
    (found,) = re.findall(r"export const PROTOCOL_VERSION = (\d+);", TYPES.read_text("utf-8"))
    assert int(found) == schema()["version"] == PROTOCOL_VERSION


def test_both_languages_have_the_same_package_version() -> None:
    (found,) = re.findall(r"export const PACKAGE_VERSION = '([^']+)';", TYPES.read_text("utf-8"))
    assert found == json.loads((REPOSITORY / "package.json").read_text("utf-8"))["version"]


def test_unknown_definition() -> None:
    with pytest.raises(ProtocolError):
        validate("NoSuchThing", {})


def test_error_is_a_short_sentence() -> None:
    with pytest.raises(ProtocolError) as caught:
        validate("Request", {"id": 1, "kind": "x" * 5000})
    assert len(str(caught.value)) <= 300
