"""What is looked for before anything is written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from ..beam import NO_WORKERS_ELSEWHERE, given_runner
from .beam_choice import BeamChosen
from .marks import Marks
from .names import Names, Original
from .notebook import CodeCell
from .options import Options
from .parameters import Parameter
from .problems import Problem, Severity
from .selection import Selection
from .statements import Statement

_SECRET_NAME = re.compile(
    r"(passw(or)?d|passwd|secret|api_?key|access_?key|private_?key|credential|(^|_)token$|auth_?token)", re.I
)
_SECRET_TEXT = re.compile(
    r"(AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_\-]{35}|gh[pousr]_[0-9A-Za-z]{36}|xox[abp]-[0-9A-Za-z-]{10,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----|://[^/\s:@]+:[^/\s@]+@)"
)
#: Functions that give another value each time.
_MADE_ANEW = re.compile(
    r"(tempfile\.(mkdtemp|mkstemp|TemporaryDirectory|gettempdir|NamedTemporaryFile)|time\.(time|strftime)"
    r"|datetime\.datetime\.(now|utcnow|today)|datetime\.date\.today|uuid\.uuid[14]|random\.\w+"
    r"|numpy\.random\.\w+|getpass\.getpass|input)$"
)


def undefined_names(
    undefined: dict[str, Statement],
    originals: list[Original],
    names: Names,
    cells: list[CodeCell],
    results: set[str],
    options: Options,
) -> list[Problem]:
    """Say of each name that no statement binds why there is no value."""
    found = []
    for name, reader in sorted(undefined.items()):
        cell, line = reader.cell, _line_of(name, reader, originals)
        maker = next(((c, m) for c in cells for m in c.magics if name in m.names), None)
        offer = options.kernel_values.get(name)
        if maker is not None:
            cell, magic = maker
            line = magic.line
            code = "magic-name"
            message = f"{name} has its value from {magic.text}, which is not Python: the file has no value."
        elif name in results or name in names.contexts:
            code, message = "run-result", f"{name} is what a run has given back; a pipeline has not run yet."
        elif name in options.kernel_values:
            code = "kernel-only"
            message = f"{name} has a value in the kernel, but no cell that gives it one."
            if offer and (_SECRET_NAME.search(name) or _SECRET_TEXT.search(offer)):
                offer = None
                message += " It looks like a secret: read it from the environment in a cell, os.environ['…']."
            elif not offer:
                message += " Its value cannot be written as a constant: define it in a cell."
        else:
            code, message = "undefined-name", f"{name} is used, but no cell defines it."
            running = next(
                (m for c in cells for m in c.magics if re.match(r"%(run|load|store)\b", m.text)), None
            )
            if running is not None:
                message += f" It may come from {running.text}."
        found.append(_problem(code, "error", message, cell, line, name, offer))
    return found


def _line_of(name: str, reader: Statement, originals: list[Original]) -> int:
    """Return the line of the cell where a statement reads a name."""
    found = (
        node.lineno
        for original in originals
        if original.position == reader.position
        for node in ast.walk(original.node)
        if isinstance(node, ast.Name) and node.id == name
    )
    return min(found, default=reader.line)


def run_results(kept: Iterable[Statement], results: set[str]) -> list[Problem]:
    """Say which statements hang on what a run has made."""
    found = []
    for statement in kept:
        for name in sorted(statement.assigns & results):
            message = (
                f"{name} is made of what a run has made, which a pipeline cannot know before it runs: "
                "make a component of it, or give it a constant."
            )
            found.append(_problem("run-result", "error", message, statement.cell, statement.line, name))
    return found


def local_paths(kept: Iterable[Statement], marks: Marks) -> list[Problem]:
    """Warn of paths that are another machine's only by luck."""
    positions = {statement.position for statement in kept}
    found = []
    for statement, node in marks.paths:
        if statement.position in positions:
            message = (
                f"{statement.text.of(node)} is a path beside the notebook: the exported pipeline looks "
                "for it there, and another machine needs another one."
            )
            found.append(_problem("local-path", "warning", message, statement.cell, node.lineno))
    return found


def made_anew(kept: Iterable[Statement], names: Names, options: Options) -> list[Problem]:
    """Warn of values that are others in every process."""
    found = []
    for statement in kept:
        if not isinstance(statement.node, ast.Assign):
            continue
        for node in ast.walk(statement.node):
            if isinstance(node, ast.Call) and _MADE_ANEW.match(names.dotted(node.func)):
                name = min(statement.assigns, default=None)
                message = (
                    f"{names.dotted(node.func)} gives {name or 'this'} another value each time: in every run "
                    "of the exported pipeline it is a new one. Give it a constant."
                )
                offer = options.kernel_values.get(name or "")
                found.append(
                    _problem("kernel-only", "warning", message, statement.cell, statement.line, name, offer)
                )
                break
    return found


