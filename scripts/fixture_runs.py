"""What scripts/make_fixtures.py runs: TFX's components, on the data of the two examples, in small.

Everything happens below one neutral folder, since TFX writes paths into what it makes.
"""

# ruff: noqa: D103, D401
# No "from __future__ import annotations": TFX reads the annotations of its components.
import builtins
import json
import os
import shutil
from pathlib import Path
from typing import Any, Dict, List  # noqa: UP035
from unittest import mock

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
# Module files as they are: no wheel is built of them.
os.environ["UNSUPPORTED_DO_NOT_PACKAGE_USER_MODULES"] = "1"

import fixture_data
import fixture_evaluations
import tensorflow as tf
import tensorflow_data_validation as tfdv
import tensorflow_model_analysis as tfma
from google.protobuf import text_format
from tfx import v1 as tfx
from tfx.components import DistributionValidator
from tfx.components.example_diff.component import ExampleDiff
from tfx.components.experimental.data_view.provider_component import TfGraphDataViewProvider
from tfx.components.infra_validator import executor as infra_validator
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext
from tfx.proto import distribution_validator_pb2, example_diff_pb2, example_gen_pb2
from tfx.types import standard_artifacts
from tfx.types.artifact import Property, PropertyType

from jupyterlab_tfx.kernel.describe import artifact_record

ROOT = Path("/tmp/pipeline")  # noqa: S108
EXAMPLES = Path(__file__).parents[1] / "examples"


class Kept:
    """The artifacts that become fixtures: in a list, and in a file, so that they can be read again."""

    def __init__(self) -> None:
        self.list: list[dict[str, Any]] = []

    def add(self, case: str, artifact: Any, note: str) -> None:
        """Keeps an artifact, or the only one of a channel."""
        if hasattr(artifact, "get"):
            [artifact] = artifact.get()
        record = artifact_record(artifact)
        self.list.append({"case": case, "note": note, "record": record})
        (ROOT / "kept.json").write_text(json.dumps(self.list, indent=1))
        print(f"{record['type']}/{case}: {record['uri']}", flush=True)


def context_of(name: str) -> InteractiveContext:
    arguments = ["--runner=FnApiRunner", "--no_pipeline_type_check"]
    return InteractiveContext(name, str(ROOT / name), beam_pipeline_args=arguments)


def module(name: str) -> str:
    """A module file of an example, below the neutral folder."""
    target = ROOT / "modules" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(EXAMPLES / name, target)
    return str(target)


def at_least(value: float, *features: str) -> tfma.PerSliceMetricThreshold:
    """A lower bound, in every slice by these features."""
    bound = tfma.GenericValueThreshold(lower_bound={"value": value})
    return tfma.PerSliceMetricThreshold(
        slicing_specs=[tfma.SlicingSpec(feature_keys=features)],
        threshold=tfma.MetricThreshold(value_threshold=bound),
    )


