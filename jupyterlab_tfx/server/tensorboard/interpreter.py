"""Which interpreter runs TensorBoard: the one of a kernel, as its specification names it."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Interpreter:
    """An interpreter of Python, and the variables that its kernels are given."""

    path: str
    environment: dict[str, str] = field(default_factory=dict)


def interpreters(kernels: Any, specs: Any, kernel: str | None) -> list[Interpreter]:
    """Return what to try, in order: the kernel's own interpreter, then the server's.

    Args:
        kernels: The server's kernel manager.
        specs: The server's manager of kernel specifications.
        kernel: Id of a running kernel, or a specification's name. A path never comes from the browser.
    """
    own = Interpreter(sys.executable)
    found = None if kernel is None else _of_kernel(kernels, specs, kernel)
    if found is None or os.path.abspath(found.path) == os.path.abspath(own.path):
        return [own]
    return [found, own]


def _of_kernel(kernels: Any, specs: Any, kernel: str) -> Interpreter | None:
    try:
        name = kernels.get_kernel(kernel).kernel_name if kernel in kernels else kernel
        spec = specs.get_kernel_spec(name)
    except Exception:  # no such kernel, or one of a gateway
        return None
    if spec.language.lower() != "python" or not spec.argv:
        return None
    environment = {
        key: value for key, value in spec.env.items() if isinstance(value, str) and "${" not in value
    }
    search = environment.get("PATH", os.environ.get("PATH"))
    path = shutil.which(spec.argv[0], path=search)
    if path is None or not os.path.basename(path).startswith("python"):
        return None
    return Interpreter(path, environment)
