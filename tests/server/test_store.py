"""The reader of metadata stores, on a store that ML Metadata wrote."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from jupyterlab_tfx.server.store import Record, read_executions


def read(path: Path, pipeline: str | None = None, limit: int = 100) -> Record:
    return read_executions(f"sqlite:///{path}", pipeline, limit)


def test_interactive_runs(made_store: Path) -> None:
    reply = read(made_store, "penguins")
    assert reply["pipelines"] == ["penguins", "taxi"]
    assert reply["truncated"] is False
    examples, statistics, schema = reply["executions"]
    assert [e["componentId"] for e in reply["executions"]] == ["CsvExampleGen", "StatisticsGen", "SchemaGen"]
    assert [e["state"] for e in reply["executions"]] == ["done", "cached", "running"]
    assert [e["runId"] for e in reply["executions"]] == ["t1", "t2", "t3"]
    assert examples["type"] == "tfx.components.example_gen.csv_example_gen.component.CsvExampleGen"
    assert examples["inputs"] == {}
    (made,) = examples["outputs"]["examples"]
    assert made == {
        "id": 1,
        "type": "Examples",
        "uri": "/data/examples/1",
        "name": "name of /data/examples/1",
        "state": "published",
        "splits": ["train", "eval"],
        "properties": {"split_names": '["train", "eval"]'},
        "customProperties": {"span": 0},
    }
    assert statistics["inputs"] == {"examples": [made]}
    assert [a["id"] for a in statistics["outputs"]["statistics"]] == [2]
    assert schema["endedAt"] is None
    (pending,) = schema["outputs"]["schema"]
    assert (pending["state"], pending["splits"], pending["name"]) == ("pending", [], "schema:t3")
    assert statistics["startedAt"] <= statistics["endedAt"]


def test_properties(made_store: Path) -> None:
    properties = read(made_store, "penguins")["executions"][0]["execProperties"]
    assert properties["input_base"] == "/data"
    assert properties["flag"] is True
    assert properties["half"] == 0.5
    assert properties["large"] == 2**40
    assert properties["tree"] == '{"a": [1, "b", null, true]}'


def test_runs_of_an_orchestrator(made_store: Path) -> None:
    reply = read(made_store, "taxi")
    trainer, pusher = reply["executions"]
    assert (trainer["componentId"], trainer["runId"], trainer["state"]) == ("Trainer", "taxi-run-1", "done")
    assert (pusher["state"], pusher["error"]) == ("failed", "No room.")


def test_last_pipeline_without_a_name(made_store: Path) -> None:
    assert read(made_store)["pipelineName"] == "taxi"


def test_newest_where_there_are_too_many(made_store: Path) -> None:
    reply = read(made_store, "penguins", limit=2)
    assert reply["truncated"] is True
    assert [e["id"] for e in reply["executions"]] == [2, 3]
    assert read(made_store, "penguins", limit=3)["truncated"] is False


def test_empty_store(empty_store: Path) -> None:
    nothing = {"pipelineName": None, "pipelines": [], "executions": [], "truncated": False}
    assert read(empty_store) == nothing
    assert read(empty_store, "penguins") == nothing


@pytest.mark.parametrize("count", [499, 500, 501, 1203])
def test_many_executions(made_store: Path, tmp_path: Path, count: int) -> None:
    """More than the ids of one query."""
    copy = tmp_path / "many.sqlite"
    copy.write_bytes(made_store.read_bytes())
    with sqlite3.connect(copy) as writer:
        for identity in range(100, 100 + count):
            writer.execute(
                "INSERT INTO Execution (id, type_id, last_known_state) SELECT ?, type_id, 3 FROM Execution "
                "WHERE id = 1",
                [identity],
            )
            writer.execute(
                "INSERT INTO Association (context_id, execution_id) SELECT context_id, ? FROM Association "
                "WHERE execution_id = 1",
                [identity],
            )
            writer.execute(
                "INSERT INTO ExecutionProperty (execution_id, name, is_custom_property, string_value) "
                "VALUES (?, 'component_id', 0, ?)",
                [identity, f"Make{identity}"],
            )
    writer.close()
    executions = read(copy, "penguins", 2000)["executions"]
    assert len(executions) == count + 3
    assert executions[-1]["componentId"] == f"Make{99 + count}"
    assert executions[-1]["startedAt"] is None
