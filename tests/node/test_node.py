"""One node, one command: every outcome, with a real TFX and a real metadata store."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from jupyterlab_tfx.server.store import read_executions

from .node_command import Small

#: The node command in a process that cannot import TensorFlow.
WITHOUT_TENSORFLOW = """
import sys
sys.modules["tensorflow"] = None
from jupyterlab_tfx.node.__main__ import main
sys.exit(main())
"""


def states(small: Small) -> dict[str, str]:
    """Return what the Jupyter server reads of the last execution of each node."""
    reply = read_executions(f"sqlite:///{small.folder / 'metadata.sqlite'}", "small", 100)
    return {found["componentId"]: found["state"] for found in reply["executions"]}


def reason(small: Small, execution: int) -> str:
    """Return why an execution failed, from the store: where TFX itself has the result of an executor."""
    with sqlite3.connect(small.folder / "metadata.sqlite") as store:
        ((text,),) = store.execute(
            "SELECT string_value FROM ExecutionProperty "
            "WHERE execution_id = ? AND name = '__execution_result__'",
            (execution,),
        )
    return str(json.loads(text).get("resultMessage", ""))


def artifact(result: dict, key: str) -> Path:
    """Return the folder of an output."""
    ((found),) = result["outputs"][key]
    return Path(found["uri"])


def test_compile_names_the_nodes_in_order(small: Small) -> None:
    code, result = small.compiled
    assert code == 0
    assert result["pipeline"] == "small"
    assert result["nodes"][0] == "Make"
    assert json.loads(small.ir.read_text())["pipelineInfo"]["id"] == "small"


def test_done_then_done_at_once_then_cached(small: Small) -> None:
    code, result = small.run("Make")
    assert (code, result["state"], result["reason"]) == (0, "done", None)
    made = artifact(result, "model")
    assert (made / "text").read_text() == "a"

    code, again = small.run("Make")
    assert (code, again["state"], again["execution"]) == (0, "done", result["execution"])
    assert artifact(again, "model") == made

    code, cached = small.run("Make", "r2")
    assert (code, cached["state"]) == (0, "cached")
    assert cached["execution"] != result["execution"]
    assert artifact(cached, "model") == made


def test_what_is_known_already_is_said_without_tensorflow(small: Small) -> None:
    for node in ("Make", "Judge", "Push"):
        small.run(node)
    for node, code, state in (("Make", 0, "done"), ("Announce", 99, "skipped"), ("Count0", 1, "failed")):
        run = "nowhere" if state == "failed" else "r1"
        ended = subprocess.run(
            [sys.executable, "-c", WITHOUT_TENSORFLOW, *small.arguments(node, run)],
            check=False,
            capture_output=True,
            text=True,
        )
        assert ended.returncode == code, ended.stderr
        assert json.loads(ended.stdout.splitlines()[-1])["state"] == state


def test_runtime_parameters(small: Small) -> None:
    _, given = small.run("Make", "r1", "--parameter", "text=x=y z")
    assert (artifact(given, "model") / "text").read_text() == "x=y z"
    _, handed = small.run("Make", "r2", TFX_PARAMETERS='{"text": "\'$(id)\'", "pipeline-root": null}')
    assert (artifact(handed, "model") / "text").read_text() == "'$(id)'"


def test_a_condition_skips_its_node_and_those_after_it(small: Small) -> None:
    small.run("Make")
    assert small.run("Judge")[0] == 0
    code, result = small.run("Push")
    assert (code, result["state"], result["execution"]) == (99, "skipped", None)
    code, result = small.run("Announce")
    assert (code, result["state"], result["reason"]) == (99, "skipped", "Push was skipped.")

    small.touch("good")
    small.run("Make", "r2", "--parameter", "text=b")
    small.run("Judge", "r2")
    assert small.run("Push", "r2")[1]["state"] == "done"
    assert small.run("Announce", "r2")[1]["state"] == "done"


def test_failed_with_its_reason_then_put_right(small: Small) -> None:
    broken = small.touch("broken")
    small.run("Make")
    code, failed = small.run("Judge")
    assert (code, failed["state"], failed["reason"]) == (1, "failed", "ValueError: The scales are broken.")
    assert reason(small, failed["execution"]) == "ValueError: The scales are broken."
    assert states(small)["Judge"] == "failed"

    code, after = small.run("Push")
    assert (code, after["state"], after["execution"]) == (1, "failed", None)
    assert after["reason"] == "Judge has not succeeded in this run: run it before Push."

    broken.unlink()
    code, done = small.run("Judge")
    assert (code, done["state"], done["execution"]) == (0, "done", failed["execution"])
    assert reason(small, failed["execution"]) == ""
    assert states(small)["Judge"] == "done"


def test_out_of_order_is_said(small: Small) -> None:
    code, result = small.run("Judge")
    assert (code, result["state"]) == (1, "failed")
    assert result["reason"] == "Make has not run in this run: run it before Judge."


def test_canceled_then_run_again_with_empty_folders(small: Small) -> None:
    small.run("Make")
    process = small.process("Wait")
    waiting = small.folder / "waiting"
    while not waiting.exists():
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=60)
    result = json.loads(out.splitlines()[-1])
    assert (process.returncode, result["state"]) == (143, "canceled")
    assert result["reason"] == "Canceled by SIGTERM."
    assert states(small)["Wait"] == "canceled"

    small.touch("open")
    code, again = small.run("Wait")
    assert (code, again["state"], again["execution"]) == (0, "done", result["execution"])
    assert len(list(artifact(again, "waited").iterdir())) == 1


def test_killed_then_run_again(small: Small) -> None:
    small.run("Make")
    child = small.nodes.start(small.arguments("Wait"))
    waiting = small.folder / "waiting"
    while not waiting.exists():
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    assert small.nodes.wait(child) == -signal.SIGKILL
    assert states(small)["Wait"] == "running"
    small.touch("open")
    assert small.run("Wait")[1]["state"] == "done"
    assert states(small)["Wait"] == "done"


def test_started_twice_it_runs_once(small: Small) -> None:
    """As by an orchestrator that was killed, and knows nothing of what goes on still."""
    small.run("Make")
    first = small.nodes.start(small.arguments("Wait"))
    while not (small.folder / "waiting").exists():
        time.sleep(0.02)
    logs = [small.folder / "second.log", small.folder / "third.log"]
    second, third = (small.nodes.start(small.arguments("Wait"), log=str(log)) for log in logs)
    for log in logs:
        while not (log.exists() and "waiting for its end" in log.read_text()):
            time.sleep(0.02)
    os.kill(third, signal.SIGTERM)
    assert small.nodes.wait(third) == 143
    assert states(small)["Wait"] == "running"
    small.touch("open")
    assert [small.nodes.wait(child) for child in (first, second)] == [0, 0]
    result = json.loads(logs[0].read_text().splitlines()[-1])
    assert result["state"] == "done"
    assert len(list(artifact(result, "waited").iterdir())) == 1


def test_side_by_side_on_one_sqlite_store(small: Small) -> None:
    small.run("Make")
    names = [f"Count{number}" for number in range(16)]
    children = [small.nodes.start(small.arguments(name)) for name in names]
    assert [small.nodes.wait(child) for child in children] == [0] * 16
    found = states(small)
    assert {found[name] for name in names} == {"done"}


def test_a_store_that_another_node_holds_is_waited_for_and_no_longer(small: Small) -> None:
    store = small.folder / "metadata.sqlite"
    small.run("Make")
    with open(f"{store}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        code, result = small.run("Judge", TFX_METADATA_WAIT="0.2")
        assert (code, result["state"], result["execution"]) == (1, "failed", None)
        assert f"The metadata store {store} is held by another process" in result["reason"]
        assert "run the node again, which is safe" in result["reason"]
        waiting = small.nodes.start(small.arguments("Judge"))
        assert "Judge" not in states(small)
    assert small.nodes.wait(waiting) == 0
    assert states(small)["Judge"] == "done"


def test_a_store_that_something_else_holds(small: Small) -> None:
    """As a notebook's kernel does, or a tool that looks into databases: SQLite's own lock."""
    small.run("Make")
    with contextlib.closing(sqlite3.connect(small.folder / "metadata.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        code, result = small.run("Judge", TFX_METADATA_WAIT="0.2")
        assert (code, result["state"]) == (1, "failed")
        assert "is held by another process" in result["reason"]
        other.execute("ROLLBACK")
    assert small.run("Judge")[1]["state"] == "done"


def test_a_store_that_is_held_when_the_component_ends(small: Small) -> None:
    """What it made cannot be told: the next try begins again, with empty folders."""
    small.run("Make")
    child = small.nodes.start(small.arguments("Wait"), TFX_METADATA_WAIT="0.2")
    while not (small.folder / "waiting").exists():
        time.sleep(0.02)
    with open(small.folder / "metadata.sqlite.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        small.touch("open")
        assert small.nodes.wait(child) == 1
    assert states(small)["Wait"] == "running"
    _, again = small.run("Wait")
    assert again["state"] == "done"
    assert len(list(artifact(again, "waited").iterdir())) == 1


def test_what_is_wrong_with_the_arguments(small: Small) -> None:
    def said(*arguments: str, **environment: str) -> str:
        code, result = small.nodes(*arguments, **environment)
        assert (code, result["state"]) == (2, "failed")
        return str(result["error"])

    run = small.arguments("Make")
    assert said(*small.arguments("Nobody")).startswith("The pipeline has no node Nobody. It has: Make, ")
    assert said(*run, "--parameter", "text") == "Write text as NAME=VALUE."
    assert (
        said(*run, "--parameter", "speed=1")
        == "The pipeline has no runtime parameter speed. It has: pipeline-root, text."
    )
    assert said(*run, TFX_PARAMETERS="[1]") == "TFX_PARAMETERS is no JSON object."
    assert said(*run, TFX_PARAMETERS="{").startswith("TFX_PARAMETERS is no JSON: ")
    secret = said(*run, TFX_METADATA="oracle://me:secret@host/db")
    assert "postgresql://" in secret
    assert "secret" not in secret
    assert "a number of seconds" in said(*run, TFX_METADATA_WAIT="soon")
    broken = small.folder / "broken.json"
    broken.write_text("{}x")
    run[2] = str(broken)
    assert "is no compiled pipeline" in said(*run)
    run[2] = str(small.folder / "nowhere.json")
    assert "Write it with compile." in said(*run)


def test_only_the_object_is_on_the_last_line(small: Small) -> None:
    small.run("Make")
    _, out, _ = small.nodes.texts(*small.arguments("Judge"))
    lines = out.splitlines()
    assert '{"printed": "by the component"}' in lines[:-1]
    assert json.loads(lines[-1])["node"] == "Judge"
