"""Files that the exported pipeline needs: what cells write, and Python files beside the notebook."""

from __future__ import annotations

import ast
import posixpath
import re
from dataclasses import dataclass, field

from .names import Names
from .notebook import CodeCell
from .options import Options

#: Folder of the modules that TFX packs into wheels: it packs every Python file of a folder together.
MODULES = "modules"


@dataclass
class LocalFiles:
    """Text files by their path as seen from the notebook's folder, and where each goes."""

    options: Options
    #: What cells write.
    written: dict[str, str] = field(default_factory=dict)
    #: Path as seen from the notebook, by path in the exported folder.
    placed: dict[str, str] = field(default_factory=dict)

    def text(self, path: str) -> str | None:
        """Return a file's text: as a cell writes it, or as it is on disk."""
        return self.written[path] if path in self.written else self.options.read_file(path)

    def place_module(self, path: str) -> str | None:
        """Take a module file in; return its path in the exported folder; ``None``: no such file."""
        return self._place(path, MODULES)

    def place_import(self, module: str) -> bool:
        """Take in the file of an imported module, where it is one of the notebook's."""
        path = f"{module.partition('.')[0]}.py"
        return self._place(path, "") is not None

    def files(self) -> dict[str, str]:
        """Return the text of every file by its path in the exported folder."""
        return {place: self.text(path) or "" for place, path in sorted(self.placed.items())}

    def _place(self, path: str, folder: str) -> str | None:
        text = self.text(path)
        if text is None:
            return None
        place = posixpath.join(folder, posixpath.basename(path))
        if place in self.placed:
            return place
        self.placed[place] = path
        if path.endswith(".py"):
            beside = posixpath.dirname(path)
            for module in _imported(text):
                self._place(posixpath.normpath(posixpath.join(beside, f"{module}.py")), folder)
        return place


def _imported(text: str) -> list[str]:
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return []
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(dict.fromkeys(alias.name.partition(".")[0] for alias in node.names))
        elif isinstance(node, ast.ImportFrom) and node.level <= 1:
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found.update(dict.fromkeys(name.partition(".")[0] for name in names))
    return list(found)


def local_path(text: str) -> str | None:
    """Return a path as seen from the notebook's folder; ``None`` where it is absolute."""
    if not text or text.startswith(("/", "~")) or "://" in text or re.match(r"[A-Za-z]:[\\/]", text):
        return None
    return posixpath.normpath(text)


def read_written(cells: list[CodeCell], names: Names, options: Options) -> LocalFiles:
    """Read what cells with ``%%writefile`` write; ``{name}`` in a path is a text of the notebook."""
    files = LocalFiles(options)
    end = 1 << 30

    def folded(match: re.Match[str]) -> str:
        text = match[1] or match[2]
        try:
            value = names.fold(ast.parse(text.strip(), mode="eval").body, end)
        except SyntaxError:
            value = None
        return match[0] if value is None else value

    for cell in cells:
        if cell.written is not None:
            path = re.sub(r"\{([^{}]+)\}|\$(\w+)", folded, cell.written.path)
            path = local_path(path) or path
            before = files.written.get(path, "") if cell.written.append else ""
            files.written[path] = before + cell.written.text
    return files
