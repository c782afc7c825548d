"""Make fixtures/artifacts: artifacts by real TFX, and what Google's own readers say of them.

Run: .venv/bin/python scripts/make_fixtures.py [--no-run]
With --no-run what the last run left in the temporary folder is taken.
"""

# ruff: noqa: D103, D401
from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import fixture_runs
import fixture_truth
import google.protobuf
import tensorflow as tf
import tensorflow_data_validation as tfdv
import tensorflow_model_analysis as tfma
import tfx
from google.protobuf import text_format
from tensorflow_metadata.proto.v0 import anomalies_pb2

from jupyterlab_tfx.artifacts import LocalFiles, make_document
from jupyterlab_tfx.protocol import validate

FOLDER = Path(__file__).parents[1] / "fixtures" / "artifacts"
# TensorBoard's files have the machine's name, the process and the moment in theirs.
_EVENTS = re.compile(r"(events\.out\.tfevents)\.\d+\..*?\.\d+\.(\d+)")
# Names that InteractiveContext gives have the moment in them.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+")
#: Bytes of everything.
MOST = 10_000_000


def copy(source: Path, target: Path) -> Path:
    """Copies an artifact's files; gives back where its URI is then."""
    if source.is_file():
        target.mkdir(parents=True)
        shutil.copyfile(source, target / source.name)
        return target / source.name
    for file in sorted(source.rglob("*")):
        if file.is_file():
            name = _EVENTS.sub(r"\1.1700000000.host.1.\2", str(file.relative_to(source)))
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / name)
    target.mkdir(parents=True, exist_ok=True)
    return target


def keep(case: str, record: dict[str, Any], uri: Path) -> None:
    """Writes an artifact's document and the truth about its files beside its folder."""
    kind = record["type"]
    folder = FOLDER / kind / case
    files = LocalFiles(uri)
    record["customProperties"] = dict(sorted(record["customProperties"].items()))
    document = make_document(record, files)
    validate("ArtifactDocument", document)
    (FOLDER / kind / f"{case}.document.json").write_text(json.dumps(document, indent=1) + "\n")
    expected = fixture_truth.read_artifact(kind, folder, files.paths())
    lines = [f"{json.dumps(path)}: {json.dumps(truth, sort_keys=True)}" for path, truth in expected.items()]
    (FOLDER / kind / f"{case}.expected.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def old_layout(record: dict[str, Any], folder: Path) -> Path:
    """The same artifact as TFX before 0.29 laid it out; nothing writes it any more."""
    target = FOLDER / record["type"] / "old-layout"
    for file in sorted(folder.glob("Split-*/*")):
        split = target / file.parent.name.removeprefix("Split-")
        split.mkdir(parents=True)
        if file.name == "FeatureStats.pb":
            with tf.io.TFRecordWriter(str(split / "stats_tfrecord")) as writer:
                writer.write(file.read_bytes())
        elif file.name == "SchemaDiff.pb":
            anomalies = anomalies_pb2.Anomalies.FromString(file.read_bytes())
            (split / "anomalies.pbtxt").write_text(text_format.MessageToString(anomalies))
        else:
            shutil.copyfile(file, split / file.name)
    return target


def readme(rows: list[tuple[str, str, str]]) -> str:
    table = "\n".join(f"| {kind} | `{case}` | {note} |" for kind, case, note in rows)
    versions = {"TFX": tfx.__version__, "TensorFlow": tf.__version__, "TFDV": tfdv.__version__}
    versions |= {"TFMA": tfma.__version__, "protobuf": google.protobuf.__version__}
    return f"""# An artifact of every type, made by TFX

    npm run fixtures

runs the two examples in small, and what more is needed for every type of `tfx.types.standard_artifacts`. Made with {", ".join(f"{name} {version}" for name, version in versions.items())}. It all ran below `/tmp/pipeline`, on any machine, since TFX writes paths into what it makes.

For each artifact there are

- `<Type>/<case>/`: its folder, as TFX wrote it (names of TensorBoard's files are made the same for every machine),
- `<Type>/<case>.document.json`: the ArtifactDocument that kernel and server make of it,
- `<Type>/<case>.expected.json`: by file, what Google's own Python reads in it. `kind` says how: `message` and `text` are protobuf's binary and text format, `records` TFRecord; the value is protobuf's JSON, with the names of the `.proto` files.

| type | case | by |
|---|---|---|
{table}

Not by TFX 1.16: `old-layout` has the same content in the folders that TFX had before 0.29. InfraValidator ran, but what its container answers was given to it. ExampleValidationMetrics, Config and ExternalArtifact were imported: no component of TFX writes them.
"""  # noqa: E501


def check() -> None:
    """Fails where a file tells where it was made, or where everything is too much."""
    total = 0
    home = [str(Path.home()), str(FOLDER.parents[1])]
    for file in FOLDER.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            total += len(data)
            for place in home:
                if place.encode() in data:
                    raise SystemExit(f"{file} says {place}.")
    if total > MOST:
        raise SystemExit(f"The fixtures have {total} bytes, {MOST} at most.")
    print(f"{total} bytes")


def main() -> None:
    """Makes the folder anew."""
    if "--no-run" not in sys.argv:
        fixture_runs.run_all()
    shutil.rmtree(FOLDER, ignore_errors=True)
    rows = []
    text = (fixture_runs.ROOT / "kept.json").read_text()
    for kept in json.loads(_MOMENT.sub("2024-01-01T00:00:00.000000", text)):
        case, record = kept["case"], kept["record"]
        folder = FOLDER / record["type"] / case
        keep(case, record, copy(Path(record["uri"]), folder))
        rows.append((record["type"], case, kept["note"]))
        old = {("Examples", "penguins"), ("ExampleStatistics", "penguins"), ("ExampleAnomalies", "curated")}
        if (record["type"], case) in old:
            keep("old-layout", record, old_layout(record, folder))
            rows.append((record["type"], "old-layout", f"as `{case}`, laid out as before TFX 0.29"))
    (FOLDER / "README.md").write_text(readme(sorted(rows)))
    check()


if __name__ == "__main__":
    main()
