"""Name, root, metadata store, Beam arguments and environment of an exported pipeline."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .beam_choice import BeamChosen
from .edits import Editor
from .files import local_path
from .names import Names, Original
from .notebook import CodeCell
from .options import Options
from .problems import ExportError

#: The setting that has the Beam arguments of single components, by their ids.
COMPONENT_ARGS = "COMPONENT_BEAM_PIPELINE_ARGS"
#: Settings of the environment that change what TensorFlow and TFX do.
_ENVIRONMENT = re.compile(r"(TF|TFX|KERAS|XLA|CUDA)_")


@dataclass(frozen=True)
class OwnNames:
    """Names that the exported modules have beside the notebook's."""

    #: ``tfx.v1``, and the import that gives it.
    tfx: str
    tfx_import: str
    #: The folder that relative paths begin at, and that of the module files.
    base: str
    modules: str
    taken: frozenset[str]

    def free(self, name: str) -> str:
        """Return a name that the notebook does not use for something else."""
        return _free(name, self.taken)


def _free(name: str, taken: frozenset[str]) -> str:
    while name in taken:
        name = f"EXPORT_{name}"
    return name


def own_names(names: Names, components: set[str]) -> OwnNames:
    """Choose the names that the notebook leaves free."""
    taken = frozenset({*names.assigned, *names.imports, *components})
    given = next((name for name, path in names.imports.items() if path == "tfx.v1"), None)
    tfx = given or ("tfx_v1" if "tfx" in taken else "tfx")
    base, modules = _free("BASE_FOLDER", taken), _free("MODULES_FOLDER", taken)
    return OwnNames(tfx, f"from tfx import v1 as {tfx}", base, modules, taken)


@dataclass
class Settings:
    """The settings of a pipeline, as Python text."""

    pipeline_name: str
    #: Name of the constant, by setting: ``PIPELINE_NAME``, ``PIPELINE_ROOT``, ``BEAM_PIPELINE_ARGS``, and
    #: :data:`COMPONENT_ARGS` where single components have some.
    names: dict[str, str]
    #: Beam arguments of all components; Python text where they are no literals.
    beam: tuple[str, ...]
    #: The root as the notebook has it, or its Python text where the source does not tell.
    root: str
    #: Default connection to the metadata store.
    metadata: str
    #: What gives the constants their values, or reads those of the notebook.
    statements: list[str]
    #: What stands for values that the notebook assigns.
    overrides: dict[str, str] = field(default_factory=dict)


def context_arguments(
    context: str | None, names: Names, originals: list[Original], editor: Editor
) -> dict[str, str]:
    """Return the edited texts of a context's arguments."""
    call = names.contexts.get(context or "")
    if call is None:
        return {}
    original = next(o for o in originals if any(node is call for node in ast.walk(o.node)))
    return {
        name: editor.expression(original, value)
        for name, value in names.arguments(call)
        if not (isinstance(value, ast.Constant) and value.value is None)
    }


def read_settings(
    names: Names, own: OwnNames, options: Options, given: dict[str, str], chosen: BeamChosen
) -> Settings:
    """Take the settings from the options, else from the panel's choice, else from the context's arguments.

    Raises:
        ExportError: a constant of the options is no literal.
    """

    def path_text(path: str) -> str:
        return repr(path) if local_path(path) is None else f"os.path.join({own.base}, {path!r})"

    overrides = {name: _literal(name, text) for name, text in options.constants.items()}
    texts = {
        "PIPELINE_NAME": repr(options.name)
        if options.name
        else given.get("pipeline_name", repr(options.stem)),
        "PIPELINE_ROOT": path_text(options.root) if options.root else given.get("pipeline_root", ""),
        # As in the notebook's kernel; Beam's DirectRunner may download another runner first.
        "BEAM_PIPELINE_ARGS": given.get("beam_pipeline_args", "['--runner=FnApiRunner']"),
    }
    beam_args = chosen.all if options.beam_args is None else options.beam_args
    if beam_args is not None:
        texts["BEAM_PIPELINE_ARGS"] = list_text(beam_args)
    if chosen.components:
        texts[COMPONENT_ARGS] = _by_component(chosen)
    for setting, value in (("PIPELINE_NAME", options.name), ("PIPELINE_ROOT", options.root)):
        variable = given.get(setting.lower(), "")
        if value and variable in names.assigned:
            overrides[variable], texts[setting] = texts[setting], variable
    known = {*names.assigned, *overrides}
    constants = {name: text if text in known else own.free(name) for name, text in texts.items()}
    texts["PIPELINE_ROOT"] = (
        texts["PIPELINE_ROOT"] or f"os.path.join({own.base}, 'runs', {constants['PIPELINE_NAME']})"
    )
    statements = [
        text if constants[name] == text else f"{constants[name]} = {text}" for name, text in texts.items()
    ]
    sqlite = f"{own.tfx}.orchestration.metadata.sqlite_metadata_connection_config"
    metadata = f"{sqlite}(os.path.join(pipeline_root, 'metadata.sqlite'))"
    if options.metadata:
        metadata = f"{sqlite}({path_text(options.metadata)})"
    elif "metadata_connection_config" in given:
        metadata = given["metadata_connection_config"]
        statements.append(metadata)
    name = _text_of(texts["PIPELINE_NAME"], names, overrides) or options.stem
    root = options.root or f"runs/{name}"
    if not options.root and "pipeline_root" in given:
        text = given["pipeline_root"]
        root = _text_of(text.replace(f"{own.base}, ", ""), names, {}) or text
    beam = _listed(texts["BEAM_PIPELINE_ARGS"])
    return Settings(name, constants, beam, root, metadata, statements, overrides)


def list_text(values: Iterable[str], indent: str = "") -> str:
    """Return the Python text of a list; one of several values has a line for each."""
    texts = [repr(value) for value in values]
    if not texts[1:]:
        return f"[{''.join(texts)}]"
    return "[\n" + "".join(f"{indent}    {text},\n" for text in texts) + f"{indent}]"


def _by_component(chosen: BeamChosen) -> str:
    lines = [f"    {name!r}: {list_text(args, '    ')},\n" for name, args in chosen.components.items()]
    return "{\n" + "".join(lines) + "}"


def _listed(text: str) -> tuple[str, ...]:
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return (text,)
    return tuple(str(each) for each in value) if isinstance(value, (list, tuple)) else (text,)


def _literal(name: str, text: str) -> str:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        raise ExportError(f"The constant for {name} is no literal of Python: {text[:80]}") from None
    return text


def _text_of(text: str, names: Names, overrides: dict[str, str]) -> str | None:
    """Return the text that an expression makes, where the source tells."""
    return names.fold(ast.parse(overrides.get(text, text), mode="eval").body, 1 << 30)


def environment(originals: list[Original], cells: list[CodeCell], names: Names) -> dict[str, str]:
    """Return the settings of the environment that the notebook makes, as far as they are texts."""
    found = {}
    for original in originals:
        node = original.node
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Subscript):
            continue
        target = node.targets[0]
        if names.dotted(target.value) == "os.environ" and isinstance(target.slice, ast.Constant):
            name, value = str(target.slice.value), names.fold(node.value, original.position)
            if value is not None and _ENVIRONMENT.match(name):
                found[name] = value
    for cell in cells:
        for magic in cell.magics:
            match = re.match(r"%(?:set_)?env\s+(\w+)[ =]\s*(\S+)", magic.text)
            if match and _ENVIRONMENT.match(match[1]):
                found[match[1]] = match[2]
    return dict(sorted(found.items()))
