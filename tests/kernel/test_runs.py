"""What is told of runs of TFX components, from the first event to the last."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from jupyterlab_tfx.server.store import read_executions

from .live_kernel import LiveComm, LiveKernel, Record
from .live_pipeline import LivePipeline


def steps(comm: LiveComm, number: int) -> list[Record]:
    """Return every event's record of one run."""
    return [event["run"] for event in comm.of("run") if event["run"]["run"] == number]


def test_import_is_told(importing: tuple[LiveKernel, LiveComm]) -> None:
    kernel, comm = importing
    importings = [event["tfx"]["state"] for event in comm.of("tfx")]
    assert importings == ["importing"]
    told = comm.cell("imports")
    assert told["tfx"]["state"] == "imported"
    assert told["tfx"]["version"] == kernel.value("__import__('tfx').__version__")
    assert told["cell"]["ok"] is True


def test_declared_component(pipeline: LivePipeline) -> None:
    data = pipeline.data()
    pipeline.kernel.good(f"examples = CsvExampleGen(input_base={str(data)!r})", "declare")
    declared = pipeline.comm.cell("declare")
    (component,) = declared["components"]
    assert component["id"] == "CsvExampleGen"
    assert component["type"] == "tfx.components.example_gen.csv_example_gen.component.CsvExampleGen"
    assert component["kind"] == "component"
    assert component["variables"] == ["examples"]
    assert component["cellId"] == "declare"
    assert component["doc"].endswith(".")
    assert component["outputs"] == {"examples": "Examples"}
    assert component["execProperties"]["input_base"] == str(data)
    assert component["context"] is None
    (context,) = declared["contexts"]
    assert context["variables"] == ["context"]
    assert context["pipelineName"] == pipeline.name
    assert context["pipelineRoot"] == str(pipeline.root)
    assert context["store"] == {"kind": "sqlite", "uri": str(pipeline.store)}
    # A cell that changes no component sends none.
    pipeline.kernel.good("x = 1", "other")
    assert pipeline.comm.cell("other")["components"] is None


def test_good_run(pipeline: LivePipeline) -> None:
    kernel, comm = pipeline.kernel, pipeline.comm
    data = pipeline.data(rows=20_000)
    kernel.good(f"examples = CsvExampleGen(input_base={str(data)!r})", "declare")
    declared = comm.cell("declare")
    run = pipeline.run("examples")
    first, *middle, last = steps(comm, run["run"])
    assert first["state"] == "running"
    assert (first["executionId"], first["endedAt"], first["outputs"]) == (None, None, {})
    assert {(step["state"], step["executionId"]) for step in middle} == {("running", run["executionId"])}
    assert last == run
    assert run["state"] == "done"
    assert run["endedAt"] >= run["startedAt"]
    assert (run["cellId"], run["count"]) == ("run-examples", kernel.value("len(In) - 1"))
    assert (run["componentId"], run["componentKey"]) == ("CsvExampleGen", declared["components"][0]["key"])
    assert run["context"] == declared["contexts"][0]["key"]
    assert (run["cache"], run["oldCode"], run["error"], run["progress"]) == (None, None, None, None)
    (examples,) = run["outputs"]["examples"]
    assert (examples["state"], examples["type"]) == ("published", "Examples")
    assert sorted(examples["splits"]) == ["eval", "train"]
    assert Path(examples["uri"], "Split-train").is_dir()
    (file,) = run["files"]
    assert (file["path"], file["role"]) == (str(data), "data")
    assert file["fingerprint"]
    progress = [step["progress"] for step in middle if step["progress"]]
    assert {step["unit"] for step in progress} == {"stages"}
    assert all(0 <= step["done"] <= step["total"] for step in progress)
    assert max(step["elements"] for step in progress) >= 20_000


