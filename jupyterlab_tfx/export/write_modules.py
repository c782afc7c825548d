"""Writes ``pipeline.py``, and ``components.py`` where the notebook defines components of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .layout import body_text, import_lines, module_text
from .names import Names
from .plan import Plan
from .selection import Declared, Selection
from .settings import COMPONENT_ARGS, OwnNames, Settings
from .slicing import Slice
from .statements import Statement

#: Module of the components, executors and artifact types that the notebook defines.
COMPONENTS_MODULE = "components"
#: A call that would be wider is broken into lines.
_COLUMNS = 60


@dataclass
class Modules:
    """What the two modules are made of."""

    plan: Plan
    #: The slice, in the order of the notebook.
    statements: list[Statement]
    names: Names
    selection: Selection
    own: OwnNames
    #: The notebook's folder as seen from the exported one.
    folder: str
    #: Name of the folder of module files.
    module_folder: str
    settings: Settings
    #: Modules that are written beside.
    local_modules: list[str]
    imports: list[Statement] = field(default_factory=list)


def write_modules(modules: Modules) -> dict[str, str]:
    """Return the text of each module by its path."""
    modules.imports = [s for s in modules.statements if s.is_import]
    plain = [s for s in modules.statements if not s.is_import and not isinstance(s.node, ast.Expr)]
    plain += [s for s in modules.statements if isinstance(s.node, ast.Expr) and s.cell is not None]
    plain.sort(key=lambda s: s.position)
    local_names = _local_names(plain, modules)
    inside = [s for s in plain if _is_local(s, local_names, modules)]
    outside = [s for s in plain if s not in inside]
    apart = _apart(outside, modules)
    outside = [s for s in outside if s not in apart]
    files = {"pipeline.py": _pipeline(modules, outside, inside, apart)}
    if apart:
        files[f"{COMPONENTS_MODULE}.py"] = _components(modules, apart)
    return files


# Which statement goes where.


def _local_names(statements: list[Statement], modules: Modules) -> set[str]:
    """Return the names that are ``create_pipeline``'s own: components, and what is made of them."""
    local = {item.name for item in modules.selection.everything}
    local |= {parameter.name for parameter in modules.plan.parameters}
    bound: dict[str, int] = {}
    for statement in statements:
        for name in statement.binds:
            bound[name] = bound.get(name, 0) + 1
    # What has several values has them one after the other only in one block.
    local |= {name for name, times in bound.items() if times > 1}
    while True:
        more = set(local)
        for statement in statements:
            if _is_local(statement, more, modules):
                more |= statement.assigns
        if more == local:
            return local
        local = more


def _is_local(statement: Statement, local: set[str], modules: Modules) -> bool:
    if statement.all_names & local:
        return True
    if statement.is_definition:
        return False
    return any(True for _ in modules.names.constructions(statement.node))


def _apart(outside: list[Statement], modules: Modules) -> list[Statement]:
    """Return the definitions that need a module of their own, and what they depend on."""
    wanted = [s for s in outside if s.is_definition and s.assigns & modules.names.definitions]
    parts = Slice([*modules.imports, *outside])
    parts.keep(wanted)
    return [s for s in parts.ordered() if not s.is_import]


# Their texts.


def _used(statements: Iterable[Statement]) -> set[str]:
    return {name for s in statements for name in s.reads | s.later | s.changes}


def _imports(modules: Modules, statements: list[Statement], more: list[str]) -> str:
    used = _used(statements)
    wanted = [s for s in modules.imports if s.assigns & used or s.text.endswith("import *")]
    local = [*modules.local_modules, COMPONENTS_MODULE, "pipeline"]
    return import_lines(wanted, more, local)


def _components(modules: Modules, statements: list[Statement]) -> str:
    doc = (
        f'"""Components and types of the pipeline {modules.plan.name}: TFX imports them where a node runs."""'
    )
    text = module_text(statements)
    more = ["import os"] if modules.own.base in text else []
    parts = [doc, _imports(modules, statements, more)]
    if re.search(rf"\b{modules.own.base}\b", text):
        parts.append(_base(modules))
    return "\n\n".join(part for part in parts if part) + _gap(statements) + text + "\n"


def _gap(statements: list[Statement]) -> str:
    return "\n\n\n" if statements and statements[0].is_definition else "\n\n"


def _base(modules: Modules) -> str:
    return (
        "# Relative paths of the notebook begin here.\n"
        f"{modules.own.base} = os.path.abspath(os.path.join(os.path.dirname(__file__), {modules.folder!r}))"
    )


