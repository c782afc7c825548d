"""Artifacts in cells: what ``display`` and ``context.show`` give, and that it can be undone."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.artifacts import FILES_PER_TYPE, MIME_TYPE
from jupyterlab_tfx.protocol import validate

from .live_kernel import Cell, LiveKernel, Record
from .live_pipeline import LivePipeline

#: What the cells of these tests use.
SETUP = """
import os, sys, tfx
from tfx.orchestration.experimental.interactive import notebook_formatters, standard_visualizations
from tfx.orchestration.experimental.interactive import visualizations
from tfx.types import Artifact, standard_artifacts
from tfx.types.channel_utils import as_channel
WRITTEN = os.path.join(os.path.dirname(tfx.__file__), 'components', 'testdata')
def artifact(kind, uri, **properties):
    made = getattr(standard_artifacts, kind)()
    made.uri = uri if os.path.isabs(uri) or '://' in uri else os.path.join(WRITTEN, uri)
    for name, value in properties.items():
        setattr(made, name, value)
    return made
HTML = get_ipython().display_formatter.formatters['text/html']
BUNDLES = get_ipython().display_formatter.mimebundle_formatter
"""


@pytest.fixture
def shown(pipeline: LivePipeline) -> LivePipeline:
    """A pipeline whose kernel has what the cells of these tests use."""
    pipeline.kernel.good(SETUP)
    return pipeline


@pytest.fixture
def kernel(shown: LivePipeline) -> LiveKernel:
    return shown.kernel


def bundles(cell: Cell) -> list[Record]:
    """Return what a cell displayed, in order."""
    return [output["data"] for output in cell.outputs if "data" in output]


def documents(cell: Cell) -> list[Record]:
    """Return the documents that a cell displayed, each with its static forms beside it."""
    found = []
    for data in bundles(cell):
        if MIME_TYPE in data:
            assert set(data) == {MIME_TYPE, "text/html", "text/plain"}
            validate("ArtifactDocument", data[MIME_TYPE])
            assert len(json.dumps(data[MIME_TYPE])) <= 256_000
            found.append(data[MIME_TYPE])
    return found


def content(file: Record) -> bytes:
    """Return the bytes that a document has of a file."""
    packed = base64.b64decode(file["data"])
    return gzip.decompress(packed) if file["encoding"] == "gzip+base64" else packed


def test_every_standard_type_has_its_files(kernel: LiveKernel) -> None:
    names = kernel.value(
        "[kind.TYPE_NAME for kind in vars(standard_artifacts).values() "
        "if isinstance(kind, type) and issubclass(kind, Artifact) and kind.TYPE_NAME"
        " and kind.__module__ == standard_artifacts.__name__]"
    )
    assert len(names) >= 26
    assert set(names) <= set(FILES_PER_TYPE)


@pytest.mark.parametrize(
    ("kind", "folder", "first"),
    [
        ("ExampleStatistics", "statistics_gen", "Split-eval/FeatureStats.pb"),
        ("Schema", "schema_gen", "schema.pbtxt"),
        ("Examples", "csv_example_gen", "Split-eval/data_tfrecord-00000-of-00012.gz"),
        ("Model", "trainer/keras", "Format-Serving/saved_model.pb"),
        ("TransformGraph", "transform/transform_graph", "transformed_metadata/schema.pbtxt"),
        ("ModelBlessing", "model_validator/blessed", "BLESSED"),
    ],
)
def test_show(kernel: LiveKernel, kind: str, folder: str, first: str) -> None:
    cell = kernel.good(f"context.show(as_channel([artifact({kind!r}, {folder!r})]))")
    (document,) = documents(cell)
    assert (document["type"], document["problem"]) == (kind, None)
    assert document["files"][0]["path"] == first
    whole = Path(document["uri"], first).read_bytes()
    assert content(document["files"][0]) == whole
    # TFX's own heading, then ours: nothing of TFDV's.
    assert len(bundles(cell)) == 2
    assert first in bundles(cell)[1]["text/html"]


def test_show_has_what_tfx_knows(kernel: LiveKernel) -> None:
    cell = kernel.good(
        "examples = artifact('Examples', 'csv_example_gen', split_names='[\"train\", \"eval\"]', span=3)\n"
        "examples.set_int_custom_property('payload_format', 6)\n"
        "context.show(as_channel([examples]))"
    )
    (document,) = documents(cell)
    assert document["splits"] == ["train", "eval"]
    assert document["properties"] == {"split_names": '["train", "eval"]', "span": 3}
    assert document["customProperties"]["payload_format"] == 6


@pytest.mark.parametrize(
    "code", ["display(schema)", "schema", "as_channel([schema])", "context.show(schema)"]
)
def test_other_ways(kernel: LiveKernel, code: str) -> None:
    cell = kernel.good(f"schema = artifact('Schema', 'schema_gen')\n{code}")
    (document,) = documents(cell)
    assert content(document["files"][0]) == Path(document["uri"], "schema.pbtxt").read_bytes()
    assert len(bundles(cell)) == 1


def test_channel_of_none_or_several(kernel: LiveKernel) -> None:
    """TFX's own card."""
    for code in ("Make(text='x').outputs['model']", "as_channel([artifact('Model', 'trainer/keras')] * 2)"):
        (data,) = bundles(kernel.good(code))
        assert set(data) == {"text/html", "text/plain"}
        assert "tfx-object" in data["text/html"]


