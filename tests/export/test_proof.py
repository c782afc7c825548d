"""With the real TFX: exported pipelines compile, and are those that the notebooks declare."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.export.compare import differences
from jupyterlab_tfx.export.writing import write_files

from .cells import NOTEBOOKS, ROOT, export_file

Answers = dict[str, dict[str, Any]]
#: Nodes of each pipeline, by notebook and context.
NODES = {
    "penguins": 8,
    "flights": 13,
    "conditional": 8,
    "own_components": 3,
    "runtime_parameters": 6,
    "taxi": 8,
    "tuner": 7,
    "two_contexts-schema_context": 3,
    "two_contexts-train_context": 3,
}


#: Beam runners, as the panel keeps them in a notebook.
CHOSEN = {
    "notebook": {"runner": "prism", "options": {"prismLocation": "/opt/prism"}},
    "components": {
        "StatisticsGen": {"runner": "spark", "options": {"endpoint": "localhost:8099"}},
        "Trainer": {"runner": "direct", "options": {}},  # no Beam job
    },
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What TFX's compiler makes of every notebook and of its export."""
    root = tmp_path_factory.mktemp("proof")
    tasks: dict[str, dict[str, Any]] = {}
    for path, context in NOTEBOOKS:
        name = path.stem if context is None else f"{path.stem}-{context}"
        tasks[name] = _exported(root / name, path, context)
    changed = tasks["changed"] = _exported(root / "changed", NOTEBOOKS[0][0], None)
    pipeline = Path(changed["out"]) / "pipeline.py"
    text = pipeline.read_text("utf-8").replace("num_steps=300", "num_steps=400")
    text = text.replace("model_blessing=evaluator.outputs['blessing'],", "")
    pipeline.write_text(text.replace("        example_validator,\n", ""), "utf-8")
    module = Path(changed["out"]) / "modules/penguin_trainer.py"
    module.write_text(module.read_text("utf-8") + "# changed\n", "utf-8")
    tasks["chosen"] = {**_exported(root / "chosen", NOTEBOOKS[0][0], None, beam=CHOSEN), "beam": True}
    target = root / "answers.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.export.prove_all", str(target)],
        input=json.dumps(list(tasks.values())),
        cwd=ROOT,
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found = json.loads(target.read_text("utf-8"))
    return {
        name: {**answer, "folder": task["folder"]}
        for (name, task), answer in zip(tasks.items(), found, strict=True)
    }


def _exported(folder: Path, path: Path, context: str | None, beam: Any = None) -> dict[str, Any]:
    folder.mkdir()
    notebook = folder / path.name
    document = json.loads(path.read_text("utf-8"))
    document["metadata"].update({"jupyterlab-tfx": {"beam": beam}} if beam else {})
    notebook.write_text(json.dumps(document), "utf-8")
    out = folder / "exported"
    write_files(out, export_file(notebook, out, context).files)
    return {"notebook": str(notebook), "folder": str(folder), "out": str(out), "context": context}


@pytest.mark.parametrize("name", NODES)
def test_the_exported_pipeline_is_the_notebook_s(answers: Answers, name: str) -> None:
    answer = answers[name]
    assert "error" not in answer, answer["error"]
    assert differences(answer["declared"], answer["exported"], answer["folder"]) == []
    assert len(answer["exported"]) == NODES[name]


def test_a_difference_is_said_in_words(answers: Answers) -> None:
    answer = answers["changed"]
    found = differences(answer["declared"], answer["exported"], answer["folder"])
    assert found[0] == "ExampleValidator is in the notebook only."
    text = "\n".join(found)
    assert "The input model_blessing of Pusher is in the notebook only: Evaluator.blessing." in text
    assert "The property train_args of Trainer is " in text
    assert "The property module of Trainer is penguin_trainer (" in text
    assert not any("Transform" in sentence for sentence in found)


def test_chosen_beam_runners_make_the_same_pipeline(answers: Answers) -> None:
    answer = answers["chosen"]
    assert "error" not in answer, answer["error"]
    assert differences(answer["declared"], answer["exported"], answer["folder"]) == []
    everywhere = ["--runner=PrismRunner", "--prism_location=/opt/prism", "--sdk_container_image=none"]
    own = ["--runner=PortableRunner", "--job_endpoint=localhost:8099", "--sdk_container_image=none"]
    found = answer["beam"]
    assert found["Transform"] == everywhere
    assert found["StatisticsGen"] == [*everywhere, *own]
    assert "Trainer" not in found


def test_conditions_and_strategies_are_compared(answers: Answers) -> None:
    node = answers["conditional"]["exported"]["Pusher"]
    assert node["conditions"]
    assert answers["taxi"]["exported"]["latest_blessed_model_resolver"]["inputGraphs"]
