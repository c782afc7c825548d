"""Predictions of models with several outputs, of other payloads, and of what a BulkInferrer wrote."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from jupyterlab_tfx.kernel import example_batches
from jupyterlab_tfx.kernel.asked_model import AskedModel
from jupyterlab_tfx.kernel.evaluated import Evaluated, find_evaluated
from jupyterlab_tfx.kernel.frozen_model import make_frozen
from jupyterlab_tfx.kernel.predictions import make_predictions
from jupyterlab_tfx.kernel.validate import RefusedError

from .live_kernel import LiveKernel, Record

ARTIFACTS = Path(__file__).parents[2] / "fixtures" / "artifacts"
EXAMPLES = ARTIFACTS / "Examples" / "penguins"


def predicted(evaluated: Evaluated) -> tuple[Record, pa.Table]:
    """Return what the predictions are of, and the predictions."""
    table = pa.ipc.open_file(make_predictions(evaluated, lambda _done, _total: None)).read_all()
    return json.loads(table.schema.metadata[b"jupyterlab-tfx"]), table


def evaluation(folder: Path, spec: Record, metrics: Record | None = None) -> str:
    """Write what TFMA writes of its configuration."""
    folder.mkdir()
    config = {"modelSpecs": [spec], "metricsSpecs": [metrics or {}]}
    (folder / "eval_config.json").write_text(json.dumps({"evalConfig": config}))
    return str(folder)


def two_heads(folder: Path) -> str:
    """Save a model that tells a penguin's mass, and which of two labels it has."""
    import tensorflow as tf

    names = ("bill_length_mm", "body_mass_g")
    signature = [tf.TensorSpec([None], tf.string, "examples")]

    class Heads(tf.Module):  # type: ignore[misc]
        def _numbers(self, examples: Any) -> tuple[Any, Any]:
            parsed = tf.io.parse_example(examples, {name: tf.io.VarLenFeature(tf.float32) for name in names})
            # A penguin may lack them, and a batch all of them.
            length, mass = (tf.sparse.to_dense(parsed[name]) for name in names)
            return (
                tf.reduce_sum(length, axis=1, keepdims=True),
                tf.reduce_sum(mass, axis=1, keepdims=True) / 1000,
            )

        @tf.function(input_signature=signature)  # type: ignore[untyped-decorator]
        def serve(self, examples: Any) -> Any:
            length, mass = self._numbers(examples)
            tags = tf.sigmoid(tf.concat([length - 45, mass - 4], 1))
            return {"mass": 0.9 * mass + 0.4, "tags": tags}

        @tf.function(input_signature=signature)  # type: ignore[untyped-decorator]
        def transform(self, examples: Any) -> Any:
            length, mass = self._numbers(examples)
            tags = tf.cast(tf.concat([length > 45, mass > 4], 1), tf.int64)
            return {"mass_xf": mass, "tags_xf": tags}

    module = Heads()
    signatures = {"serving_default": module.serve, "transform_features": module.transform}
    tf.saved_model.save(module, str(folder / "Format-Serving"), signatures=signatures)
    return str(folder)


