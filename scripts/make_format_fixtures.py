"""Make fixtures/formats: small files by TensorFlow, Beam and TFDV, and what Google's own readers say.

Run: .venv/bin/python scripts/make_format_fixtures.py
"""

# ruff: noqa: D103, D401
from __future__ import annotations

import base64
import gzip
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import apache_beam as beam
import google.protobuf
import numpy as np
import palmerpenguins
import pandas as pd
import pyarrow as pa
import tensorflow as tf
import tensorflow_data_validation as tfdv
from apache_beam.options.pipeline_options import PipelineOptions
from format_texts import SCHEMA, TEXTS
from format_transforms import make_transforms
from google.protobuf import json_format, text_format
from tensorflow_data_validation.statistics.generators import (
    cross_feature_stats_generator,
    lift_stats_generator,
)
from tensorflow_metadata.proto.v0 import anomalies_pb2, path_pb2, schema_pb2, statistics_pb2

FOLDER = Path(__file__).parents[1] / "fixtures" / "formats"
MESSAGES = {
    "tensorflow.metadata.v0.Schema": schema_pb2.Schema,
    "tensorflow.metadata.v0.Anomalies": anomalies_pb2.Anomalies,
    "tensorflow.metadata.v0.DatasetFeatureStatisticsList": statistics_pb2.DatasetFeatureStatisticsList,
    "tensorflow.Example": tf.train.Example,
}


def options() -> PipelineOptions:
    return PipelineOptions(["--runner=FnApiRunner", "--no_pipeline_type_check"])


def write(path: str, data: bytes) -> None:
    file = FOLDER / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def write_json(path: str, value: Any) -> None:
    write(path, (json.dumps(value, indent=1, sort_keys=True) + "\n").encode())


def as_json(message: Any) -> Any:
    """A message as protobuf's JSON, but google.protobuf.Any as it stands."""
    if message.DESCRIPTOR.full_name == "google.protobuf.Any":
        return {"typeUrl": message.type_url, "value": base64.b64encode(message.value).decode()}
    result = json_format.MessageToDict(type(message)())
    for field, value in message.ListFields():
        if field.message_type is None:
            part = type(message)()
            if field.label == field.LABEL_REPEATED:
                getattr(part, field.name).extend(value)
            else:
                setattr(part, field.name, value)
            result.update(json_format.MessageToDict(part))
        elif field.message_type.GetOptions().map_entry:
            result[field.json_name] = {key: as_json(entry) for key, entry in value.items()}
        elif field.label == field.LABEL_REPEATED:
            result[field.json_name] = [as_json(item) for item in value]
        else:
            result[field.json_name] = as_json(value)
    return result


def example(features: dict[str, Any]) -> tf.train.Example:
    """A row, values by their Python type; None leaves the feature out."""
    row = tf.train.Example()
    for name, value in features.items():
        values = value if isinstance(value, list) else [value]
        feature = row.features.feature[name]
        if value is None or values == [None]:
            continue
        if not values:
            feature.SetInParent()
        elif isinstance(values[0], int):
            feature.int64_list.value.extend(values)
        elif isinstance(values[0], float):
            feature.float_list.value.extend(values)
        else:
            feature.bytes_list.value.extend(v if isinstance(v, bytes) else v.encode() for v in values)
    return row


def penguins() -> dict[str, pd.DataFrame]:
    """The Palmer penguins, in two splits; the second one differs, so that there is something to find."""
    data = pd.read_csv(Path(palmerpenguins.__file__).parent / "data" / "penguins.csv")
    train, evaluate = data.iloc[::3].reset_index(drop=True), data.iloc[1::9].reset_index(drop=True)
    evaluate.loc[3, "species"] = "Macaroni"
    evaluate.loc[5, "bill_length_mm"] = 999.0
    evaluate["extra"] = "<b>new</b>"
    return {"train": train, "eval": evaluate.drop(columns=["sex"])}


def rows(frame: pd.DataFrame) -> list[tf.train.Example]:
    def plain(value: Any) -> Any:
        if isinstance(value, float) and np.isnan(value):
            return None
        return value.item() if isinstance(value, np.generic) else value

    records = frame.to_dict("records")
    return [example({name: plain(value) for name, value in record.items()}) for record in records]


def write_shards(prefix: str, records: list[bytes], shards: int, suffix: str = ".gz") -> None:
    """As Beam's sink of TFX's ExampleGen writes them."""
    (FOLDER / prefix).parent.mkdir(parents=True, exist_ok=True)
    with beam.Pipeline(options=options()) as pipeline:
        _ = (
            pipeline
            | beam.Create(records, reshuffle=False)
            | beam.io.WriteToTFRecord(str(FOLDER / prefix), file_name_suffix=suffix, num_shards=shards)
        )