def test_what_ran(shown: LivePipeline) -> None:
    """The result of a run keeps TFX's card; shown, its outputs follow."""
    kernel = shown.kernel
    cell = kernel.good("make = Make(text='abc')\nresult = context.run(make)\nresult")
    (data,) = bundles(cell)
    assert "tfx-object" in data["text/html"]
    assert MIME_TYPE not in data
    for code in ("result", "make", "make.outputs", "[make.outputs['model']]", "list(make.outputs.values())"):
        cell = kernel.good(f"context.show({code})")
        (document,) = documents(cell)
        assert document["id"] == kernel.value("make.outputs['model'].get()[0].id")
        assert [(file["path"], file["size"]) for file in document["files"]] == [("text", 3)]
        assert ("tfx-object" in bundles(cell)[0]["text/html"]) == (code in ("result", "make"))
    cell = kernel.good("context.show(make.outputs['model'])")
    assert len(documents(cell)) == 1
    (document,) = documents(kernel.good("make.outputs['model']"))
    assert document["type"] == "Model"


def test_relative_root(shown: LivePipeline) -> None:
    """The server has another working folder than the kernel."""
    kernel = shown.kernel
    kernel.good("context = InteractiveContext('relative', 'a/relative/root')\nmake = Make(text='abc')")
    (document,) = documents(kernel.good("context.run(make)\nmake.outputs['model']"))
    assert document["uri"].startswith(f"{kernel.folder}/a/relative/root/Make/model/")
    assert document["fileCount"] == 1


def test_values(shown: LivePipeline) -> None:
    kernel = shown.kernel
    for kind, value, text in (
        ("String", "é<b>", "é<b>".encode()),
        ("Integer", 42, b"42"),
        ("Float", float("inf"), b"Infinity"),
        ("Boolean", True, b"1"),
        ("Bytes", b"\x00\xff", b"\x00\xff"),
        ("JsonValue", [1, {"a": None}], b'[1, {"a": null}]'),
    ):
        uri = str(shown.folder / kind)
        code = (
            f"inf = float('inf')\nvalue = artifact({kind!r}, {uri!r})\nvalue.write({value!r})\ndisplay(value)"
        )
        (document,) = documents(kernel.good(code))
        assert content(document["files"][0]) == text
        assert document["type"] == kind


def test_several_at_once(kernel: LiveKernel) -> None:
    cell = kernel.good(
        "models = as_channel([artifact('Model', 'trainer/keras')] * 2)\n"
        "context.show([artifact('Schema', 'schema_gen'), models])"
    )
    assert [document["type"] for document in documents(cell)] == ["Schema", "Model", "Model"]
    cell = kernel.good("context.show([artifact('ModelBlessing', 'model_validator/blessed')] * 60)")
    assert len(documents(cell)) == 50
    assert cell.text == "10 more are not shown.\n"


def test_what_show_always_took(kernel: LiveKernel) -> None:
    for code in (
        "[1, 2]",
        "'text'",
        "{'a': 1}",
        "[]",
        "(1, artifact('Schema', 'schema_gen'))",
        "None",
        "object",
    ):
        cell = kernel.good(f"context.show({code})")
        (data,) = bundles(cell)
        assert set(data) == {"text/plain"}
    cell = kernel.good("import pandas\ncontext.show(pandas.DataFrame({'a': [1]}))")
    assert "dataframe" in bundles(cell)[0]["text/html"]


def test_type_that_nobody_knows(shown: LivePipeline) -> None:
    kernel = shown.kernel
    (shown.folder / "report.txt").write_text("all well")
    kernel.good(
        "class Report(Artifact):\n    TYPE_NAME = 'Report'\n"
        f"report = Report()\nreport.uri = {str(shown.folder)!r}\n"
        "report.set_string_custom_property('by', 'me')"
    )
    (document,) = documents(kernel.good("context.show(as_channel([report]))"))
    assert document["type"] == "Report"
    assert document["customProperties"] == {"by": "me"}
    assert content(document["files"][0]) == b"all well"


