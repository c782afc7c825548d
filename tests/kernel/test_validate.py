"""Validation of a schema that is being edited, by real TensorFlow Data Validation in a real kernel."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .live_kernel import LiveComm, LiveKernel, Record

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
STATISTICS = FORMATS / "statistics"
SCHEMA = (FORMATS / "schema" / "schema.pbtxt").read_text("utf-8")
#: What is wrong with the rows of the split eval.
EVAL = {
    "extra": ["SCHEMA_NEW_COLUMN"],
    "sex": ["SCHEMA_MISSING_COLUMN"],
    "species": ["ENUM_TYPE_UNEXPECTED_STRING_VALUES"],
}
#: Reads an answer in the kernel, with TFX's own messages.
READ = """
import base64
from tensorflow_metadata.proto.v0 import anomalies_pb2
def found(serialized):
    anomalies = anomalies_pb2.Anomalies.FromString(base64.b64decode(serialized))
    assert not anomalies.HasField('baseline')
    return {
        name: [anomalies_pb2.AnomalyInfo.Type.Name(reason.type) for reason in info.reason]
        for name, info in anomalies.anomaly_info.items()
    }
"""


@pytest.fixture
def comm(tfx_kernel: LiveKernel) -> Iterator[LiveComm]:
    """A comm to the kernel with TFX."""
    tfx_kernel.good(READ)
    comm = tfx_kernel.comm()
    comm.hello()
    yield comm
    comm.close()


def ask(
    comm: LiveComm,
    statistics: Path | str,
    schema: str,
    environment: str | None = None,
    previous: Path | None = None,
    serving: Path | None = None,
) -> Record:
    """Ask; return what was found by split, as names and reasons."""
    others = {name: other and str(other) for name, other in (("previous", previous), ("serving", serving))}
    asked = {"statistics": str(statistics), "schema": schema, "environment": environment, **others}
    value = comm.ask("validate", **asked)
    return {each["split"]: comm.kernel.value(f"found({each['anomalies']!r})") for each in value["splits"]}


def refusal(
    comm: LiveComm,
    statistics: Path | str,
    schema: str,
    environment: str | None = None,
    previous: Path | None = None,
) -> str:
    """Ask what cannot be answered; return the sentence."""
    request = {"id": 77, "kind": "validate", "statistics": str(statistics), "schema": schema}
    others = {"previous": previous and str(previous), "serving": None}
    reply = comm.say({**request, "environment": environment, **others})
    assert (reply["ok"], reply["error"]["kind"]) == (False, "bad-request")
    return str(reply["error"]["message"])


def test_each_split(comm: LiveComm) -> None:
    assert ask(comm, STATISTICS, SCHEMA) == {"eval": EVAL, "train": {}}
    assert '  value: "Gentoo"\n' in SCHEMA
    tightened = ask(comm, STATISTICS, SCHEMA.replace('  value: "Gentoo"\n', ""))
    assert tightened == {"eval": EVAL, "train": {"species": ["ENUM_TYPE_UNEXPECTED_STRING_VALUES"]}}
    # A slash at the end is the same place.
    assert ask(comm, f"{STATISTICS}/", SCHEMA) == {"eval": EVAL, "train": {}}


def test_other_layouts(comm: LiveComm, tmp_path: Path) -> None:
    assert ask(comm, FORMATS / "statistics-old", SCHEMA) == {"eval": EVAL, "train": {}}
    assert ask(comm, STATISTICS / "Split-eval" / "FeatureStats.pb", SCHEMA) == {"": EVAL}
    assert list(ask(comm, FORMATS / "statistics-sharded", SCHEMA)) == ["train"]
    # Transform's, with no splits; and characters that a pattern would take for its own.
    odd = tmp_path / "a [b] *c?"
    odd.mkdir()
    shutil.copy(STATISTICS / "Split-train" / "FeatureStats.pb", odd)
    (tmp_path / "a b c").mkdir()
    assert ask(comm, odd, SCHEMA) == {"": {}}


def test_environment(comm: LiveComm) -> None:
    without = SCHEMA + (
        'default_environment: "TRAINING"\ndefault_environment: "SERVING"\n'
        'feature { name: "label" type: INT presence { min_count: 1 } not_in_environment: "SERVING" }\n'
    )
    missing = {"label": ["SCHEMA_MISSING_COLUMN"]}
    assert ask(comm, STATISTICS, without, "TRAINING") == {"eval": {**EVAL, **missing}, "train": missing}
    assert ask(comm, STATISTICS, without, "SERVING") == {"eval": EVAL, "train": {}}
    assert refusal(comm, STATISTICS, without, "MOON") == (
        "The schema has no environment 'MOON'. Add it to the default environments, or choose another."
    )


def test_drift_and_skew(comm: LiveComm) -> None:
    def compared(kind: str) -> str:
        limit = f"{kind}_comparator {{ infinity_norm {{ threshold: 0.001 }} }}"
        bare = '  name: "species"\n'
        assert bare in SCHEMA
        return SCHEMA.replace(bare, f"{bare}  {limit}\n", 1)

    train = STATISTICS / "Split-train" / "FeatureStats.pb"
    far = "COMPARATOR_L_INFTY_HIGH"
    drift, skew = compared("drift"), compared("skew")
    # Nothing to compare with: nothing is measured.
    assert ask(comm, STATISTICS, drift) == {"eval": EVAL, "train": {}}
    # Each split with the same split, which is itself.
    assert ask(comm, STATISTICS, drift, previous=STATISTICS) == {"eval": EVAL, "train": {}}
    # All splits with the only one that there is.
    assert far in ask(comm, STATISTICS, drift, previous=train)["eval"]["species"]
    assert far in ask(comm, STATISTICS, skew, serving=train)["eval"]["species"]
    assert far not in ask(comm, STATISTICS, skew, previous=train)["eval"]["species"]
    assert refusal(comm, train, drift, previous=STATISTICS) == (
        f"{STATISTICS} has no split '' to compare with, but eval, train. "
        "Choose other statistics, or one file of them."
    )


def test_schema_that_is_none(comm: LiveComm) -> None:
    sentence = refusal(comm, STATISTICS, 'feature {\n  name: "a"\n  typo: INT\n}')
    assert sentence.startswith("This kernel's TensorFlow Metadata cannot read the schema: 3:")
    assert "typo" in sentence


def test_statistics_that_are_none(comm: LiveComm, tmp_path: Path) -> None:
    for gone in (tmp_path / "nowhere", tmp_path):
        assert refusal(comm, gone, SCHEMA) == (
            f"{gone} has no statistics any more. Run StatisticsGen again, or choose other statistics."
        )
    broken = tmp_path / "Split-train" / "FeatureStats.pb"
    broken.parent.mkdir()
    broken.write_bytes(b"\xff\xff\xff\xff")
    assert refusal(comm, tmp_path, SCHEMA).startswith(f"{broken} cannot be read as statistics: ")
    # The kernel goes on, and answers the next one.
    assert ask(comm, STATISTICS, SCHEMA) == {"eval": EVAL, "train": {}}


def test_while_a_cell_runs(tfx_kernel: LiveKernel, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    subshell = tfx_kernel.subshell()
    comm = tfx_kernel.comm(subshell)
    comm.hello()
    cell = tfx_kernel.start(
        f"import os, time\nwhile not os.path.exists({str(gate)!r}): time.sleep(0.02)", "busy"
    )
    others = {"environment": None, "previous": None, "serving": None}
    value = comm.ask("validate", statistics=str(STATISTICS), schema=SCHEMA, **others)
    assert cell.reply is None
    assert [each["split"] for each in value["splits"]] == ["eval", "train"]
    assert all(base64.b64decode(each["anomalies"]) for each in value["splits"])
    gate.touch()
    tfx_kernel.finish(cell)
    comm.close()
    tfx_kernel.control("delete_subshell_request", {"subshell_id": subshell})
