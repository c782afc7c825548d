"""The kernel side: tells the front end what TFX does here, and changes nothing.

The front end runs :func:`attach` once, silently. Nothing of TFX is imported before the person does so;
at import only the standard library is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .attachment import Attachment

__all__ = ["attach", "use_execution"]

_ATTRIBUTE = "_jupyterlab_tfx"


def attach() -> None:
    """Register the comm target and the hooks in this kernel; once is enough, twice does no harm.

    Raises:
        RuntimeError: there is no IPython kernel here.
    """
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    if shell is None or not hasattr(shell, "kernel"):
        raise RuntimeError("jupyterlab_tfx.kernel attaches to a Jupyter kernel; there is none here.")
    if getattr(shell, _ATTRIBUTE, None) is None:
        from .attachment import Attachment

        setattr(shell, _ATTRIBUTE, Attachment(shell, lambda: setattr(shell, _ATTRIBUTE, None)))


def _current() -> Attachment | None:
    """Return this kernel's attachment, if there is one."""
    from IPython.core.getipython import get_ipython

    return getattr(get_ipython(), _ATTRIBUTE, None)


def use_execution(component: Any, execution_id: int) -> None:
    """Let a component's outputs be those of one of its earlier executions.

    After a run without the cache TFX answers later cached runs with the oldest match again. This points the
    component's output channels at the artifacts of the execution that you name, so that what comes
    downstream reads them.

    Args:
        component: A component that was run in this kernel.
        execution_id: Id of a complete execution of the same component id in the same pipeline.

    Raises:
        ValueError: there is no such execution, it is not complete, or its files are gone.
    """
    from .earlier import use_execution as use

    attachment = _current()
    use(component, execution_id, None if attachment is None else attachment.recorder)
