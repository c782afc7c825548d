"""The orchestrator of docs/how-to/your-own-orchestrator.md, with the penguins, to the pushed model."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from palmerpenguins import load_penguins

from jupyterlab_tfx.protocol import validate
from jupyterlab_tfx.server.store import read_executions

from .node_command import QUIET, Nodes, Small

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "how-to" / "your-own-orchestrator.md"


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script of the page."""
    (text,) = re.findall(r"```bash\n(#!.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(text.splitlines()) <= 40
    path = tmp_path_factory.mktemp("script") / "run-pipeline.sh"
    path.write_text(text)
    return path


def start(script: Path, ir: Path, **environment: str) -> subprocess.Popen[str]:
    """Start the script in a process group of its own."""
    return subprocess.Popen(
        ["bash", str(script), str(ir), "r1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env={**os.environ, **QUIET, "TFX_PYTHON": sys.executable, **environment},
    )


@pytest.mark.timeout(1800)
def test_the_penguins_to_the_pushed_model(script: Path, nodes: Nodes, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    load_penguins().to_csv(data / "penguins.csv", index=False)
    ir = tmp_path / "pipeline.json"
    code, compiled = nodes(
        "compile",
        *("--module", str(REPOSITORY / "examples" / "airflow" / "penguins_pipeline.py")),
        *("--argument", f"root={tmp_path}", "--argument", f"data={data}"),
        *("--out", str(ir)),
    )
    assert code == 0

    process = start(script, ir)
    out, _ = process.communicate()
    assert process.returncode == 0, out
    results = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    for result in results:
        validate("NodeResult", result)
    assert [result["state"] for result in results] == ["done"] * 8
    assert {result["node"] for result in results} == set(compiled["nodes"])
    (pushed,) = (result for result in results if result["node"] == "Pusher")
    assert any((tmp_path / "serving").glob("*/saved_model.pb"))
    agreed = subprocess.run(
        [sys.executable, "-m", "tests.penguins_agree", str(tmp_path / "artifacts")],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert agreed.returncode == 0, agreed.stdout + agreed.stderr
    executions = read_executions(f"sqlite:///{tmp_path / 'metadata.sqlite'}", "penguins", 100)["executions"]
    assert {found["id"]: found["state"] for found in executions}[pushed["execution"]] == "done"


def test_ends_its_nodes_when_it_is_ended(script: Path, nodes: Nodes, tmp_path: Path) -> None:
    small = Small(nodes, tmp_path, counts=0)
    process = start(script, small.ir, PYTHONPATH=str(REPOSITORY / "tests" / "node" / "small"))
    while not (small.folder / "waiting").exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 143
    executions = read_executions(f"sqlite:///{small.folder / 'metadata.sqlite'}", "small", 100)["executions"]
    assert {found["componentId"]: found["state"] for found in executions}["Wait"] == "canceled"