def read_rows(paths: list[Path], message: Any) -> list[Any]:
    """What TensorFlow reads."""
    read = []
    for path in paths:
        kind = "GZIP" if path.read_bytes()[:2] == b"\x1f\x8b" else ""
        for record in tf.data.TFRecordDataset(str(path), compression_type=kind).as_numpy_iterator():
            read.append(as_json(message.FromString(record)))
    return read


def make_tfrecords() -> None:
    """TFRecord files of short texts, by TensorFlow and by Beam."""
    records = [b"", b"hello", bytes(range(256)), "grüße \u202e <script>".encode(), b"x" * 5000]
    (FOLDER / "tfrecord").mkdir(parents=True)
    for name, compression in (("plain.tfrecord", ""), ("tensorflow.tfrecord.gz", "GZIP")):
        with tf.io.TFRecordWriter(str(FOLDER / "tfrecord" / name), compression) as writer:
            for record in records:
                writer.write(record)
                writer.flush()
    write_shards("tfrecord/beam", records, 1)
    beam_file = FOLDER / "tfrecord" / "beam-00000-of-00001.gz"
    write("tfrecord/two-members.gz", beam_file.read_bytes() + gzip.compress(b"", mtime=0))
    first, second = gzip.decompress(beam_file.read_bytes()), (FOLDER / "tfrecord/plain.tfrecord").read_bytes()
    write("tfrecord/joined.gz", gzip.compress(first, mtime=0) + gzip.compress(second, mtime=0))
    write_json(
        "tfrecord/records.json",
        {
            path.name: [
                base64.b64encode(record).decode()
                for record in tf.data.TFRecordDataset(
                    str(path), compression_type="GZIP" if path.suffix == ".gz" else ""
                ).as_numpy_iterator()
            ]
            for path in sorted((FOLDER / "tfrecord").iterdir())
        },
    )


def make_texts() -> None:
    """Texts in text format, what Python reads in them, and how it writes that."""
    cases = []
    for name, kind, text in TEXTS:
        try:
            message = text_format.Parse(text, MESSAGES[kind]())
        except text_format.ParseError as error:
            cases.append({"name": name, "kind": kind, "text": text, "error": str(error)})
            continue
        cases.append(
            {
                "name": name,
                "kind": kind,
                "text": text,
                "binary": base64.b64encode(message.SerializeToString(deterministic=True)).decode(),
                "printed": text_format.MessageToString(message, as_utf8=True),
            }
        )
    write_json("text/cases.json", cases)


def make_examples() -> dict[str, list[tf.train.Example]]:
    """Examples with splits in two shards, of old TFX, odd ones, and SequenceExamples."""
    splits = {name: rows(frame) for name, frame in penguins().items()}
    for name, records in splits.items():
        write_shards(f"examples/Split-{name}/data_tfrecord", [r.SerializeToString() for r in records], 2)
    write_shards("examples-old/train/data_tfrecord", [r.SerializeToString() for r in splits["train"][:5]], 1)
    odd = [
        example({"empty": [], "none": None, "ints": [2**63 - 1, -(2**63), 0], "floats": [1e30, 0.1]}),
        example({"ints": [2**53, 2**53 + 1], "floats": [float("nan"), float("inf"), float("-inf")]}),
        example({"text": ["grüße", "<script>alert(1)</script>", "\u202eright to left", "null\0byte"]}),
        example({"raw": [bytes(range(256)), b"\x89PNG\r\n\x1a\n", b""], "__proto__": "x", "": "no name"}),
        tf.train.Example(),
    ]
    write_shards("examples-odd/data_tfrecord", [row.SerializeToString() for row in odd], 1)
    sequences = []
    for length in (0, 2, 3):
        row = tf.train.SequenceExample(context=example({"user": f"u{length}", "age": length}).features)
        for step in range(length):
            steps = row.feature_lists.feature_list
            steps["clicked"].feature.append(example({"x": [step, step + 1]}).features.feature["x"])
            steps["page"].feature.append(example({"x": f"/p{step}"}).features.feature["x"])
        sequences.append(row)
    write_shards("examples-sequence/Split-train/data_tfrecord", [s.SerializeToString() for s in sequences], 1)
    for folder in ("examples", "examples-old", "examples-odd", "examples-sequence"):
        kind = tf.train.SequenceExample if folder == "examples-sequence" else tf.train.Example
        files: dict[str, list[Path]] = {}
        for path in sorted((FOLDER / folder).rglob("*.gz")):
            split = path.parent.name.removeprefix("Split-") if path.parent.name != folder else ""
            files.setdefault(split, []).append(path)
        write_json(f"{folder}.json", {split: read_rows(paths, kind) for split, paths in files.items()})
    return splits


