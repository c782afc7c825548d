"""``jupyter tfx export NOTEBOOK``: the export from a terminal, and for continuous integration."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .compare import differences
from .exporter import Export, export_notebook
from .notebook import NotebookError
from .options import Options
from .problems import ExportError
from .proof import prove
from .targets import TARGETS
from .writing import present, reader, seen_from, write_files

#: Exit codes.
DONE, DIFFERENT, REFUSED = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code.

    0: written, or with ``--check`` the files are up to date and the pipelines the same. 1: with ``--check``
    they are not. 2: the notebook cannot be exported so.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    notebook = Path(given.notebook)
    out = Path(given.out) if given.out else notebook.parent / f"{notebook.stem}-pipeline"
    try:
        document = json.loads(notebook.read_text("utf-8"))
        export = export_notebook(document, _options(given, notebook, out))
    except (OSError, ValueError) as error:
        return _refuse(_reason(error, notebook))
    for problem in export.problems:
        print(problem.sentence(), file=sys.stderr)
    if not export.writable:
        return _refuse("Nothing was written. Put right what is marked as an error, and export again.")
    if given.check:
        return _check(given, export, notebook, out)
    written = write_files(out, export.files)
    for path in written:
        print(f"wrote {out / path}")
    unchanged = len(export.files) - len(written)
    if unchanged:
        print(f"{unchanged} of {len(export.files)} files were as they should be.")
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jupyter tfx", description="TFX pipelines of notebooks.")
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser(
        "export",
        help="write a notebook's pipeline as Python files for an orchestrator",
        description="Writes the pipeline that a notebook declares as Python files.",
    )
    export.add_argument("notebook", help="the .ipynb file")
    names = ",".join(TARGETS)
    export.add_argument(
        "--to", default="local", metavar=names, help="orchestrators, with commas (default: local)"
    )
    export.add_argument("--out", metavar="DIR", help="folder to write (default: NOTEBOOK-pipeline beside it)")
    export.add_argument(
        "--context", metavar="VARIABLE", help="whose pipeline, where the notebook has several"
    )
    export.add_argument("--name", help="name of the pipeline (default: the notebook's)")
    export.add_argument("--root", help="pipeline root (default: the notebook's)")
    export.add_argument("--metadata", metavar="FILE", help="SQLite file of the metadata store")
    export.add_argument(
        "--beam-arg",
        action="append",
        metavar="ARG",
        help="Beam argument, such as --beam-arg=--runner=FlinkRunner",
    )
    export.add_argument(
        "--no-beam-choice",
        action="store_true",
        help="leave out the Beam runners that were chosen in the panel",
    )
    export.add_argument(
        "--parameter",
        action="append",
        metavar="COMPONENT.ARGUMENT",
        help="make it a runtime parameter, such as trainer.train_args (default: where the data are)",
    )
    export.add_argument("--no-parameters", action="store_true", help="make no argument a runtime parameter")
    export.add_argument(
        "--constant",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="give a name this Python literal",
    )
    export.add_argument(
        "--check",
        action="store_true",
        help="write nothing: compare the files in DIR with the notebook, and both pipelines as compiled",
    )
    export.add_argument("--python", default=sys.executable, help="the Python that has TFX, for --check")
    return parser


def _options(given: argparse.Namespace, notebook: Path, out: Path) -> Options:
    constants = {}
    for text in given.constant:
        name, equals, value = text.partition("=")
        if not equals or not name.isidentifier():
            raise ExportError(f"--constant {text}: write NAME=VALUE.")
        constants[name] = value
    parameters = None if given.parameter is None else tuple(given.parameter)
    return Options(
        notebook=notebook.name,
        folder=seen_from(out, notebook.parent),
        targets=tuple(name.strip() for name in given.to.split(",") if name.strip()),
        context=given.context,
        name=given.name,
        root=given.root,
        metadata=given.metadata,
        beam_args=None if given.beam_arg is None else tuple(given.beam_arg),
        beam_choice=not given.no_beam_choice,
        parameters=() if given.no_parameters else parameters,
        constants=constants,
        read_file=reader(notebook.parent),
    )


def _check(given: argparse.Namespace, export: Export, notebook: Path, out: Path) -> int:
    now = present(out, list(export.files))
    stale = [path for path, text in export.files.items() if now[path] != text]
    for path in stale:
        state = "missing" if now[path] is None else "not what the notebook gives"
        print(f"different: {out / path} is {state}", file=sys.stderr)
    if stale:
        print("Export the notebook again, and commit the files.", file=sys.stderr)
        return DIFFERENT
    answer = prove(given.python, out, notebook, given.context)
    if "error" in answer:
        print(f"different: the exported pipeline does not compile: {answer['error']}", file=sys.stderr)
        return DIFFERENT
    found = differences(answer["declared"], answer["exported"], str(notebook.parent.resolve()))
    for sentence in found:
        print(f"different: {sentence}", file=sys.stderr)
    if found:
        for failure in answer["failures"]:
            print(f"note: {failure}", file=sys.stderr)
        return DIFFERENT
    print(f"same: {len(answer['exported'])} nodes, their channels and properties.")
    return DONE


def _reason(error: Exception, notebook: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no notebook {notebook}."
    if isinstance(error, (ExportError, NotebookError)):
        return str(error)
    return f"{notebook} cannot be read as a notebook: {error}"


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