def test_two_components_in_order(pipeline: LivePipeline) -> None:
    kernel, comm = pipeline.kernel, pipeline.comm
    kernel.good(f"examples = CsvExampleGen(input_base={str(pipeline.data())!r})")
    first = pipeline.run("examples")
    kernel.good("statistics = StatisticsGen(examples=examples.outputs['examples'])", "statistics")
    added = {c["id"]: c for c in comm.cell("statistics")["components"]}
    assert added["CsvExampleGen"]["context"] == first["context"]
    (channel,) = added["StatisticsGen"]["inputs"]["examples"]
    assert channel == {
        "producer": "CsvExampleGen",
        "producerKey": first["componentKey"],
        "output": "examples",
        "type": "Examples",
    }
    run = pipeline.run("statistics")
    assert run["state"] == "done"
    assert run["inputs"]["examples"] == first["outputs"]["examples"]
    assert [artifact["type"] for artifact in run["outputs"]["statistics"]] == ["ExampleStatistics"]
    comm.cell("run-statistics")
    numbers = [event["seq"] for event in comm.events]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert numbers[0] == pipeline.hello["snapshot"]["seq"] + 1
    snapshot = comm.ask("snapshot")
    assert snapshot["seq"] == numbers[-1]
    assert pipeline.runs(snapshot) == [first, run]


def test_cached_run_names_the_execution(pipeline: LivePipeline) -> None:
    pipeline.kernel.good("make = Make(text='one')")
    first = pipeline.run("make")
    again = pipeline.run("make")
    assert (first["state"], again["state"]) == ("done", "cached")
    assert again["executionId"] != first["executionId"]
    assert again["cache"]["executionId"] == first["executionId"]
    assert again["cache"]["newestExecutionId"] == first["executionId"]
    # The store counts whole milliseconds.
    assert first["startedAt"] - 1 <= again["cache"]["finishedAt"] <= first["endedAt"] + 1
    assert again["outputs"] == first["outputs"]


def test_declared_again_is_cached_too(pipeline: LivePipeline) -> None:
    pipeline.kernel.good("make = Make(text='one')")
    first = pipeline.run("make")
    pipeline.kernel.good("make = Make(text='one')")
    again = pipeline.run("make")
    assert again["componentKey"] != first["componentKey"]
    assert again["cache"]["executionId"] == first["executionId"]


def test_after_a_forced_run_the_oldest_answers_and_the_newest_is_offered(pipeline: LivePipeline) -> None:
    pipeline.kernel.good("make = Make(text='one')")
    first = pipeline.run("make")
    forced = pipeline.run("make", enable_cache=False)
    assert (forced["state"], forced["enableCache"], forced["cache"]) == ("done", False, None)
    again = pipeline.run("make")
    assert again["cache"]["executionId"] == first["executionId"]
    assert again["cache"]["newestExecutionId"] == forced["executionId"]
    assert again["outputs"] == first["outputs"]
    use = "__import__('jupyterlab_tfx.kernel', fromlist=['use_execution']).use_execution"
    pipeline.kernel.good(f"{use}(make, {forced['executionId']})", "use")
    used = pipeline.comm.run()
    assert used["run"] == again["run"] + 1
    assert used["state"] == "cached"
    assert used["executionId"] == forced["executionId"]
    assert used["cache"]["executionId"] == forced["executionId"]
    assert used["outputs"] == forced["outputs"]
    # What comes downstream reads them.
    pipeline.kernel.good("use = Use(model=make.outputs['model'])")
    assert pipeline.run("use")["inputs"]["model"] == forced["outputs"]["model"]


def test_using_an_execution_that_is_not_there(pipeline: LivePipeline) -> None:
    pipeline.kernel.good("make = Make(text='one')\nother = Make(text='two').with_id('Other')")
    run = pipeline.run("make")
    use = "__import__('jupyterlab_tfx.kernel', fromlist=['use_execution']).use_execution"
    cases = (("make", 999, "no complete execution 999"), ("other", run["executionId"], "is not one of Other"))
    for variable, number, words in cases:
        reply = pipeline.kernel.run(f"{use}({variable}, {number})").reply
        assert reply is not None
        assert (reply["status"], reply["ename"]) == ("error", "ValueError")
        assert words in reply["evalue"]


def test_missing_data(pipeline: LivePipeline) -> None:
    missing = pipeline.folder / "nothing"
    pipeline.kernel.good(f"examples = CsvExampleGen(input_base={str(missing)!r})", "declare")
    run, cell = pipeline.fail("x = 1\ncontext.run(examples)", "broken")
    assert run["state"] == "failed"
    assert run["outputs"] == {}
    assert run["endedAt"] is not None
    error = run["error"]
    assert cell.reply is not None
    assert error["name"] == cell.reply["ename"]
    assert error["message"][:200] == cell.reply["evalue"][:200]
    assert str(missing) in error["sentence"]
    assert (error["cellId"], error["line"]) == ("broken", 2)
    assert error["frames"][0]["cellId"] == "broken"
    assert error["frames"][0]["text"] == "context.run(examples)"
    assert not any("jupyterlab_tfx" in frame["file"] for frame in error["frames"])
    assert pipeline.comm.cell("broken")["cell"]["ok"] is False
    # The data comes: a files event, and the same object runs.
    pipeline.data("nothing")
    (changed,) = pipeline.comm.ask("check-files")["files"]
    assert changed["path"] == str(missing)
    assert changed["fingerprint"]
    assert pipeline.comm.of("files")[-1]["files"] == [changed]
    assert pipeline.comm.ask("check-files")["files"] == []


