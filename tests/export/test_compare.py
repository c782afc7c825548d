"""Differences between two described pipelines, in words."""

from __future__ import annotations

from typing import Any

import pytest

from jupyterlab_tfx.export.compare import differences, same_value


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("data", "/home/ada/data", True),
        ("./data/../data", "/home/ada/data", True),
        ("data", "/home/data", False),
        ("gs://b/data", "gs://b/data", True),
        ("gs://b/data", "/home/ada/gs:/b/data", False),
        ({"a": ["x", {"b": "y"}]}, {"a": ["/home/ada/x", {"b": "y"}]}, True),
        ({"a": 1}, {"a": 1, "b": None}, True),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ([1, 2], [2, 1], False),
        (1, 1.0, True),
        ("1", 1, False),
    ],
)
def test_same_value(one: Any, other: Any, same: bool) -> None:
    assert same_value(one, other, "/home/ada") is same
    assert same_value(other, one, "/home/ada") is same


def test_each_difference_is_a_sentence() -> None:
    channel = {"channels": [{"producer_node_query": {"id": "Trainer"}, "output_key": "model"}]}
    module = {"name": "model", "sha256": "0123456789abcdef"}
    notebook = {
        "Old": {},
        "Trainer": {
            "type": "a.Trainer",
            "properties": {"steps": 3, "module": module},
            "outputs": {"model": "Model"},
        },
        "Pusher": {"inputs": {"model": channel}},
    }
    exported = {
        "New": {},
        "Trainer": {
            "type": "b.Trainer",
            "properties": {"module": module, "x": "y" * 200},
            "outputs": {"model": "Model"},
        },
        "Pusher": {"inputs": {}},
    }
    assert differences(notebook, exported, "/") == [
        "Old is in the notebook only.",
        "New is in the exported pipeline only.",
        "The input model of Pusher is in the notebook only: Trainer.model.",
        "The type of Trainer is a.Trainer in the notebook, and b.Trainer in the exported pipeline.",
        "The property steps of Trainer is in the notebook only: 3.",
        f"The property x of Trainer is in the exported pipeline only: {'y' * 160}….",
    ]
    assert differences(notebook, notebook, "/") == []
