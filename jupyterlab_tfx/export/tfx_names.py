"""Which names of the ``tfx`` package make what; as in ``src/pipeline/source/tfx-names.ts``."""

from __future__ import annotations

import re

#: Classes of TFX 1.x that make a node, under whatever module they are imported from.
COMPONENTS = frozenset(
    {
        *("BigQueryExampleGen", "CsvExampleGen", "FileBasedExampleGen", "ImportExampleGen"),
        *("PrestoExampleGen", "AvroExampleGen", "ParquetExampleGen", "StatisticsGen", "SchemaGen"),
        *("ImportSchemaGen", "ExampleValidator", "DistributionValidator", "ExampleDiff", "Transform"),
        *("Tuner", "Trainer", "GenericTrainer", "Evaluator", "ModelValidator", "InfraValidator", "Pusher"),
        *("BulkInferrer", "Importer", "ImporterNode", "Resolver", "ResolverNode"),
    }
)
_BASES = COMPONENTS | {"BaseComponent", "BaseBeamComponent", "QueryBasedExampleGen", "BaseNode"}
#: Arguments that name a Python file whose code the component runs.
MODULE_ARGUMENTS = frozenset({"module_file", "udf_module_file"})
#: Arguments that name a file or a folder.
PATH_ARGUMENTS = frozenset({"input_base", "schema_file", "source_uri", "base_directory"})
#: Arguments of InteractiveContext, in their order.
CONTEXT_ARGUMENTS = ("pipeline_name", "pipeline_root", "metadata_connection_config", "beam_pipeline_args")
#: Functions that fill a message that is given to them.
FILLS_ARGUMENT = frozenset({"Parse", "Merge", "ParseDict", "ParseLines", "MergeLines"})
#: Modules whose functions show something, and change nothing.
SHOWS = re.compile(
    r"(print|display|pprint\.pprint|IPython\..*display|matplotlib\..*|seaborn\..*"
    r"|tensorflow_data_validation\.(visualize|display)_\w+|tensorflow_model_analysis\.view\..*)$"
)


def is_tfx(path: str) -> bool:
    """Tell whether a dotted path leads into TFX."""
    return path == "tfx" or path.startswith("tfx.")


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def makes_node(path: str) -> bool:
    """Tell whether a call of a dotted path makes a node of a pipeline."""
    return is_tfx(path) and _last(path) in COMPONENTS


def is_component_base(path: str) -> bool:
    """Tell whether a subclass of this class is a component."""
    return is_tfx(path) and _last(path) in _BASES


def is_component_decorator(path: str) -> bool:
    """Tell whether this decorator makes a function a component."""
    return is_tfx(path) and _last(path) == "component"


def is_container_factory(path: str) -> bool:
    """Tell whether this function makes a class of components."""
    return is_tfx(path) and _last(path) == "create_container_component"


def is_context_class(path: str) -> bool:
    """Tell whether this is InteractiveContext, under each of its paths."""
    return is_tfx(path) and _last(path) == "InteractiveContext"


def snake_case(name: str) -> str:
    """Return ``csv_example_gen`` for ``CsvExampleGen``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def identifier(text: str, otherwise: str) -> str:
    """Return a text as a name in Python."""
    name = re.sub(r"\W+", "_", text).strip("_")
    return f"_{name}" if name[:1].isdigit() else name or otherwise
