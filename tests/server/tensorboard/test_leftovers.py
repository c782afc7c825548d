"""What a server that was killed has left, and what is not its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jupyterlab_tfx.server.tensorboard.leftovers import Leftovers, start_time

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    """A process that leads its group, as a board does."""
    process = subprocess.Popen(SLEEP, start_new_session=True)
    yield process
    process.kill()
    process.wait()


def left(folder: Path, pid: int, started: str | None, server: str | None = "1") -> None:
    """Write the file of a server that is no more."""
    content = {"server": [2**22 + 1, server], "children": [[pid, started]]}
    (folder / "jupyterlab-tfx-tensorboard-1.json").write_text(json.dumps(content))


def test_ends_what_a_killed_server_left(tmp_path: Path, child: subprocess.Popen[bytes]) -> None:
    left(tmp_path, child.pid, start_time(child.pid))
    assert Leftovers(tmp_path).reap() == 1
    assert child.wait(10) == -9
    assert list(tmp_path.iterdir()) == []


def test_never_ends_another_process(tmp_path: Path, child: subprocess.Popen[bytes]) -> None:
    left(tmp_path, child.pid, "12345")
    assert Leftovers(tmp_path).reap() == 0
    for content in ("", "[]", '{"server": [1, "1"], "children": 1}', '{"server": 3}'):
        (tmp_path / "jupyterlab-tfx-tensorboard-1.json").write_text(content)
        assert Leftovers(tmp_path).reap() == 0
    assert child.poll() is None


def test_leaves_the_boards_of_a_server_that_runs(tmp_path: Path, child: subprocess.Popen[bytes]) -> None:
    ours = Leftovers(tmp_path)
    ours.add(child.pid)
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert Leftovers(tmp_path).reap() == 0
    assert child.poll() is None
    ours.remove(child.pid)
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_killed_leaves_no_board(tmp_path: Path) -> None:
    code = f"""
import asyncio, logging, sys
from jupyterlab_tfx.server.tensorboard.boards import Boards
from jupyterlab_tfx.server.tensorboard.interpreter import Interpreter
from jupyterlab_tfx.server.tensorboard.logdirs import Logdir
async def main():
    boards = Boards({str(tmp_path)!r}, logging.getLogger())
    logdirs, interpreters = [Logdir("run", "run", {str(tmp_path)!r})], [Interpreter(sys.executable)]
    board = boards.open(logdirs, interpreters, reload=5, idle=0)
    await board.settled.wait()
    print(board.state, board.process.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""
    server = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert server.stdout
    state, pid = server.stdout.readline().split()
    assert state == "running"
    started = start_time(int(pid))
    assert started is not None
    server.kill()
    server.wait()
    Leftovers(tmp_path).reap()
    for _ in range(1000):
        if start_time(int(pid)) != started or _is_zombie(int(pid)):
            break
        subprocess.run(["sleep", "0.01"], check=True)
    else:
        raise AssertionError("The board is still there.")


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