def test_missing_module_file(pipeline: LivePipeline) -> None:
    missing = pipeline.folder / "nowhere.py"
    pipeline.declare_trainer(missing)
    run, _ = pipeline.fail("context.run(trainer)", "broken")
    assert run["error"]["sentence"].startswith(f"There is no module file {missing}.")
    assert run["files"] == [{"path": str(missing), "role": "module", "fingerprint": None}]


def test_bad_module_file(pipeline: LivePipeline) -> None:
    restart = "Then restart the kernel: until then TFX imports the copy that failed."
    cases = (
        ("grammar", "def run_fn(fn_args)\n    pass\n", "grammar.py, line 1, is not valid Python."),
        (
            "lonely",
            "import no_such_module_at_all\n",
            "The kernel's environment has no module named no_such_module_at_all. Install it there, "
            "or correct the import in the module file.",
        ),
        ("table", "x = {}[3]\n", "The module file raised KeyError while it was imported: 3."),
    )
    for name, text, sentence in cases:
        module = pipeline.folder / f"{name}.py"
        module.write_text(text)
        pipeline.declare_trainer(module)
        run, _ = pipeline.fail("context.run(trainer)", "broken")
        assert run["error"]["sentence"] == f"{sentence} {restart}"
        assert (run["outputs"], run["oldCode"]) == ({}, None)

    # What the sentence says is true: the corrected file is not what TFX imports.
    pipeline.module("new", "table.py")
    pipeline.declare_trainer(module)
    run, _ = pipeline.fail("context.run(trainer)", "broken")
    assert run["oldCode"] == str(module)
    assert run["error"]["sentence"] == f"{sentence} {restart}"


def test_module_file_that_raises_when_it_runs(pipeline: LivePipeline) -> None:
    module = pipeline.folder / "raises.py"
    module.write_text("def run_fn(fn_args):\n    raise LookupError('no such thing')\n")
    pipeline.declare_trainer(module)
    run, _ = pipeline.fail("context.run(trainer)", "broken")
    error = run["error"]
    assert (error["name"], error["message"], error["sentence"]) == ("LookupError", "no such thing", None)
    assert error["frames"][-1]["function"] == "run_fn"
    assert (error["cellId"], error["line"]) == ("broken", 1)
    # Its code is not kept: the corrected one runs.
    pipeline.module("new", "raises.py")
    pipeline.declare_trainer(module)
    run = pipeline.run("trainer")
    assert (run["state"], run["oldCode"]) == ("done", None)


def test_import_and_run_in_one_cell(pipeline: LivePipeline) -> None:
    """The import has ended when a run begins, however long the cell goes on."""
    kernel, comm = pipeline.kernel, pipeline.comm
    kernel.good(
        "recorder = get_ipython()._jupyterlab_tfx.recorder; recorder.import_begins(); make = Make(text='a')\n"
        "result = context.run(make)"
    )
    assert [event["tfx"]["state"] for event in comm.of("tfx")] == ["importing", "imported"]
    assert comm.of("tfx")[1]["seq"] < comm.of("run")[0]["seq"]


def test_error_in_a_function_of_another_cell(pipeline: LivePipeline) -> None:
    pipeline.kernel.good(
        "def step(component):\n    print('going')\n    return context.run(component)", "helper"
    )
    pipeline.kernel.good("examples = CsvExampleGen(input_base='nowhere')")
    run, _ = pipeline.fail("step(examples)", "caller")
    assert run["cellId"] == "caller"
    error = run["error"]
    assert (error["cellId"], error["line"]) == ("helper", 3)
    assert [frame["cellId"] for frame in error["frames"][:2]] == ["caller", "helper"]