def run_penguins(kept: Kept) -> None:
    """The example, a little shorter; and what goes wrong in it."""
    context = context_of("penguins")
    example_gen = tfx.components.CsvExampleGen(input_base=fixture_data.penguins(ROOT / "data"))
    context.run(example_gen)
    kept.add("penguins", example_gen.outputs["examples"], "CsvExampleGen, two splits")
    statistics_gen = tfx.components.StatisticsGen(examples=example_gen.outputs["examples"])
    context.run(statistics_gen)
    kept.add("penguins", statistics_gen.outputs["statistics"], "StatisticsGen")
    schema_gen = tfx.components.SchemaGen(
        statistics=statistics_gen.outputs["statistics"], infer_feature_shape=True
    )
    context.run(schema_gen)
    kept.add("penguins", schema_gen.outputs["schema"], "SchemaGen")
    validator = tfx.components.ExampleValidator(
        statistics=statistics_gen.outputs["statistics"], schema=schema_gen.outputs["schema"]
    )
    context.run(validator)
    kept.add("penguins", validator.outputs["anomalies"], "ExampleValidator: it found nothing")
    transform = tfx.components.Transform(
        examples=example_gen.outputs["examples"],
        schema=schema_gen.outputs["schema"],
        module_file=module("penguin_transform.py"),
    )
    context.run(transform)
    kept.add("penguins", transform.outputs["transform_graph"], "Transform")
    kept.add("transformed", transform.outputs["transformed_examples"], "Transform's")
    kept.add("pre-transform", transform.outputs["pre_transform_stats"], "Transform's, no splits")
    kept.add("post-transform", transform.outputs["post_transform_stats"], "Transform's, no splits")
    kept.add("pre-transform", transform.outputs["pre_transform_schema"], "Transform's")
    kept.add("post-transform", transform.outputs["post_transform_schema"], "Transform's")
    kept.add("post-transform", transform.outputs["post_transform_anomalies"], "Transform's, no splits")
    kept.add("penguins", transform.outputs["updated_analyzer_cache"], "Transform's")
    trainer = tfx.components.Trainer(
        module_file=module("penguin_trainer.py"),
        examples=transform.outputs["transformed_examples"],
        transform_graph=transform.outputs["transform_graph"],
        train_args=tfx.proto.TrainArgs(num_steps=120),
        eval_args=tfx.proto.EvalArgs(num_steps=3),
    )
    context.run(trainer)
    kept.add("penguins", trainer.outputs["model"], "Trainer, Keras 3")
    kept.add("penguins", trainer.outputs["model_run"], "Trainer, Keras's TensorBoard callback")
    for case, bound, verdict in [("penguins", 0.3, "blessed"), ("not-blessed", 1.1, "not blessed")]:
        evaluate_and_push(kept, context, (example_gen, trainer), case, bound, verdict)
    find_anomalies(kept, context, example_gen, statistics_gen)


def evaluate_and_push(
    kept: Kept, context: InteractiveContext, made: tuple[Any, Any], case: str, bound: float, verdict: str
) -> None:
    example_gen, trainer = made
    metrics = [
        tfma.MetricConfig(class_name="ExampleCount"),
        tfma.MetricConfig(class_name="SparseCategoricalCrossentropy"),
        tfma.MetricConfig(class_name="MultiClassConfusionMatrixPlot"),
        tfma.MetricConfig(
            class_name="SparseCategoricalAccuracy",
            per_slice_thresholds=[at_least(bound), at_least(bound, "species")],
        ),
    ]
    evaluator = tfx.components.Evaluator(
        examples=example_gen.outputs["examples"],
        model=trainer.outputs["model"],
        eval_config=tfma.EvalConfig(
            model_specs=[
                tfma.ModelSpec(
                    signature_name="serving_default",
                    preprocessing_function_names=["transform_features"],
                    label_key="species_xf",
                    prediction_key="probabilities",
                )
            ],
            slicing_specs=[
                tfma.SlicingSpec(feature_keys=keys)
                for keys in ([], ["species"], ["island"], ["species", "sex"])
            ],
            metrics_specs=[tfma.MetricsSpec(metrics=metrics)],
        ),
    ).with_id(f"Evaluator-{case}")
    context.run(evaluator)
    kept.add(case, evaluator.outputs["evaluation"], f"Evaluator, several classes: {verdict}")
    kept.add(case, evaluator.outputs["blessing"], f"Evaluator: {verdict}")
    folder = tfx.proto.PushDestination.Filesystem(base_directory=str(ROOT / "serving"))
    pusher = tfx.components.Pusher(
        model=trainer.outputs["model"],
        model_blessing=evaluator.outputs["blessing"],
        push_destination=tfx.proto.PushDestination(filesystem=folder),
    ).with_id(f"Pusher-{case}")
    context.run(pusher)
    kept.add(case, pusher.outputs["pushed_model"], f"Pusher: the model was {verdict}")


