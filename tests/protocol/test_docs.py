"""The page on the protocol names all of the schema, and its examples are messages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from jupyterlab_tfx.protocol import schema, validate

PAGE = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text("utf-8")
EXAMPLES = re.findall(r"<!-- example: (\w+) -->\n+```json\n(.*?)```", PAGE, re.DOTALL)


def kinds(definition: str) -> set[str]:
    """Return the definitions that a message may be."""
    return {choice["$ref"].rsplit("/")[-1] for choice in schema()["definitions"][definition]["oneOf"]}


@pytest.mark.parametrize("name", schema()["definitions"])
def test_every_definition_has_a_part(name: str) -> None:
    assert f"\n### {name}\n" in PAGE


@pytest.mark.parametrize(("definition", "text"), EXAMPLES)
def test_examples_are_messages(definition: str, text: str) -> None:
    validate(definition, json.loads(text))


@pytest.mark.parametrize("definition", ["Request", "Event"])
def test_every_message_has_an_example(definition: str) -> None:
    field = {"Request": "kind", "Event": "event"}[definition]
    shown = {json.loads(text)[field] for name, text in EXAMPLES if name == definition}
    known = {schema()["definitions"][name]["properties"][field]["const"] for name in kinds(definition)}
    assert shown == known
