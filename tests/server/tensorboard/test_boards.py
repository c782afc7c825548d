"""Boards: opened, found again, stopped; and what goes wrong with them."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.server.tensorboard.process import StartError, TensorBoardProcess

from .conftest import Boards, Fetch, children, request, running, write_events


async def test_shows_scalars_of_a_run_that_goes_on(boards: Boards, fetch: Fetch, run: Path) -> None:
    board = await running(boards, "run")
    page = await fetch("tensorboard", board, "index.html")
    assert page.code == 200
    assert b"<title>TensorBoard</title>" in page.body
    while await scalars(fetch, board, "train") < 5:
        await asyncio.sleep(0.2)
    write_events(run / "train", steps=8)
    while await scalars(fetch, board, "train") < 8:
        await asyncio.sleep(0.2)
    (record,) = (await boards("GET", board))["boards"]
    assert record["withoutEvents"] == []
    assert abs(record["eventsAt"] / 1000 - time.time()) < 600


async def test_the_same_set_opens_the_board_that_is_there(
    boards: Boards, fetch: Fetch, run: Path, jp_root_dir: Path
) -> None:
    write_events(jp_root_dir / "other, newer")
    write_events(jp_root_dir / "later" / "run")
    board = await running(boards, "run", "later/run")
    assert await running(boards, f"{jp_root_dir}/later/run", f"file://{run}/") == board
    assert len(children()) == 1
    while len(runs := json.loads((await fetch("tensorboard", board, "data", "runs")).body)) < 2:
        await asyncio.sleep(0.2)
    assert sorted(runs) == ["run (2)/.", "run/train"]
    refused = await boards("POST", json=request("run", "other, newer"))
    assert "comma" in refused["message"]


async def test_waits_for_a_logdir_with_no_events(boards: Boards, fetch: Fetch, jp_root_dir: Path) -> None:
    folder = jp_root_dir / "not yet"
    board = await running(boards, "not yet")
    (record,) = (await boards("GET", board))["boards"]
    assert (record["withoutEvents"], record["eventsAt"]) == (["not yet"], None)
    write_events(folder)
    while await scalars(fetch, board, ".") < 5:
        await asyncio.sleep(0.2)


async def test_stops(boards: Boards, fetch: Fetch, run: Path) -> None:
    board = await running(boards, "run")
    assert (await boards("DELETE", board))["boards"] == []
    assert children() == []
    assert (await fetch("tensorboard", board, "index.html")).code == 404
    assert "not running any more" in (await boards("GET", board))["message"]


async def test_a_start_is_cancelled(boards: Boards, run: Path) -> None:
    (board,) = (await boards("POST", json=request("run")))["boards"]
    assert board["state"] == "starting"
    while not children():
        await asyncio.sleep(0.05)
    await boards("DELETE", board["id"])
    assert children() == []


async def test_a_child_that_is_killed(boards: Boards, fetch: Fetch, run: Path) -> None:
    board = await running(boards, "run")
    os.kill(children()[0], signal.SIGKILL)
    while (record := (await boards("GET", board))["boards"][0])["state"] == "running":
        await asyncio.sleep(0.05)
    assert record["state"] == "failed"
    assert "killed by SIGKILL" in record["message"]
    assert (await fetch("tensorboard", board, "index.html")).code == 503
    assert await running(boards, "run") != board


async def test_ends_boards_that_nobody_reads(
    boards: Boards, run: Path, jp_serverapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[Any] = []
    for _, options in handlers(jp_serverapp):
        held.append(options["boards"])
    board = await running(boards, "run", idleMinutes=0.001)
    later = time.monotonic() + 1
    monkeypatch.setattr("jupyterlab_tfx.server.tensorboard.boards.time.monotonic", lambda: later)
    await held[0].stop_idle()
    monkeypatch.undo()
    assert "message" in await boards("GET", board)
    assert children() == []


async def test_a_logdir_that_vanishes(boards: Boards, fetch: Fetch, run: Path) -> None:
    board = await running(boards, "run")
    while await scalars(fetch, board, "train") < 5:
        await asyncio.sleep(0.2)
    shutil.rmtree(run)
    while not (record := (await boards("GET", board))["boards"][0])["withoutEvents"]:
        await asyncio.sleep(0.2)
    assert record["state"] == "running"
    write_events(run / "again", steps=3)
    while await scalars(fetch, board, "again") < 3:
        await asyncio.sleep(0.2)
    while (await boards("GET", board))["boards"][0]["withoutEvents"]:
        await asyncio.sleep(0.2)


async def test_a_child_that_is_never_ready(
    boards: Boards, run: Path, jp_serverapp: Any, monkeypatch: pytest.MonkeyPatch, without_tensorflow: Path
) -> None:
    without_tensorflow.write_text("import time\ntime.sleep(600)\n")
    for _, options in handlers(jp_serverapp):
        monkeypatch.setattr(options["boards"], "_start_limit", 0.5)
    board = await settled(boards, "run")
    assert board["state"] == "failed"
    assert "not ready after 0.5 seconds: it was starting the interpreter" in board["message"]
    assert children() == []


async def test_a_child_that_ends_at_once(boards: Boards, run: Path, without_tensorflow: Path) -> None:
    without_tensorflow.write_text("import os, sys\nsys.stderr.write('no more memory\\n')\nos._exit(7)\n")
    board = await settled(boards, "run")
    assert board["state"] == "failed"
    assert "ended before it was ready (exit status 7)" in board["message"]
    assert board["detail"] == "no more memory"
    assert board["missing"] is False
    assert children() == []


async def test_no_environment_has_tensorboard(boards: Boards, run: Path, without_tensorflow: Path) -> None:
    without_tensorflow.write_text("import sys\nsys.modules['tensorboard'] = None\n")
    board = await settled(boards, "run")
    assert board["state"] == "failed"
    assert board["missing"] is True
    assert "is not installed" in board["message"]
    assert children() == []


async def test_a_port_that_is_taken(tmp_path: Path) -> None:
    taken = socket.create_server(("127.0.0.1", 0))
    process = TensorBoardProcess()
    flags = {"logdir": str(tmp_path), "host": "127.0.0.1", "port": taken.getsockname()[1]}
    told: list[Any] = []
    with taken, pytest.raises(StartError, match="ended before it was ready"):
        await process.start(
            [sys.executable], flags, environment={}, on_spawn=told.append, on_doing=told.append
        )
    assert "already in use" in process.detail
    assert told == [process.pid, "importing", "starting"]
    assert children() == []


async def test_takes_the_servers_tensorboard_where_the_kernels_environment_has_none(
    boards: Boards, run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "python-bare"
    bare.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "$@"\n')
    bare.chmod(0o755)
    spec = tmp_path / "data" / "kernels" / "bare" / "kernel.json"
    spec.parent.mkdir(parents=True)
    spec.write_text(json.dumps({"argv": [str(bare), "-m", "x"], "display_name": "B", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "data"))
    await running(boards, "run", kernel="bare")


async def test_twenty_boards_at_once(boards: Boards, fetch: Fetch, jp_root_dir: Path) -> None:
    for number in range(20):
        write_events(jp_root_dir / f"run {number}" / "train")
    opened = [
        (await boards("POST", json=request(f"run {number}")))["boards"][0]["id"] for number in range(20)
    ]
    assert len(set(opened)) == 20
    assert (await fetch("version")).code == 200
    assert len((await boards("GET"))["boards"]) == 20
    for board in opened:
        while (record := (await boards("GET", board, params={"wait": "1"}))["boards"][0])["doing"]:
            assert record["state"] == "starting"
        assert record["state"] == "running"
    assert len(children()) == 20
    for board in opened:
        while await scalars(fetch, board, "train") < 5:
            await asyncio.sleep(0.2)
    await boards("DELETE")
    assert children() == []


async def settled(boards: Boards, *logdirs: str) -> Any:
    """Open a board, and return it when it has started or failed."""
    (board,) = (await boards("POST", json=request(*logdirs)))["boards"]
    while board["state"] == "starting":
        (board,) = (await boards("GET", board["id"], params={"wait": "1"}))["boards"]
    return board


async def scalars(fetch: Fetch, board: str, run: str) -> int:
    """Return how many points of the loss the board has."""
    response = await fetch(
        "tensorboard", board, "data", "plugin", "scalars", "scalars", params={"run": run, "tag": "loss"}
    )
    return len(json.loads(response.body)) if response.code == 200 else 0


def handlers(serverapp: Any) -> list[tuple[str, Any]]:
    """Return the routes of the boards, with their options."""
    return [
        (rule.matcher.regex.pattern, rule.target_kwargs)
        for group in serverapp.web_app.default_router.rules
        for rule in getattr(group.target, "rules", [])
        if "boards" in rule.target_kwargs
    ]
