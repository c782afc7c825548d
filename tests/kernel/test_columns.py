"""Columns whose types are known at their end only."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from jupyterlab_tfx.kernel import columns
from jupyterlab_tfx.kernel.columns import Columns


def written(batches: list[tuple[int, dict[str, pa.Array]]], path: Path) -> pa.Table:
    """Return what is read of columns that came in batches."""
    spool = Columns()
    for rows, batch in batches:
        spool.add(rows, batch)
    spool.write(str(path), {"a": "b"})
    spool.close()
    return pa.ipc.open_file(path).read_all()


def test_types_and_gaps(tmp_path: Path) -> None:
    words, numbers = pa.list_(pa.binary()), pa.list_(pa.int64())
    first = {
        "label": pa.array([0.0, 1.0, None]),
        "word": pa.array([[b"a"], None, [b"b"]], words),
        "number": pa.array([[1], [2], []], numbers),
        "many": pa.array([[b"x", b"y"], [], [b"x"]], words),
        "gone": pa.nulls(3),
    }
    second = {
        "label": pa.array([1.0, 0.0]),
        "word": pa.array([[b"c"], ["\u00e9".encode() + b"\xff"]], words),
        "many": pa.array([[b"z"], None], words),
        "late": pa.array([[0.5], [1.5]], pa.list_(pa.float32())),
        "prediction": pa.array([0.25, 0.75], pa.float32()),
    }
    table = written([(3, first), (2, second)], tmp_path / "file.arrow")
    assert table.schema.metadata == {b"a": b"b"}
    assert table.to_pydict() == {
        "label": [0.0, 1.0, None, 1.0, 0.0],
        "word": ["a", None, "b", "c", "\u00e9\ufffd"],
        "number": [1.0, 2.0, None, None, None],
        "many": [["x", "y"], None, ["x"], ["z"], None],
        "late": [None, None, None, 0.5, 1.5],
        "prediction": [None, None, None, 0.25, 0.75],
    }
    assert str(table.schema.field("word").type) == "dictionary<values=string, indices=int32, ordered=0>"


def test_what_is_left_out(tmp_path: Path) -> None:
    identifiers = [f"{index}".encode() for index in range(columns.MAX_WORDS + 1)]
    spool = Columns()
    batch = {
        "label": pa.array([0.0] * len(identifiers)),
        "id": pa.array(identifiers),
        "image": pa.array([b"x" * 3000] * len(identifiers)),
    }
    spool.add(len(identifiers), batch)
    mixed = {"label": pa.array([0.0]), "id": pa.array([b"1"]), "mixed": pa.array([1.0])}
    spool.add(1, mixed)
    spool.add(1, {**mixed, "mixed": pa.array([b"a"])})
    spool.write(str(tmp_path / "file.arrow"), {})
    spool.close()
    table = pa.ipc.open_file(tmp_path / "file.arrow").read_all()
    assert table.column_names == ["label"]
    assert table.num_rows == len(identifiers) + 2
    assert spool.left_out == {"id", "image", "mixed"}