def find_anomalies(kept: Kept, context: InteractiveContext, example_gen: Any, statistics_gen: Any) -> None:
    """A schema that a person wrote, and what does not agree with it; two splits that differ."""
    file = ROOT / "schema" / "schema.pbtxt"
    file.parent.mkdir()
    file.write_text(fixture_data.CURATED_SCHEMA)
    importer = tfx.components.ImportSchemaGen(schema_file=str(file))
    context.run(importer)
    kept.add("curated", importer.outputs["schema"], "ImportSchemaGen, with comments and much else")
    validator = tfx.components.ExampleValidator(
        statistics=statistics_gen.outputs["statistics"], schema=importer.outputs["schema"]
    ).with_id("ExampleValidator-curated")
    context.run(validator)
    kept.add("curated", validator.outputs["anomalies"], "ExampleValidator: it found much")
    config = text_format.Parse(
        fixture_data.DISTRIBUTIONS, distribution_validator_pb2.DistributionValidatorConfig()
    )
    baseline = tfx.components.StatisticsGen(examples=example_gen.outputs["examples"]).with_id("Baseline")
    context.run(baseline)
    compared = DistributionValidator(
        statistics=statistics_gen.outputs["statistics"],
        baseline_statistics=baseline.outputs["statistics"],
        config=config,
        include_split_pairs=[("eval", "train"), ("train", "train")],
    )
    context.run(compared)
    kept.add("distribution", compared.outputs["anomalies"], "DistributionValidator: pairs of splits")
    for kind, case, data, note in [
        (standard_artifacts.Config, "distribution", config.SerializeToString(), "DistributionValidator's"),
        (standard_artifacts.ExternalArtifact, "text", b"Made elsewhere.\n", "imported"),
        (standard_artifacts.ExampleValidationMetrics, "text", b"anomalies: 0\n", "imported"),
    ]:
        folder = ROOT / "imported" / kind.TYPE_NAME
        folder.mkdir(parents=True)
        (folder / "data").write_bytes(data)
        imported = tfx.dsl.Importer(source_uri=str(folder), artifact_type=kind).with_id(kind.TYPE_NAME)
        context.run(imported)
        kept.add(case, imported.outputs["result"], note)