def test_several_outputs_and_labels(tmp_path: Path) -> None:
    model = two_heads(tmp_path / "model")
    keys = {"labelKeys": {"mass": "mass_xf", "tags": "tags_xf"}}
    spec = {"preprocessingFunctionNames": ["transform_features"], **keys}
    evaluated = find_evaluated({}, evaluation(tmp_path / "both", spec), model, str(EXAMPLES))
    told, table = predicted(evaluated)
    assert told["outputs"] == [
        {"name": "mass", "task": "regression", "labelKey": "mass_xf", "predictionKey": "mass"},
        {"name": "tags", "task": "multilabel", "labelKey": "tags_xf", "predictionKey": "tags"},
    ]
    kinds = {field.name: str(field.type) for field in table.schema}
    assert (kinds["label/mass"], kinds["prediction/mass"]) == ("double", "float")
    assert kinds["label/tags"] == "fixed_size_list<item: double>[2]"
    assert kinds["prediction/tags"] == "fixed_size_list<item: float>[2]"
    for mass, length, label, score in zip(
        table["feature/body_mass_g"].to_pylist(),
        table["feature/bill_length_mm"].to_pylist(),
        table["label/tags"].to_pylist(),
        table["prediction/mass"].to_pylist(),
        strict=True,
    ):
        assert label == [float((length or 0) > 45), float((mass or 0) > 4000)]
        assert score == pytest.approx(0.9 * (mass or 0) / 1000 + 0.4, abs=1e-5)
    # The browser has the model with both, cut at the numbers that both are made of.
    model_file = json.loads(Path(make_frozen(evaluated, lambda _done, _total: None)).read_text())
    assert [each["name"] for each in model_file["outputs"]] == ["mass", "tags"]
    assert len({each["node"] for each in model_file["outputs"]}) == 2
    assert [each["name"] for each in model_file["features"]] == ["bill_length_mm", "body_mass_g"]
    # And the kernel tells either.
    asked = AskedModel(evaluated)
    example = [asked.example({"bill_length_mm": 45.0, "body_mass_g": 5000.0})]
    assert asked.predict(example, "mass").tolist() == [pytest.approx([4.9])]
    assert asked.predict(example, "tags").tolist() == [pytest.approx([0.5, 0.731059], abs=1e-6)]
    with pytest.raises(RefusedError, match="no output 'moon', but mass, tags"):
        asked.predict(example, "moon")

    # One of them, as the metrics name it.
    tags = {**spec, "labelKey": "tags_xf"}
    del tags["labelKeys"]
    only = find_evaluated(
        {}, evaluation(tmp_path / "tags", tags, {"outputNames": ["tags"]}), model, str(EXAMPLES)
    )
    told, table = predicted(only)
    assert [each["task"] for each in told["outputs"]] == ["multilabel"]
    assert (only.outputs, only.key == evaluated.key) == (("tags",), False)

    spoiled = evaluation(tmp_path / "moon", {**spec, "labelKeys": {"moon": "mass_xf"}})
    with pytest.raises(RefusedError, match="no output 'moon', but mass, tags"):
        predicted(find_evaluated({}, spoiled, model, str(EXAMPLES)))


def test_sequence_examples(tmp_path: Path) -> None:
    import tensorflow as tf
    from tfx.components.util import examples_utils
    from tfx.types import standard_artifacts

    signature = [tf.TensorSpec([None], tf.string, "examples")]

    class Visits(tf.Module):  # type: ignore[misc]
        @tf.function(input_signature=signature)  # type: ignore[untyped-decorator]
        def serve(self, examples: Any) -> Any:
            context, steps, _ = tf.io.parse_sequence_example(
                examples,
                {"age": tf.io.FixedLenFeature([], tf.int64)},
                {"page": tf.io.VarLenFeature(tf.string)},
            )
            pages = tf.cast(tf.sparse.to_dense(steps["page"])[:, :, 0] != "", tf.float32)
            return {"score": tf.cast(context["age"], tf.float32) + tf.reduce_sum(pages, axis=1) / 10}

    module = Visits()
    tf.saved_model.save(module, str(tmp_path / "model" / "Format-Serving"), signatures=module.serve)
    uri = evaluation(tmp_path / "evaluation", {"labelKey": "age"})
    by_uri = find_evaluated({}, uri, str(tmp_path / "model"), str(ARTIFACTS / "Examples" / "sequence"))
    examples = standard_artifacts.Examples()
    examples.uri = str(ARTIFACTS / "Examples" / "sequence")
    examples.split_names = '["train", "eval"]'

    def of(payload: int) -> Evaluated:
        # The store knows the payload; a URI does not.
        examples_utils.set_payload_format(examples, payload)
        return Evaluated(
            **{**vars(by_uri), "examples": (examples,), "splits": ("train", "eval"), "schema": None}
        )

    told, table = predicted(of(examples_utils.example_gen_pb2.FORMAT_TF_SEQUENCE_EXAMPLE))
    assert (told["task"], told["rows"]) == ("regression", 12)
    ages = [int(age) for age in table["feature/age"].to_pylist()]
    assert sorted(ages) == list(range(20, 32))
    assert table["label"].to_pylist() == ages
    assert table["prediction"].to_pylist() == [pytest.approx(age + age % 4 / 10, abs=1e-5) for age in ages]
    with pytest.raises(RefusedError, match="The examples are FORMAT_PROTO"):
        predicted(of(examples_utils.example_gen_pb2.FORMAT_PROTO))


