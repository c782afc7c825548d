"""``POST export``: what it answers, what it writes, and where it does not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError

from jupyterlab_tfx.protocol import validate

from ..export.cells import ROOT, START, notebook

Post = Callable[..., Awaitable[tuple[int, Any]]]
CHOICES = {
    "targets": ["local"],
    "context": None,
    "name": None,
    "root": None,
    "metadata": None,
    "beamArguments": None,
    "beamChoice": True,
    "parameters": None,
    "constants": {},
}
UNDEFINED = notebook(START, "gen = tfx.components.CsvExampleGen(input_base=nowhere)")


@pytest.fixture
def penguins(jp_root_dir: Path) -> dict[str, Any]:
    """The example, in a folder below the server's root."""
    (jp_root_dir / "examples").mkdir()
    shutil.copy(ROOT / "examples/penguins.ipynb", jp_root_dir / "examples")
    document: dict[str, Any] = json.loads((ROOT / "examples/penguins.ipynb").read_text("utf-8"))
    return document


@pytest.fixture
def post(jp_fetch: Any) -> Post:
    """Ask for an export; return status and document."""

    async def post(content: dict[str, Any], **fields: Any) -> tuple[int, Any]:
        choices = {**CHOICES, **fields.pop("choices", {})}
        request = {
            "notebook": "examples/penguins.ipynb",
            "content": json.dumps(content),
            "folder": None,
            "choices": choices,
            "values": {},
            "write": False,
            **fields,
        }
        try:
            answer = await jp_fetch("jupyterlab-tfx", "export", method="POST", body=json.dumps(request))
        except HTTPClientError as error:
            answer = error.response
        body = json.loads(answer.body)
        if answer.code == 200:
            validate("ExportReply", body)
        return answer.code, body

    return post


async def test_preview_write_and_preview_again(
    post: Post, penguins: dict[str, Any], jp_root_dir: Path
) -> None:
    code, reply = await post(penguins)
    assert code == 200
    assert (reply["refused"], reply["written"], reply["contexts"]) == (None, [], ["context"])
    assert (reply["folder"], reply["name"]) == ("examples/penguins-pipeline", "penguins")
    assert {file["path"] for file in reply["files"]} >= {"pipeline.py", "local_runner.py", "README.md"}
    assert all(file["before"] is None for file in reply["files"])
    assert {"argument": "example_gen.input_base", "text": "DATA", "chosen": True} in reply["arguments"]
    folder = jp_root_dir / "examples/penguins-pipeline"
    assert not folder.exists()

    _, reply = await post(penguins, write=True)
    assert "pipeline.py" in reply["written"]
    for file in reply["files"]:
        assert (folder / file["path"]).read_text("utf-8") == file["text"]

    _, reply = await post(penguins, choices={"name": "others"}, write=True)
    assert set(reply["written"]) == {"README.md", "local_runner.py", "pipeline.py"}
    changed = {file["path"]: file for file in reply["files"]}["pipeline.py"]
    assert "PIPELINE_NAME = 'penguins'" in changed["before"]
    assert "PIPELINE_NAME = 'others'" in changed["text"]


async def test_an_error_keeps_it_from_being_written(post: Post, jp_root_dir: Path) -> None:
    _, reply = await post(UNDEFINED, notebook="a.ipynb", write=True)
    assert [problem["code"] for problem in reply["problems"]] == ["undefined-name"]
    assert (reply["names"], reply["written"]) == (["nowhere"], [])
    assert not (jp_root_dir / "a-pipeline").exists()
    _, reply = await post(UNDEFINED, notebook="a.ipynb", values={"nowhere": "'/data'"})
    assert reply["problems"][0]["offer"] == "'/data'"
    _, reply = await post(
        UNDEFINED, notebook="a.ipynb", write=True, choices={"constants": {"nowhere": "'/data'"}}
    )
    assert reply["problems"] == []
    assert "pipeline.py" in reply["written"]


async def test_refused_in_words(post: Post) -> None:
    _, reply = await post(notebook("x = 1"))
    assert "declares a component" in reply["refused"]
    _, reply = await post(notebook(START, "other = InteractiveContext('b')\ng = tfx.components.SchemaGen()"))
    assert "2 pipelines" in reply["refused"]
    assert reply["contexts"] == ["context", "other"]


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"folder": "../out"}, 403, "outside"),
        ({"notebook": "../../x.ipynb"}, 403, "outside"),
        ({"folder": "examples"}, 400, "folder of its own"),
        ({"folder": "a\0b"}, 400, "NUL"),
        ({"write": 3}, 400, "write"),
    ],
)
async def test_refusals(
    post: Post, penguins: dict[str, Any], fields: dict[str, Any], status: int, words: str
) -> None:
    code, body = await post(penguins, **fields)
    assert code == status
    assert words in body["message"]


async def test_a_link_does_not_lead_outside(
    post: Post, penguins: dict[str, Any], jp_root_dir: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (jp_root_dir / "link").symlink_to(outside)
    code, _ = await post(penguins, folder="link/out", write=True)
    assert code == 403
    assert list(outside.iterdir()) == []
