"""The static forms of an output have the figures of every type, also on a page that nbconvert made."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from jupyterlab_tfx.artifacts import MIME_TYPE

from .live_kernel import LiveComm, LiveKernel, Record
from .static_figures import Rows, figures

FIXTURES = Path(__file__).parents[2] / "fixtures" / "artifacts"
CASES = sorted(path.parent / path.name.split(".")[0] for path in FIXTURES.glob("*/*.document.json"))
#: Of these there are no figures: their files are named, with a size.
ONLY_FILES = {"Config", "ExternalArtifact", "TransformCache"}
#: Of these the rows are named below.
WITHOUT_TRUTHS = {"Bytes", "DataView", "ExampleValidationMetrics", "Float", "JsonValue", "String"}
TAGS = {"p", "b", "table", "caption", "thead", "tbody", "tr", "th", "td"}

SHOW = """
from tfx.types import Artifact, standard_artifacts
def show(kind, uri, properties=()):
    kinds = vars(standard_artifacts)
    made = kinds[kind]() if kind in kinds else type(kind, (Artifact,), {"TYPE_NAME": kind})()
    made.uri = uri
    for name, value in dict(properties).items():
        if name in (made.PROPERTIES or {}):
            setattr(made, name, value)
        elif isinstance(value, int):
            made.set_int_custom_property(name, value)
        elif isinstance(value, str) and name not in ("name", "state", "producer_component"):
            made.set_string_custom_property(name, value)
    display(made)
"""
#: Names and values that would do something, were they no text.
HOSTILE = [
    "<script>window.ran = true</script>",
    '"><img src=x onerror="window.ran = true">',
    "</td></table><iframe src=javascript:ran>",
    "\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    "a\0b",
    "x" * 10_000,
]


@pytest.fixture(scope="module")
def kernel(importing: tuple[LiveKernel, LiveComm]) -> LiveKernel:
    kernel, _ = importing
    kernel.attach()
    kernel.good(SHOW)
    return kernel


def shown(kernel: LiveKernel, kind: str, uri: Path, properties: Record | None = None) -> Record:
    """Return the mime bundle that a cell shows an artifact with."""
    cell = kernel.good(f"{SHOW}\nshow({kind!r}, {str(uri)!r}, {properties or {}!r})")
    (output,) = cell.outputs
    data: Record = output["data"]
    assert set(data) == {MIME_TYPE, "text/html", "text/plain"}
    assert len(data["text/html"]) <= 64_000
    assert len(data["text/plain"]) <= 8_010
    return data


def uri_of(case: Path, empty: Path) -> Path:
    """Where the artifact's files are: a value's URI is its file; git keeps no empty folder."""
    if (case / "value").is_file():
        return case / "value"
    return case if case.exists() else empty


@pytest.fixture(scope="module")
def bundles(kernel: LiveKernel, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Record]:
    """What is shown of each of the committed artifacts."""
    empty = tmp_path_factory.mktemp("empty")
    made = {}
    for case in CASES:
        document = json.loads(case.with_name(f"{case.name}.document.json").read_text())
        properties = {**document["properties"], **document["customProperties"]}
        made[case] = shown(kernel, case.parent.name, uri_of(case, empty), properties)
    return made


def expected(case: Path) -> list[list[str]]:
    truths = json.loads(case.with_name(f"{case.name}.expected.json").read_text())
    return list(figures(case.parent.name, case.name, truths))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_figures(bundles: dict[Path, Record], case: Path) -> None:
    page = Rows(bundles[case]["text/html"])
    assert page.tags <= TAGS
    assert page.attributes <= {"style"}
    wanted = expected(case)
    kind = case.parent.name
    assert [row for row in wanted if not page.says(row)] == []
    if case.exists() and kind not in ONLY_FILES:
        # Every table but the last, which has the URI and the files.
        assert bundles[case]["text/html"].count("<table>") > 1
    assert bundles[case]["text/plain"].startswith(kind)


def test_most_types_have_figures() -> None:
    """What the comparison is of: were the truths read wrongly, it would be of nothing."""
    with_figures = {case.parent.name for case in CASES if expected(case)}
    every = {case.parent.name for case in CASES}
    assert every - with_figures == {*ONLY_FILES, *WITHOUT_TRUTHS}
    assert sum(len(expected(case)) for case in CASES) > 400


@pytest.mark.parametrize(
    ("case", "row"),
    [
        ("String/plain", ["Value", "Palmer penguins"]),
        ("Float/plain", ["Value", "0.1"]),
        ("Float/odd", ["Value", "NaN"]),
        ("Bytes/plain", ["Value", "0x000102030405060708090a0b0c0d0e0f"]),
        ("DataView/decoder", ["Signatures", "none"]),
        ("JsonValue/odd", ["Value", '{"": [], "<b>": [-1], "__proto__": [1, 1152921504606846976]}']),
        ("ExampleValidationMetrics/text", ["data", "anomalies: 0\\n"]),
        ("Examples/sequence", ["3", "25", "visitor 0", "[/page/0]", "[0.5]"]),
        ("Schema/curated", ["year", "INT", "", "at least 2", "2008 to 2009"]),
        ("TransformGraph/flights", ["dest", "73"]),
        ("HyperParameters/flights", ["learning_rate", "0.0005", "0.0005, 0.001, 0.003"]),
    ],
)
def test_what_else_is_said(bundles: dict[Path, Record], case: str, row: list[str]) -> None:
    assert Rows(bundles[FIXTURES / case]["text/html"]).says(row)


def test_nbconvert(bundles: dict[Path, Record], tmp_path: Path) -> None:
    """A page that was exported has the figures of every type."""
    notebook = nbformat.v4.new_notebook()
    for data in bundles.values():
        output = nbformat.v4.new_output("display_data", data)
        notebook.cells.append(nbformat.v4.new_code_cell("context.show(artifact)", outputs=[output]))
    nbformat.write(notebook, tmp_path / "shown.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", "html", str(tmp_path / "shown.ipynb")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    page = Rows((tmp_path / "shown.html").read_text("utf-8"))
    for case in bundles:
        assert [row for row in expected(case) if not page.says(row)] == [], case


def test_shards(kernel: LiveKernel, bundles: dict[Path, Record], tmp_path: Path) -> None:
    """Parts of statistics say together what the whole says."""
    case = FIXTURES / "ExampleStatistics" / "sharded"
    folder = shutil.copytree(case, tmp_path / "parts")
    for whole in folder.glob("*/FeatureStats.pb"):
        whole.unlink()
    properties = {"split_names": '["train", "eval"]'}
    made = Rows(shown(kernel, "ExampleStatistics", folder, properties)["text/html"])
    whole = [row for row in Rows(bundles[case]["text/html"]).rows if len(row) == 12]
    assert sorted(row for row in made.rows if len(row) == 12) == sorted(whole)
    assert len(whole) == 20


WRITE_HOSTILE = f"""
import os
import tensorflow as tf
from google.protobuf import text_format
from tensorflow_metadata.proto.v0 import anomalies_pb2, schema_pb2, statistics_pb2
hostile = {HOSTILE!r}
def write(kind, path, message):
    os.makedirs(os.path.dirname(os.path.join(folder, kind, path)), exist_ok=True)
    with open(os.path.join(folder, kind, path), "wb") as file:
        file.write(message if isinstance(message, bytes) else message.SerializeToString())