def run_flights(kept: Kept) -> None:
    """The other example, with far fewer rows."""
    context = context_of("flights")
    history, december = fixture_data.flights(ROOT / "data")
    example_gen = tfx.components.CsvExampleGen(input_base=history)
    context.run(example_gen)
    kept.add("flights", example_gen.outputs["examples"], "CsvExampleGen")
    one_split = tfx.proto.SplitConfig.Split(name="december", hash_buckets=1)
    latest = tfx.components.CsvExampleGen(
        input_base=december,
        output_config=tfx.proto.Output(split_config=tfx.proto.SplitConfig(splits=[one_split])),
    ).with_id("December")
    context.run(latest)
    statistics_gen = tfx.components.StatisticsGen(examples=example_gen.outputs["examples"])
    context.run(statistics_gen)
    kept.add("flights", statistics_gen.outputs["statistics"], "StatisticsGen, 17 features")
    schema_gen = tfx.components.SchemaGen(
        statistics=statistics_gen.outputs["statistics"], infer_feature_shape=True
    )
    context.run(schema_gen)
    kept.add("flights", schema_gen.outputs["schema"], "SchemaGen")
    transform = tfx.components.Transform(
        examples=example_gen.outputs["examples"],
        schema=schema_gen.outputs["schema"],
        module_file=module("flights_transform.py"),
        disable_statistics=True,
    )
    context.run(transform)
    kept.add("flights", transform.outputs["transform_graph"], "Transform, vocabularies and buckets")
    tuner = tfx.components.Tuner(
        module_file=module("flights_model.py"),
        examples=transform.outputs["transformed_examples"],
        transform_graph=transform.outputs["transform_graph"],
        train_args=tfx.proto.TrainArgs(num_steps=4),
        eval_args=tfx.proto.EvalArgs(num_steps=2),
    )
    context.run(tuner)
    kept.add("flights", tuner.outputs["best_hyperparameters"], "Tuner")
    kept.add("flights", tuner.outputs["tuner_results"], "Tuner, three trials")
    trainers = []
    for name, steps in (("Baseline", 5), ("Trainer", 20)):
        trainer = tfx.components.Trainer(
            module_file=module("flights_model.py"),
            examples=transform.outputs["transformed_examples"],
            transform_graph=transform.outputs["transform_graph"],
            hyperparameters=tuner.outputs["best_hyperparameters"],
            train_args=tfx.proto.TrainArgs(num_steps=steps),
            eval_args=tfx.proto.EvalArgs(num_steps=2),
        ).with_id(name)
        context.run(trainer)
        trainers.append(trainer)
    evaluator = compare_flights(context, example_gen, trainers)
    kept.add("flights", evaluator.outputs["evaluation"], "Evaluator, two classes, against a baseline")
    bulk_inferrer = tfx.components.BulkInferrer(
        examples=latest.outputs["examples"],
        model=trainers[1].outputs["model"],
        model_spec=tfx.proto.ModelSpec(),
        output_example_spec=tfx.proto.OutputExampleSpec(
            output_columns_spec=[
                tfx.proto.OutputColumnsSpec(
                    predict_output=tfx.proto.PredictOutput(
                        output_columns=[
                            tfx.proto.PredictOutputCol(output_key="probability", output_column="probability")
                        ]
                    )
                )
            ]
        ),
    )
    context.run(bulk_inferrer)
    kept.add("predictions", bulk_inferrer.outputs["output_examples"], "BulkInferrer, one split")
    plain = tfx.components.BulkInferrer(
        examples=latest.outputs["examples"], model=trainers[1].outputs["model"]
    ).with_id("BulkInferrer-logs")
    context.run(plain)
    kept.add("flights", plain.outputs["inference_result"], "BulkInferrer, predictions")
    reporter = DelayReporter(inference_result=plain.outputs["inference_result"])
    context.run(reporter)
    kept.add("flights", reporter.outputs["report"], "a type and a component of one's own")
    validate_infra(kept, context, example_gen, trainers[1])


def compare_flights(context: InteractiveContext, example_gen: Any, trainers: list[Any]) -> Any:
    change = tfma.GenericChangeThreshold(
        direction=tfma.MetricDirection.HIGHER_IS_BETTER, absolute={"value": -1.0}
    )
    threshold = tfma.MetricThreshold(
        value_threshold=tfma.GenericValueThreshold(lower_bound={"value": 0.9}), change_threshold=change
    )
    metrics = [
        tfma.MetricConfig(class_name="ExampleCount"),
        tfma.MetricConfig(class_name="BinaryAccuracy"),
        tfma.MetricConfig(class_name="CalibrationPlot", config='{"num_buckets": 10}'),
        tfma.MetricConfig(class_name="ConfusionMatrixPlot", config='{"num_thresholds": 20}'),
        tfma.MetricConfig(class_name="AUC", config='{"num_thresholds": 100}', threshold=threshold),
    ]
    spec = {
        "signature_name": "serving_default",
        "preprocessing_function_names": ["transform_features"],
        "label_key": "late_xf",
        "prediction_key": "probability",
    }
    evaluator = tfx.components.Evaluator(
        examples=example_gen.outputs["examples"],
        model=trainers[1].outputs["model"],
        baseline_model=trainers[0].outputs["model"],
        eval_config=tfma.EvalConfig(
            model_specs=[
                tfma.ModelSpec(name="candidate", **spec),
                tfma.ModelSpec(name="baseline", is_baseline=True, **spec),
            ],
            slicing_specs=[tfma.SlicingSpec(), tfma.SlicingSpec(feature_keys=["origin"])],
            metrics_specs=[tfma.MetricsSpec(metrics=metrics)],
        ),
    )
    context.run(evaluator)
    return evaluator