def test_person_s_own_visualization(kernel: LiveKernel) -> None:
    """Of a type, and as HTML of a class, instead of ours."""
    kernel.good(
        "class Mine(visualizations.ArtifactVisualization):\n"
        "    ARTIFACT_TYPE = standard_artifacts.ModelBlessing\n"
        "    def display(self, artifact): print('my own', artifact.type_name)\n"
        "visualizations.get_registry().register(Mine)\n"
        "blessing = artifact('ModelBlessing', 'model_validator/blessed')"
    )
    cell = kernel.good("context.show(as_channel([blessing]))")
    assert (cell.text, documents(cell)) == ("my own ModelBlessing\n", [])
    kernel.good("del visualizations.get_registry().visualizations['ModelBlessing']")
    assert len(documents(kernel.good("context.show(as_channel([blessing]))"))) == 1
    kernel.good("HTML.for_type(standard_artifacts.ModelBlessing, lambda artifact: '<i>mine</i>')")
    (data,) = bundles(kernel.good("InteractiveContext('other')\nblessing"))
    assert data["text/html"] == "<i>mine</i>"
    assert MIME_TYPE in data
    kernel.good("HTML.pop(standard_artifacts.ModelBlessing);")


def test_another_context(kernel: LiveKernel) -> None:
    """It registers TFX's visualizations and formatters anew."""
    kernel.good("second = InteractiveContext('second')\nschema = artifact('Schema', 'schema_gen')")
    (data,) = bundles(kernel.good("schema"))
    assert "tfx-object" not in data["text/html"]
    cell = kernel.good("second.show(as_channel([schema]))")
    assert len(documents(cell)) == 1
    assert len(bundles(cell)) == 2


class TestTrouble:
    """What is wrong with an artifact is said; the cell goes on."""

    @pytest.mark.parametrize("code", ["display(odd)", "context.show(as_channel([odd]))", "as_channel([odd])"])
    def test_gone(self, kernel: LiveKernel, code: str) -> None:
        cell = kernel.good(f"odd = artifact('Schema', '/none/of/it')\n{code}")
        (document,) = documents(cell)
        assert document["problem"].startswith("There is nothing at /none/of/it")
        assert document["problem"] in bundles(cell)[-1]["text/plain"]

    def test_not_made_yet(self, kernel: LiveKernel) -> None:
        (document,) = documents(kernel.good("standard_artifacts.Schema()"))
        assert document["problem"] == "This artifact has no URI yet: what makes it has not run."
        assert document["files"] == []

    @pytest.mark.parametrize(
        "code", ["display(odd)", "odd", "context.show(odd)", "context.show(as_channel([odd]))"]
    )
    def test_fault(self, kernel: LiveKernel, code: str) -> None:
        kernel.good(
            "class Odd(standard_artifacts.Schema):\n    TYPE_NAME = 'Odd'\n"
            "    broken = False\n"
            "    @property\n    def mlmd_artifact(self):\n"
            "        if Odd.broken: raise KeyError('odd')\n        return super().mlmd_artifact\n"
            "odd = Odd()\nodd.uri = '/odd'\nOdd.broken = True"
        )
        cell = kernel.good(f"{code}\nprint('after')" if "(" in code else code)
        assert any("cannot be shown (KeyError: 'odd')" in data["text/plain"] for data in bundles(cell))
        assert "after" in cell.text or "(" not in code

    def test_hostile_text(self, shown: LivePipeline) -> None:
        kernel = shown.kernel
        folder = shown.folder / "<script>alert(1)</script>"
        folder.mkdir(parents=True)
        (folder / "<img src=x onerror=alert(1)>").write_text("<script>")
        code = (
            f"odd = artifact('Config', {str(folder)!r})\n"
            "odd.set_string_custom_property('<script>', '\\x1b[31m</td><script>')\ndisplay(odd)"
        )
        cell = kernel.good(code)
        (document,) = documents(cell)
        assert document["files"][0]["path"] == "<img src=x onerror=alert(1)>"
        html, plain = bundles(cell)[0]["text/html"], bundles(cell)[0]["text/plain"]
        assert "<script" not in html
        assert "<img" not in html
        assert "\x1b" not in plain


