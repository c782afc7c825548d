"""The attachment in a kernel that never imports TFX: handshake, requests, hooks, cells, files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from jupyterlab_tfx import __version__
from jupyterlab_tfx.protocol import PROTOCOL_VERSION

from .live_kernel import LiveComm, LiveKernel

ATTACHED = "getattr(get_ipython(), '_jupyterlab_tfx', None) is not None"
#: Every place that an attachment leaves a hook in, as numbers.
HOOKS = """{
    'cells': [len(get_ipython().events.callbacks[n]) for n in ('pre_run_cell', 'post_run_cell')],
    'finders': sum(type(f).__module__.startswith('jupyterlab_tfx') for f in __import__('sys').meta_path),
    'targets': 'jupyterlab_tfx' in get_ipython().kernel.comm_manager.targets,
    'formats': len(get_ipython().display_formatter.mimebundle_formatter.deferred_printers),
}"""
TFX_MODULES = "sorted(m for m in __import__('sys').modules if m.split('.')[0] in ('tfx', 'tensorflow'))"


@pytest.fixture
def comm(bare_kernel: LiveKernel) -> Iterator[LiveComm]:
    """A comm that has shaken hands with an attachment of its own."""
    bare_kernel.attach()
    comm = bare_kernel.comm()
    comm.hello()
    yield comm
    comm.close()
    # The last one undoes the attachment, whatever the test left open.
    for other in bare_kernel.comms():
        other.close()
    last = bare_kernel.comm()
    if bare_kernel.value(ATTACHED):
        last.ask("detach")


def test_handshake(comm: LiveComm) -> None:
    kernel = comm.kernel
    hello = comm.hello()
    assert hello["protocol"] == PROTOCOL_VERSION
    assert hello["version"] == __version__
    assert hello["pid"] == kernel.value("__import__('os').getpid()")
    assert hello["executable"] == kernel.value("__import__('sys').executable")
    snapshot = hello["snapshot"]
    assert snapshot["cwd"] == kernel.value("__import__('os').getcwd()")
    assert (snapshot["contexts"], snapshot["components"], snapshot["runs"]) == ([], [], [])
    assert snapshot["tfx"]["state"] == "installed"
    assert snapshot["tfx"]["version"].count(".") == 2


def test_nothing_imports_tfx(comm: LiveComm) -> None:
    comm.ask("snapshot")
    comm.ask("check-files")
    comm.kernel.good("x = 1")
    assert comm.kernel.value(TFX_MODULES) == []


def test_looking_for_tfx_is_no_import(comm: LiveComm) -> None:
    """A person's own look for the package, or the completer's, is not told as an import."""
    comm.kernel.good("import importlib.util; found = importlib.util.find_spec('tfx')", "look")
    assert comm.cell("look")["tfx"]["state"] == "installed"
    comm.kernel.value("__import__('importlib').util.find_spec('tfx') is not None")
    assert comm.of("tfx") == []
    assert comm.ask("snapshot")["tfx"]["state"] == "installed"


def test_import_that_fails(comm: LiveComm) -> None:
    kernel = comm.kernel
    package = kernel.folder / "broken" / "tfx"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('not today')\n")
    kernel.good(f"import sys; sys.path.insert(0, {str(package.parent)!r})")
    cell = kernel.run("import tfx", "import")
    assert cell.reply is not None
    assert cell.reply["evalue"] == "not today"
    told = comm.cell("import")
    assert [event["tfx"]["state"] for event in comm.of("tfx")] == ["importing"]
    assert told["tfx"]["state"] == "installed"
    kernel.good("sys.path.pop(0); sys.path_importer_cache.clear()")


def test_other_protocol_version(comm: LiveComm) -> None:
    for version in (PROTOCOL_VERSION + 1, 0, "new"):
        other = comm.kernel.comm()
        reply = other.say({"id": 7, "kind": "hello", "protocol": version, "client": "9.9.9"})
        assert (reply["id"], reply["ok"], reply["error"]["kind"]) == (7, False, "version")
        words = reply["error"]["message"]
        assert f"protocol {PROTOCOL_VERSION}" in words
        assert f"protocol {version}" in words
        assert "Install the front end's version there and restart the kernel." in words
        # It hears no events.
        comm.kernel.good("x = 1")
        assert other.events == []


@pytest.mark.parametrize(
    ("data", "identity"),
    [
        ({}, None),
        ([], None),
        ("hello", None),
        (None, None),
        (3.5, None),
        ({"id": 1}, 1),
        ({"id": 2, "kind": "explode"}, 2),
        ({"id": "3", "kind": "snapshot"}, None),
        ({"id": True, "kind": "snapshot"}, None),
        ({"id": 4.5, "kind": "snapshot"}, None),
        ({"kind": "snapshot"}, None),
        ({"id": 5, "kind": "snapshot", "extra": 1}, 5),
        ({"id": 6, "kind": "hello", "protocol": PROTOCOL_VERSION}, 6),
        ({"id": 7, "kind": "hello", "protocol": PROTOCOL_VERSION, "client": 1}, 7),
        ({"id": 8, "kind": ["snapshot"]}, 8),
    ],
)
def test_bad_request(comm: LiveComm, data: Any, identity: int | None) -> None:
    reply = comm.say(data)
    assert (reply["ok"], reply["id"]) == (False, identity)
    assert reply["error"]["kind"] == "bad-request"
    assert reply["error"]["message"].startswith("The request cannot be read: ")
    comm.ask("snapshot")


def test_attach_twice_is_one(comm: LiveComm) -> None:
    kernel = comm.kernel
    before = kernel.value(HOOKS)
    session = comm.ask("snapshot")["session"]
    kernel.attach()
    kernel.attach()
    assert kernel.value(HOOKS) == before
    assert comm.hello()["snapshot"]["session"] == session
    kernel.good("x = 1", "once")
    comm.ask("snapshot")
    assert len([e for e in comm.of("cell") if e["cell"]["cellId"] == "once"]) == 1


def test_detach_undoes_every_hook(bare_kernel: LiveKernel) -> None:
    kernel = bare_kernel
    before = kernel.value(HOOKS)
    assert before["finders"] == 0
    assert before["targets"] is False
    names = kernel.value("sorted(globals())")
    kernel.attach()
    during = kernel.value(HOOKS)
    assert during["cells"] == [count + 1 for count in before["cells"]]
    assert (during["finders"], during["targets"]) == (2, True)  # of the observer, and of the display
    assert (before["formats"], during["formats"]) == (0, 2)
    assert kernel.value("sorted(globals())") == names
    comm = kernel.comm()
    comm.hello()
    assert comm.ask("detach") == {}
    assert kernel.value(HOOKS) == before
    assert kernel.value(ATTACHED) is False
    # The comm is still there, and says what to do.
    reply = comm.say({"id": 9, "kind": "snapshot"})
    assert reply["error"]["message"] == "The kernel side was detached. Attach it again."
    kernel.good("x = 1")
    assert comm.events == []
    comm.close()


def test_detach_waits_for_the_last_comm(comm: LiveComm) -> None:
    kernel = comm.kernel
    second, third = kernel.comm(), kernel.comm()
    second.hello()
    third.hello()
    second.ask("detach")
    third.close()
    assert kernel.value(ATTACHED) is True
    kernel.good("x = 1", "still")
    comm.cell("still")
    assert second.events == third.events == []
    comm.ask("detach")
    assert kernel.value(ATTACHED) is False


def test_modules_loaded_again(comm: LiveComm) -> None:
    """What autoreload does: the attachment lives on, and is still the only one."""
    kernel = comm.kernel
    before = kernel.value(HOOKS)
    kernel.good(
        "import importlib, sys\n"
        "for name in sorted(m for m in sys.modules if m.startswith('jupyterlab_tfx')):\n"
        "    importlib.reload(sys.modules[name])",
        "reload",
    )
    comm.cell("reload")
    kernel.attach()
    assert kernel.value(HOOKS) == before
    kernel.good("x = 1", "after")
    comm.cell("after")
    comm.ask("snapshot")
    kernel.good("%load_ext autoreload\n%autoreload 2\nx = 2", "auto")
    assert comm.cell("auto")["cell"]["source"] == "%load_ext autoreload\n%autoreload 2\nx = 2"
    kernel.good("x = 3", "more")
    assert len([e for e in comm.of("cell") if e["cell"]["cellId"] == "more"]) <= 1
    comm.cell("more")
    kernel.good("%autoreload 0")


def test_cells_are_told(comm: LiveComm) -> None:
    kernel = comm.kernel
    count = kernel.value("len(In)")
    kernel.good("%%capture\nprint('é 😀')", "good")
    kernel.run("1 / 0", "bad")
    kernel.run("def", "grammar")
    kernel.good("x = 1", silent=True)
    kernel.good("x = 2")
    told = [comm.cell(name)["cell"] for name in ("good", "bad", "grammar")]
    assert told == [
        {"cellId": "good", "count": count, "ok": True, "source": "%%capture\nprint('é 😀')"},
        {"cellId": "bad", "count": count + 1, "ok": False, "source": "1 / 0"},
        {"cellId": "grammar", "count": count + 2, "ok": False, "source": "def"},
    ]
    cells = comm.ask("snapshot")["cells"]
    last = {"cellId": None, "count": count + 3, "ok": True, "source": "x = 2"}
    assert cells[-4:] == [*told, last]


def test_cells_before_the_attachment(bare_kernel: LiveKernel) -> None:
    kernel = bare_kernel
    kernel.good("%time early = 1")
    count = kernel.value("len(In) - 1")
    kernel.attach()
    comm = kernel.comm()
    cells = comm.hello()["snapshot"]["cells"]
    assert cells[-1] == {"cellId": None, "count": count, "ok": None, "source": "%time early = 1"}
    assert [cell["count"] for cell in cells] == list(range(1, count + 1))
    comm.ask("detach")
    comm.close()


def test_errors_hold_no_password(bare_kernel: LiveKernel) -> None:
    """Not even where an error's own text has one."""
    told = bare_kernel.value(
        "__import__('jupyterlab_tfx.kernel.attachment', fromlist=['x'])"
        "._error(1, 'internal', 'cannot open mysql://me:secret@host/db')"
    )
    assert told["error"]["message"] == "cannot open mysql://…@host/db"


def test_no_kernel_no_attachment() -> None:
    from jupyterlab_tfx.kernel import attach

    with pytest.raises(RuntimeError, match="there is none here"):
        attach()


def test_what_attaching_imports(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing that a kernel does not have already, but a few modules of Python's own."""
    kernel = LiveKernel(tmp_path_factory.mktemp("new"))
    try:
        kernel.good("import sys; before = set(sys.modules)")
        kernel.attach()
        new = kernel.value("sorted({name.split('.')[0] for name in set(sys.modules) - before})")
        assert set(new) <= {"jupyterlab_tfx", *sys.stdlib_module_names}
        kernel.comm().hello()
        # The tests have every message checked against the schema, for which a compiler is loaded.
        new = kernel.value("sorted({name.split('.')[0] for name in set(sys.modules) - before})")
        assert set(new) <= {"jupyterlab_tfx", "fastjsonschema", *sys.stdlib_module_names}
    finally:
        kernel.stop()
