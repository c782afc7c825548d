"""The document: which files, how much of them, never too long, and a sentence where something is missing."""

from __future__ import annotations

import base64
import gzip
import json
import os
import random
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jupyterlab_tfx.artifacts import LocalFiles, make_document, unknown_artifact
from jupyterlab_tfx.artifacts.document import MAX_DOCUMENT, MAX_FILES
from jupyterlab_tfx.artifacts.files_per_type import FILES_PER_TYPE, SIGNS
from jupyterlab_tfx.protocol import Record, validate

from .memory_files import MemoryFiles

TFX = find_spec("tfx")
assert TFX is not None
assert TFX.submodule_search_locations
#: What TFX itself wrote, for its own tests.
WRITTEN = Path(TFX.submodule_search_locations[0], "components", "testdata")


def content(file: Record) -> bytes | None:
    """Return the bytes that a document has of a file."""
    if file["data"] is None:
        assert file["encoding"] is None
        return None
    packed = base64.b64decode(file["data"], validate=True)
    return gzip.decompress(packed) if file["encoding"] == "gzip+base64" else packed


def made(kind: str, contents: dict[str, bytes | None], **options: Any) -> Record:
    """Return the document of files in memory; it must be valid and short."""
    document = make_document(unknown_artifact("/a", kind), MemoryFiles(contents, **options))
    validate("ArtifactDocument", document)
    assert len(json.dumps(document)) <= MAX_DOCUMENT
    return document


def noise(length: int) -> bytes:
    """Return bytes that no compression makes shorter."""
    return random.Random(1).randbytes(length)


def listed(document: Record) -> list[str]:
    """Return the paths that a document names."""
    return [file["path"] for file in document["files"]]


@pytest.mark.parametrize(
    ("folder", "kind", "whole"),
    [
        (
            "statistics_gen",
            "ExampleStatistics",
            ["Split-eval/FeatureStats.pb", "Split-train/FeatureStats.pb"],
        ),
        ("schema_gen", "Schema", ["schema.pbtxt"]),
        (
            "transform/transform_graph",
            "TransformGraph",
            ["transformed_metadata/schema.pbtxt", "metadata/schema.pbtxt", "transformed_metadata/asset_map"],
        ),
        ("trainer/keras", "Model", ["Format-Serving/saved_model.pb"]),
        ("trainer/current", "Model", ["Format-Serving/export/chicago-taxi/1646034756/saved_model.pb"]),
        ("pusher/model_push", "PushedModel", ["1584391735/saved_model.pb"]),
        ("model_validator/blessed", "ModelBlessing", ["BLESSED"]),
        ("model_validator/not_blessed", "ModelBlessing", ["NOT_BLESSED"]),
    ],
)
def test_what_tfx_wrote(folder: str, kind: str, whole: list[str]) -> None:
    """The files that tell most come first, whole, and the type is guessed where it is not given."""
    root = WRITTEN / folder
    for given_type in (kind, "Unknown"):
        document = make_document(unknown_artifact(str(root), given_type), LocalFiles(root))
        validate("ArtifactDocument", document)
        assert (document["type"], document["problem"]) == (kind, None)
        assert listed(document)[: len(whole)] == whole
        for file in document["files"][: len(whole)]:
            assert content(file) == (root / file["path"]).read_bytes()
            assert file["size"] == (root / file["path"]).stat().st_size
        assert document["fileCount"] == sum(1 for path in root.rglob("*") if path.is_file())


@pytest.mark.parametrize("folder", ["csv_example_gen", "transform/transformed_examples", "penguin/data"])
def test_first_rows_of_examples(folder: str) -> None:
    """Each split's first shard is there from its beginning; the names of all are."""
    root = WRITTEN / folder
    document = make_document(unknown_artifact(str(root)), LocalFiles(root))
    assert document["type"] == "Examples"
    assert document["splits"] == ["train", "eval"]
    assert document["truncated"] == (folder != "penguin/data")
    for split in document["splits"]:
        first, *others = [f for f in document["files"] if f["path"].startswith(f"Split-{split}/")]
        beginning = content(first)
        assert beginning
        assert (root / first["path"]).read_bytes().startswith(beginning)
        assert len(beginning) == first["size"] or len(first["data"]) > 50_000
        assert all(content(other) is None for other in others)


