"""What our .proto files say is what the installed packages of Google say: numbers, types, labels, names."""

import base64
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2

HERE = Path(__file__).parent
GENERATED = HERE.parents[1] / "src" / "proto" / "generated"

Message = descriptor_pb2.DescriptorProto
Field = descriptor_pb2.FieldDescriptorProto
Enum = descriptor_pb2.EnumDescriptorProto
File = descriptor_pb2.FileDescriptorProto


def ours() -> list[File]:
    """Every file descriptor that the front end decodes with, out of the generated modules."""
    files = []
    for path in sorted(GENERATED.glob("*_pb.ts")):
        text = re.search(r'fileDesc\("([A-Za-z0-9+/=]+)"', path.read_text())
        assert text, path
        padding = "=" * (-len(text[1]) % 4)
        files.append(File.FromString(base64.b64decode(text[1] + padding)))
    return files


def messages(file: File) -> Iterator[tuple[str, Message]]:
    """The messages of a file, with their full names, nested ones too."""

    def walk(scope: str, nested: list[Message]) -> Iterator[tuple[str, Message]]:
        for message in nested:
            name = f"{scope}.{message.name}"
            yield name, message
            yield from walk(name, message.nested_type)

    yield from walk(file.package, file.message_type)


def enums(file: File) -> Iterator[tuple[str, Enum]]:
    """The enums of a file, with their full names, nested ones too."""
    for enum in file.enum_type:
        yield f"{file.package}.{enum.name}", enum
    for scope, message in messages(file):
        for enum in message.enum_type:
            yield f"{scope}.{enum.name}", enum


OURS = ours()
OUR_MESSAGES = {name: (file, message) for file in OURS for name, message in messages(file)}
OUR_ENUMS = {name: enum for file in OURS for name, enum in enums(file)}


@pytest.fixture(scope="module")
def google() -> list[File]:
    run = subprocess.run(
        [sys.executable, str(HERE / "dump_descriptors.py")], check=True, capture_output=True, text=True
    )
    return list(descriptor_pb2.FileDescriptorSet.FromString(bytes.fromhex(run.stdout)).file)


@pytest.fixture(scope="module")
def their_messages(google: list[File]) -> dict[str, tuple[File, Message]]:
    return {name: (file, message) for file in google for name, message in messages(file)}


@pytest.fixture(scope="module")
def their_enums(google: list[File]) -> dict[str, Enum]:
    return {name: enum for file in google for name, enum in enums(file)}


def oneof(message: Message, field: Field) -> str | None:
    """The name of a field's real oneof."""
    if not field.HasField("oneof_index") or field.proto3_optional:
        return None
    return message.oneof_decl[field.oneof_index].name


def packed(file: File, field: Field) -> bool:
    """Whether numbers of a repeated field are written as one block."""
    number = field.type not in {Field.TYPE_STRING, Field.TYPE_BYTES, Field.TYPE_MESSAGE, Field.TYPE_GROUP}
    default = file.syntax == "proto3"
    chosen = field.options.packed if field.options.HasField("packed") else default
    return field.label == Field.LABEL_REPEATED and number and chosen


def facts(file: File, message: Message, field: Field) -> dict[str, object]:
    """What a reader and a writer go by."""
    return {
        "name": field.name,
        "number": field.number,
        "type": Field.Type.Name(field.type),
        "label": Field.Label.Name(field.label),
        "message or enum": field.type_name,
        "oneof": oneof(message, field),
        "default": float(field.default_value)
        if field.type == Field.TYPE_DOUBLE and field.default_value
        else None,
        "packed": packed(file, field),
    }


def test_the_generated_modules_are_all_there() -> None:
    sources = {path.stem for path in (GENERATED.parent / "messages").glob("*.proto")}
    assert {file.name.removesuffix(".proto") for file in OURS} == sources
    assert len(OUR_MESSAGES) > 200


@pytest.mark.parametrize("name", OUR_MESSAGES)
def test_message(name: str, their_messages: dict[str, tuple[File, Message]]) -> None:
    file, message = OUR_MESSAGES[name]
    their_file, their = their_messages[name]
    assert (file.syntax or "proto2") == (their_file.syntax or "proto2")
    assert message.options.map_entry == their.options.map_entry
    theirs = {field.number: facts(their_file, their, field) for field in their.field}
    for field in message.field:
        assert facts(file, message, field) == theirs.get(field.number), f"{name}.{field.name}"


@pytest.mark.parametrize("name", OUR_ENUMS)
def test_enum(name: str, their_enums: dict[str, Enum]) -> None:
    values = {value.name: value.number for value in OUR_ENUMS[name].value}
    assert values == {value.name: value.number for value in their_enums[name].value}


@pytest.mark.parametrize(
    "file", ["anomalies", "derived_feature", "eval_config", "metrics", "path", "schema", "skew", "statistics"]
)
def test_formats_that_are_shown_in_full_have_every_field(
    file: str, their_messages: dict[str, tuple[File, Message]]
) -> None:
    (mine,) = [each for each in OURS if each.name == f"{file}.proto"]
    for name, message in messages(mine):
        declared = {field.name for field in message.field}
        assert declared == {field.name for field in their_messages[name][1].field}, name
