"""From a notebook to the files of a pipeline."""

from __future__ import annotations

import ast
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import checks
from .beam_choice import BeamChosen, read_beam_choice
from .edits import Editor
from .files import MODULES, LocalFiles, read_written
from .marks import mark
from .names import Names, Original, read_names, read_statements
from .notebook import CodeCell, read_cells
from .options import Options
from .parameters import Argument, Parameter
from .plan import Plan, for_comment
from .problems import ExportError, Problem
from .readme import readme
from .selection import Selection, select
from .settings import context_arguments, environment, own_names, read_settings
from .slicing import Slice
from .statements import Statement, make_statement
from .targets import TARGETS
from .write_modules import Modules, write_modules

#: Problems that a value of the kernel may solve.
_FROM_KERNEL = {"undefined-name", "kernel-only", "magic-name", "run-result"}


@dataclass(frozen=True)
class BeamExport:
    """The Beam arguments of an exported pipeline."""

    #: Whether runners were chosen in the panel, taken over or not.
    chosen: bool = False
    #: Of all components; Python text where the notebook computes them.
    arguments: tuple[str, ...] = ()
    #: More of single components, by their ids.
    components: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Export:
    """What an export writes, and what stands in its way."""

    plan: Plan
    #: Text by path in the exported folder, sorted by path.
    files: dict[str, str]
    problems: list[Problem] = field(default_factory=list)
    #: What is or may become a runtime parameter.
    arguments: list[Argument] = field(default_factory=list)
    #: Python text of the pipeline root.
    root: str = ""
    beam: BeamExport = field(default_factory=BeamExport)
    #: Names whose values the kernel may tell.
    names: list[str] = field(default_factory=list)

    @property
    def writable(self) -> bool:
        """Whether no problem keeps the files from being written."""
        return not any(problem.severity == "error" for problem in self.problems)


def export_notebook(notebook: Any, options: Options) -> Export:
    """Make the files of a pipeline from a notebook. The same notebook and options give the same bytes.

    Args:
        notebook: The notebook document, nbformat 4.
        options: What was chosen.

    Raises:
        NotebookError: it is no notebook in Python.
        ExportError: an option cannot be met, or the notebook declares no component.
    """
    unknown = [name for name in options.targets if name not in TARGETS]
    if unknown:
        raise ExportError(f"There is no orchestrator {unknown[0]}. There are: {', '.join(TARGETS)}.")
    exporter = _Exporter(read_cells(notebook), options, read_beam_choice(notebook))
    return exporter.export()


def context_names(notebook: Any) -> list[str]:
    """Return the variables of a notebook's contexts.

    Raises:
        NotebookError: it is no notebook in Python.
    """
    return list(read_names(read_statements(read_cells(notebook))[0]).contexts)