def test_interrupt(pipeline: LivePipeline) -> None:
    kernel, comm = pipeline.kernel, pipeline.comm
    kernel.good("make = Make(text='one', gate='never-there')")
    cell = kernel.start("context.run(make)", "long")
    kernel.wait(lambda: comm.runs() and comm.runs()[-1]["executionId"] is not None, "the run to begin")
    kernel.interrupt()
    kernel.finish(cell)
    run = comm.run()
    assert run["state"] == "interrupted"
    assert run["error"]["name"] == "KeyboardInterrupt"
    assert run["error"]["sentence"].startswith("Interrupted")
    assert run["outputs"] == {}
    # Its execution stays in the store for ever as running: it is never what a later run is answered with.
    (pipeline.folder / "gate").touch()
    kernel.good(f"make = Make(text='one', gate={str(pipeline.folder / 'gate')!r})")
    assert pipeline.run("make")["state"] == "done"


def test_interrupt_of_a_beam_job(pipeline: LivePipeline) -> None:
    kernel, comm = pipeline.kernel, pipeline.comm
    kernel.good(f"examples = CsvExampleGen(input_base={str(pipeline.data(rows=1_000_000))!r})")
    cell = kernel.start("context.run(examples)", "long")
    kernel.wait(lambda: comm.runs() and comm.runs()[-1]["progress"] is not None, "the job to begin")
    # Python drops an interrupt that comes in a finalizer or a callback: then a person presses again.
    while not cell.idle:
        kernel.interrupt()
        with contextlib.suppress(AssertionError):
            kernel.wait(lambda: cell.idle, "the cell to end", 15)
    kernel.finish(cell)
    run = comm.run()
    assert (run["state"], run["progress"], run["outputs"]) == ("interrupted", None, {})
    # A worker that goes on for a while tells nothing more.
    kernel.good("make = Make(text='one')")
    assert pipeline.run("make")["state"] == "done"
    assert [event["run"]["run"] for event in comm.of("run")][-3:] == [run["run"] + 1] * 3


def test_candidate_that_is_its_own_baseline(pipeline: LivePipeline) -> None:
    pipeline.kernel.good(
        "import tensorflow_model_analysis as tfma\n"
        "from tfx.components import Evaluator\n"
        "rows = Rows()\ncontext.run(rows)\n"
        "model = Make(text='one')\ncontext.run(model)\n"
        "evaluator = Evaluator(examples=rows.outputs['examples'], model=model.outputs['model'], "
        "baseline_model=model.outputs['model'], eval_config=tfma.EvalConfig())",
        "declare",
    )
    run, cell = pipeline.fail("context.run(evaluator)", "compare")
    assert cell.reply is not None
    assert (cell.reply["ename"], cell.reply["evalue"]) == ("AssertionError", "")
    assert run["error"]["sentence"] == (
        "The candidate model and the baseline model are the same artifact, which TFX cannot record. "
        "Train a new model, or run the Evaluator without a baseline."
    )
    assert run["error"]["cellId"] == "compare"


def test_two_contexts(pipeline: LivePipeline) -> None:
    kernel, comm = pipeline.kernel, pipeline.comm
    kernel.good(f"second = InteractiveContext('second', {str(pipeline.folder / 'second')!r})", "second")
    contexts = {c["variables"][0]: c for c in comm.cell("second")["contexts"]}
    assert set(contexts) == {"context", "second"}
    assert contexts["context"]["key"] != contexts["second"]["key"]
    kernel.good("make = Make(text='one')")
    assert pipeline.run("make")["context"] == contexts["context"]["key"]
    kernel.good("second.run(make)", "elsewhere")
    run = comm.run()
    assert run["context"] == contexts["second"]["key"]
    assert run["state"] == "done"  # the other store knows nothing of the first run
    (component,) = comm.ask("snapshot")["components"]
    assert component["context"] == contexts["second"]["key"]


def test_upstream_that_never_ran(pipeline: LivePipeline) -> None:
    pipeline.kernel.good("make = Make(text='one')\nuse = Use(model=make.outputs['model'])")
    run, _ = pipeline.fail("context.run(use)", "early")
    assert run["state"] == "failed"
    assert run["error"]["sentence"] == "Make did not run before it. Run Make first, then this one."
    assert run["inputs"] == {"model": []}