def test_records_with_a_data_view(tmp_path: Path) -> None:
    import tensorflow as tf
    from tfx.components.util import examples_utils
    from tfx.types import standard_artifacts
    from tfx_bsl.coders import tf_graph_record_decoder

    split = tmp_path / "examples" / "Split-eval"
    split.mkdir(parents=True)
    rows = [(row / 2, float(row % 3)) for row in range(7)]
    with tf.io.TFRecordWriter(str(split / "data.gz"), "GZIP") as writer:
        for length, mass in rows:
            writer.write(f"{length},{mass}".encode())

    def numbers(records: Any) -> Any:
        return tf.reshape(tf.strings.to_number(tf.strings.split(records, ",").values), [-1, 2])

    class View(tf_graph_record_decoder.TFGraphRecordDecoder):  # type: ignore[misc]
        def decode_record(self, records: Any) -> Any:
            return {"length": numbers(records)[:, :1], "mass": numbers(records)[:, 1:]}

    tf_graph_record_decoder.save_decoder(View(), str(tmp_path / "view"))

    class Doubled(tf.Module):  # type: ignore[misc]
        @tf.function(input_signature=[tf.TensorSpec([None], tf.string, "examples")])  # type: ignore[untyped-decorator]
        def serve(self, examples: Any) -> Any:
            return {"mass": 2 * numbers(examples)[:, :1]}

    module = Doubled()
    tf.saved_model.save(module, str(tmp_path / "model" / "Format-Serving"), signatures=module.serve)
    uri = evaluation(tmp_path / "evaluation", {"labelKey": "mass"})
    examples = standard_artifacts.Examples()
    examples.uri = str(split.parent)
    examples.split_names = '["eval"]'
    examples_utils.set_payload_format(examples, examples_utils.example_gen_pb2.FORMAT_PROTO)
    examples.set_string_custom_property("data_view_uri", str(tmp_path / "view"))
    examples.set_string_custom_property("data_view_create_time_since_epoch", "1")
    by_uri = find_evaluated({}, uri, str(tmp_path / "model"), str(split.parent))
    told, table = predicted(Evaluated(**{**vars(by_uri), "examples": (examples,)}))
    assert (told["task"], told["rows"]) == ("regression", 7)
    found = zip(table["feature/length"].to_pylist(), table["label"].to_pylist(), strict=True)
    assert list(found) == rows
    assert table["prediction"].to_pylist() == [2 * length for length, _ in rows]


def test_model_for_the_browser_of_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tensorflow as tf

    split = tmp_path / "examples" / "Split-eval"
    split.mkdir(parents=True)
    words = ["fog", "rain", "wind"]
    with tf.io.TFRecordWriter(str(split / "data.gz"), "GZIP") as writer:
        for row in range(16):
            example = tf.train.Example()
            own = [word.encode() for at, word in enumerate(words) if row >> at & 1]
            if own:
                example.features.feature["alerts"].bytes_list.value.extend(own)
            example.features.feature["late"].float_list.value.append(float(row > 9))
            writer.write(example.SerializeToString())
    signature = [tf.TensorSpec([None], tf.string, "examples")]

    def save(name: str, tail: Callable[[Any], Any]) -> str:
        class Alerted(tf.Module):  # type: ignore[misc]
            @tf.function(input_signature=signature)  # type: ignore[untyped-decorator]
            def serve(self, examples: Any) -> Any:
                parsed = tf.io.parse_example(examples, {"alerts": tf.io.VarLenFeature(tf.string)})
                dense = tf.sparse.to_dense(parsed["alerts"], default_value="")
                return {"late": tf.sigmoid(tail(dense[:, :, None] == tf.constant(words)))}

        module = Alerted()
        tf.saved_model.save(module, str(tmp_path / name / "Format-Serving"), signatures=module.serve)
        return str(tmp_path / name)

    def frozen(model: str) -> Record:
        uri = evaluation(tmp_path / f"{Path(model).name}-evaluation", {"labelKey": "late"})
        evaluated = find_evaluated({}, uri, model, str(split.parent))
        make_predictions(evaluated, lambda _done, _total: None)
        path = make_frozen(evaluated, lambda _done, _total: None)
        made: Record = json.loads(Path(path).read_text())
        return made

    # Batches whose rows have other numbers of words at most.
    monkeypatch.setattr(example_batches, "BATCH", 2)
    made = frozen(
        save("pooled", lambda has: tf.cast(tf.reduce_any(has, axis=1), tf.float32) @ [[1], [2], [-1.0]])
    )
    assert made["inputs"] == [{"name": "input_0", "shape": [3], "dtype": "int32"}]
    (alerts,) = made["features"]
    assert (alerts["kind"], alerts["hasMissing"]) == ("list", True)
    assert sorted(alerts["values"]) == sorted(
        [[word for at, word in enumerate(words) if row >> at & 1] for row in range(1, 8)]
    )
    assert dict(zip(map(tuple, alerts["values"]), alerts["tables"][0]["values"], strict=False))[
        "fog", "wind"
    ] == [1, 0, 1]
    # A number for each row will do.
    counted = save("counted", lambda has: tf.reduce_sum(tf.cast(has, tf.float32), axis=[1, 2])[:, None])
    assert [each["shape"] for each in frozen(counted)["inputs"]] == [[]]