statistics = statistics_pb2.DatasetFeatureStatisticsList()
dataset = statistics.datasets.add(name=hostile[0])
schema, anomalies = schema_pb2.Schema(), anomalies_pb2.Anomalies()
for each in hostile:
    feature = dataset.features.add(type=2)
    feature.path.step.append(each)
    feature.string_stats.top_values.add(value=each, frequency=1)
    schema.feature.add(name=each, type=1).string_domain.value.append(each)
    info = anomalies.anomaly_info[each]
    info.path.step.append(each)
    info.reason.add(short_description=each, description=each)
write("ExampleStatistics", "FeatureStats.pb", statistics)
write("Schema", "schema.pbtxt", text_format.MessageToString(schema).encode())
write("ExampleAnomalies", "SchemaDiff.pb", anomalies)
values = {{each: tf.train.Feature(bytes_list=tf.train.BytesList(value=[each.encode()])) for each in hostile}}
os.makedirs(os.path.join(folder, "Examples", "Split-<b>train"))
with tf.io.TFRecordWriter(os.path.join(folder, "Examples", "Split-<b>train", "data-00000-of-00001")) as file:
    file.write(tf.train.Example(features=tf.train.Features(feature=values)).SerializeToString())
write("String", "value", "".join(hostile[:5]).encode())
write("Mine", "<img src=x onerror=alert(1)>.txt", hostile[0].encode())
"""


@pytest.mark.parametrize(
    "kind", ["ExampleStatistics", "Schema", "ExampleAnomalies", "Examples", "String", "Mine"]
)
def test_hostile_names_are_text(kernel: LiveKernel, tmp_path: Path, kind: str) -> None:
    kernel.good(f"folder = {str(tmp_path)!r}\n{WRITE_HOSTILE}")
    data = shown(kernel, kind, tmp_path / kind)
    page = Rows(data["text/html"])
    assert page.tags <= TAGS
    assert page.attributes <= {"style"}
    assert all(c.isprintable() or c == "\n" for c in data["text/html"] + data["text/plain"])
    said = " ".join(cell for row in page.rows for cell in row)
    assert HOSTILE[0] in said
    if kind != "Mine":
        for visible in (*HOSTILE[:3], "\\u202egpj.exe", "a\\x00b"):
            assert visible in said
    if kind not in ("String", "Mine"):
        assert f"{'x' * 500}…" in said


def test_nothing_is_imported(bare_kernel: LiveKernel) -> None:
    """Without TFX's readers the files are named, as before."""
    code = (
        "import sys\n"
        "from jupyterlab_tfx.artifacts import LocalFiles, make_document, unknown_artifact\n"
        "from jupyterlab_tfx.kernel.static import tables_of\n"
        f"files = LocalFiles({str(FIXTURES / 'Schema' / 'penguins')!r})\n"
        "document = make_document(unknown_artifact('/a', 'Schema'), files)\n"
        "before = set(sys.modules)\n"
    )
    bare_kernel.good(code)
    assert bare_kernel.value("tables_of(document, files)") == []
    assert bare_kernel.value("sorted(set(sys.modules) - before)") == []


@pytest.mark.parametrize(
    "kind", ["ExampleStatistics", "Schema", "Examples", "Model", "ModelEvaluation", "TunerResults"]
)
def test_damaged_files(kernel: LiveKernel, tmp_path: Path, kind: str) -> None:
    """What cannot be read is left out, and the files are named."""
    for case in (each for each in CASES if each.parent.name == kind and each.exists()):
        folder = shutil.copytree(case, tmp_path / case.name)
        for file in folder.rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                file.write_bytes(content[: len(content) // 2] + b"\xff" * 9)
        page = Rows(shown(kernel, kind, folder)["text/html"])
        assert page.says(["uri", str(folder)])