def test_old_code_of_the_same_instance(pipeline: LivePipeline) -> None:
    comm = pipeline.comm
    module = pipeline.module("one")
    pipeline.declare_trainer(module)
    first = pipeline.run("trainer")
    assert first["state"] == "done"
    assert first["oldCode"] is None
    assert [(file["path"], file["role"]) for file in first["files"]] == [(str(module), "module")]
    same = pipeline.run("trainer")
    assert (same["state"], same["oldCode"]) == ("cached", None)
    assert same["files"] == first["files"]

    module.write_text(module.read_text() + "# edited\n")
    (changed,) = comm.ask("check-files")["files"]
    assert changed["path"] == str(module)
    assert changed["fingerprint"] != first["files"][0]["fingerprint"]
    old = pipeline.run("trainer")
    assert old["state"] == "cached"
    assert old["oldCode"] == str(module)
    # What it ran is told, not what the file is by now; that is among the snapshot's files.
    assert old["files"] == first["files"]
    now = {file["path"]: file for file in comm.ask("snapshot")["files"]}
    assert now[str(module)] == changed

    pipeline.declare_trainer(module)
    new = pipeline.run("trainer")
    assert (new["state"], new["oldCode"]) == ("done", None)
    assert new["files"][0]["fingerprint"] == changed["fingerprint"]


def test_module_file_beside_the_notebook(pipeline: LivePipeline) -> None:
    """Its folder is on the path: what runs is the file itself; what is cached is still the old code's."""

    def trained(run: Record) -> str:
        (model,) = run["outputs"]["model"]
        return Path(model["uri"], "Format-Serving", "version").read_text()

    pipeline.folder = pipeline.kernel.folder
    module = pipeline.module("one", "beside.py")
    pipeline.declare_trainer(module)
    first = pipeline.run("trainer")
    pipeline.module("two", "beside.py")
    cached = pipeline.run("trainer")
    assert (trained(cached), cached["state"], cached["oldCode"]) == ("one", "cached", str(module))
    forced = pipeline.run("trainer", enable_cache=False)
    assert (trained(forced), forced["state"], forced["oldCode"]) == ("two", "done", None)
    assert forced["files"][0]["fingerprint"] not in (None, first["files"][0]["fingerprint"])


def test_old_code_that_runs_again(pipeline: LivePipeline) -> None:
    module = pipeline.module("one", "elsewhere.py")
    pipeline.declare_trainer(module)
    pipeline.run("trainer")
    pipeline.module("two", "elsewhere.py")
    forced = pipeline.run("trainer", enable_cache=False)
    (model,) = forced["outputs"]["model"]
    assert Path(model["uri"], "Format-Serving", "version").read_text() == "one"
    assert (forced["state"], forced["oldCode"]) == ("done", str(module))


def test_edited_by_a_cell(pipeline: LivePipeline) -> None:
    module = pipeline.module("one")
    pipeline.declare_trainer(module)
    pipeline.run("trainer")
    pipeline.kernel.good(f"%%writefile {module}\nx = 1", "writefile")
    told = pipeline.comm.cell("writefile")
    # A magic is told as it was typed, and the change of the file follows by itself.
    assert told["cell"]["source"] == f"%%writefile {module}\nx = 1"
    (event,) = pipeline.kernel.wait(lambda: pipeline.comm.of("files"), "a files event")
    assert [file["path"] for file in event["files"]] == [str(module)]
    assert event["seq"] == told["seq"] + 1


def test_resolver_is_not_cached(pipeline: LivePipeline) -> None:
    kernel = pipeline.kernel
    kernel.good("make = Make(text='one')")
    made = pipeline.run("make")
    kernel.good(
        "latest = Resolver(strategy_class=LatestArtifactStrategy, model=Channel(type=Model))\n"
        "latest = latest.with_id('latest')",
        "resolver",
    )
    kinds = {c["id"]: c["kind"] for c in pipeline.comm.cell("resolver")["components"]}
    assert kinds["latest"] == "resolver"
    run = pipeline.run("latest")
    assert (run["state"], run["cache"]) == ("done", None)
    assert [a["id"] for a in run["outputs"]["model"]] == [a["id"] for a in made["outputs"]["model"]]


def test_several_runs_in_one_cell(pipeline: LivePipeline) -> None:
    kernel, comm = pipeline.kernel, pipeline.comm
    kernel.good(
        "made = [Make(text=str(i)).with_id(f'make.{i}') for i in range(3)]\n"
        "by_name = {'use': Use(model=made[0].outputs['model'])}\n"
        "for item in [*made, by_name['use']]:\n    result = context.run(item)",
        "loop",
    )
    told = comm.cell("loop")
    variables = {c["id"]: c["variables"] for c in told["components"]}
    assert variables["make.1"] == ["made[1]"]
    assert variables["Use"] == ["by_name['use']", "item"]
    runs = comm.runs()[-4:]
    assert [run["componentId"] for run in runs] == ["make.0", "make.1", "make.2", "Use"]
    assert {run["state"] for run in runs} == {"done"}
    assert {run["cellId"] for run in runs} == {"loop"}
    assert runs[1]["variables"] == ["made[1]", "item"]


