"""The hooks on TFX's import, with no TFX in sight."""

from __future__ import annotations

import functools
import importlib.util
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from jupyterlab_tfx.kernel.observer import Observer
from jupyterlab_tfx.kernel.recorder import Recorder
from jupyterlab_tfx.protocol import Record


@pytest.fixture
def events() -> list[Record]:
    """What was emitted."""
    return []


@pytest.fixture
def recorder(events: list[Record]) -> Iterator[Recorder]:
    """A recorder whose observer waits for TFX to be imported."""
    recorder = Recorder(dict, events.append)
    observer = Observer(recorder, lambda: (None, None))
    observer.install()
    yield recorder
    observer.remove()
    assert not [finder for finder in sys.meta_path if type(finder).__module__.startswith("jupyterlab_tfx")]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of TFX's name and structure that is imported in no time."""
    for name in list(sys.modules):
        if name.split(".")[0] == "tfx":
            monkeypatch.delitem(sys.modules, name)
    folder = tmp_path / "tfx" / "orchestration" / "experimental" / "interactive"
    folder.mkdir(parents=True)
    launcher = tmp_path / "tfx" / "orchestration" / "launcher"
    launcher.mkdir()
    for part in (folder, *list(folder.parents)[:3], launcher):
        (part / "__init__.py").touch()
    (launcher / "base_component_launcher.py").write_text(
        "class BaseComponentLauncher:\n    def _run_driver(self):\n        return 1\n"
    )
    (folder / "interactive_context.py").write_text(
        "import tfx.orchestration.launcher.base_component_launcher\n"
        "class InteractiveContext:\n    def run(self, component):\n        return component\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in list(sys.modules):
        if name.split(".")[0] == "tfx":
            del sys.modules[name]


def test_import_is_told_and_hooked(recorder: Recorder, events: list[Record], package: Path) -> None:
    assert recorder.tfx_state()["state"] == "installed"
    from tfx.orchestration.experimental.interactive import interactive_context

    assert [event["tfx"]["state"] for event in events] == ["importing"]
    run = interactive_context.InteractiveContext.run
    assert run.__wrapped__.__qualname__ == "InteractiveContext.run"
    recorder.import_ends()
    assert [event["tfx"]["state"] for event in events] == ["importing", "imported"]
    recorder.import_ends()
    assert len(events) == 2
    # Loaded again, it is hooked again, once.
    importlib.reload(interactive_context)
    again = interactive_context.InteractiveContext.run
    assert again is not run
    assert not hasattr(again.__wrapped__, "__wrapped__")
    # The loader stands in for the one that was found: what asks it for the source gets it.
    assert "class InteractiveContext" in interactive_context.__spec__.loader.get_source(
        interactive_context.__name__
    )


def test_what_cannot_be_described_runs_all_the_same(recorder: Recorder, package: Path) -> None:
    from tfx.orchestration.experimental.interactive import interactive_context

    context = interactive_context.InteractiveContext()
    # The arguments are TFX's own affair where the component is none.
    with pytest.raises(TypeError, match="positional arguments"):
        context.run(3)
    assert recorder.runs == []


def test_hooks_are_undone(events: list[Record], package: Path) -> None:
    observer = Observer(Recorder(dict, events.append), lambda: (None, None))
    observer.install()
    from tfx.orchestration.experimental.interactive import interactive_context
    from tfx.orchestration.launcher import base_component_launcher

    observer.remove()
    assert not hasattr(interactive_context.InteractiveContext.run, "__wrapped__")
    assert not hasattr(base_component_launcher.BaseComponentLauncher._run_driver, "__wrapped__")
    assert interactive_context.InteractiveContext().run(3) == 3


def test_other_wrappers_stay(events: list[Record], package: Path) -> None:
    """Another package wraps the method too, before and after: undoing ours takes nothing of theirs away."""
    from tfx.orchestration.experimental.interactive import interactive_context

    owner = interactive_context.InteractiveContext
    calls = []

    def wrap(name: str) -> None:
        inner = owner.run

        @functools.wraps(inner)
        def outer(*args: object, **kwargs: object) -> object:
            calls.append(name)
            return inner(*args, **kwargs)

        owner.run = outer

    wrap("first")
    observer = Observer(Recorder(dict, events.append), lambda: (None, None))
    observer.install()
    wrap("second")
    theirs = owner.run
    observer.remove()
    assert owner.run is theirs
    assert owner().run(3) == 3
    assert calls == ["second", "first"]
    # Attached again, it observes again.
    again = Observer(Recorder(dict, events.append), lambda: (None, None))
    again.install()
    assert owner.run is not theirs
    again.remove()
    assert owner.run is theirs


def test_looking_for_tfx_waits_for_no_lock(recorder: Recorder, package: Path) -> None:
    """Who looks for a module holds the global import lock, for which a snapshot may be waiting."""
    held, found = threading.Event(), threading.Event()
    seen = []

    def hold() -> None:
        with recorder.lock:
            held.set()
            seen.append(found.wait(20))

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    assert importlib.util.find_spec("tfx") is not None
    found.set()
    thread.join()
    assert seen == [True]
