"""What the exported files say, for small notebooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from jupyterlab_tfx.export import ExportError, Options, export_notebook

from .cells import NOTEBOOKS, START, body, codes, constants, export, export_file, notebook

GEN = "gen = tfx.components.CsvExampleGen(input_base='/data')\ncontext.run(gen)"


def test_runs_and_prose_fall_away() -> None:
    exported = export(
        "# What is said of nothing.\nprint('hello')",
        "# The data.\n" + GEN + "  # now\ncontext.show(gen.outputs['examples'])\ngen",
        "stats = tfx.components.StatisticsGen(examples=gen.outputs['examples'])  # look\ncontext.run(stats)",
        parameters=(),
    )
    assert body(exported) == (
        "# The data.\n"
        "gen = tfx.components.CsvExampleGen(input_base='/data')\n\n"
        "stats = tfx.components.StatisticsGen(examples=gen.outputs['examples'])  # look"
    )
    assert codes(exported) == []


def test_only_what_components_depend_on_is_exported() -> None:
    exported = export(
        "A = 1\nB = A + 1\nC = 3\ndef f(x):\n    return x + B\nconfig = {}\nconfig['a'] = f(2)\nother = {}",
        "gen = tfx.components.CsvExampleGen(input_base='/data', custom_config=config)\ncontext.run(gen)",
        "config['a'] = 4",
    )
    text = constants(exported)
    assert [name for name in "ABC" if f"\n{name} = " in text] == ["A", "B"]
    assert "config['a'] = f(2)" in text
    assert "config['a'] = 4" not in text
    assert "other" not in text


def test_what_is_done_to_a_component_later_is_kept() -> None:
    exported = export(
        GEN, "stats = tfx.components.StatisticsGen(gen.outputs['examples'])\nstats.with_id('S')"
    )
    assert body(exported).endswith("\nstats.with_id('S')")


def test_a_name_with_two_values_keeps_both_in_order() -> None:
    exported = export(
        "path = '/a'\na = tfx.components.CsvExampleGen(input_base=path).with_id('A')\ncontext.run(a)",
        "path = '/b'\nb = tfx.components.CsvExampleGen(input_base=path).with_id('B')\ncontext.run(b)",
        parameters=(),
    )
    assert body(exported).split("\n\n") == [
        "path = '/a'\na = tfx.components.CsvExampleGen(input_base=path).with_id('A')",
        "path = '/b'\nb = tfx.components.CsvExampleGen(input_base=path).with_id('B')",
    ]


def test_strings_of_several_lines_stay_as_they_are() -> None:
    exported = export('query = """a\n  b\n"""\n' + GEN.replace("'/data'", "query + gen_of"), "gen_of = 'x'")
    assert 'query = """a\n  b\n"""' in constants(exported)
    inside = export(GEN, 'x = tfx.components.StatisticsGen(gen.outputs["examples"], schema="""a\nb""")')
    assert 'schema="""a\nb""")' in inside.files["pipeline.py"]


def test_runtime_parameters() -> None:
    trainer = (
        "trainer = tfx.components.Trainer(module_file='/m.py', examples=gen.outputs['examples'], "
        "train_args=tfx.proto.TrainArgs(num_steps=STEPS))"
    )
    exported = export("STEPS = 3", GEN, trainer, parameters=("gen.input_base", "trainer.train_args"))
    assert [(p.name, p.kind) for p in exported.plan.parameters] == [
        ("gen_input_base", "str"),
        ("trainer_train_args", "str"),
    ]
    assert "json_format.MessageToJson(tfx.proto.TrainArgs(num_steps=STEPS))" in body(exported)
    assert "from google.protobuf import json_format" in constants(exported)
    assert codes(export(GEN, parameters=("gen.nothing",))) == [("parameter", "error", None)]


def test_the_data_s_path_is_a_runtime_parameter_by_default_unless_it_is_one_already() -> None:
    assert [p.argument for p in export(GEN).plan.parameters] == ["gen.input_base"]
    own = GEN.replace("'/data'", "tfx.dsl.experimental.RuntimeParameter('root', str, '/data')")
    assert export(own).plan.parameters == ()


def test_relative_paths_begin_at_the_notebook() -> None:
    exported = export(
        "DATA = os.path.abspath('data')\nMORE = os.path.join('more', 'x')",
        "a = tfx.components.CsvExampleGen(input_base=DATA).with_id('A')",
        "b = tfx.components.CsvExampleGen(input_base=MORE).with_id('B')",
        "c = tfx.components.CsvExampleGen(input_base='gs://bucket/data').with_id('C')",
        folder="../../notebooks",
    )
    text = constants(exported)
    assert "os.path.join(os.path.dirname(__file__), '../../notebooks')" in text
    assert "DATA = os.path.join(BASE_FOLDER, 'data')" in text
    assert "MORE = os.path.join(BASE_FOLDER, 'more', 'x')" in text
    assert codes(exported) == [("local-path", "warning", 2), ("local-path", "warning", 2)]


def test_module_files_go_where_tfx_packs_them() -> None:
    exported = export(
        "module = 'lib/model.py'",
        "%%writefile {module}\nimport shared\nX = 1",
        "%%writefile lib/shared.py\nY = 2",
        "%%writefile notes.txt\nnothing",
        GEN,
        "t = tfx.components.Trainer(module_file=os.path.abspath(module), examples=gen.outputs['examples'])",
    )
    assert exported.files["modules/model.py"] == "import shared\nX = 1\n"
    assert exported.files["modules/shared.py"] == "Y = 2\n"
    assert "notes.txt" not in " ".join(exported.files)
    assert "module_file=os.path.join(MODULES_FOLDER, 'model.py')" in body(exported)


def test_a_module_file_beside_the_notebook_is_taken_along() -> None:
    files = {"model.py": "X = 1\n"}
    cells = (GEN, "t = tfx.components.Trainer(module_file='model.py', examples=gen.outputs['examples'])")
    assert export(*cells, read_file=files.get).files["modules/model.py"] == "X = 1\n"
    assert ("local-path", "warning", 3) in codes(export(*cells))


def test_what_tfx_imports_at_run_time_gets_a_module() -> None:
    exported = export(
        "LIMIT = 3\n\n\n# A type.\nclass Text(tfx.dsl.Artifact):\n    TYPE_NAME = 'Text'",
        "@tfx.dsl.components.component\n"
        "def Make(text: tfx.dsl.components.OutputArtifact[Text]):\n    text.uri = os.path.join(str(LIMIT))",
        "make = Make()\ncontext.run(make)",
    )
    text = exported.files["components.py"]
    assert text.index("LIMIT = 3") < text.index("# A type.\nclass Text") < text.index("def Make")
    assert "import os\n\nfrom tfx import v1 as tfx" in text
    assert "from components import Make\n" in constants(exported)
    assert "LIMIT" not in constants(exported)


def test_a_choice_by_the_result_of_a_run_takes_the_channel() -> None:
    exported = export(
        GEN,
        "ids = {a.id for a in gen.outputs['examples'].get()}",
        "stats = tfx.components.StatisticsGen(examples=None if ids else gen.outputs['examples'])",
    )
    assert "examples=gen.outputs['examples'])" in body(exported)
    assert ("run-result", "warning", 4) in codes(exported)
    assert "ids" not in exported.files["pipeline.py"]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ((GEN.replace("'/data'", "nowhere"),), ("undefined-name", "error", 2)),
        (("files = !ls", GEN.replace("'/data'", "files[0]")), ("magic-name", "error", 2)),
        (
            (
                GEN,
                "n = gen.outputs['examples'].get()[0].uri",
                "x = tfx.components.CsvExampleGen(input_base=n)",
            ),
            ("run-result", "error", 3),
        ),
        ((GEN, "r = context.run(gen)", "x = tfx.dsl.Importer(source_uri=r.uri)"), ("run-result", "error", 4)),
        (("password = 'x'", GEN.replace("'/data'", "'/data' + password")), ("secret", "error", 2)),
        ((GEN.replace("'/data'", "'mysql://u:secret@host/d'"),), ("secret", "error", 2)),
        (
            ("import tempfile\nd = tempfile.mkdtemp()", GEN.replace("'/data'", "d")),
            ("kernel-only", "warning", 2),
        ),
        ((GEN, GEN.replace("/data", "/other")), ("defined-twice", "warning", 3)),
        (
            (
                GEN,
                "s = tfx.components.StatisticsGen(gen.outputs['examples'])",
                GEN.replace("/data", "/other"),
            ),
            ("defined-twice", "error", 4),
        ),
        ((GEN, "def f(:"), ("syntax", "warning", 3)),
    ],
    ids=lambda value: value[0] if isinstance(value[0], str) and value[-1] in (2, 3, 4) else "",
)
def test_problems(cells: tuple[str, ...], problem: tuple[str, str, int]) -> None:
    exported = export(*cells)
    assert problem in codes(exported)
    assert exported.writable == (problem[1] == "warning")


def test_a_problem_is_anchored_to_its_line() -> None:
    cell = "gen = tfx.components.CsvExampleGen(\n    input_base=nowhere,\n)"
    (problem,) = export("# Text.\n" + cell).problems
    assert (problem.cell_id, problem.cell, problem.line) == ("c2", 2, 3)


def test_arguments_that_may_become_runtime_parameters() -> None:
    exported = export(
        "def make(steps):\n"
        "    args = tfx.proto.TrainArgs(num_steps=steps)\n"
        "    return tfx.components.Trainer(module_file='/m.py', train_args=args)",
        GEN,
        "made = make(steps=3)",
        "schema = tfx.components.SchemaGen(statistics=gen.outputs['x'], infer_feature_shape=True)",
        "t = tfx.components.Transform(examples=gen.outputs['x'], module_file='/m.py', custom_config={})",
    )
    assert [argument.argument for argument in exported.arguments] == [
        "gen.input_base",
        "schema.infer_feature_shape",
    ]


def test_a_value_of_the_kernel_is_offered_and_taken_as_a_constant() -> None:
    cell = GEN.replace("'/data'", "nowhere")
    (problem,) = export(cell, kernel_values={"nowhere": "'/here'"}).problems
    assert (problem.code, problem.name, problem.offer) == ("kernel-only", "nowhere", "'/here'")
    secret = {"nowhere": "'postgresql://ada:secret@host/db'"}
    (problem,) = export(cell, kernel_values=secret).problems
    assert (problem.offer, "looks like a secret" in problem.message) == (None, True)
    (problem,) = export(cell, constants=secret).problems
    assert (problem.code, problem.severity, problem.cell_id) == ("secret", "error", "c2")
    (problem,) = export(cell, kernel_values={"nowhere": None}).problems
    assert (problem.code, problem.offer) == ("kernel-only", None)
    exported = export(cell, constants={"nowhere": "'/here'"})
    assert exported.problems == []
    assert "nowhere = '/here'" in constants(exported)
    with pytest.raises(ExportError, match="no literal"):
        export(cell, constants={"nowhere": "open('x')"})


def test_a_constant_stands_for_what_a_cell_assigns() -> None:
    exported = export("rows = 3\nbase = str(rows)", GEN.replace("'/data'", "base"), constants={"rows": "4"})
    assert "rows = 4\nbase = str(rows)" in constants(exported)


def test_the_pipeline_s_settings() -> None:
    exported = export(GEN, name="other", root="gs://b/root", metadata="m.sqlite", beam_args=("--x",))
    text = exported.files["pipeline.py"]
    assert "PIPELINE_NAME = 'other'\nPIPELINE_ROOT = 'gs://b/root'\nBEAM_PIPELINE_ARGS = ['--x']" in text
    assert "sqlite_metadata_connection_config(\n            os.path.join(BASE_FOLDER, 'm.sqlite')" in text
    assert exported.plan.name == "other"
    named = export_notebook(
        notebook("N = 'mine'\n" + START.replace("'name'", "N"), GEN), Options(name="other")
    )
    assert "\nN = 'other'\n" in named.files["pipeline.py"]
    assert "pipeline_name=N," in named.files["pipeline.py"]


def test_names_that_python_could_mistake() -> None:
    name = 'a"""\\n{b}`\n'
    exported = export(GEN, name=name, notebook='x"""y\\.ipynb', targets=("local", "beam", "kubeflow"))
    for path, text in exported.files.items():
        if path.endswith(".py"):
            compile(text, path, "exec")
    assert f"PIPELINE_NAME = {name!r}" in exported.files["pipeline.py"]


@pytest.mark.parametrize(
    ("cells", "options", "sentence"),
    [
        ((), {}, "declares a component"),
        ((GEN,), {"targets": ("luigi",)}, "no orchestrator luigi"),
        (("second = InteractiveContext('b')", GEN), {}, "has 2 pipelines"),
        ((GEN,), {"context": "third"}, "no cell makes a context"),
        (
            ("%%writefile pipeline.py\nX = 1", "import pipeline\n" + GEN.replace("'/data'", "pipeline.X")),
            {},
            "a file pipeline.py of its own",
        ),
    ],
)
def test_refusals(cells: tuple[str, ...], options: dict[str, object], sentence: str) -> None:
    with pytest.raises(ExportError, match=f"(?i){sentence}"):
        export(*cells, **options)


@pytest.mark.parametrize(("path", "context"), NOTEBOOKS, ids=lambda value: getattr(value, "stem", value))
def test_exports_are_python_without_errors_and_always_the_same(path: Path, context: str | None) -> None:
    first, second = (export_file(path, path.parent / "out", context) for _ in range(2))
    assert list(first.files.items()) == list(second.files.items())
    assert [problem for problem in first.problems if problem.severity == "error"] == []
    for name, text in first.files.items():
        if name.endswith(".py"):
            compile(text, name, "exec")
            assert not any(line != line.rstrip() for line in text.split("\n"))