def test_snapshot_while_a_cell_runs(pipeline: LivePipeline) -> None:
    kernel = pipeline.kernel
    gate = pipeline.folder / "gate"
    subshell = kernel.subshell()
    kernel.attach(subshell)
    comm = kernel.comm(subshell)
    comm.hello()
    kernel.good(f"make = Make(text='one', gate={str(gate)!r})")
    cell = kernel.start("context.run(make)", "long")
    try:
        kernel.wait(lambda: comm.runs() and comm.runs()[-1]["executionId"] is not None, "the run to begin")
        late = kernel.comm(subshell)
        snapshot = late.hello()["snapshot"]
        assert cell.reply is None
        run = snapshot["runs"][-1]
        assert (run["state"], run["componentId"], run["cellId"]) == ("running", "Make", "long")
        assert (run["outputs"], run["endedAt"]) == ({}, None)
    finally:
        gate.touch()
    kernel.finish(cell)
    assert comm.run()["state"] == "done"
    assert late.run()["state"] == "done"
    comm.close()
    late.close()
    kernel.control("delete_subshell_request", {"subshell_id": subshell})


def test_attached_while_a_cell_runs(pipeline: LivePipeline) -> None:
    """The front end comes in the middle of a cell: what the cell had run by then is told at its end."""
    kernel = pipeline.kernel
    pipeline.detach()
    gate = pipeline.folder / "gate"
    kernel.good("make = Make(text='one')\nuse = Use(model=make.outputs['model'])")
    waiting = f"while not os.path.exists({str(gate)!r}): time.sleep(0.02)"
    cell = kernel.start(f"context.run(make)\nprint('made')\n{waiting}\ncontext.run(use)", "middle")
    try:
        kernel.wait(lambda: "made" in cell.text, "the first run")
        subshell = kernel.subshell()
        kernel.attach(subshell)
        comm = kernel.comm(subshell)
        comm.hello()
    finally:
        gate.touch()
    kernel.finish(cell)
    comm.cell("middle")
    runs = {run["componentId"]: run for run in pipeline.runs(comm.ask("snapshot"))}
    assert set(runs) == {"Make", "Use"}
    assert (runs["Make"]["state"], runs["Use"]["state"]) == ("done", "done")
    assert runs["Use"]["cellId"] == "middle"
    assert runs["Make"]["executionId"] < runs["Use"]["executionId"]
    told = [c for c in comm.ask("snapshot")["cells"] if "print('made')" in c["source"]]
    assert [c["cellId"] for c in told] == ["middle"]
    comm.close()
    kernel.control("delete_subshell_request", {"subshell_id": subshell})


def test_runs_before_the_attachment(pipeline: LivePipeline) -> None:
    kernel = pipeline.kernel
    pipeline.detach()
    kernel.good("make = Make(text='one')\nuse = Use(model=make.outputs['model'])")
    kernel.good("context.run(make)")
    kernel.good("context.run(use)")
    count = kernel.value("len(In) - 1")
    kernel.attach()
    comm = kernel.comm()
    snapshot = comm.hello()["snapshot"]
    make, use = pipeline.runs(snapshot)
    assert (make["componentId"], use["componentId"]) == ("Make", "Use")
    assert (make["state"], use["state"]) == ("done", "done")
    assert make["executionId"] + 1 == use["executionId"]
    assert (use["cellId"], use["count"]) == (None, count)
    assert [a["id"] for a in make["outputs"]["model"]] == [a["id"] for a in use["inputs"]["model"]]
    assert [a["type"] for a in use["outputs"]["blessing"]] == ["ModelBlessing"]
    assert snapshot["cells"][-1] == {
        "cellId": None,
        "count": count,
        "ok": None,
        "source": "context.run(use)",
    }
    comm.close()


