"""Predictions of an evaluated model, made by real TFX in a real kernel, against the SavedModel itself."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from .live_kernel import LiveComm, LiveKernel, Record

ARTIFACTS = Path(__file__).parents[2] / "fixtures" / "artifacts"
MODEL, EXAMPLES = ARTIFACTS / "Model" / "penguins", ARTIFACTS / "Examples" / "penguins"
#: What the model says when it is asked with no TFMA between.
ASK = """
import tensorflow as tf
def said(model, pattern):
    data = tf.data.TFRecordDataset(tf.io.gfile.glob(pattern), compression_type='GZIP').batch(1000)
    signature = tf.saved_model.load(model).signatures['serving_default']
    return signature(next(iter(data)))['probabilities'].numpy().tolist()
"""


@pytest.fixture
def comm(tfx_kernel: LiveKernel) -> Iterator[LiveComm]:
    """A comm to the kernel with TFX."""
    comm = tfx_kernel.comm()
    comm.hello()
    yield comm
    comm.close()


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """An evaluation that may be written beside."""
    return Path(shutil.copytree(ARTIFACTS / "ModelEvaluation" / "penguins", tmp_path / "evaluation"))


def ended(comm: LiveComm, evaluation: Path, model: Path | None = MODEL, what: str = "predictions") -> Record:
    """Ask for predictions, or the model after them; return the job when it has ended."""
    asked = {"evaluation": str(evaluation), "model": model and str(model), "examples": str(EXAMPLES)}
    job = comm.ask("predict", what=what, **asked)

    def look() -> Record | None:
        now: Record = comm.ask("prediction-job", job=job["job"], cancel=False)
        return None if now["state"] == "running" else now

    found: Record = comm.kernel.wait(look, "the end of the job")
    return found


def test_predictions_are_the_models_own(comm: LiveComm, evaluation: Path) -> None:
    before = {path: path.read_bytes() for path in evaluation.rglob("*") if path.is_file()}
    job = ended(comm, evaluation)
    assert (job["state"], job["done"], job["total"], job["message"]) == ("done", 106, 106, None)
    path = Path(job["path"])
    assert path.parent == evaluation / "jupyterlab-tfx"
    index = json.loads((path.parent / "predictions.json").read_text())
    assert index == {
        "version": 1,
        "key": path.stem.removeprefix("predictions-"),
        "predictions": {"file": path.name, "size": path.stat().st_size},
    }
    # What TFMA wrote is as it was, and nothing half-done lies about.
    assert {path: path.read_bytes() for path in before} == before
    assert {each.name for each in path.parent.iterdir()} == {path.name, "predictions.json"}

    table = pa.ipc.open_file(path).read_all()
    assert table.num_rows == 106
    told = json.loads(table.schema.metadata[b"jupyterlab-tfx"])
    assert told == {
        "version": 1,
        "task": "multiclass",
        "classes": ["Adelie", "Gentoo", "Chinstrap"],
        "labelKey": "species_xf",
        "predictionKey": "probabilities",
        "model": str(MODEL),
        "examples": str(EXAMPLES),
        "split": "eval",
        "evaluation": str(evaluation),
        "rows": 106,
    }
    kinds = {field.name: str(field.type) for field in table.schema}
    words = "dictionary<values=string, indices=int32, ordered=0>"
    assert kinds["label"] == "double"
    assert kinds["prediction"] == "fixed_size_list<item: float>[3]"
    assert (kinds["feature/island"], kinds["feature/body_mass_g"]) == (words, "double")
    # Where the sex of a penguin is not known.
    assert table["feature/sex"].null_count > 0
    assert [told["classes"][int(label)] for label in table["label"].to_pylist()] == table[
        "feature/species"
    ].to_pylist()
    comm.kernel.good(ASK)
    model, pattern = MODEL / "Format-Serving", EXAMPLES / "Split-eval" / "*"
    said = comm.kernel.value(f"said({str(model)!r}, {str(pattern)!r})")
    for ours, theirs in zip(table["prediction"].to_pylist(), said, strict=True):
        assert ours == pytest.approx(theirs, abs=1e-6)

    # Who asks again is answered with what is there.
    changed = path.stat().st_mtime_ns
    assert ended(comm, evaluation)["path"] == str(path)
    assert path.stat().st_mtime_ns == changed

    # What was made with another specification is not taken: here TFMA chooses the output.
    config = evaluation / "eval_config.json"
    config.write_text(config.read_text().replace('"predictionKey": "probabilities",', ""))
    other = Path(ended(comm, evaluation)["path"])
    assert other != path
    index = json.loads((path.parent / "predictions.json").read_text())
    assert index["predictions"]["file"] == other.name
    assert pa.ipc.open_file(other).read_all()["prediction"] == table["prediction"]


def test_refusals(comm: LiveComm, evaluation: Path, tmp_path: Path) -> None:
    gone = ended(comm, evaluation, tmp_path / "gone")
    assert gone["state"] == "failed"
    assert gone["message"] == (
        f"There is no SavedModel in {tmp_path}/gone/Format-Serving any more. "
        "Run Trainer again, and Evaluator after it."
    )
    assert ended(comm, evaluation, None)["message"] == (
        "Nothing tells which model was evaluated. "
        "Run the cell that makes the InteractiveContext, and try again."
    )
    broken = tmp_path / "broken"
    (broken / "Format-Serving").mkdir(parents=True)
    (broken / "Format-Serving" / "saved_model.pb").write_bytes(b"no model")
    assert "cannot be loaded" in ended(comm, evaluation, broken)["message"]
    config = evaluation / "eval_config.json"
    text = config.read_text()
    config.write_text(text.replace("serving_default", "moon"))
    assert "'moon' cannot be asked" in ended(comm, evaluation)["message"]
    config.write_text(text.replace("species_xf", "moon"))
    assert ended(comm, evaluation)["message"] == "The examples have no label 'moon'."
    config.write_text("{")
    assert "cannot be read" in ended(comm, evaluation)["message"]
    reply = comm.say({"id": 5, "kind": "prediction-job", "job": "moon", "cancel": False})
    assert reply["error"]["message"] == (
        "The kernel knows nothing of these predictions any more. Make them again."
    )
    assert not (evaluation / "jupyterlab-tfx").exists()


def test_cancel(comm: LiveComm, evaluation: Path) -> None:
    asked = {
        "what": "predictions",
        **{"evaluation": str(evaluation), "model": str(MODEL), "examples": str(EXAMPLES)},
    }
    job = comm.ask("predict", **asked)
    # Who asks meanwhile joins.
    assert comm.ask("predict", **asked)["job"] == job["job"]
    comm.ask("prediction-job", job=job["job"], cancel=True)

    def is_over() -> Record | None:
        now: Record = comm.ask("prediction-job", job=job["job"], cancel=False)
        return now if now["state"] != "running" else None

    assert comm.kernel.wait(is_over, "the end of the job")["state"] == "canceled"
    assert not (evaluation / "jupyterlab-tfx").exists()
    assert ended(comm, evaluation)["state"] == "done"


#: Makes a model whose second layer has an operation that TensorFlow.js lacks, in the kernel.
LACKING = """
import tensorflow as tf
MIXED = ['bill_length_mm', 'bill_depth_mm']
def lacking(folder):
    class Mixed(tf.Module):
        @tf.function(input_signature=[tf.TensorSpec([None], tf.string, 'examples')])
        def serve(self, examples):
            spec = {name: tf.io.VarLenFeature(tf.float32) for name in MIXED}
            length, depth = tf.io.parse_example(examples, spec).values()
            product = tf.sparse.to_dense(length)[:, :1] * tf.sparse.to_dense(depth)[:, :1]
            mixed = tf.math.bessel_i0e(product / 1e3)
            return {'probabilities': tf.concat([mixed, 1 - mixed], 1), 'species': tf.zeros_like(mixed)}
        @tf.function(input_signature=[tf.TensorSpec([None], tf.string, 'examples')])
        def transform(self, examples):
            return {'species_xf': tf.zeros([tf.shape(examples)[0], 1], tf.int64)}
    module = Mixed()
    signatures = {'serving_default': module.serve, 'transform_features': module.transform}
    tf.saved_model.save(module, folder, signatures=signatures)
