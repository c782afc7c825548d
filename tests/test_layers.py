"""What each side of the package may import, seen in the source and in processes of their own."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import jupyterlab_tfx

PACKAGE = Path(jupyterlab_tfx.__file__).parent
HEAVY = {"tensorflow", "tfx", "ml_metadata", "apache_beam", "tensorflow_data_validation", "pandas", "numpy"}
SERVER = {"jupyter_server", "tornado", "traitlets", "sqlalchemy"}


def imports(path: Path, everywhere: bool) -> set[str]:
    """Return the modules that a file imports, absolute; those inside of functions only where asked for."""
    found = set()
    package = ["jupyterlab_tfx", *path.relative_to(PACKAGE).parent.parts]
    nodes = [ast.parse(path.read_text("utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names if node.level)}
        typing_only = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        inside = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        if not typing_only and (everywhere or not inside):
            nodes += ast.iter_child_nodes(node)
    return found


def roots(names: set[str]) -> set[str]:
    """Return the packages of modules."""
    return {name.split(".")[0] for name in names}


def files(folder: str) -> list[Path]:
    """Return the Python files of a part of the package."""
    found = sorted((PACKAGE / folder).rglob("*.py"))
    assert found
    return found


def part_of(name: str, folder: str) -> bool:
    """Tell whether a module is in a part of the package."""
    return f"{name}.".startswith(f"jupyterlab_tfx.{folder}.")


def process(code: str) -> list[str]:
    """Run code in a new interpreter; return the packages and our modules that it had loaded in the end."""
    report = (
        "\nimport json as j, sys as s\n"
        "print('\\n' + j.dumps([m for m in s.modules if '.' not in m or m.startswith('jupyterlab_tfx.')]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    modules: list[str] = json.loads(done.stdout.splitlines()[-1])
    return modules


@pytest.mark.parametrize("path", files("server"), ids=lambda path: path.name)
def test_server_source(path: Path) -> None:
    names = imports(path, everywhere=True)
    assert not roots(names) & HEAVY
    assert not [name for name in names if part_of(name, "kernel")]


@pytest.mark.parametrize("path", files("kernel"), ids=lambda path: path.name)
def test_kernel_source(path: Path) -> None:
    names = imports(path, everywhere=True)
    assert not roots(names) & SERVER
    assert not [name for name in names if part_of(name, "server")]
    # Beam imports its runner by name, when it is here already: nothing else may be loaded with that module.
    if path.name != "beam_progress.py":
        assert roots(imports(path, everywhere=False)) <= {*sys.stdlib_module_names, "jupyterlab_tfx"}


@pytest.mark.parametrize("path", files("node"), ids=lambda path: path.name)
def test_node_source(path: Path) -> None:
    """The node command imports TFX in functions only, and none of the sides."""
    names = imports(path, everywhere=True)
    assert not roots(names) & SERVER
    assert not [name for name in names if part_of(name, "server") or part_of(name, "kernel")]
    assert roots(imports(path, everywhere=False)) <= {*sys.stdlib_module_names, "jupyterlab_tfx"}


@pytest.mark.parametrize("path", files("protocol"), ids=lambda path: path.name)
def test_protocol_source(path: Path) -> None:
    assert roots(imports(path, everywhere=False)) <= {*sys.stdlib_module_names}
    assert roots(imports(path, everywhere=True)) <= {*sys.stdlib_module_names, "fastjsonschema"}


@pytest.mark.parametrize("path", files("artifacts"), ids=lambda path: path.name)
def test_artifacts_source(path: Path) -> None:
    """What both sides share: the standard library and the protocol."""
    names = imports(path, everywhere=True)
    assert roots(names) <= {*sys.stdlib_module_names, "jupyterlab_tfx"}
    assert not [name for name in names if part_of(name, "server") or part_of(name, "kernel")]


@pytest.mark.parametrize("path", files("export"), ids=lambda path: path.name)
def test_export_source(path: Path) -> None:
    """The exporter runs in the server, in the kernel and in a terminal: the standard library only."""
    names = imports(path, everywhere=True)
    assert roots(names) <= {*sys.stdlib_module_names, "jupyterlab_tfx"}
    assert not [name for name in names if part_of(name, "server") or part_of(name, "kernel")]


@pytest.mark.parametrize("path", files("beam"), ids=lambda path: path.name)
def test_beam_source(path: Path) -> None:
    """Choices of Beam runners are checked without Beam."""
    names = imports(path, everywhere=True)
    assert roots(names) <= {*sys.stdlib_module_names, "jupyterlab_tfx"}
    assert not [name for name in names if part_of(name, "server") or part_of(name, "kernel")]


def test_package_imports_nothing() -> None:
    modules = process("import jupyterlab_tfx")
    assert [name for name in modules if name.startswith("jupyterlab_tfx.")] == ["jupyterlab_tfx._version"]
    assert not set(modules) & (HEAVY | SERVER)


def test_server_imports() -> None:
    modules = process(
        "import pkgutil, importlib, jupyterlab_tfx.server as server\n"
        "for module in pkgutil.iter_modules(server.__path__):\n"
        "    importlib.import_module(f'jupyterlab_tfx.server.{module.name}')\n"
    )
    assert not set(modules) & HEAVY
    assert not [name for name in modules if part_of(name, "kernel")]


def test_kernel_imports() -> None:
    modules = process(
        "import jupyterlab_tfx.kernel.attachment, jupyterlab_tfx.kernel.earlier, jupyterlab_tfx.artifacts"
    )
    assert not set(modules) & (HEAVY | SERVER | {"IPython", "ipykernel"})
    assert not [name for name in modules if part_of(name, "server")]


def test_kernel_imports_without_the_server_s_packages() -> None:
    """A kernel's environment need not have any package of the Jupyter server."""
    process(
        "import sys\n"
        "class Nowhere:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('jupyter_server', 'tornado', 'traitlets', 'sqlalchemy'):\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Nowhere())\n"
        "import pkgutil, importlib, jupyterlab_tfx.kernel as kernel\n"
        "for module in pkgutil.iter_modules(kernel.__path__):\n"
        "    if module.name != 'beam_progress':\n"
        "        importlib.import_module(f'jupyterlab_tfx.kernel.{module.name}')\n"
    )