def test_given_beam_runner_is_kept(pipeline: LivePipeline) -> None:
    """The runner that counts stands in only where the person names none."""
    data = pipeline.data(rows=8)
    pipeline.kernel.good(f"examples = CsvExampleGen(input_base={str(data)!r})")
    run = pipeline.run("examples", beam_pipeline_args=["--runner=FnApiRunner"])
    assert run["state"] == "done"
    assert not any(step["progress"] for step in steps(pipeline.comm, run["run"]))
    # Beam arguments are not in TFX's key: the same run without them is answered from the cache.
    assert pipeline.run("examples")["state"] == "cached"


def test_working_folder_that_is_gone(pipeline: LivePipeline) -> None:
    kernel = pipeline.kernel
    gone = pipeline.folder / "gone"
    kernel.good(f"before, gone = os.getcwd(), {str(gone)!r}; os.mkdir(gone); os.chdir(gone); os.rmdir(gone)")
    try:
        assert pipeline.comm.ask("snapshot")["cwd"] == ""
    finally:
        kernel.good("os.chdir(before)")
    assert pipeline.comm.ask("snapshot")["cwd"] == os.path.realpath(kernel.folder)


def test_upstream_that_failed(pipeline: LivePipeline) -> None:
    """Its output channels are filled all the same, with what was never published."""
    pipeline.kernel.good(
        "examples = CsvExampleGen(input_base='nowhere')\n"
        "statistics = StatisticsGen(examples=examples.outputs['examples'])"
    )
    pipeline.fail("context.run(examples)")
    run, _ = pipeline.fail("context.run(statistics)")
    sentence = "CsvExampleGen failed in its last run, so its output is not there. Run it again first."
    assert run["error"]["sentence"] == sentence


def test_epochs_of_a_training(pipeline: LivePipeline) -> None:
    kernel, comm = pipeline.kernel, pipeline.comm
    gate = pipeline.folder / "gate"
    module = pipeline.folder / "epochs.py"
    module.write_text(
        "import os, time\nimport tensorflow as tf\n"
        "def run_fn(fn_args):\n"
        "    os.makedirs(fn_args.serving_model_dir)\n"
        "    writers = {}\n"
        "    for part, loss in (('train', 0.5), ('validation', 0.25)):\n"
        "        writers[part] = tf.summary.create_file_writer(os.path.join(fn_args.model_run_dir, part))\n"
        "        with writers[part].as_default():\n"
        "            tf.summary.scalar('epoch_loss', loss * 2, step=0)\n"
        "            tf.summary.scalar('epoch_loss', loss, step=1)\n"
        "            tf.summary.scalar('epoch_bad', float('nan'), step=1)\n"
        "            writers[part].flush()\n"
        f"    while not os.path.exists({str(gate)!r}):\n"
        "        time.sleep(0.02)\n"
    )
    pipeline.declare_trainer(module)
    cell = kernel.start("context.run(trainer)", "train")

    def seen() -> Record | None:
        last = comm.of("run")[-1]["run"]["progress"] if comm.of("run") else None
        return last if last and "val_loss" in last["metrics"] else None

    try:
        progress = kernel.wait(seen, "the second epoch")
    finally:
        gate.touch()
    kernel.finish(cell)
    assert (progress["phase"], progress["unit"]) == ("training", "epochs")
    assert (progress["done"], progress["total"]) == (2, None)
    assert progress["metrics"] == {"loss": 0.5, "val_loss": 0.25}
    run = comm.run()
    assert (run["state"], run["progress"]) == ("done", None)


def test_odd_things_in_the_namespace(pipeline: LivePipeline) -> None:
    """What a person makes of the namespace hides no component and prints nothing into a cell."""
    cell = pipeline.kernel.good(
        "class Proxy:\n"
        "    @property\n"
        "    def __class__(self):\n"
        "        raise RuntimeError('asked')\n"
        "class Equal(type(Make(text='x'))):\n"
        "    __eq__ = lambda self, other: True\n"
        "    __hash__ = None\n"
        "proxy, half = Proxy(), InteractiveContext.__new__(InteractiveContext)\n"
        "globals()[5] = 3\n"
        "In = 7\n"
        "one, two = Equal(text='1').with_id('one'), Equal(text='2').with_id('two')",
        "odd",
    )
    told = pipeline.comm.cell("odd")
    assert cell.text == ""
    components = {c["variables"][0]: c for c in told["components"]}
    assert {(name, c["id"]) for name, c in components.items()} == {("one", "one"), ("two", "two")}
    assert components["one"]["key"] != components["two"]["key"]
    assert [c["variables"] for c in told["contexts"]] == [["context"]]
    assert pipeline.run("two")["componentKey"] == components["two"]["key"]
    pipeline.detach()
    pipeline.kernel.attach()
    snapshot = pipeline.kernel.comm()
    assert [run["componentId"] for run in pipeline.runs(snapshot.hello()["snapshot"])] == ["two"]
    snapshot.close()
    pipeline.kernel.good("del In; globals().pop(5)")