def test_other_file_systems(kernel: LiveKernel) -> None:
    """Where TFX reads by itself: here TensorFlow's file system in memory, as it would gs://."""
    kernel.good(
        "import tensorflow as tf\n"
        "for path in ('schema.pbtxt', 'more/a'):\n"
        "    tf.io.gfile.makedirs('ram://store/schema/more')\n"
        "    with tf.io.gfile.GFile(f'ram://store/schema/{path}', 'w') as file: file.write('feature {}')"
    )
    (document,) = documents(kernel.good("artifact('Schema', 'ram://store/schema')"))
    assert (document["uri"], document["fileCount"], document["problem"]) == ("ram://store/schema", 2, None)
    assert content(document["files"][0]) == b"feature {}"
    (document,) = documents(kernel.good("artifact('String', 'ram://store/schema/more/a')"))
    assert [file["path"] for file in document["files"]] == ["a"]
    (document,) = documents(kernel.good("artifact('Schema', 'ram://store/none')"))
    assert document["problem"].startswith("There is nothing at ram://store/none")
    (document,) = documents(kernel.good("artifact('Schema', 'nothing://store')"))
    assert document["problem"].endswith(".")


class TestUndo:
    """What the last user leaves behind is TFX as it was."""

    @pytest.fixture
    def state(self, kernel: LiveKernel) -> Callable[[], Any]:
        def state() -> Any:
            return kernel.value(
                "{'registry': sorted(vars(visualizations.get_registry())), "
                "'show': InteractiveContext.show.__code__.co_filename, "
                "'register': notebook_formatters.register_formatters.__code__.co_filename, "
                "'html': sorted(k.__name__ for k in HTML.type_printers if k.__module__.startswith('tfx.')), "
                "'bundles': sorted(k.__name__ for k in BUNDLES.type_printers), "
                "'deferred': sorted(BUNDLES.deferred_printers), "
                "'hooks': sum(type(f).__name__ == 'ImportHook' for f in sys.meta_path)}"
            )

        return state

    def test_detached(self, shown: LivePipeline, state: Any) -> None:
        kernel = shown.kernel
        attached = state()
        shown.detach()
        plain = state()
        assert plain["registry"] == ["visualizations"]
        assert plain["html"] == ["Artifact", "BaseComponent", "Channel", "ExecutionResult"]
        assert (plain["bundles"], plain["deferred"], plain["hooks"]) == ([], [], 0)
        for name in ("show", "register"):
            assert "jupyterlab_tfx" in attached[name]
            assert "jupyterlab_tfx" not in plain[name]
        cell = kernel.good("schema = artifact('ModelBlessing', 'model_validator/blessed')\nschema")
        assert documents(cell) == []
        assert "tfx-object" in bundles(cell)[0]["text/html"]
        assert len(bundles(kernel.good("context.show(as_channel([schema]))"))) == 1
        assert state() == plain

    def test_extension(self, shown: LivePipeline, state: Any) -> None:
        """``%load_ext`` is a user of its own: what the front end leaves is still there for it."""
        kernel = shown.kernel
        kernel.good("%load_ext jupyterlab_tfx")
        shown.detach()
        for code in ("schema", "context.show(as_channel([schema]))"):
            assert len(documents(kernel.good(f"schema = artifact('Schema', 'schema_gen')\n{code}"))) == 1
        assert (
            len(documents(kernel.good("context.show(as_channel([artifact('Schema', 'schema_gen')]))"))) == 1
        )
        kernel.good("%unload_ext jupyterlab_tfx")
        assert documents(kernel.good("artifact('Schema', 'schema_gen')")) == []
        assert state()["registry"] == ["visualizations"]

    def test_twice(self, shown: LivePipeline, state: Any) -> None:
        before = state()
        shown.kernel.good("%load_ext jupyterlab_tfx\n%reload_ext jupyterlab_tfx\n%unload_ext jupyterlab_tfx")
        assert state() == before

    def test_wrapped_by_somebody(self, shown: LivePipeline) -> None:
        """Their wrapper stays, with nothing of ours in effect below it."""
        kernel = shown.kernel
        kernel.good(
            "ours = InteractiveContext.show\n"
            "def theirs(self, item):\n    print('theirs')\n    ours(self, item)\n"
            "InteractiveContext.show = theirs"
        )
        shown.detach()
        cell = kernel.good("context.show([artifact('Schema', 'schema_gen')])")
        assert (cell.text, documents(cell)) == ("theirs\n", [])
        kernel.good("InteractiveContext.show = ours.__wrapped__")


def test_before_tfx(bare_kernel: LiveKernel) -> None:
    """The extension imports no TFX, and leaves all else as it is shown."""
    plain = [bundles(bare_kernel.good(code)) for code in ("[1]", "'text'", "object")]
    bare_kernel.good("%load_ext jupyterlab_tfx")
    assert [bundles(bare_kernel.good(code)) for code in ("[1]", "'text'", "object")] == plain
    assert not bare_kernel.value("bool({'tfx', 'tensorflow'} & set(__import__('sys').modules))")
    bare_kernel.good("%unload_ext jupyterlab_tfx")
