"""Where Beam jobs run: a choice, the arguments that it stands for, and what is wrong with it.

Standard library only: the kernel checks and uses a choice, and whoever has no TFX can check one as well.
"""

from .arguments import NO_WORKERS_ELSEWHERE, arguments_of, given_runner, is_on_this_machine
from .check import Problem, check_form, check_place

__all__ = [
    "NO_WORKERS_ELSEWHERE",
    "Problem",
    "arguments_of",
    "check_form",
    "check_place",
    "given_runner",
    "is_on_this_machine",
]
