"""The SlicingSpecs that the browser writes are what TFMA takes: the same texts are in explore.spec.tsx."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASES = json.loads(
    (Path(__file__).parents[2] / "fixtures/predictions/slicing-specs.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_tfma_slices_so(case: dict[str, Any]) -> None:
    """Two flights, of UA at 17 and of AA at 8."""
    import pyarrow as pa
    import tensorflow_model_analysis as tfma
    from google.protobuf import text_format
    from tensorflow_model_analysis.slicer import slicer_lib
    from tfx_bsl.arrow import sql_util

    config = text_format.Parse(case["text"], tfma.EvalConfig())
    [spec] = config.slicing_specs
    carriers, hours = ["UA", "AA"], [17, 8]
    if spec.slice_keys_sql:
        batch = pa.RecordBatch.from_arrays(
            [pa.array([[each] for each in carriers]), pa.array([[each] for each in hours])],
            ["carrier", "hour"],
        )
        sql = f"SELECT ARRAY({spec.slice_keys_sql}) as slice_key FROM Examples as example;"
        found = [
            key for row in sql_util.RecordBatchSQLSliceQuery(sql, batch.schema).Execute(batch) for key in row
        ]
    else:
        import numpy as np

        rows = [
            {"carrier": np.array([carrier]), "hour": np.array([hour])}
            for carrier, hour in zip(carriers, hours, strict=True)
        ]
        specs = [slicer_lib.SingleSliceSpec(spec=spec)]
        found = [key for row in rows for key in slicer_lib.get_slices_for_features_dicts([row], None, specs)]
    assert [[list(pair) for pair in key] for key in found] == case["slices"]