def rich_batch() -> pa.RecordBatch:
    """Columns of every kind that statistics tell apart: nested, lists of lists, bytes, text, missing, NaN."""
    count = 40
    images = [tf.io.encode_png(np.full((2, 2 + i % 3, 3), i, np.uint8)).numpy() for i in range(count)]
    pets = [[{"name": [b"p%d" % i], "legs": [4, i % 3]}] if i % 4 else None for i in range(count)]
    columns = {
        "pets": pa.array(pets),
        "matrix": pa.array([[[float(i), 2.0], [3.0]] if i % 5 else None for i in range(count)]),
        "review": pa.array([[b"a good day", b"a bad day"][i % 2 : i % 2 + 1] for i in range(count)]),
        "raw": pa.array([[bytes([255, i]) + image] for i, image in enumerate(images)]),
        "picture": pa.array([[image] for image in images]),
        "score": pa.array([[float("nan") if not i else i / 7] for i in range(count)]),
        "count": pa.array([[i * 10**14] for i in range(count)]),
        "weight": pa.array([[float(i % 3 + 1)] for i in range(count)]),
        "label": pa.array([[b"yes" if i % 3 else b"no"] for i in range(count)]),
        "never": pa.array([None] * count, type=pa.null()),
        "index": pa.array([[i, i + 50] for i in range(count)]),
        "value": pa.array([[1.5, 2.5] for _ in range(count)]),
    }
    return pa.RecordBatch.from_arrays(list(columns.values()), list(columns))


def rich_statistics() -> statistics_pb2.DatasetFeatureStatisticsList:
    """Statistics with everything on: weights, semantic domains, crosses, lift, slices, odd features."""
    schema = text_format.Parse(
        """
        feature { name: "review" type: BYTES natural_language_domain { vocabulary: "words" } }
        feature { name: "picture" type: BYTES image_domain {} }
        feature { name: "label" type: BYTES string_domain { value: "yes" value: "no" } }
        feature { name: "index" type: INT value_count { min: 2 max: 2 } }
        feature { name: "value" type: FLOAT value_count { min: 2 max: 2 } }
        feature { name: "score" type: FLOAT }
        feature { name: "weight" type: FLOAT }
        sparse_feature { name: "sparse" dense_shape { dim { size: 99 } } index_feature { name: "index" }
                         value_feature { name: "value" } }
        weighted_feature { name: "weighed" feature { step: "value" } weight_feature { step: "index" } }
        """,
        schema_pb2.Schema(),
    )
    vocabulary = FOLDER / "words.txt"
    vocabulary.write_text("a\ngood\nday\n")
    choices = tfdv.StatsOptions(
        schema=schema,
        weight_feature="weight",
        enable_semantic_domain_stats=True,
        vocab_paths={"words": str(vocabulary)},
        num_values_histogram_buckets=4,
        num_histogram_buckets=5,
        num_quantiles_histogram_buckets=5,
        experimental_slice_functions=[tfdv.experimental_get_feature_value_slicer({"label": [b"yes"]})],
        generators=[
            cross_feature_stats_generator.CrossFeatureStatsGenerator(
                feature_crosses=[("score", "weight")], sample_rate=1.0
            ),
            lift_stats_generator.LiftStatsGenerator(
                y_path=tfdv.FeaturePath(["label"]), x_paths=[tfdv.FeaturePath(["review"])], schema=schema
            ),
        ],
    )
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "stats.pb")
        with beam.Pipeline(options=options()) as pipeline:
            _ = (
                pipeline
                | beam.Create([rich_batch()])
                | tfdv.GenerateStatistics(choices)
                | tfdv.WriteStatisticsToBinaryFile(path)
            )
        statistics = tfdv.load_stats_binary(path)
    vocabulary.unlink()
    # What no generator of TFDV writes, other ones may.
    custom = statistics.datasets[0].features[0].custom_stats.add(name="an any")
    custom.any.Pack(path_pb2.Path(step=["a", "b"]))
    named = statistics.datasets[0].features.add(name="old.style", type="STRING")
    named.string_stats.common_stats.num_non_missing = 3
    named.string_stats.top_values.add(value="\u202e<img src=x onerror=alert(1)>", frequency=2)
    return statistics