def test_file_by_itself() -> None:
    """A file that is opened alone is what its name says, or what it is said to be."""
    path = WRITTEN / "schema_gen" / "schema.pbtxt"
    document = make_document(unknown_artifact(str(path)), LocalFiles(path))
    assert (document["type"], listed(document)) == ("Schema", ["schema.pbtxt"])
    document = make_document(
        unknown_artifact("/mine", "Schema"), MemoryFiles({"my.pbtxt": b"x"}, single=True)
    )
    assert content(document["files"][0]) == b"x"
    assert document["problem"] is None


def test_old_names() -> None:
    assert listed(made("ExampleStatistics", {"train/stats_tfrecord": b"x"})) == ["train/stats_tfrecord"]
    assert listed(made("ExampleAnomalies", {"train/anomalies.pbtxt": b"x"})) == ["train/anomalies.pbtxt"]
    assert listed(made("Examples", {"train/data_tfrecord-00000-of-00001.gz": b"x"}))
    model = made("Model", {"serving_model_dir/export/taxi/12/saved_model.pb": b"x"})
    assert content(model["files"][0]) == b"x"


@pytest.mark.parametrize("kind", FILES_PER_TYPE)
def test_every_type_s_own_files(kind: str) -> None:
    """Each line of the table finds a file that is named so, and its bytes where it wants them."""
    for need in FILES_PER_TYPE[kind]:
        path = need.pattern.replace("**", "deep/er").replace("*", "train")
        document = made(kind, {path: b"abc"})
        assert listed(document) == [path]
        assert document["problem"] is None
        assert not document["truncated"]


@pytest.mark.parametrize(("pattern", "kind"), SIGNS)
def test_every_sign(pattern: str, kind: str) -> None:
    """What tells a type is among the files that the type needs."""
    path = pattern.replace("**", "deep/er").replace("*", "train")
    document = made("Unknown", {path: b"abc"})
    assert (document["type"], listed(document), document["problem"]) == (kind, [path], None)


def test_whole_or_nothing() -> None:
    """A file that cannot be read in part is left out when it does not fit; a shorter one beside it is not."""
    document = made(
        "ExampleStatistics",
        {"Split-a/FeatureStats.pb": noise(400_000), "Split-b/FeatureStats.pb": noise(100_000)},
    )
    assert [content(file) is not None for file in document["files"]] == [False, True]
    assert document["truncated"]
    document = made("Schema", {"schema.pbtxt": b"feature {}\n" * 300_000})
    assert content(document["files"][0]) == b"feature {}\n" * 300_000
    assert not document["truncated"]
    document = made("Schema", {"schema.pbtxt": bytes(4_000_001)})
    assert content(document["files"][0]) is None
    assert document["truncated"]


@pytest.mark.parametrize(
    ("kind", "path"), [("String", "value"), ("ModelRun", "train/events.out.tfevents.1.host")]
)
def test_beginning(kind: str, path: str) -> None:
    """What is read from its start is cut to what fits, and as much as fits."""
    text = b"".join(b"%d," % (i * i) for i in range(400_000))
    for whole, least in ((text, 400_000), (noise(3_000_000), 150_000)):
        document = made(kind, {path: whole})
        beginning = content(document["files"][0])
        assert beginning is not None
        assert whole.startswith(beginning)
        assert least < len(beginning) < len(whole)
        assert document["truncated"]


