"""The Beam runners that were chosen in the panel, as the exported pipeline has them."""

from __future__ import annotations

from typing import Any

import pytest

from jupyterlab_tfx.export import Export, Options, export_notebook

from .cells import START, codes, constants, notebook

FLINK = {"runner": "flink", "options": {"endpoint": "localhost:8099", "environment": "LOOPBACK"}}
FLINK_ARGUMENTS = (
    *("--runner=PortableRunner", "--job_endpoint=localhost:8099", "--environment_type=LOOPBACK"),
    "--sdk_container_image=none",
)
PROCESSES = {"runner": "direct", "options": {"mode": "multi_processing", "workers": "2"}}
PROCESSES_ARGUMENTS = (
    *("--runner=FnApiRunner", "--direct_running_mode=multi_processing"),
    "--direct_num_workers=2",
)
DATAFLOW = {"runner": "dataflow", "options": {"project": "a-project"}}


def exported(beam: Any, **options: Any) -> Export:
    """Export a notebook in whose metadata these choices are."""
    document = notebook(START, "gen = tfx.components.CsvExampleGen(input_base='/data')\ncontext.run(gen)")
    document["metadata"]["jupyterlab-tfx"] = {"beam": beam}
    return export_notebook(document, Options(**options))


def test_the_choice_for_all_is_the_default() -> None:
    export = exported({"notebook": FLINK, "components": {}})
    assert (
        "BEAM_PIPELINE_ARGS = [\n"
        "    '--runner=PortableRunner',\n"
        "    '--job_endpoint=localhost:8099',\n"
        "    '--environment_type=LOOPBACK',\n"
        "    '--sdk_container_image=none',\n"
        "]"
    ) in constants(export)
    assert "with_beam_pipeline_args" not in export.files["pipeline.py"]
    assert (export.beam.chosen, export.beam.arguments, export.beam.components) == (True, FLINK_ARGUMENTS, {})


def test_a_component_has_its_own() -> None:
    export = exported({"notebook": FLINK, "components": {"CsvExampleGen": PROCESSES}})
    text = export.files["pipeline.py"]
    assert "COMPONENT_BEAM_PIPELINE_ARGS = {\n    'CsvExampleGen': [\n        '--runner=FnApiRunner'," in text
    assert "component.with_beam_pipeline_args(beam_args)" in text
    assert export.beam.components == {"CsvExampleGen": PROCESSES_ARGUMENTS}
    compile(text, "pipeline.py", "exec")


def test_what_the_form_says_comes_before_the_choice_for_all() -> None:
    choices = {"notebook": FLINK, "components": {"CsvExampleGen": PROCESSES}}
    export = exported(choices, beam_args=("--runner=FnApiRunner",))
    assert export.beam.arguments == ("--runner=FnApiRunner",)
    assert export.beam.components == {"CsvExampleGen": PROCESSES_ARGUMENTS}


def test_the_choice_can_be_left_out() -> None:
    choices = {"notebook": FLINK, "components": {"CsvExampleGen": PROCESSES}}
    export = exported(choices, beam_choice=False)
    assert (export.beam.chosen, export.beam.components) == (True, {})
    assert export.files == exported(None).files


def test_in_memory_is_named() -> None:
    export = exported({"notebook": {"runner": "direct", "options": {"mode": "in_memory"}}, "components": {}})
    assert export.beam.arguments == ("--runner=FnApiRunner", "--direct_running_mode=in_memory")


@pytest.mark.parametrize(
    "beam",
    [
        *(None, [], "flink", {"notebook": "flink"}, {"components": []}),
        *({"notebook": {"runner": "luigi", "options": {}}}, {"notebook": {"runner": "flink", "options": 3}}),
        {"components": {"CsvExampleGen": {"runner": "flink", "options": {"endpoint": 8099}}}},
    ],
)
def test_what_is_no_choice_counts_as_none(beam: Any) -> None:
    export = exported(beam)
    assert export.beam.chosen is False
    assert export.files == exported(None).files


def test_workers_elsewhere_need_an_image() -> None:
    export = exported({"notebook": FLINK, "components": {"CsvExampleGen": DATAFLOW}})
    assert codes(export) == [("beam-image", "warning", None)]
    assert codes(exported({"notebook": None, "components": {"CsvExampleGen": DATAFLOW}})) == []
    image = {**DATAFLOW, "options": {**DATAFLOW["options"], "image": "gcr.io/a/tfx"}}
    assert codes(exported({"notebook": FLINK, "components": {"CsvExampleGen": image}})) == []