def _pipeline(
    modules: Modules, outside: list[Statement], inside: list[Statement], apart: list[Statement]
) -> str:
    function = _create_pipeline(modules, inside)
    constants = module_text(outside)
    both = f"{constants}\n{function}"
    more = ["import os", modules.own.tfx_import]
    if "json_format." in both:
        more.append("from google.protobuf import json_format")
    if COMPONENT_ARGS in modules.settings.names:
        more.append("from tfx.dsl.components.base.base_beam_component import BaseBeamComponent")
    shared = sorted({name for s in apart for name in s.assigns} & _used([*outside, *inside]))
    if shared:
        more.append(f"from {COMPONENTS_MODULE} import {', '.join(shared)}")
    metadata = ast.walk(ast.parse(modules.settings.metadata, mode="eval"))
    names = {node.id for node in metadata if isinstance(node, ast.Name)}
    for statement in modules.imports:
        if statement.assigns & names:
            more.append(statement.text)
    plan = modules.plan
    doc = f'"""The TFX pipeline {plan.name}, exported from {plan.notebook} by jupyterlab-tfx."""'
    folders = []
    if re.search(rf"\b{modules.own.base}\b", both):
        folders.append(_base(modules))
    if re.search(rf"\b{modules.own.modules}\b", both):
        where = f"os.path.join(os.path.dirname(os.path.abspath(__file__)), {modules.module_folder!r})"
        folders.append(
            f"# TFX packs the Python files of this folder for Transform, Trainer and the like.\n"
            f"{modules.own.modules} = {where}"
        )
    parts = [doc, _imports(modules, [*outside, *inside], more), *_environment(modules), "\n".join(folders)]
    text = "\n\n".join(part for part in parts if part)
    if constants:
        text += _gap(outside) + constants
    return f"{text}\n\n\n{function}\n"


def _environment(modules: Modules) -> list[str]:
    """Return the settings of the environment, which TensorFlow reads when it is used first."""
    settings = modules.plan.environment
    return (
        ["\n".join(f"os.environ.setdefault({k!r}, {v!r})" for k, v in settings.items())] if settings else []
    )


def _create_pipeline(modules: Modules, inside: list[Statement]) -> str:
    settings, tfx = modules.settings.names, modules.own.tfx
    head = (
        "def create_pipeline(\n"
        f"    pipeline_name={settings['PIPELINE_NAME']},\n"
        f"    pipeline_root={settings['PIPELINE_ROOT']},\n"
        "    metadata_connection_config=None,\n"
        "    enable_cache=True,\n"
        f"    beam_pipeline_args={settings['BEAM_PIPELINE_ARGS']},\n"
        "):\n"
        f'    """Returns the pipeline {modules.plan.name}.\n\n'
        "    Args:\n"
        "      pipeline_name: Name under which its runs are recorded, and their results found again.\n"
        "      pipeline_root: Folder of the artifacts.\n"
        "      metadata_connection_config: The metadata store; by default an SQLite file.\n"
        "      enable_cache: Whether the results of an equal earlier execution are taken.\n"
        "      beam_pipeline_args: Options of the components that are Apache Beam jobs.\n"
        '    """\n'
    )
    items = modules.selection.declared
    unsure = [item for item in items if item.kind == "one" and not item.certain]
    before = {id(_first(inside, item)): item for item in unsure}
    groups: list[str] = []
    chunk: list[Statement] = []
    for statement in inside:
        item = before.get(id(statement))
        if item is not None:
            empty = [f"    {i.name} = None" for i in unsure if i.statement == item.statement]
            text = "\n".join([*empty, body_text([statement])])
            if chunk and not statement.spaced and chunk[-1].cell is statement.cell:
                text = f"{body_text(chunk)}\n{text}"
            elif chunk:
                groups.append(body_text(chunk))
            groups.append(text)
            chunk = []
        else:
            chunk.append(statement)
    if chunk:
        groups.append(body_text(chunk))
    listed = "".join(f"        {_listed(item)},\n" for item in items if item not in unsure)
    groups.append(f"    components = [\n{listed}    ]")
    for item in unsure:
        groups[-1] += f"\n    if {item.name} is not None:\n        components.append({item.name})"
    if COMPONENT_ARGS in settings:
        groups.append(_component_arguments(settings[COMPONENT_ARGS], modules.own))
    groups.append(
        "    if metadata_connection_config is None:\n"
        f"        metadata_connection_config = {_metadata(modules)}\n"
        f"    return {tfx}.dsl.Pipeline(\n"
        "        pipeline_name=pipeline_name,\n"
        "        pipeline_root=pipeline_root,\n"
        "        components=components,\n"
        "        enable_cache=enable_cache,\n"
        "        metadata_connection_config=metadata_connection_config,\n"
        "        beam_pipeline_args=list(beam_pipeline_args),\n"
        "    )"
    )
    return head + "\n\n".join(groups)


def _component_arguments(constant: str, own: OwnNames) -> str:
    each, arguments = own.free("component"), own.free("beam_args")
    return (
        f"    for {each} in components:\n"
        f"        {arguments} = {constant}.get({each}.id)\n"
        f"        if {arguments} and isinstance({each}, BaseBeamComponent):\n"
        "            # TFX has them after those of all components; of two the later one counts.\n"
        f"            {each}.with_beam_pipeline_args({arguments})"
    )


def _metadata(modules: Modules) -> str:
    """Return the default connection, in several lines where it is a long call."""
    head, _, rest = modules.settings.metadata.partition("(")
    if (
        "\n" in modules.settings.metadata
        or len(modules.settings.metadata) <= _COLUMNS
        or not rest.endswith(")")
    ):
        return modules.settings.metadata
    return f"{head}(\n            {rest[:-1]}\n        )"


def _first(statements: list[Statement], item: Declared) -> Statement | None:
    return next((s for s in statements if s.position == item.statement.position), None)


def _listed(item: Declared) -> str:
    return {"list": f"*{item.name}", "dict": f"*{item.name}.values()"}.get(item.kind, item.name)
