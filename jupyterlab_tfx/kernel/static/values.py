"""Values, hyperparameters, trials, and files of which only their text is known."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

from ...artifacts import Cell, Table
from .content import Content

_MOST = 100
_COLUMNS = 20


def value(content: Content) -> Iterator[Table]:
    """Yield the value of one of TFX's value artifacts."""
    document = content.document
    if str(document["customProperties"].get("__is_null__", 0)) == "1":
        yield Table("", (), [("Value", "None")])
        return
    for path in content.paths(".*")[:1]:
        start = content.start(path)
        yield Table("", (), [("Value", _value_text(document["type"], start))])


def hyper_parameters(content: Content) -> Iterator[Table]:
    """Yield the best values, each with what it was chosen from."""
    for path in content.paths(".*")[:1]:
        read = _json(content, path)
        space = {each["config"]["name"]: each["config"] for each in read.get("space", [])}
        rows = [(name, _cell(value), _space(space.get(name, {}))) for name, value in read["values"].items()]
        head = ("Hyperparameter", "Best value", "Chosen from")
        yield Table("", head, rows[:_MOST], max(0, len(rows) - _MOST))


def tuner_results(content: Content) -> Iterator[Table]:
    """Yield the trials, in the file's order: best first."""
    for path in content.paths(".*")[:1]:
        trials = _json(content, path)
        first = ("trial_id", "score")
        others = dict.fromkeys(name for trial in trials[:_MOST] for name in trial if name not in first)
        names = (*first, *others)[:_COLUMNS]
        rows = [tuple(_cell(trial.get(name)) for name in names) for trial in trials[:_MOST]]
        head = ("Trial", "Score", *names[2:])
        yield Table("Trials", head, rows, max(0, len(trials) - _MOST))


def preview(content: Content) -> Iterator[Table]:
    """Yield the text of short files."""
    rows: list[tuple[Cell, ...]] = []
    for file in content.document["files"]:
        if file["data"] is not None and file["size"] > 0:
            with contextlib.suppress(UnicodeDecodeError):
                rows.append((file["path"], content.start(file["path"]).decode("utf-8")))
    if rows:
        yield Table("", ("File", "Text"), rows[:_MOST], max(0, len(rows) - _MOST))


def _value_text(kind: str, content: bytes) -> str:
    if kind == "Bytes":
        return f"0x{content[:64].hex()}{'…' if len(content) > 64 else ''}"  # noqa: PLR2004 - what fits a line
    text = content.decode("utf-8", "replace")
    if kind == "Boolean":
        return str(bool(int(text)))
    return text if kind in ("String", "JsonValue") else text.strip()


def _json(content: Content, path: str) -> Any:
    return json.loads(content.whole(path) or b"null")


def _cell(value: Any) -> Cell:
    if value is None or (isinstance(value, (str, int, float)) and not isinstance(value, bool)):
        return value
    return json.dumps(value)


def _space(config: Any) -> str:
    """Return what a hyperparameter was chosen from, as KerasTuner writes it."""
    if "values" in config:
        return ", ".join(str(each) for each in config["values"][:_COLUMNS])
    if "min_value" in config:
        return f"{config['min_value']} to {config['max_value']}"
    return ""