class _Exporter:
    """One export."""

    def __init__(self, cells: list[CodeCell], options: Options, beam: BeamChosen) -> None:
        self.cells = cells
        self.options = options
        self.originals, self.broken = read_statements(cells)
        self.names: Names = read_names(self.originals)
        self.selection: Selection = select(self.originals, self.names, options)
        if not self.selection.declared:
            raise ExportError(
                "No cell of the notebook declares a component of TFX at its top level: there is no pipeline "
                "to export."
            )
        self.files: LocalFiles = read_written(cells, self.names, options)
        self.components = {item.name for item in self.selection.everything}
        self.own = own_names(self.names, self.components)
        self.marks = mark(self.names, self.originals)
        self.editor = Editor(
            self.names,
            self.marks,
            self.files,
            options,
            base=self.own.base,
            modules=self.own.modules,
            runtime_parameter=f"{self.own.tfx}.dsl.experimental.RuntimeParameter",
            message_to_json="json_format.MessageToJson",
        )
        given = context_arguments(self.selection.context, self.names, self.originals, self.editor)
        self.found_beam = beam
        self.beam = beam if options.beam_choice else BeamChosen()
        self.settings = read_settings(self.names, self.own, options, given, self.beam)

    def export(self) -> Export:
        """Return the files and the problems."""
        settings = [
            make_statement(text, self.names, set(), len(self.originals)) for text in self.settings.statements
        ]
        statements = self._constants()
        statements += [part for original in self.originals for part in self._statements(original)]
        statements += settings
        kept = Slice(statements)
        wanted = [s for s in statements if s.position in self._positions() or s in settings]
        kept.keep(wanted)
        for item in self.selection.declared:  # and what is done to it later
            kept.need(item.name, len(statements), wanted[-1])
        undefined = self._without_stars(kept, statements)
        ordered = kept.ordered()
        problems = self._problems(ordered, undefined)
        plan = Plan(
            notebook=for_comment(posixpath.basename(self.options.notebook)),
            name=for_comment(self.settings.pipeline_name),
            parameters=tuple(self._parameters(ordered)),
            environment=environment(self.originals, self.cells, self.names),
            targets=self.options.targets,
        )
        self._place_imports(ordered)
        modules = Modules(
            plan=plan,
            statements=ordered,
            names=self.names,
            selection=self.selection,
            own=self.own,
            folder=self.options.folder,
            module_folder=MODULES,
            settings=self.settings,
            local_modules=[p.removesuffix(".py") for p in self.files.files() if "/" not in p],
        )
        beside, written = self.files.files(), write_modules(modules)
        for target in plan.targets:
            written.update(TARGETS[target].files(plan))
        for path in sorted(beside.keys() & written.keys()):
            raise ExportError(
                f"The notebook has a file {path} of its own, the name of an exported one: rename it."
            )
        files = {**beside, **written}
        files["README.md"] = readme(plan, files)
        positions = dict.fromkeys(statement.position for statement in ordered)
        return Export(
            plan,
            dict(sorted(files.items())),
            problems,
            arguments=[argument for at in positions for argument in self.editor.arguments.get(at, [])],
            root=self.settings.root,
            beam=BeamExport(self.found_beam.anything, self.settings.beam, self.beam.components),
            names=sorted({p.name for p in problems if p.name and p.code in _FROM_KERNEL}),
        )

    # Statements.

    def _statements(self, original: Original) -> list[Statement]:
        node = original.node
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            return [self._import(original, alias) for alias in node.names]
        text = self.editor.edited(original)
        if not text.strip():
            return []
        statement = make_statement(
            text, self.names, self.components, original.position, original.cell, node.lineno
        )
        start = original.text.span(node)[0]
        above = original.text.comment_above(start)
        comment = original.text.text[above : original.text.line_start(start)]
        statement.comment = "\n".join(line.strip() for line in comment.rstrip().split("\n")).strip()
        statement.spaced = original.text.text[:above].endswith("\n\n")
        constant = self._constant_for(statement)
        return self._hoisted(statement) if constant is None else [constant]

    def _hoisted(self, statement: Statement) -> list[Statement]:
        """Return a statement with those that must stand before it."""
        found = [
            make_statement(text, self.names, set(), statement.position, statement.cell, statement.line)
            for text in self.editor.hoisted.get(statement.position, [])
        ]
        if found:
            found[0].comment, found[0].spaced = statement.comment, statement.spaced
            statement.comment, statement.spaced = "", False
        return [*found, statement]

    def _import(self, original: Original, alias: ast.alias) -> Statement:
        node = original.node
        single: ast.stmt = ast.Import(names=[alias])
        if isinstance(node, ast.ImportFrom):
            single = ast.ImportFrom(module=node.module, names=[alias], level=node.level)
        text = ast.unparse(ast.fix_missing_locations(single))
        return make_statement(text, self.names, set(), original.position, original.cell, node.lineno)

    def _constant_for(self, statement: Statement) -> Statement | None:
        """Return the constant that was given for what a statement assigns."""
        if not isinstance(statement.node, ast.Assign) or len(statement.assigns) != 1:
            return None
        (name,) = statement.assigns
        if name not in self.settings.overrides:
            return None
        text = f"{name} = {self.settings.overrides[name]}"
        made = make_statement(
            text, self.names, self.components, statement.position, statement.cell, statement.line
        )
        made.comment, made.spaced = statement.comment, statement.spaced
        return made

    def _constants(self) -> list[Statement]:
        """Return statements for the names that were given a value, and that no cell gives one."""
        return [
            make_statement(f"{name} = {text}", self.names, set(), -1)
            for name, text in sorted(self.settings.overrides.items())
            if name not in self.names.assigned
        ]

    def _positions(self) -> set[int]:
        return {item.statement.position for item in self.selection.declared}

    # Names.

    def _without_stars(self, kept: Slice, statements: list[Statement]) -> dict[str, Statement]:
        """Take names that no statement binds as those of ``from module import *``, where there is one."""
        own = {self.own.base, self.own.modules, self.own.tfx, "os", "json_format", "pipeline_root"}
        undefined = {name: reader for name, reader in kept.undefined.items() if name not in own}
        stars = [s for s in statements if s.is_import and s.text.endswith("import *")]
        if undefined and stars:
            kept.keep(stars)
            return {}
        return undefined

    # Findings.

    def _problems(self, kept: list[Statement], undefined: dict[str, Statement]) -> list[Problem]:
        results = self.marks.results
        found = checks.undefined_names(
            undefined, self.originals, self.names, self.cells, results, self.options
        )
        for cell, error in self.broken:
            message = f"The cell is no Python, and was passed over: {error.msg}."
            found.append(Problem("syntax", "warning", message, cell.id, cell.number, error.lineno))
        found += checks.run_results(kept, results)
        found += checks.made_anew(kept, self.names, self.options)
        found += checks.local_paths(kept, self.marks)
        found += checks.secrets(kept)
        found += checks.beam_images(self.settings.beam, self.beam)
        found += checks.defined_twice(self.selection, kept)
        found += checks.marked_parameters(self.options, self._parameters(kept), self.selection)
        for statement in kept:
            found += self.editor.problems.get(statement.position, [])
        unique = list(dict.fromkeys(found))
        return sorted(unique, key=lambda p: (p.severity, p.cell or 0, p.line or 0, p.code, p.message))

    def _parameters(self, kept: list[Statement]) -> list[Parameter]:
        positions = dict.fromkeys(statement.position for statement in kept)
        return [parameter for at in positions for parameter in self.editor.parameters.get(at, [])]

    def _place_imports(self, kept: list[Statement]) -> None:
        """Take in the modules beside the notebook that kept statements import."""
        for statement in kept:
            if isinstance(statement.node, ast.Import):
                for alias in statement.node.names:
                    self.files.place_import(alias.name)
            elif isinstance(statement.node, ast.ImportFrom) and statement.node.module:
                self.files.place_import(statement.node.module)
