"""The README of an exported pipeline."""

from __future__ import annotations

from .plan import Plan
from .targets import TARGETS
from .targets.parameters_file import PARAMETERS_FILE

_WHAT = {
    "pipeline.py": "the pipeline: `create_pipeline()` returns it",
    PARAMETERS_FILE: "how the runners take values for runtime parameters",
    "components.py": "components and types that the notebook defines",
}


def readme(plan: Plan, files: dict[str, str]) -> str:
    """Return the README's text."""
    lines = [
        f"# {plan.name}",
        "",
        f"A TFX pipeline, exported from `{plan.notebook}` by jupyterlab-tfx.",
        "",
        "| file | holds |",
        "| --- | --- |",
    ]
    starts = {path: target for target in plan.targets for path in TARGETS[target].files(plan)}
    for path in sorted(files):
        what = _WHAT.get(path)
        if what is None and path in starts:
            what = f"what {TARGETS[starts[path]].title} needs"
        lines.append(f"| `{path}` | {what or 'code of the notebook, as it is there'} |")
    if plan.parameters:
        lines += ["", "## Runtime parameters", "", "| name | type | default |", "| --- | --- | --- |"]
        for parameter in plan.parameters:
            default = " ".join(parameter.default.split()).replace("|", "\\|")
            lines.append(f"| `{parameter.name}` | {parameter.kind} | `{default}` |")
    lines += ["", "## Run it", "", "With the Python that has TFX:"]
    for name in plan.targets:
        lines += ["", f"### {TARGETS[name].title}", "", TARGETS[name].start(plan)]
    return "\n".join(lines) + "\n"
