"""Which files each artifact type's view needs, and how much of them. A new type is a line here.

Checked against what TFX 1.16's executors write; older names are those that TFX itself still reads
(``tfx/types/artifact_utils.py``, ``tfx/components/statistics_gen/stats_artifact_utils.py``,
``tfx/utils/path_utils.py``).
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: The type of an artifact whose type nobody knows.
UNKNOWN = "Unknown"


class Take(enum.Enum):
    """How much of a file goes into the document."""

    #: All of it or nothing: it cannot be read in part.
    WHOLE = "whole"
    #: Its beginning, where all of it does not fit: TFRecord and text. Of several shards, the first one's.
    START = "start"
    #: All of it where it is short (a preview), else only its name.
    SHORT = "short"
    #: Its name and size: a figure by itself, or asked for later.
    NAME = "name"


@dataclass(frozen=True)
class Need:
    """Files that a view needs.

    Attributes:
        pattern: Path below the URI; ``*`` stands for any characters of one name, ``**`` for any folders.
        take: How much of each.
        most: Bytes of one file in the document at most, as they are there (compressed, in base64).
    """

    pattern: str
    take: Take
    most: int = 256_000


_EVERYTHING = Need("**", Take.NAME)
#: What there is of a type that has no table of its own.
ANYTHING = (Need("**", Take.SHORT),)
# The first rows are enough: the rest is read in ranges.
_ROWS = 64_000

_SAVED_MODEL = (
    Need("saved_model.pb", Take.WHOLE),
    Need("fingerprint.pb", Take.WHOLE),
    Need("keras_metadata.pb", Take.WHOLE),
    Need("variables/variables.index", Take.WHOLE),
    Need("assets/*", Take.START, 16_000),
)


def _below(folder: str, needs: Iterable[Need]) -> tuple[Need, ...]:
    return tuple(Need(f"{folder}/{need.pattern}", need.take, need.most) for need in needs)


# InteractiveContext makes the URI itself this file, with the execution's id for a name.
_VALUE = (Need("value", Take.START),)

#: By type name. The order is that of importance: what comes first gets its place first.
FILES_PER_TYPE: dict[str, tuple[Need, ...]] = {
    "Examples": (
        Need("Split-*/*.parquet", Take.WHOLE, _ROWS),
        Need("Split-*/*", Take.START, _ROWS),
        Need("*/*", Take.START, _ROWS),  # folders without the prefix, before TFX 0.29
        Need("*", Take.START, _ROWS),  # imported, with no splits
    ),
    "ExampleStatistics": (
        Need("Split-*/FeatureStats.pb", Take.WHOLE),
        Need("FeatureStats.pb", Take.WHOLE),  # Transform's
        Need("*/stats_tfrecord", Take.WHOLE),  # before TFX 0.29
        Need("Split-*/FeatureStats*-of-*", Take.WHOLE),
        Need("FeatureStats*-of-*", Take.WHOLE),
    ),
    "Schema": (Need("schema.pbtxt", Take.WHOLE),),
    "ExampleAnomalies": (
        Need("Split-*/SchemaDiff.pb", Take.WHOLE),
        Need("SplitPair-*/SchemaDiff.pb", Take.WHOLE),  # DistributionValidator's
        Need("SchemaDiff.pb", Take.WHOLE),  # Transform's
        Need("*/anomalies.pbtxt", Take.WHOLE),  # before TFX 0.29
    ),
    "ExampleValidationMetrics": ANYTHING,
    "ExamplesDiff": (
        Need("SplitPair-*/skew_stats*", Take.START, _ROWS),
        Need("SplitPair-*/match_stats*", Take.START, _ROWS),
        Need("SplitPair-*/confusion*", Take.START, _ROWS),
        Need("SplitPair-*/sample_pairs*", Take.START, _ROWS),
    ),
    "TransformGraph": (
        Need("transformed_metadata/schema.pbtxt", Take.WHOLE),
        Need("metadata/schema.pbtxt", Take.WHOLE),
        Need("transformed_metadata/asset_map", Take.WHOLE),
        Need("transform_fn/assets/*", Take.START, 16_000),  # vocabularies
        Need("transform_fn/saved_model.pb", Take.NAME),
        _EVERYTHING,
    ),
    "TransformCache": (_EVERYTHING,),
    "Model": (
        *_below("Format-Serving/**", _SAVED_MODEL),  # an estimator's is in export/<name>/<time>
        *_below("serving_model_dir/**", _SAVED_MODEL),  # before TFX 0.26
        _EVERYTHING,
    ),
    "ModelRun": (Need("**/*.tfevents.*", Take.START), _EVERYTHING),
    "ModelEvaluation": (
        Need("eval_config.json", Take.WHOLE),
        Need("validations*", Take.WHOLE),
        Need("metrics*", Take.WHOLE),
        Need("attributions*", Take.WHOLE),
        Need("plots*", Take.WHOLE),
    ),
    "ModelBlessing": (Need("BLESSED", Take.WHOLE), Need("NOT_BLESSED", Take.WHOLE)),
    "InfraBlessing": (
        Need("INFRA_BLESSED", Take.WHOLE),
        Need("INFRA_NOT_BLESSED", Take.WHOLE),
        _EVERYTHING,  # stamped_model/
    ),
    "PushedModel": (*_below("**", _SAVED_MODEL), _EVERYTHING),
    "HyperParameters": (Need("best_hyperparameters.txt", Take.WHOLE),),
    "TunerResults": (Need("tuner_results.json", Take.WHOLE),),
    "InferenceResult": (Need("prediction_logs*", Take.START, _ROWS), _EVERYTHING),
    "DataView": (*_SAVED_MODEL, _EVERYTHING),
    "Config": ANYTHING,
    "ExternalArtifact": (_EVERYTHING,),
    "String": _VALUE,
    "Integer": _VALUE,
    "Float": _VALUE,
    "Boolean": _VALUE,
    "Bytes": _VALUE,
    "JsonValue": _VALUE,
}

#: What tells a type where nobody names it, most telling first.
SIGNS: tuple[tuple[str, str], ...] = (
    ("eval_config.json", "ModelEvaluation"),
    ("transform_fn/saved_model.pb", "TransformGraph"),
    ("Format-*/**", "Model"),
    ("INFRA_BLESSED", "InfraBlessing"),
    ("INFRA_NOT_BLESSED", "InfraBlessing"),
    ("BLESSED", "ModelBlessing"),
    ("NOT_BLESSED", "ModelBlessing"),
    ("best_hyperparameters.txt", "HyperParameters"),
    ("tuner_results.json", "TunerResults"),
    ("SplitPair-*/SchemaDiff.pb", "ExampleAnomalies"),
    ("SplitPair-*/skew_stats*", "ExamplesDiff"),
    ("Split-*/FeatureStats.pb", "ExampleStatistics"),
    ("Split-*/SchemaDiff.pb", "ExampleAnomalies"),
    ("FeatureStats.pb", "ExampleStatistics"),
    ("SchemaDiff.pb", "ExampleAnomalies"),
    ("schema.pbtxt", "Schema"),
    ("prediction_logs*", "InferenceResult"),
    ("**/saved_model.pb", "PushedModel"),
    ("Split-*/*", "Examples"),
    ("data_tfrecord*", "Examples"),
    ("**/*.tfevents.*", "ModelRun"),
)


@functools.cache
def _expression(pattern: str) -> re.Pattern[str]:
    text = ""
    names = pattern.split("/")
    for name in names[:-1]:
        text += "(?:[^/]+/)*" if name == "**" else f"{_name(name)}/"
    return re.compile(text + (".+" if names[-1] == "**" else _name(names[-1])), re.DOTALL)


def _name(pattern: str) -> str:
    return "[^/]*".join(re.escape(part) for part in pattern.split("*"))


def matches(pattern: str, path: str) -> bool:
    """Tell whether a path is one that a :class:`Need` names."""
    return _expression(pattern).fullmatch(path) is not None


def guess_type(paths: Sequence[str]) -> str:
    """Return the type that files tell; ``Unknown`` where they do not."""
    for pattern, kind in SIGNS:
        if any(matches(pattern, path) for path in paths):
            return kind
    return UNKNOWN
