"""Records of values and addresses, with no TFX in sight."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from jupyterlab_tfx.kernel.describe import MAX_TEXT, named_objects, scalar, store_address
from jupyterlab_tfx.protocol import validate


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (2**70, 2**70),
        (0.5, 0.5),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        ("a", "a"),
        ([1, "b"], '[1, "b"]'),
        ({"a": None}, '{"a": null}'),
        ({(1, 2): 3}, "{(1, 2): 3}"),
        (b"a", "\"b'a'\""),
        ("x" * (MAX_TEXT + 1), "x" * MAX_TEXT),
        (["x" * MAX_TEXT], ('["' + "x" * MAX_TEXT)[:MAX_TEXT]),
    ],
)
def test_scalar(value: Any, told: Any) -> None:
    assert scalar(value) == told
    validate("Json", scalar(value))
    json.dumps(scalar(value), allow_nan=False)


def test_scalar_of_a_list_that_holds_itself() -> None:
    loop: list[Any] = []
    loop.append(loop)
    assert scalar(loop) == "[[...]]"


def config(kind: str, **fields: Any) -> Any:
    return SimpleNamespace(WhichOneof=lambda _: kind, **{kind: SimpleNamespace(**fields)})


@pytest.mark.parametrize(
    ("connection", "kind", "uri"),
    [
        (config("sqlite", filename_uri="/a/metadata.sqlite"), "sqlite", "/a/metadata.sqlite"),
        (config("sqlite", filename_uri="file:/a?mode=ro"), "sqlite", "file:/a?mode=ro"),
        (
            config("mysql", host="h", port=3306, database="d", user="u", password="secret"),
            "mysql",
            "h:3306/d",
        ),
        (config("postgresql", host="h", port="5", dbname="d", password="secret"), "postgresql", "h:5/d"),
        (config("fake_database"), "memory", ""),
        (config("other"), "unknown", ""),
        (SimpleNamespace(host="h", port=8080), "grpc", "h:8080"),
        (SimpleNamespace(), "unknown", ""),
    ],
)
def test_store_address(connection: Any, kind: str, uri: str) -> None:
    found = store_address(connection)
    assert found == {"kind": kind, "uri": uri}
    validate("StoreAddress", found)


def test_relative_store_is_told_as_absolute(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert store_address(config("sqlite", filename_uri="m.sqlite"))["uri"] == str(tmp_path / "m.sqlite")


def test_named_objects() -> None:
    class Thing:
        pass

    class Special(Thing):
        pass

    a, b, c = Thing(), Special(), Thing()
    namespace = {
        "a": a,
        "alias": a,
        "_hidden": a,
        "items": [a, 3, b],
        "pair": (c,),
        "by_name": {"k": b, 2: c, "deep": [c]},
        "Thing": Thing,
        "number": 3,
    }
    assert [name for name, _ in named_objects(namespace, Thing)] == [
        "a",
        "alias",
        "items[0]",
        "items[2]",
        "pair[0]",
        "by_name['k']",
        "by_name[2]",
    ]