def test_beginnings_share_the_room() -> None:
    contents: dict[str, bytes | None] = {
        f"run-{i}/events.out.tfevents.{i}": noise(200_000) for i in range(10)
    }
    document = made("ModelRun", contents)
    lengths = [len(content(file) or b"") for file in document["files"]]
    assert min(lengths) > 15_000


def test_many_beginnings() -> None:
    document = made("ModelRun", {f"{i}.tfevents.{i}": noise(9) for i in range(5000)})
    assert len(document["files"]) == MAX_FILES
    assert document["fileCount"] == 5000
    assert document["truncated"]


def test_type_of_others() -> None:
    """The first files are named, and short ones are there to look at."""
    document = made("MyOwn", {"note.txt": b"hello", "weights.bin": noise(20_000)})
    assert [content(file) for file in document["files"]] == [b"hello", None]
    assert (document["type"], document["problem"], document["truncated"]) == ("MyOwn", None, False)
    document = made("MyOwn", {f"{i}": noise(10_000) for i in range(1000)})
    assert len(document["files"]) == MAX_FILES
    assert document["truncated"]


def test_names_are_bounded() -> None:
    document = made("MyOwn", {f"{'x' * 4000}{i}": b"" for i in range(500)})
    assert 10 < len(document["files"]) < 20
    assert (document["fileCount"], document["truncated"]) == (500, True)


def test_limit_of_the_list() -> None:
    document = made("MyOwn", {f"{i}": b"" for i in range(5)}, limit=3)
    assert (document["fileCount"], document["truncated"]) == (3, True)


def test_sentences() -> None:
    assert made("Schema", {})["problem"] == (
        "There are no files in this artifact: nothing was written yet, or they were removed."
    )
    assert "schema.pbtxt" in made("Schema", {"other": b""})["problem"]
    document = made("Unknown", {"other": b""})
    assert document["type"] == "Unknown"
    assert document["problem"] == "The files do not tell which type of artifact this is."


def test_artifact_that_was_not_made_yet() -> None:
    """No URI is not the working folder."""
    document = make_document(unknown_artifact("", "Schema"), MemoryFiles({"schema.pbtxt": b"x"}))
    validate("ArtifactDocument", document)
    assert document["problem"] == "This artifact has no URI yet: what makes it has not run."
    assert document["files"] == []