"""


def test_model_for_the_browser(comm: LiveComm, evaluation: Path) -> None:
    job = ended(comm, evaluation, what="model")
    assert (job["state"], job["message"]) == ("done", None)
    folder = evaluation / "jupyterlab-tfx"
    index = json.loads((folder / "predictions.json").read_text())
    assert index["modelProblem"] is None
    for entry in ("predictions", "model", "weights", "inputs"):
        assert (folder / index[entry]["file"]).stat().st_size == index[entry]["size"]
    model = json.loads(Path(job["path"]).read_text())
    # Two layers and the output, with their biases, and what shapes need.
    kernels = [each["shape"] for each in model["weights"] if len(each["shape"]) == 2]
    assert kernels == [[16, 3], [16, 16], [11, 16]]
    names = [feature["name"] for feature in model["features"]]
    assert names == ["bill_depth_mm", "bill_length_mm", "body_mass_g", "flipper_length_mm", "island", "sex"]
    island = model["features"][4]
    assert (island["kind"], sorted(island["values"])) == ("category", ["Biscoe", "Dream", "Torgersen"])
    mass = model["features"][2]
    (table,) = mass["tables"]
    ((slope, intercept),) = table["line"]
    for value, (scaled,) in zip(mass["values"], table["values"], strict=False):
        assert slope * value + intercept == pytest.approx(scaled, abs=1e-5)
    inputs = pa.ipc.open_file(folder / index["inputs"]["file"]).read_all()
    assert inputs.num_rows == 106
    assert inputs.column_names == [each["name"] for each in model["inputs"]]

    asked = {"evaluation": str(evaluation), "model": str(MODEL), "examples": str(EXAMPLES), "output": ""}
    table = pa.ipc.open_file(folder / index["predictions"]["file"]).read_all()
    rows = [{name: table[f"feature/{name}"][row].as_py() for name in names} for row in (0, 5)]
    said = comm.ask("ask-model", rows=rows, **asked)["predictions"]
    assert said == [pytest.approx(table["prediction"][row].as_py(), abs=1e-6) for row in (0, 5)]
    assert comm.ask("ask-model", rows=[], **asked) == {"predictions": []}


def test_model_that_the_browser_cannot_run(comm: LiveComm, evaluation: Path, tmp_path: Path) -> None:
    comm.kernel.good(LACKING)
    model = tmp_path / "model"
    comm.kernel.good(f"lacking({str(model / 'Format-Serving')!r})")
    job = ended(comm, evaluation, model, "model")
    assert job["state"] == "failed"
    assert job["message"] == (
        "The browser cannot run the model by itself: TensorFlow.js lacks BesselI0e, "
        "and what comes from there mixes 'bill_depth_mm' with other features."
    )
    index = json.loads((evaluation / "jupyterlab-tfx" / "predictions.json").read_text())
    assert index["modelProblem"] == job["message"]
    asked = {"evaluation": str(evaluation), "model": str(model), "examples": str(EXAMPLES), "output": ""}
    rows = [{"bill_length_mm": 0, "bill_depth_mm": 1}]
    assert comm.ask("ask-model", rows=rows, **asked) == {"predictions": [[1, 0]]}