def beam_images(arguments: Iterable[str], beam: BeamChosen) -> list[Problem]:
    """Find components whose workers are elsewhere, and would lack TFX for what all components are given."""
    if NO_WORKERS_ELSEWHERE not in arguments:
        return []
    return [
        Problem(
            "beam-image",
            "warning",
            f"{name} would run on Dataflow with {NO_WORKERS_ELSEWHERE}, which is for the other components: "
            "TFX adds the Beam arguments of all to those of one. Name an image of the workers for it in the "
            "panel's Beam runner.",
        )
        for name, own in beam.components.items()
        if given_runner(own) == "DataflowRunner" and not any("sdk_container_image" in each for each in own)
    ]


def secrets(kept: Iterable[Statement]) -> list[Problem]:
    """Find texts that look like what must not stand in a file."""
    found = []
    kept = list(kept)
    for statement in kept:
        named: dict[int, str] = {}
        for node in ast.walk(statement.node):
            pairs: list[tuple[str, ast.expr]] = []
            if isinstance(node, ast.Assign):
                pairs = [(ast.unparse(target), node.value) for target in node.targets]
            elif isinstance(node, ast.Call):
                pairs = [(keyword.arg or "", keyword.value) for keyword in node.keywords]
            elif isinstance(node, ast.Dict):
                pairs = [
                    (str(key.value), value)
                    for key, value in zip(node.keys, node.values, strict=True)
                    if isinstance(key, ast.Constant)
                ]
            for name, value in pairs:
                text = value.value if isinstance(value, ast.Constant) else None
                if isinstance(text, str) and text and _SECRET_NAME.search(name):
                    named[value.lineno] = name
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and _SECRET_TEXT.search(node.value)
            ):
                named.setdefault(node.lineno, "A text")
        for line, name in sorted(named.items()):
            message = (
                f"{name} looks like a secret, and would be written into the file. Read it from the "
                "environment: os.environ['…']."
            )
            # A constant that no cell has is the matter of the cell that reads it.
            reader = statement if statement.cell else _reader(statement, kept)
            found.append(_problem("secret", "error", message, reader.cell, reader.line + line - 1))
    return found


def _reader(constant: Statement, kept: Iterable[Statement]) -> Statement:
    """Return the first statement of a cell that reads what another assigns, else that one."""
    readers = (each for each in kept if each.cell and each.all_names & constant.assigns)
    return next(readers, constant)


def defined_twice(selection: Selection, kept: Iterable[Statement]) -> list[Problem]:
    """Find components that two cells define."""
    positions = {statement.position for statement in kept}
    cells: dict[str, list[tuple[Original, bool]]] = {}
    for item in selection.everything:
        if item.certain and item.kind == "one":
            cells.setdefault(item.name, []).append((item.statement, item.statement.position in positions))
    chosen = {item.name for item in selection.declared}
    found = []
    for name, statements in cells.items():
        if name not in chosen or len({s.cell.id for s, _ in statements}) < 2:  # noqa: PLR2004 - cells
            continue
        last = statements[-1][0]
        numbers = ", ".join(str(s.cell.number) for s, _ in statements)
        in_pipeline = sum(kept for _, kept in statements)
        if in_pipeline > 1:
            message = f"{name} is defined in cells {numbers}, and both are used."
            message += " A pipeline cannot have two of an id: give one of them another name and .with_id(…)."
        else:
            message = f"{name} is defined in cells {numbers}: the last one is exported."
        severity: Severity = "error" if in_pipeline > 1 else "warning"
        line = last.node.lineno
        found.append(Problem("defined-twice", severity, message, last.cell.id, last.cell.number, line, name))
    return found


def _problem(
    code: str,
    severity: Severity,
    message: str,
    cell: CodeCell | None,
    line: int | None,
    name: str | None = None,
    offer: str | None = None,
) -> Problem:
    return Problem(
        code,
        severity,
        message,
        None if cell is None else cell.id,
        None if cell is None else cell.number,
        line if cell is not None else None,
        name,
        offer,
    )


def marked_parameters(
    options: Options, parameters: Iterable[Parameter], selection: Selection
) -> list[Problem]:
    """Say which marked arguments no component of the pipeline has."""
    lifted = {parameter.argument for parameter in parameters}
    found = []
    for argument in options.parameters or ():
        if argument not in lifted:
            names = ", ".join(item.name for item in selection.declared)
            message = (
                f"{argument} cannot be a runtime parameter: name an argument that a component is given, as "
                f"component.argument. The components are {names}."
            )
            found.append(Problem("parameter", "error", message))
    return found