#: Runs a BulkInferrer on a model and examples, beside which there is another one that infers nothing of them.
INFER = """
from tfx import v1 as tfx
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext
def infer(root, model, examples):
    global context
    context = InteractiveContext(pipeline_name='inferred', pipeline_root=root)
    given = {
        'model': (model, tfx.types.standard_artifacts.Model, {}),
        'examples': (examples, tfx.types.standard_artifacts.Examples, {'split_names': '["train", "eval"]'}),
    }
    channels = {}
    for name, (uri, kind, properties) in given.items():
        importer = tfx.dsl.Importer(source_uri=uri, artifact_type=kind, properties=properties).with_id(name)
        context.run(importer, enable_cache=False)
        channels[name] = importer.outputs['result']
    inferrer = tfx.components.BulkInferrer(**channels)
    context.run(inferrer, enable_cache=False)
    return inferrer.outputs['inference_result'].get()[0].uri
"""
#: What is found of them, and predicted.
FIND = """
import json
import pyarrow as pa
from jupyterlab_tfx.kernel import example_batches
from jupyterlab_tfx.kernel.evaluated import find_evaluated
from jupyterlab_tfx.kernel.frozen_model import make_frozen
from jupyterlab_tfx.kernel.predictions import make_predictions
def found(evaluation, model, examples):
    evaluated = find_evaluated(globals(), evaluation, model, examples)
    table = pa.ipc.open_file(make_predictions(evaluated, lambda *_: None)).read_all()
    return list(evaluated.inferred), table['prediction/tags'].to_pylist()
def spoil(uri):
    # Other outputs: they tell where predictions come from.
    import glob
    import tensorflow as tf
    from tensorflow_serving.apis import prediction_log_pb2
    [file] = glob.glob(f'{uri}/prediction_logs*')
    kind = 'GZIP' if file.endswith('.gz') else ''
    logs = list(tf.data.TFRecordDataset(file, compression_type=kind).as_numpy_iterator())
    with tf.io.TFRecordWriter(file, kind) as writer:
        for record in logs:
            log = prediction_log_pb2.PredictionLog.FromString(record)
            said = log.predict_log.response.outputs['tags']
            said.CopyFrom(tf.make_tensor_proto([[0.25, 0.75]]))
            writer.write(log.SerializeToString())
    return len(logs)
"""


def test_inference_results_are_used(tfx_kernel: LiveKernel, tmp_path: Path) -> None:
    model = two_heads(tmp_path / "model")
    keys = {"labelKeys": {"mass": "mass_xf", "tags": "tags_xf"}}
    uri = evaluation(tmp_path / "evaluation", {"preprocessingFunctionNames": ["transform_features"], **keys})
    asked = f"{uri!r}, {model!r}, {str(EXAMPLES)!r}"
    tfx_kernel.good(INFER + FIND)
    inferred, own = tfx_kernel.value(f"found({asked})")
    assert inferred == []
    result = tfx_kernel.value(f"infer({str(tmp_path / 'root')!r}, {model!r}, {str(EXAMPLES)!r})")
    inferred, same = tfx_kernel.value(f"found({asked})")
    assert inferred == [result]
    assert same == [pytest.approx(each, abs=1e-6) for each in own]
    # Both splits are in there, in some order.
    assert tfx_kernel.value(f"spoil({result!r})") > len(own)
    _, spoiled = tfx_kernel.value(f"found({asked})")
    assert spoiled == [[0.25, 0.75]] * len(own)
    # Of another model there is none.
    other = str(shutil.copytree(model, tmp_path / "other"))
    inferred, same = tfx_kernel.value(f"found({uri!r}, {other!r}, {str(EXAMPLES)!r})")
    assert (inferred, same) == ([], [pytest.approx(each, abs=1e-6) for each in own])