def validate_infra(kept: Kept, context: InteractiveContext, example_gen: Any, trainer: Any) -> None:
    """InfraValidator itself; only what its server of models in a container answers is given here."""
    for case, passed in (("blessed", True), ("not-blessed", False)):
        validator = tfx.components.InfraValidator(
            model=trainer.outputs["model"],
            examples=example_gen.outputs["examples"],
            serving_spec=tfx.proto.ServingSpec(
                tensorflow_serving=tfx.proto.TensorFlowServing(tags=["2.16.1"]),
                local_docker=tfx.proto.LocalDockerConfig(),
            ),
            request_spec=tfx.proto.RequestSpec(
                tensorflow_serving=tfx.proto.TensorFlowServingRequestSpec(
                    signature_names=["serving_default"]
                ),
                num_examples=3,
                make_warmup=True,
            ),
        ).with_id(f"InfraValidator-{case}")
        with mock.patch.object(infra_validator.Executor, "_ValidateWithRetry", lambda *_, p=passed, **__: p):
            context.run(validator)
        kept.add(case, validator.outputs["blessing"], "InfraValidator, with no container behind it")


class DelayReport(tfx.dsl.Artifact):
    """Late flights by airport, as in the example."""

    TYPE_NAME = "DelayReport"
    PROPERTIES = {"flights": Property(type=PropertyType.INT), "late": Property(type=PropertyType.FLOAT)}  # noqa: RUF012


@tfx.dsl.components.component
def DelayReporter(  # noqa: N802
    inference_result: tfx.dsl.components.InputArtifact[standard_artifacts.InferenceResult],
    report: tfx.dsl.components.OutputArtifact[DelayReport],
) -> None:
    """Counts the predictions, in a file report.json."""
    [file] = tf.io.gfile.glob(f"{inference_result.uri}/*.gz")
    report.flights = len(list(tf.data.TFRecordDataset(file, compression_type="GZIP")))
    report.late = 0.25
    with open(f"{report.uri}/report.json", "w") as output:
        json.dump({"EWR": {"expected_late": 0.25, "flights": report.flights}}, output)


@tfx.dsl.components.component
def MakeValues(  # noqa: N802
    odd: tfx.dsl.components.Parameter[int],
) -> tfx.dsl.components.OutputDict(
    text=str,
    number=int,
    figure=float,
    flag=bool,
    raw=bytes,
    json=Dict[str, List[int]],  # noqa: UP006
):
    """Gives a value of each type back."""
    return fixture_data.VALUES[odd]


def run_values(kept: Kept) -> None:
    """Values: the URI is itself the file."""
    context = context_of("values")
    for odd, case in enumerate(("plain", "odd")):
        values = MakeValues(odd=odd).with_id(f"MakeValues-{case}")
        context.run(values)
        for output in values.outputs.values():
            kept.add(case, output, "a component's output: the URI is the file")


