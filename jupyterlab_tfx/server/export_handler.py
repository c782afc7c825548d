"""Route ``export``: authenticate, read the request, call, answer."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from ..export import Export, ExportError, NotebookError, Options, context_names, export_notebook
from ..export.targets import TARGETS
from ..export.writing import present, reader, seen_from, write_files
from ..protocol import PROTOCOL_VERSION, Record, validate
from .config import NotAllowedError
from .rest import RestHandler

#: What a person may choose of the orchestrators.
_TARGETS = [{"name": target.name, "title": target.title} for target in TARGETS.values()]


class ExportHandler(RestHandler):
    """``POST export``: the files of a notebook's pipeline, to look at or to write."""

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Answer with an ExportReply; files are read and written in a thread."""
        try:
            request = json.loads(self.request.body)
            validate("ExportRequest", request)
            notebook, folder = self._places(request)
            reply = await asyncio.get_running_loop().run_in_executor(
                None, export, request, notebook, folder, self._root()
            )
        except Exception as error:
            self.refuse(error)
            return
        self.answer(reply)

    def _places(self, request: Record) -> tuple[Path, Path]:
        """Return the notebook's file and the folder to write, which are below the server's root."""
        notebook = self._below(request["notebook"])
        own = notebook.with_name(f"{notebook.stem}-pipeline")
        folder = own if request["folder"] is None else self._below(request["folder"])
        if folder == notebook.parent:
            raise ValueError("Write the pipeline into a folder of its own: TFX packs what is beside it.")
        return notebook, folder

    def _root(self) -> Path:
        return Path(self.extension.root_dir).expanduser().resolve()

    def _below(self, path: str) -> Path:
        """Return the real path of what is below the server's root: nothing is written elsewhere.

        Raises:
            NotAllowedError: it is elsewhere.
        """
        if "\0" in path:
            raise ValueError("A path holds a NUL, which no path does.")
        real = (self._root() / path.lstrip("/")).resolve()
        if not real.is_relative_to(self._root()):
            raise NotAllowedError(f"{Path(path).name[:200]} is outside of the folder that the server serves.")
        return real


def export(request: Record, notebook: Path, folder: Path, root: Path) -> Record:
    """Make the answer to an ExportRequest; write the files where that is wanted and nothing is in the way."""
    choices = request["choices"]
    reply: Record = {
        "protocol": PROTOCOL_VERSION,
        "folder": folder.relative_to(root).as_posix(),
        "absoluteFolder": str(folder),
        "base": str(notebook.parent),
        "refused": None,
        "targets": _TARGETS,
        "contexts": [],
        "name": "",
        "root": "",
        "arguments": [],
        "beam": {"chosen": False, "arguments": [], "components": []},
        "names": [],
        "files": [],
        "problems": [],
        "written": [],
    }
    try:
        content = json.loads(request["content"])
        reply["contexts"] = context_names(content)
        made = export_notebook(content, _options(request, choices, notebook, folder))
    except (ExportError, NotebookError) as error:
        return {**reply, "refused": str(error)}
    before = present(folder, list(made.files))
    written = write_files(folder, made.files) if request["write"] and made.writable else []
    return {**reply, **_record(made), "files": _files(made, before), "written": written}


def _options(request: Record, choices: Record, notebook: Path, folder: Path) -> Options:
    def listed(name: str) -> tuple[str, ...] | None:
        return None if choices[name] is None else tuple(choices[name])

    return Options(
        notebook=notebook.name,
        folder=seen_from(folder, notebook.parent),
        targets=tuple(choices["targets"]),
        context=choices["context"],
        name=choices["name"] or None,
        root=choices["root"] or None,
        metadata=choices["metadata"] or None,
        beam_args=listed("beamArguments"),
        beam_choice=choices["beamChoice"],
        parameters=listed("parameters"),
        constants=choices["constants"],
        kernel_values=request["values"],
        read_file=reader(notebook.parent),
    )


def _record(made: Export) -> dict[str, Any]:
    return {
        "name": made.plan.name,
        "root": made.root,
        "arguments": [
            {"argument": each.argument, "text": each.text, "chosen": each.chosen} for each in made.arguments
        ],
        "beam": {
            "chosen": made.beam.chosen,
            "arguments": list(made.beam.arguments),
            "components": [
                {"id": each, "arguments": list(arguments)} for each, arguments in made.beam.components.items()
            ],
        },
        "names": made.names,
        "problems": [problem.record() for problem in made.problems],
    }


def _files(made: Export, before: dict[str, str | None]) -> list[Record]:
    return [{"path": path, "text": text, "before": before[path]} for path, text in made.files.items()]