def make_statistics() -> dict[str, statistics_pb2.DatasetFeatureStatisticsList]:
    """Statistics in each of the layouts that there are."""
    by_split = {name: tfdv.generate_statistics_from_dataframe(frame) for name, frame in penguins().items()}
    for name, statistics in by_split.items():
        write(f"statistics/Split-{name}/FeatureStats.pb", statistics.SerializeToString(deterministic=True))
        old = FOLDER / "statistics-old" / name
        old.mkdir(parents=True)
        with tf.io.TFRecordWriter(str(old / "stats_tfrecord")) as writer:
            writer.write(statistics.SerializeToString(deterministic=True))
    write_json("statistics.json", {name: as_json(statistics) for name, statistics in by_split.items()})
    rich = rich_statistics()
    write("statistics-rich/FeatureStats.pb", rich.SerializeToString(deterministic=True))
    write_json("statistics-rich.json", as_json(rich))
    make_sharded_statistics()
    return by_split


def make_sharded_statistics() -> None:
    """As StatisticsGen writes them with sharded output: parts of datasets in records."""
    frame = penguins()["train"]
    prefix = FOLDER / "statistics-sharded" / "Split-train" / "FeatureStats"
    prefix.parent.mkdir(parents=True)
    columns = [pa.array([None if pd.isna(v) else [v] for v in frame[name]]) for name in frame.columns]
    batch = pa.RecordBatch.from_arrays(columns, list(frame.columns))
    choices = tfdv.StatsOptions(experimental_result_partitions=3, experimental_num_feature_partitions=2)
    with beam.Pipeline(options=options()) as pipeline:
        _ = (
            pipeline
            | beam.Create([batch])
            | tfdv.GenerateStatistics(choices)
            | tfdv.WriteStatisticsToRecordsAndBinaryFile(
                binary_proto_path=str(prefix) + ".pb", records_path_prefix=str(prefix) + ".tfrecords"
            )
        )
    (prefix.parent / "FeatureStats.pb").unlink()
    merged = tfdv.load_sharded_statistics(str(prefix) + ".tfrecords").proto()
    write_json("statistics-sharded.json", {"train": as_json(merged)})


def make_schema(statistics: statistics_pb2.DatasetFeatureStatisticsList) -> schema_pb2.Schema:
    """An inferred schema, and one with everything in it."""
    inferred = tfdv.infer_schema(statistics)
    write("schema/schema.pbtxt", text_format.MessageToString(inferred).encode())
    write_json("schema.json", as_json(inferred))
    write("schema-rich/schema.pbtxt", SCHEMA.encode())
    write_json("schema-rich.json", as_json(text_format.Parse(SCHEMA, schema_pb2.Schema())))
    return inferred


def make_anomalies(
    by_split: dict[str, statistics_pb2.DatasetFeatureStatisticsList], schema: schema_pb2.Schema
) -> None:
    """Anomalies of the splits: none, and many with drift, skew and of the dataset."""
    strict = schema_pb2.Schema()
    strict.CopyFrom(schema)
    tfdv.get_feature(strict, "island").drift_comparator.infinity_norm.threshold = 0.01
    tfdv.get_feature(strict, "bill_depth_mm").skew_comparator.jensen_shannon_divergence.threshold = 0.001
    tfdv.get_feature(strict, "species").distribution_constraints.min_domain_mass = 1.0
    tfdv.set_domain(strict, "bill_length_mm", schema_pb2.FloatDomain(min=30, max=60))
    strict.dataset_constraints.min_examples_count = 1000
    strict.dataset_constraints.num_examples_drift_comparator.min_fraction_threshold = 0.9
    found = {
        "train": tfdv.validate_statistics(by_split["train"], schema),
        "eval": tfdv.validate_statistics(
            by_split["eval"],
            strict,
            previous_statistics=by_split["train"],
            serving_statistics=by_split["train"],
        ),
    }
    for name, anomalies in found.items():
        write(f"anomalies/Split-{name}/SchemaDiff.pb", anomalies.SerializeToString(deterministic=True))
        old = text_format.MessageToString(anomalies).encode()
        write(f"anomalies-old/{name}/anomalies.pbtxt", old)
    write_json("anomalies.json", {name: as_json(anomalies) for name, anomalies in found.items()})


def main() -> None:
    """Makes the folder anew, all but its README."""
    readme = (FOLDER / "README.md").read_bytes() if (FOLDER / "README.md").exists() else b""
    shutil.rmtree(FOLDER, ignore_errors=True)
    write("README.md", readme)
    make_texts()
    make_tfrecords()
    make_examples()
    by_split = make_statistics()
    make_anomalies(by_split, make_schema(by_split["train"]))
    make_transforms(FOLDER)
    write_json(
        "versions.json",
        {
            "apache-beam": beam.__version__,
            "protobuf": google.protobuf.__version__,
            "tensorflow": tf.__version__,
            "tensorflow-data-validation": tfdv.__version__,
        },
    )


if __name__ == "__main__":
    main()