def run_formats(kept: Kept) -> None:
    """Examples that are not tf.Example, statistics in shards, differences, a view of data."""
    context = context_of("formats")
    inputs = fixture_data.inputs(ROOT / "data")
    for case, payload in [
        ("sequence", example_gen_pb2.FORMAT_TF_SEQUENCE_EXAMPLE),
        ("proto", example_gen_pb2.FORMAT_PROTO),
        ("parquet", example_gen_pb2.FORMAT_PARQUET),
    ]:
        example_gen = tfx.components.ImportExampleGen(
            input_base=str(inputs / case), payload_format=payload
        ).with_id(f"Import-{case}")
        context.run(example_gen)
        kept.add(case, example_gen.outputs["examples"], f"ImportExampleGen, {case}")
        if case == "sequence":
            statistics_gen = tfx.components.StatisticsGen(examples=example_gen.outputs["examples"])
            context.run(statistics_gen)
            kept.add(case, statistics_gen.outputs["statistics"], "StatisticsGen, features below features")
    pairs = []
    for case in ("before", "after"):
        example_gen = tfx.components.CsvExampleGen(input_base=str(inputs / case)).with_id(f"Csv-{case}")
        context.run(example_gen)
        pairs.append(example_gen)
    difference = ExampleDiff(
        examples_test=pairs[1].outputs["examples"],
        examples_base=pairs[0].outputs["examples"],
        config=text_format.Parse(fixture_data.DIFFERENCES, example_diff_pb2.ExampleDiffConfig()),
        include_split_pairs=[("train", "train")],
    )
    context.run(difference)
    kept.add("penguins", difference.outputs["example_diff_result"], "ExampleDiff, one pair of splits")
    sharded = tfx.components.StatisticsGen(examples=pairs[0].outputs["examples"]).with_id("Sharded")
    sharded.exec_properties["sharded_stats_output"] = True
    with mock.patch.object(tfdv, "default_sharded_output_supported", return_value=True):
        context.run(sharded)
    kept.add("sharded", sharded.outputs["statistics"], "StatisticsGen, in shards too (with this switched on)")
    train_other_models(kept, context, pairs[0])
    decoder = ROOT / "modules" / "decoder.py"
    decoder.write_text(fixture_data.DECODER)
    view = TfGraphDataViewProvider(create_decoder_func="create_decoder", module_file=str(decoder))
    context.run(view)
    kept.add("decoder", view.outputs["data_view"], "TfGraphDataViewProvider")


def train_other_models(kept: Kept, context: InteractiveContext, example_gen: Any) -> None:
    """A model by Keras 2; one of TensorFlow 1, that classifies and that estimates, and what it says."""
    models = {}
    for name, text in (("Keras 2", fixture_data.KERAS_2), ("TensorFlow 1", fixture_data.TENSORFLOW_1)):
        case = name.lower().replace(" ", "-")
        file = ROOT / "modules" / f"{case.replace('-', '_')}.py"
        file.write_text(text)
        trainer = tfx.components.Trainer(
            module_file=str(file),
            examples=example_gen.outputs["examples"],
            train_args=tfx.proto.TrainArgs(num_steps=1),
            eval_args=tfx.proto.EvalArgs(num_steps=1),
        ).with_id(f"Trainer-{case}")
        context.run(trainer)
        kept.add(case, trainer.outputs["model"], f"Trainer, {name}")
        models[case] = trainer.outputs["model"]
    kept.add("tensorflow-1", trainer.outputs["model_run"], "Trainer, nothing was written")
    for names in (["classify"], ["regress"], ["classify", "regress"]):
        case = "-".join(names)
        bulk_inferrer = tfx.components.BulkInferrer(
            examples=example_gen.outputs["examples"],
            model=models["tensorflow-1"],
            data_spec=tfx.proto.DataSpec(example_splits=["eval"]),
            model_spec=tfx.proto.ModelSpec(model_signature_name=names),
        ).with_id(f"BulkInferrer-{case}")
        context.run(bulk_inferrer)
        kept.add(
            case, bulk_inferrer.outputs["inference_result"], f"BulkInferrer, signatures {' and '.join(names)}"
        )


def run_all() -> None:
    """Runs everything anew, below ROOT."""
    # Else InteractiveContext does nothing outside of IPython.
    builtins.__IPYTHON__ = True  # type: ignore[attr-defined]
    shutil.rmtree(ROOT, ignore_errors=True)
    ROOT.mkdir(parents=True)
    kept = Kept()
    for run in (run_penguins, run_values, run_formats, run_flights):
        run(kept)
    fixture_evaluations.run_evaluations(kept, ROOT)