def test_files_that_go_away() -> None:
    document = made("ExampleStatistics", {"Split-a/FeatureStats.pb": None, "Split-b/FeatureStats.pb": b"x"})
    assert listed(document) == ["Split-b/FeatureStats.pb"]
    assert document["truncated"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "x"), "There is nothing at /a: it was removed, or it is on another machine."),
        (PermissionError(13, "x"), "may not be read by this user"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_nothing_to_list(error: OSError, words: str) -> None:
    class Gone(MemoryFiles):
        def paths(self) -> list[str]:
            raise error

    document = make_document(unknown_artifact("/a", "Schema"), Gone({}))
    validate("ArtifactDocument", document)
    assert words in document["problem"]
    assert document["files"] == []


def test_long_properties() -> None:
    artifact = {
        **unknown_artifact("/a" * 9000, "Schema" * 100, "n" * 5000),
        "properties": {f"p{i}": "é" * 20_000 for i in range(50)},
        "customProperties": {"k" * 1000: 1, **{f"{i}": i / 3 for i in range(5000)}},
        "splits": [f"split-{i}" for i in range(9000)],
    }
    document = make_document(artifact, MemoryFiles({"a": noise(10_000)}))
    validate("ArtifactDocument", document)
    assert len(json.dumps(document)) <= MAX_DOCUMENT
    assert document["truncated"]
    assert len(document["properties"]) >= 20
    assert content(document["files"][0]) == noise(10_000)


texts = st.text(max_size=300)


@example(kind="Examples", name="", uri="0", properties={}, splits=[], files={"\ud800": b""})
@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from([*FILES_PER_TYPE, "Unknown", "Other"]),
    name=texts,
    uri=texts,
    properties=st.dictionaries(
        texts, st.one_of(st.none(), st.booleans(), st.integers(), texts), max_size=300
    ),
    splits=st.lists(texts, max_size=100),
    files=st.dictionaries(
        st.one_of(
            st.sampled_from([need.pattern for needs in FILES_PER_TYPE.values() for need in needs]),
            st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=200),
        ),
        st.one_of(st.none(), st.integers(0, 600_000).map(noise), st.binary(max_size=100)),
        max_size=20,
    ),
)
def test_whatever_is_there(
    kind: str, name: str, uri: str, properties: Record, splits: list[str], files: dict[str, bytes | None]
) -> None:
    """A document is valid, short, and says of each file what is so."""
    artifact = {
        **unknown_artifact(uri, kind, name),
        "properties": properties,
        "customProperties": properties,
        "splits": splits,
    }
    document = make_document(artifact, MemoryFiles(files))
    validate("ArtifactDocument", document)
    assert len(json.dumps(document)) <= MAX_DOCUMENT
    assert len(json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")) <= MAX_DOCUMENT
    for file in document["files"]:
        source = files.get(file["path"])
        if source is not None:
            assert file["size"] == len(source)
            assert source.startswith(content(file) or b"")


class TestLocalFiles:
    """What is listed and read of a folder."""

    def test_order_and_content(self, tmp_path: Path) -> None:
        for path in ("b/2", "a", "b/1", "c/d/3", ".hidden", ".ipynb_checkpoints/a", "b/.ipynb_checkpoints/1"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(path)
        files = LocalFiles(tmp_path)
        assert files.paths() == [".hidden", "a", "b/1", "b/2", "c/d/3"]
        assert (files.size("b/1"), files.read("b/1", 2), files.read("b/1", 99)) == (3, b"b/", b"b/1")
        assert LocalFiles(tmp_path, limit=2).paths() == [".hidden", "a"]

    def test_links(self, tmp_path: Path) -> None:
        root = tmp_path / "root"
        (root / "below").mkdir(parents=True)
        (root / "below" / "in").write_text("in")
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "secret").write_text("secret")
        (root / "inside").symlink_to("below/in")
        (root / "outside").symlink_to(tmp_path / "out" / "secret")
        (root / "folder").symlink_to(tmp_path / "out")
        (root / "round").symlink_to(".")
        (root / "self").symlink_to("self")
        (root / "nowhere").symlink_to("none")
        assert LocalFiles(root).paths() == ["inside", "below/in"]
        (tmp_path / "link").symlink_to(root)
        assert LocalFiles(tmp_path / "link").paths() == ["inside", "below/in"]

    def test_what_is_no_file(self, tmp_path: Path) -> None:
        """A pipe would wait for ever."""
        os.mkfifo(tmp_path / "pipe")
        assert LocalFiles(tmp_path).paths() == []
        with pytest.raises(FileNotFoundError):
            LocalFiles(tmp_path / "none").paths()
        with pytest.raises(NotADirectoryError):
            LocalFiles(tmp_path / "pipe").paths()

    def test_names_that_are_no_text(self, tmp_path: Path) -> None:
        (tmp_path / os.fsdecode(b"caf\xe9")).write_bytes(b"x")
        document = make_document(unknown_artifact(str(tmp_path), "Mine"), LocalFiles(tmp_path))
        validate("ArtifactDocument", document)
        assert listed(document) == ["caf\N{REPLACEMENT CHARACTER}"]
        assert content(document["files"][0]) == b"x"

    def test_folder_that_may_not_be_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "b").write_text("b")
        real = os.scandir

        def scandir(path: str | os.PathLike[str]) -> Any:
            if str(path).endswith("a/"):
                raise PermissionError
            return real(path)

        monkeypatch.setattr("os.scandir", scandir)
        assert LocalFiles(tmp_path).paths() == ["b"]
