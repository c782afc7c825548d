"""The messages of jupyterlab-tfx: one JSON Schema for both languages, ``protocol.json``.

Standard library only at import; ``fastjsonschema`` compiles the schema when a message is first checked.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

__all__ = ["COMM_TARGET", "PROTOCOL_VERSION", "ProtocolError", "schema", "validate"]

#: Name of the comm target in the kernel.
COMM_TARGET = "jupyterlab_tfx"

Record = dict[str, Any]


class ProtocolError(ValueError):
    """A message is not what ``protocol.json`` says. The text tells where and what was expected."""


@functools.cache
def schema() -> Record:
    """Return the JSON Schema of all messages."""
    return cast(Record, json.loads((Path(__file__).parent / "protocol.json").read_text("utf-8")))


#: Raised by one with every change of the messages.
PROTOCOL_VERSION = 1


@functools.cache
def _validator(definition: str) -> Callable[[Any], Any]:
    import fastjsonschema

    whole = {**schema(), "properties": {}, "required": []}
    whole = {"definitions": whole["definitions"], "$ref": f"#/definitions/{definition}"}
    return cast("Callable[[Any], Any]", fastjsonschema.compile(whole))


def validate(definition: str, value: object) -> None:
    """Check a value against a definition of the schema, such as ``Request``.

    Raises:
        ProtocolError: it is something else.
    """
    import fastjsonschema

    try:
        _validator(definition)(value)
    except fastjsonschema.JsonSchemaException as error:
        raise ProtocolError(str(error)[:300]) from None
