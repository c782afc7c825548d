"""Holds statistics against a schema that is being edited: the answer to ``validate``."""

from __future__ import annotations

import base64
import posixpath
import re
from typing import Any

from ..protocol import Record

#: Bytes of a split's statistics that are read.
MAX_STATISTICS = 64_000_000
#: A shard, as TFDV's ``artifacts_io_impl`` names it.
_SHARD = re.compile(r"-\d+-of-\d+$")


class RefusedError(ValueError):
    """The request is well-formed, and cannot be answered; the text is a sentence for the person who asked."""


def validate_schema(
    statistics: str, schema: str, environment: str | None, previous: str | None, serving: str | None
) -> Record:
    """Return a ValidateValue.

    Args:
        statistics: URI of an ExampleStatistics artifact, or of a file of statistics.
        schema: In text format.
        environment: One of the schema's default environments; None for none.
        previous: URI as ``statistics``, of the data before: drift is measured from it. None for no drift.
        serving: The same of the data that is served, for skew.

    Raises:
        RefusedError: Nothing can be validated.
    """
    try:
        import tensorflow_data_validation as tfdv
    except ImportError as error:
        raise RefusedError(
            "This kernel has no TensorFlow Data Validation. Start the notebook with a kernel that has TFX."
        ) from error
    wanted = _read_schema(schema)
    if environment is not None and environment not in wanted.default_environment:
        raise RefusedError(
            f"The schema has no environment {environment!r}. "
            "Add it to the default environments, or choose another."
        )
    others = {
        name: (uri, _files_by_split(uri))
        for name, uri in (("previous_statistics", previous), ("serving_statistics", serving))
        if uri is not None
    }
    splits = []
    for split, files in sorted(_files_by_split(statistics).items()):
        beside = {name: _read_statistics(_of_split(split, *other)) for name, other in others.items()}
        try:
            found = tfdv.validate_statistics(_read_statistics(files), wanted, environment, **beside)
        except RefusedError:
            raise
        except Exception as error:
            where = f"split {split!r}" if split else "the statistics"
            raise RefusedError(f"TensorFlow Data Validation refuses {where}: {error}") from error
        found.ClearField("baseline")  # it is the schema that was sent
        serialized = base64.b64encode(found.SerializeToString(deterministic=True)).decode("ascii")
        splits.append({"split": split, "anomalies": serialized})
    return {"splits": splits}


def _of_split(split: str, uri: str, files: dict[str, list[str]]) -> list[str]:
    """Return the files to compare a split with: those of the same name, or of the only one that there is."""
    if len(files) == 1:
        return next(iter(files.values()))
    if split not in files:
        raise RefusedError(
            f"{uri} has no split {split!r} to compare with, but {', '.join(sorted(files))}. "
            "Choose other statistics, or one file of them."
        )
    return files[split]


def _read_schema(text: str) -> Any:
    from google.protobuf import text_format
    from tensorflow_metadata.proto.v0 import schema_pb2

    try:
        return text_format.Parse(text, schema_pb2.Schema())
    except text_format.ParseError as error:
        raise RefusedError(f"This kernel's TensorFlow Metadata cannot read the schema: {error}") from error


def _files_by_split(uri: str) -> dict[str, list[str]]:
    """Return the files of each split, in all layouts that TFX has had; "" stands for no splits."""
    import tensorflow as tf

    root = uri.rstrip("/")
    gone = f"{uri} has no statistics any more. Run StatisticsGen again, or choose other statistics."
    try:
        if not tf.io.gfile.exists(root):
            raise RefusedError(gone)
        if not tf.io.gfile.isdir(root):
            return {"": [root]}
        paths = [
            path
            for pattern in ("FeatureStats*", "*/FeatureStats*", "*/stats_tfrecord")
            for path in tf.io.gfile.glob(f"{_literal(root)}/{pattern}")
        ]
    except tf.errors.OpError as error:
        raise RefusedError(f"{uri} cannot be read: {error.message}") from error
    found: dict[str, list[str]] = {}
    for path in sorted(path.replace("\\", "/") for path in paths):
        folder = posixpath.dirname(path[len(root) + 1 :])
        found.setdefault(folder.removeprefix("Split-"), []).append(path)
    if not found:
        raise RefusedError(gone)
    return found


def _literal(path: str) -> str:
    """Return a pattern that matches a path alone."""
    return re.sub(r"([\\*?\[])", r"\\\1", path)


def _read_statistics(files: list[str]) -> Any:
    import tensorflow as tf
    from tensorflow_data_validation.utils import stats_util

    whole = [file for file in files if not _SHARD.search(file)]
    read = whole[:1] or files  # where there are parts beside the whole, they are the same
    try:
        if sum(tf.io.gfile.stat(file).length for file in read) > MAX_STATISTICS:
            raise RefusedError(
                f"{posixpath.dirname(read[0])} has more than {MAX_STATISTICS // 1_000_000} MB of statistics. "
                "Call tfdv.validate_statistics in a cell instead."
            )
        if not whole:
            return stats_util.load_sharded_statistics(input_paths=files).proto()
        if posixpath.basename(read[0]) == "stats_tfrecord":
            return stats_util.load_stats_tfrecord(read[0])
        return stats_util.load_stats_binary(read[0])
    except RefusedError:
        raise
    except Exception as error:
        raise RefusedError(f"{read[0]} cannot be read as statistics: {error}") from error
