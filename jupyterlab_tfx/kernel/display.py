"""Shows TFX's artifacts in cells: ``display(artifact)``, ``channel`` and ``context.show(…)``.

IPython has the first two. Its display formatter is told of ``tfx.types.Artifact`` and ``tfx.types.Channel``
by name, so that TFX is not imported for it.

The last is TFX's own. ``InteractiveContext.show`` asks a registry
(``tfx.orchestration.experimental.interactive.visualizations``) for the visualization of an artifact's type
and displays nothing where there is none; TFX registers four, anew with every InteractiveContext. So a
registration of ours would not last. Instead, the registry's ``get_visualization`` is shadowed, on that one
object: it answers with ours wherever there is none or TFX's own, for types that nobody knows too, and with
the person's wherever the person has registered one. Beside it

- ``notebook_formatters.register_formatters``, which every InteractiveContext calls, is wrapped: it registers
  HTML for artifacts and channels that IPython would prefer to the HTML in our bundle, and that is taken back.
  TFX's cards of components and of executions stay as they are, with the artifacts within them.
- ``InteractiveContext.show`` is wrapped, so that it takes lists of artifacts or channels, ``outputs``, a
  component, and the result of a run, besides the one channel that it always took.

All of it waits until TFX is loaded, and all of it is undone when nobody uses it any more: neither the
extension (``%load_ext jupyterlab_tfx``) nor the front end that has attached.
"""

from __future__ import annotations

import contextlib
import functools
import sys
from collections.abc import Callable
from typing import Any

from ..protocol import Record
from .describe import artifacts_in, context_class, node_class
from .import_hook import ImportHook

_INTERACTIVE = "tfx.orchestration.experimental.interactive"
_LOADED_LAST = f"{_INTERACTIVE}.interactive_context"
_ARTIFACT = "tfx.types.artifact"
_CHANNEL = "tfx.types.channel"
_ATTRIBUTE = "_jupyterlab_tfx_display"
#: Artifacts and channels that one call of ``show`` shows.
MAX_SHOWN = 50


def use_display(shell: Any, user: str) -> None:
    """Let artifacts be shown by us in this IPython, for a user such as ``extension``."""
    display = getattr(shell, _ATTRIBUTE, None)
    if display is None:
        display = _Display(shell)
        setattr(shell, _ATTRIBUTE, display)
        display.install()
    display.users.add(user)


def leave_display(shell: Any, user: str) -> None:
    """Undo ``use_display``; with the last user everything is as it was."""
    display = getattr(shell, _ATTRIBUTE, None)
    if display is not None:
        display.users.discard(user)
        if not display.users:
            setattr(shell, _ATTRIBUTE, None)
            display.remove()