def test_the_server_reads_the_same(pipeline: LivePipeline) -> None:
    """The store as the server has it, of runs that this side told of."""
    kernel = pipeline.kernel
    kernel.good(f"examples = CsvExampleGen(input_base={str(pipeline.data())!r})")
    kernel.good("statistics = StatisticsGen(examples=examples.outputs['examples'])")
    told = [pipeline.run(name) for name in ("examples", "statistics", "examples")]
    kernel.good("broken = CsvExampleGen(input_base='nowhere').with_id('broken')")
    failed, _ = pipeline.fail("context.run(broken)")
    reply = read_executions(f"sqlite:///{pipeline.store}", pipeline.name, 100)
    assert reply["pipelines"] == [pipeline.name]
    *executions, last = reply["executions"]
    for run, execution in zip(told, executions, strict=True):
        assert execution["id"] == run["executionId"]
        assert execution["componentId"] == run["componentId"]
        assert execution["type"] == run["type"]
        assert execution["state"] == run["state"]
        assert run["startedAt"] - 1 <= execution["startedAt"] <= execution["endedAt"] <= run["endedAt"] + 1
        for side in ("inputs", "outputs"):
            of_store = {k: [(a["id"], a["uri"], a["splits"]) for a in v] for k, v in execution[side].items()}
            of_kernel = {k: [(a["id"], a["uri"], a["splits"]) for a in v] for k, v in run[side].items()}
            assert of_store == of_kernel
        artifacts = [a for values in execution["outputs"].values() for a in values]
        assert {a["state"] for a in artifacts} == {"published"}
    assert executions[0]["execProperties"]["input_base"] == told[0]["execProperties"]["input_base"]
    assert (last["id"], last["state"], last["endedAt"]) == (failed["executionId"], "running", None)


def test_many_questions_while_components_run(pipeline: LivePipeline) -> None:
    """Answers come all the while, and the events are in order and without a gap."""
    kernel = pipeline.kernel
    gate = pipeline.folder / "gate"
    subshell = kernel.subshell()
    comm = kernel.comm(subshell)
    comm.hello()
    kernel.good(
        f"gate = {str(gate)!r}\n"
        "makes = [Make(text=str(i)).with_id(f'make{i}') for i in range(30)]\n"
        "last = Make(text='last', gate=gate).with_id('last')"
    )
    cell = kernel.start("for make in makes:\n    result = context.run(make)\ncontext.run(last)", "many")
    try:
        snapshots = [comm.ask("snapshot")]
        while not any(run["componentId"] == "last" for run in pipeline.runs(snapshots[-1])):
            snapshots.append(comm.ask("snapshot"))
        assert cell.reply is None
    finally:
        gate.touch()
    kernel.finish(cell)
    comm.cell("many")
    numbers = [event["seq"] for event in comm.events]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    seen = [snapshot["seq"] for snapshot in snapshots]
    assert seen == sorted(seen)
    for snapshot in snapshots:
        told = {e["run"]["run"]: e["run"] for e in comm.of("run") if e["seq"] <= snapshot["seq"]}
        of_snapshot = {run["run"]: run for run in pipeline.runs(snapshot)}
        assert {n: run["state"] for n, run in told.items()} == {n: r["state"] for n, r in of_snapshot.items()}
    comm.close()
    kernel.control("delete_subshell_request", {"subshell_id": subshell})


def test_names_of_beam_s_stages(tfx_kernel: LiveKernel) -> None:
    short = "__import__('jupyterlab_tfx.kernel.beam_progress', fromlist=['x']).short_name"
    stages = {
        "((InputToRecord[csv]/Read)+(ref_AppliedPTransform_WriteSplit-train-Write_27))": "WriteSplit",
        "ref_AppliedPTransform_GenerateStatistics_5": "GenerateStatistics",
        "(A/B/C)+(ref_PCollection_PCollection_3/Write)": "A",
        "": "",
    }
    for stage, name in stages.items():
        assert tfx_kernel.value(f"{short}({stage!r})") == name
