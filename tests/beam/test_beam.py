"""What a choice of a Beam runner stands for, and what is wrong with one."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from jupyterlab_tfx.beam import arguments_of, check_form, check_place, given_runner


def choice(runner: str, **options: str) -> dict[str, Any]:
    """Return a BeamChoice."""
    return {"runner": runner, "options": options}


DATAFLOW = {"project": "my-project", "region": "europe-west4", "tempLocation": "gs://my-bucket/beam"}


@pytest.fixture
def listening() -> Iterator[str]:
    """The address of somebody who takes connections."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def closed() -> str:
    """An address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (choice("direct"), []),
        (choice("direct", mode="in_memory", workers="4"), ["--direct_running_mode=in_memory"]),
        (
            choice("direct", mode="multi_processing", workers="2"),
            ["--direct_running_mode=multi_processing", "--direct_num_workers=2"],
        ),
        (choice("prism"), ["--runner=PrismRunner", "--sdk_container_image=none"]),
        (
            choice("flink", endpoint="localhost:8099", environment="LOOPBACK", parallelism="2"),
            [
                "--runner=PortableRunner",
                "--job_endpoint=localhost:8099",
                "--environment_type=LOOPBACK",
                "--parallelism=2",
                "--sdk_container_image=none",
            ],
        ),
        (
            choice("flink", master="flink:8081", environment="DOCKER", environmentConfig="me/tfx:1"),
            [
                "--runner=FlinkRunner",
                "--flink_master=flink:8081",
                "--environment_type=DOCKER",
                "--environment_config=me/tfx:1",
            ],
        ),
        (
            choice("spark", master="local[4]", more="--a 'b c'"),
            [
                "--runner=SparkRunner",
                "--spark_master_url=local[4]",
                "--sdk_container_image=none",
                "--a",
                "b c",
            ],
        ),
        (
            choice("dataflow", **DATAFLOW, jobName="statistics", maxWorkers="8"),
            [
                "--runner=DataflowRunner",
                "--project=my-project",
                "--region=europe-west4",
                "--temp_location=gs://my-bucket/beam",
                "--job_name=statistics",
                "--max_num_workers=8",
            ],
        ),
    ],
)
def test_arguments(given: dict[str, Any], expected: list[str]) -> None:
    assert arguments_of(given) == expected
    assert [problem for problem in check_form(given) if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("given", "option", "words"),
    [
        (choice("direct", workers="many"), "workers", "whole number"),
        (choice("prism", prismLocation="/no/such/prism"), "prismLocation", "no file"),
        (choice("flink"), "endpoint", "either"),
        (choice("flink", endpoint="a:1", master="b:2"), "endpoint", "either"),
        (choice("flink", endpoint="localhost"), "endpoint", "host:port"),
        (choice("flink", endpoint="user@host:1"), "endpoint", "host:port"),
        (choice("flink", endpoint="localhost:99999"), "endpoint", "host:port"),
        (choice("flink", master="localhost"), "master", "localhost:8081"),
        (choice("spark", master="localhost:7077"), "master", "spark://"),
        (choice("flink", endpoint="a:1", parallelism="0"), "parallelism", "at least 1"),
        (choice("flink", endpoint="a:1", environment="DOCKER"), "environmentConfig", "image"),
        (choice("dataflow", **{**DATAFLOW, "project": "My Project"}), "project", "id of a Google Cloud"),
        (choice("dataflow", **{**DATAFLOW, "project": "123456789"}), "project", "number"),
        (choice("dataflow", **{**DATAFLOW, "region": "europe-west4-a"}), "region", "not a zone"),
        (choice("dataflow", **{**DATAFLOW, "tempLocation": "/tmp"}), "tempLocation", "gs://"),
        (choice("dataflow", **{**DATAFLOW, "tempLocation": "gs://A/b"}), "tempLocation", "bucket"),
        (choice("dataflow", **DATAFLOW, stagingLocation="my-bucket"), "stagingLocation", "bucket"),
        (choice("dataflow", **DATAFLOW, jobName="Job_1"), "jobName", "lower-case"),
        (choice("direct", more="--db_password=x"), "more", "secret"),
        (choice("direct", more="--runner=X"), "more", "leave --runner out"),
        (choice("direct", more="'"), "more", "cannot be read"),
    ],
)
def test_wrong_fields(given: dict[str, Any], option: str, words: str) -> None:
    (problem,) = check_form(given)
    assert (problem.option, problem.severity) == (option, "error")
    assert words in problem.message


def test_what_cannot_be_read_is_left_out() -> None:
    assert arguments_of(choice("prism", more="'")) == ["--runner=PrismRunner", "--sdk_container_image=none"]


def test_somebody_answers(listening: str) -> None:
    assert check_place(choice("flink", endpoint=listening)) == []


@pytest.mark.parametrize("runner", ["flink", "spark"])
def test_nobody_answers(runner: str, closed: str) -> None:
    (problem,) = check_place(choice(runner, endpoint=closed))
    assert (problem.option, problem.severity) == ("endpoint", "error")
    assert f"Nobody answers at {closed}" in problem.message
    assert f"{runner.capitalize()} job server" in problem.message


def test_flink_itself_away(closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    away, java = check_place(choice("flink", master=closed))
    assert "Nobody answers" in away.message
    assert "Java" in java.message


def test_google_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("GOOGLE_APPLICATION_CREDENTIALS", raising=False)
    (problem,) = check_place(choice("dataflow", **DATAFLOW))
    assert problem.severity == "warning"
    assert "gcloud auth application-default login" in problem.message
    key = tmp_path / "key.json"
    key.write_text("{}")
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(key))
    assert check_place(choice("dataflow", **DATAFLOW)) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--runner=X"], "X"),
        (["--a", "--runner", "Y"], "Y"),
        (["--direct_num_workers=2"], None),
        (["--runner"], None),
        ([], None),
    ],
)
def test_given_runner(arguments: list[str], expected: str | None) -> None:
    assert given_runner(arguments) == expected