class _Display:
    """The hooks in IPython and in TFX, and how to undo them."""

    def __init__(self, shell: Any) -> None:
        self._formatter = shell.display_formatter
        self._undo: list[Callable[[], None]] = []
        # TFX's HTML of artifacts and of channels, taken out of IPython.
        self._taken: dict[type, Callable[[Any], str]] = {}
        self.users: set[str] = set()

    def install(self) -> None:
        """Add the hooks in IPython now, those in TFX as soon as it is loaded."""
        self._format(_ARTIFACT, "Artifact", _artifact_bundle)
        self._format(_CHANNEL, "Channel", _channel_bundle)
        hook = ImportHook({}, {_LOADED_LAST: self._hook_tfx})
        hook.install()
        self._undo.append(hook.remove)
        if hasattr(sys.modules.get(_LOADED_LAST), "InteractiveContext"):
            with contextlib.suppress(Exception):
                self._hook_tfx()

    def remove(self) -> None:
        """Undo every hook, the last one first."""
        while self._undo:
            with contextlib.suppress(Exception):
                self._undo.pop()()

    def _format(self, module: str, name: str, function: Callable[[Any], Record | None]) -> None:
        formatter = self._formatter.mimebundle_formatter
        formatter.for_type_by_name(module, name, function)

        def undo() -> None:
            current = formatter.pop(f"{module}.{name}", None)
            if current is not None and current is not function:  # somebody's, later than ours
                formatter.for_type_by_name(module, name, current)

        self._undo.append(undo)

    def _hook_tfx(self) -> None:
        formatters = sys.modules[f"{_INTERACTIVE}.notebook_formatters"]
        self._shadow_registry(sys.modules[f"{_INTERACTIVE}.visualizations"].get_registry())
        self._take_html(formatters)
        self._undo.append(self._give_html_back)
        self._wrap(formatters, "register_formatters", functools.partial(self._registering, formatters))
        self._wrap(context_class(), "show", self._showing)

    def _wrap(self, owner: Any, name: str, around: Callable[..., Any]) -> None:
        original = getattr(owner, name)

        @functools.wraps(original)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            return around(original, *args, **kwargs) if self._undo else original(*args, **kwargs)

        def undo() -> None:
            # Where somebody wrapped this, it stays below theirs and does nothing.
            if getattr(owner, name) is wrapper:
                setattr(owner, name, original)

        setattr(owner, name, wrapper)
        self._undo.append(undo)

    def _shadow_registry(self, registry: Any) -> None:
        standard = sys.modules[f"{_INTERACTIVE}.standard_visualizations"].STANDARD_VISUALIZATIONS
        original = registry.get_visualization

        def get_visualization(artifact_type_name: str) -> Any:
            registered = original(artifact_type_name)
            return _OURS if registered is None or type(registered) in standard else registered

        registry.get_visualization = get_visualization

        def undo() -> None:
            if registry.__dict__.get("get_visualization") is get_visualization:
                del registry.get_visualization

        self._undo.append(undo)

    def _registering(self, formatters: Any, original: Callable[[], None]) -> None:
        """Register TFX's formatters as TFX does, but for those that ours stand for."""
        original()
        with contextlib.suppress(Exception):
            self._take_html(formatters)

    def _take_html(self, formatters: Any) -> None:
        """Leave the HTML of artifacts and channels to the bundle, unless the person registered their own."""
        html = self._formatter.formatters["text/html"]
        for kind, formatter in formatters.FORMATTER_REGISTRY.items():
            if kind.__name__ in ("Artifact", "Channel"):
                current = html.pop(kind, None)
                if current == formatter.render:
                    self._taken[kind] = current
                elif current is not None:
                    html.for_type(kind, current)

    def _give_html_back(self) -> None:
        html = self._formatter.formatters["text/html"]
        for kind, render in self._taken.items():
            html.for_type(kind, render)

    def _showing(self, original: Callable[..., None], context: Any, item: Any) -> None:
        """Show as ``InteractiveContext.show`` does, and more than one channel."""
        parts = None
        with contextlib.suppress(Exception):
            parts = _parts(item)
        if parts is None:
            original(context, item)
            return
        for part in parts[:MAX_SHOWN]:
            original(context, part)
        if len(parts) > MAX_SHOWN:
            print(f"{len(parts) - MAX_SHOWN} more are not shown.")


class _Visualization:
    """What TFX's registry answers with: as its ``ArtifactVisualization``."""

    def display(self, artifact: Any) -> None:
        """Display an artifact in the running cell."""
        from IPython.display import publish_display_data

        publish_display_data(_artifact_bundle(artifact))


_OURS = _Visualization()


def _artifact_bundle(artifact: Any) -> Record:
    from .bundle import artifact_bundle  # not needed to attach

    return artifact_bundle(artifact)


def _channel_bundle(channel: Any) -> Record | None:
    """Return the bundle of a channel's one artifact; TFX's own card for a channel of none or several."""
    with contextlib.suppress(Exception):
        artifacts = artifacts_in(channel)
        if len(artifacts) == 1:
            return _artifact_bundle(artifacts[0])
        formatters = sys.modules[f"{_INTERACTIVE}.notebook_formatters"]
        card = formatters.FORMATTER_REGISTRY[sys.modules[_CHANNEL].Channel]
        return {"text/html": card.render(channel)}
    return None


def _parts(item: Any) -> list[Any] | None:
    """Return what is shown one after the other; None for what TFX shows by itself."""
    if isinstance(item, (list, tuple)):
        return list(item) if item and all(_is_shown(part) for part in item) else None
    component: Any = getattr(item, "component", item)  # the result of a run has one
    node = node_class()
    if node is not None and issubclass(type(component), node):
        return [item, *(_channels(component.outputs) or [])]
    if hasattr(item, "values") and hasattr(item, "keys"):
        return _channels(item)
    return None


def _channels(outputs: Any) -> list[Any] | None:
    channels = list(outputs.values())
    return channels if all(_is_shown(channel) for channel in channels) else None


def _is_shown(thing: Any) -> bool:
    """Tell whether something is an artifact or a channel."""
    return isinstance(thing, (sys.modules[_ARTIFACT].Artifact, sys.modules[_CHANNEL].Channel))
