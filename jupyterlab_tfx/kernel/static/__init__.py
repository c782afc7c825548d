"""What an artifact's files say, as tables for the static forms of a cell's output.

Only there: views decode the document in the browser. Google's own readers, which a kernel with TFX has
loaded, read the bytes that the document carries or names; see decision 8.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from ...artifacts import Files, Table
from ...protocol import Record
from .content import Content
from .evaluation import blessing, evaluation
from .examples import examples, examples_diff, inference_results
from .models import model, model_run, pushed_model
from .schemas import anomalies, schema, transform_graph
from .statistics import statistics
from .values import hyper_parameters, preview, tuner_results, value

#: By type name; for all others there is a preview of short files.
_TABLES: dict[str, Callable[[Content], Iterator[Table]]] = {
    "Examples": examples,
    "ExampleStatistics": statistics,
    "Schema": schema,
    "ExampleAnomalies": anomalies,
    "ExamplesDiff": examples_diff,
    "TransformGraph": transform_graph,
    "Model": model,
    "ModelRun": model_run,
    "ModelEvaluation": evaluation,
    "ModelBlessing": blessing,
    "InfraBlessing": blessing,
    "PushedModel": pushed_model,
    "HyperParameters": hyper_parameters,
    "TunerResults": tuner_results,
    "InferenceResult": inference_results,
    "DataView": model,
    **dict.fromkeys(("String", "Integer", "Float", "Boolean", "Bytes", "JsonValue"), value),
}


def tables_of(document: Record, files: Files) -> list[Table]:
    """Return what the files of an ArtifactDocument say; what cannot be read is left out.

    Nothing is imported, and nothing is raised.

    Args:
        document: The document.
        files: The files that it was made from.
    """
    tables: list[Table] = []  # those before one that raises are kept
    with contextlib.suppress(Exception):
        for table in _TABLES.get(document["type"], preview)(Content(document, files)):
            tables.append(table)
    return tables
