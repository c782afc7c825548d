"""Subshells: threads in which a kernel answers while a cell runs (JEP 91; ipykernel 7 and newer)."""

from __future__ import annotations

import contextlib
import threading
from typing import Any


def current_subshell(kernel: Any) -> str | None:
    """Return the id of the subshell that this thread is; None in the main shell, or without subshells."""
    manager = _manager(kernel)
    if manager is None or threading.current_thread() is threading.main_thread():
        return None
    with contextlib.suppress(RuntimeError):
        found: str | None = manager.subshell_id_from_thread_id(threading.get_ident())
        return found
    return None


def delete_subshell(kernel: Any, subshell: str) -> None:
    """End a subshell soon, as ``delete_subshell_request`` does; nothing where it has ended.

    Call it in the main shell: a subshell that ends itself takes what it has to answer with it.
    """
    manager = _manager(kernel)
    # The public way is a message of a client's; one that closes its page cannot wait until it is delivered.
    delete = getattr(manager, "_delete_subshell", None)
    if delete is None:
        return

    def end() -> None:
        with contextlib.suppress(KeyError):
            delete(subshell)

    kernel.shell_channel_thread.io_loop.add_callback(end)


def _manager(kernel: Any) -> Any:
    return getattr(getattr(kernel, "shell_channel_thread", None), "manager", None)
