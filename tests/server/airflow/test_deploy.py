"""``airflow/deploy``, with the real compiler: from an exported folder to Airflow's DAGs folder."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.airflow import DAG_FILE, dag_file
from jupyterlab_tfx.protocol import validate

from ...node.node_command import SMALL
from ..conftest import Ask


@pytest.fixture
def dags(tmp_path: Path) -> Path:
    """Airflow's DAGs folder."""
    folder = tmp_path / "dags"
    folder.mkdir()
    return folder


@pytest.fixture
def jp_server_config(dags: Path, request: pytest.FixtureRequest) -> dict[str, Any]:
    """The server's configuration: with the folder, unless the test is about its lack."""
    known = {} if request.node.get_closest_marker("unconfigured") else {"airflow_dags": str(dags)}
    return {
        "ServerApp": {"jpserver_extensions": {"jupyterlab_tfx": True}},
        "TfxExtension": known,
    }


@pytest.fixture
def exported(jp_root_dir: Path) -> Path:
    """A folder below the server's root with a pipeline that compiles."""
    folder = jp_root_dir / "exported"
    folder.mkdir()
    (folder / "small_pipeline.py").write_text((SMALL / "small_pipeline.py").read_text())
    (folder / "pipeline.py").write_text(
        f"import small_pipeline\n\ndef create_pipeline():\n"
        f"    return small_pipeline.create_pipeline({str(jp_root_dir)!r}, '0')\n"
    )
    (folder / DAG_FILE).write_text(dag_file())
    return folder


@pytest.mark.timeout(600)
async def test_deployed_then_deployed_again(call: Ask, exported: Path, dags: Path) -> None:
    code, done = await call("deploy", {"folder": "exported", "kernel": None, "values": {}})
    assert code == 200, done
    validate("RunsDone", done)
    assert done["pipeline"] == "small"
    target = dags / "small"
    names = {"pipeline.json", "pipeline.py", "small_pipeline.py", DAG_FILE, ".airflowignore"}
    assert {path.name for path in target.iterdir()} == names
    assert (target / DAG_FILE).read_text() == dag_file(sys.executable)
    assert (target / ".airflowignore").read_text().split() == ["pipeline.py", "small_pipeline.py"]
    assert json.loads((target / "pipeline.json").read_text())["pipelineInfo"]["id"] == "small"

    (exported / "pipeline.py").write_text("raise SystemExit('No pipeline today.')\n")
    code, refused = await call("deploy", {"folder": "exported", "kernel": None, "values": {}})
    assert (code, refused["message"]) == (400, "The pipeline does not compile: No pipeline today.")
    # What is there stays whole.
    assert (target / DAG_FILE).read_text() == dag_file(sys.executable)


async def test_what_cannot_be_deployed(call: Ask, jp_root_dir: Path, tmp_path: Path) -> None:
    (jp_root_dir / "empty").mkdir()
    code, refused = await call("deploy", {"folder": "empty", "kernel": None, "values": {}})
    assert code == 400
    assert refused["message"] == "empty has no pipeline.py: export the notebook's pipeline first."
    code, refused = await call("deploy", {"folder": str(tmp_path / "outside"), "kernel": None, "values": {}})
    assert code == 403
    code, _ = await call("deploy", {"folder": "empty"})
    assert code == 400


@pytest.mark.unconfigured
async def test_no_folder_is_configured(call: Ask, exported: Path) -> None:
    code, refused = await call("deploy", {"folder": str(exported), "kernel": None, "values": {}})
    assert code == 403
    assert "c.TfxExtension.airflow_dags" in refused["message"]


def test_a_changed_dag_file_is_kept(tmp_path: Path) -> None:
    from jupyterlab_tfx.server.airflow.deploy import _own_dag_file

    assert _own_dag_file(tmp_path, "/p").decode() == dag_file("/p")
    own = dag_file().replace("RETRIES = 1", "RETRIES = 5")
    (tmp_path / DAG_FILE).write_text(own)
    assert _own_dag_file(tmp_path, "/p").decode() == own
