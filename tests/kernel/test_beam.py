"""The Beam runner that was chosen in the panel, in a real kernel, with real Beam jobs."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .live_kernel import Record
from .live_pipeline import LivePipeline


def use(pipeline: LivePipeline, notebook: Record | None = None, **components: Record) -> None:
    """Tell the kernel what was chosen."""
    pipeline.comm.ask("use-beam", choices={"notebook": notebook, "components": components})


def direct(mode: str, workers: str = "") -> Record:
    """Return the choice of Beam's direct runner."""
    return {"runner": "direct", "options": {"mode": mode, "workers": workers}}


def flink(endpoint: str) -> Record:
    """Return the choice of Flink behind a job server."""
    return {"runner": "flink", "options": {"endpoint": endpoint, "environment": "LOOPBACK"}}


@pytest.fixture
def examples(pipeline: LivePipeline) -> Iterator[LivePipeline]:
    """A pipeline with an ExampleGen; its kernel has no choice again in the end."""
    data = pipeline.data()
    pipeline.kernel.good(f"examples = CsvExampleGen(input_base={str(data)!r})", "declare")
    yield pipeline
    use(pipeline)


@pytest.fixture(scope="module")
def job_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A stand-in for Flink's job server: Beam's own in Python, which speaks the same Job API over gRPC."""
    port_file = tmp_path_factory.mktemp("job-server") / "port"
    code = (
        "import sys, time, pathlib\n"
        "from apache_beam.runners.portability import local_job_service\n"
        "service = local_job_service.LocalJobServicer()\n"
        "pathlib.Path(sys.argv[1]).write_text(str(service.start_grpc_server(0)))\n"
        "print('serving', flush=True)\n"
        "sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(port_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == "serving\n"
        yield f"localhost:{Path(port_file).read_text()}"
    finally:
        process.kill()
        with contextlib.closing(process.stdout or sys.stdout):
            process.wait()


def output_of(pipeline: LivePipeline, code: str) -> tuple[Record, str]:
    """Run a cell; return its Run and what it wrote."""
    cell = pipeline.kernel.good(code)
    return pipeline.comm.run(), cell.text


def test_nothing_chosen(examples: LivePipeline) -> None:
    run = examples.run("examples")
    assert run["beam"] == {"origin": "none", "choice": None, "arguments": []}


def test_no_beam_job(pipeline: LivePipeline) -> None:
    pipeline.kernel.good("rows = Rows()")
    use(pipeline, direct("multi_threading", "2"))
    assert pipeline.run("rows")["beam"] is None
    use(pipeline)


def test_processes(examples: LivePipeline) -> None:
    chosen = direct("multi_processing", "2")
    use(examples, chosen)
    run, text = output_of(examples, "result = context.run(examples)")
    arguments = ["--direct_running_mode=multi_processing", "--direct_num_workers=2"]
    assert run["beam"] == {"origin": "choice", "choice": chosen, "arguments": arguments}
    assert run["state"] == "done"
    line = "CsvExampleGen: Beam runs on Direct (multi_processing), as chosen in the TFX panel: "
    assert line + " ".join(arguments) in text
    (made,) = run["outputs"]["examples"]
    assert list(Path(made["uri"], "Split-train").iterdir())
    progress = [event["run"]["progress"] for event in examples.comm.of("run") if event["run"]["progress"]]
    assert {step["unit"] for step in progress} == {"stages"}


def test_component_before_notebook_and_cell_before_both(examples: LivePipeline) -> None:
    use(examples, direct("in_memory"), CsvExampleGen=direct("multi_threading", "2"))
    run = examples.run("examples")
    assert run["beam"]["arguments"] == ["--direct_running_mode=multi_threading", "--direct_num_workers=2"]
    again = examples.run("examples", enable_cache=False, beam_pipeline_args=["--runner=FnApiRunner"])
    assert again["beam"] == {"origin": "cell", "choice": None, "arguments": ["--runner=FnApiRunner"]}


def test_contexts_own_arguments(examples: LivePipeline) -> None:
    examples.kernel.good("context.beam_pipeline_args = ['--runner=FnApiRunner', '--my_token=abc']")
    run = examples.run("examples")
    assert run["beam"] == {
        "origin": "context",
        "choice": None,
        "arguments": ["--runner=FnApiRunner", "--my_token=…"],
    }


def test_job_server(examples: LivePipeline, job_server: str) -> None:
    use(examples, CsvExampleGen=flink(job_server))
    run, text = output_of(examples, "result = context.run(examples)")
    assert run["state"] == "done"
    assert f"--job_endpoint={job_server}" in run["beam"]["arguments"]
    assert f"Flink ({job_server})" in text
    (made,) = run["outputs"]["examples"]
    assert list(Path(made["uri"], "Split-eval").iterdir())


def test_nobody_answers(examples: LivePipeline) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
    use(examples, flink(address))
    run, _ = examples.fail("context.run(examples)")
    assert run["state"] == "failed"
    message = run["error"]["message"]
    assert "The Beam runner chosen for CsvExampleGen in the TFX panel cannot be used." in message
    assert f"Nobody answers at {address}" in message
    use(examples)
    assert examples.run("examples")["state"] == "done"


@pytest.mark.parametrize(
    ("choice", "severity", "words"),
    [
        ({"runner": "direct", "options": {}}, None, ""),
        ({"runner": "prism", "options": {"prismLocation": "/no/prism"}}, "error", "There is no file"),
        ({"runner": "dataflow", "options": {}}, "error", "Google Cloud project"),
    ],
)
def test_check(pipeline: LivePipeline, choice: Record, severity: str | None, words: str) -> None:
    found = pipeline.comm.ask("check-beam", choice=choice)
    assert found["beam"] == pipeline.kernel.value("__import__('apache_beam').__version__")
    first: Any = next(iter(found["problems"]), {"severity": None, "message": ""})
    assert first["severity"] == severity
    assert words in first["message"]


DATAFLOW: Record = {
    "runner": "dataflow",
    "options": {
        "project": "my-project",
        "region": "europe-west4",
        "tempLocation": "gs://my-bucket/beam",
        "jobName": "statistics",
        "maxWorkers": "8",
    },
}


def test_dataflow_is_built_and_said_not_to_have_run(pipeline: LivePipeline) -> None:
    """Nobody is asked: this machine has no credentials of Google Cloud, and need have no network."""
    found = pipeline.comm.ask("check-beam", choice=DATAFLOW)
    assert [problem["severity"] for problem in found["problems"]] == ["warning", "warning"]
    assert "It was not run" in found["problems"][-1]["message"]


def test_job_of_statistics(pipeline: LivePipeline) -> None:
    """The job of what StatisticsGen does, with Dataflow's own words for the arguments."""
    pipeline.kernel.good(
        "import json\n"
        "import apache_beam as beam, pyarrow as pa, tensorflow_data_validation as tfdv\n"
        "from jupyterlab_tfx.beam import arguments_of\n"
        "from jupyterlab_tfx.kernel.dataflow import argument_errors, job_of\n"
        "batch = pa.RecordBatch.from_arrays([pa.array([[1], [2]])], ['x'])\n"
        f"arguments = arguments_of({DATAFLOW!r})\n"
        "made = job_of(arguments, lambda p: p | beam.Create([batch]) | tfdv.GenerateStatistics())"
    )
    made: Any = pipeline.kernel.value("made")
    job = made["job"]
    assert job["name"] == "statistics"
    # Where the job goes is part of the request's address; the job says it among its options.
    shown = {each["key"]: each["value"] for each in job["environment"]["sdkPipelineOptions"]["display_data"]}
    assert (shown["project"], shown["region"]) == ("my-project", "europe-west4")
    assert job["environment"]["tempStoragePrefix"].startswith("storage.googleapis.com/my-bucket/beam")
    assert any(
        pool.get("autoscalingSettings", {}).get("maxNumWorkers") == 8
        for pool in job["environment"]["workerPools"]
    )
    assert made["steps"] > 20
    assert pipeline.kernel.value("argument_errors(['--project=MY PROJECT', '--temp_location=/tmp'])") != []


def test_another_program_of_prism_is_taken(tmp_path: Path) -> None:
    """Beam keeps the Prism that a process began with, also where it could not be started."""
    code = (
        "import json, sys\n"
        "from apache_beam.options.pipeline_options import PipelineOptions\n"
        "from apache_beam.runners.portability.prism_runner import PrismRunner\n"
        "from jupyterlab_tfx.beam import arguments_of\n"
        "from jupyterlab_tfx.kernel.beam_runners import BeamRunners\n"
        "runners = BeamRunners()\n"
        "for path in sys.argv[1:]:\n"
        "    choice = {'runner': 'prism', 'options': {'prismLocation': path}}\n"
        "    runners.ensure_usable(None, choice)\n"
        "    server = PrismRunner().default_job_server(PipelineOptions(arguments_of(choice)))\n"
        "    print(server._job_server._get_executable_path())\n"
    )
    programs = [str(tmp_path / name) for name in ("one", "two", "two")]
    for program in programs:
        Path(program).write_text("")
    done = subprocess.run(
        [sys.executable, "-c", code, *programs], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.split() == programs
