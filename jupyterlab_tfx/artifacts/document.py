"""Makes the artifact document from an artifact's record and its files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..protocol import Record
from .files import Files
from .files_per_type import ANYTHING, FILES_PER_TYPE, UNKNOWN, Need, Take, guess_type, matches
from .packing import Room
from .trim import json_length, trim_artifact

#: Mime type of a cell's output that is an ArtifactDocument.
MIME_TYPE = "application/vnd.jupyterlab-tfx.artifact.v1+json"
#: Bytes of a document as JSON, at most.
MAX_DOCUMENT = 256_000
#: Files that a document names, and bytes of JSON for that.
MAX_FILES = 500
MAX_NAMES = 64_000
#: Bytes of a file that is shown as a preview.
SHORT = 16_000

_SHARD = re.compile(r"-\d+-of-\d+")


@dataclass
class _Item:
    """A file that the view needs, and its ArtifactFile."""

    path: str
    need: Need
    record: Record


def unknown_artifact(uri: str, kind: str = UNKNOWN, name: str = "") -> Record:
    """Return an Artifact of the protocol for a URI, where no metadata store was asked."""
    return {
        "id": None,
        "type": kind,
        "uri": uri,
        "name": name,
        "state": "unknown",
        "splits": [],
        "properties": {},
        "customProperties": {},
    }


def make_document(artifact: Record, files: Files) -> Record:
    """Return the ArtifactDocument of an artifact, ``MAX_DOCUMENT`` bytes of JSON at most.

    What is wrong with the files becomes the document's ``problem``; nothing is raised for it.

    Args:
        artifact: An Artifact of the protocol. Where its type is ``Unknown``, the files may tell it.
        files: The files at its URI.
    """
    trimmed, cut = trim_artifact(artifact)
    document: Record = {
        "version": 1,
        **trimmed,
        "files": [],
        "fileCount": 0,
        "truncated": cut,
        "problem": None,
    }
    if not document["uri"]:
        document["problem"] = "This artifact has no URI yet: what makes it has not run."
        return document
    try:
        paths = files.paths()
    except OSError as error:
        document["problem"] = _not_listed(document["uri"], error)
        return document
    document["fileCount"] = len(paths)
    if document["type"] == UNKNOWN:
        document["type"] = guess_type(paths)
        if document["type"] == UNKNOWN and paths:
            document["problem"] = "The files do not tell which type of artifact this is."
    document["splits"] = document["splits"] or _split_folders(paths)
    chosen = _chosen(document["type"], paths, files.single)
    if not chosen:
        document["problem"] = _nothing(document["type"], paths)
    items = _named(chosen, files)
    document["files"] = [item.record for item in items]
    room = Room(MAX_DOCUMENT - json_length(document))
    complete = [_fill(item, files, room) for item in items if item.need.take is not Take.START]
    complete += _fill_starts([item for item in items if item.need.take is Take.START], files, room)
    if not all(complete) or len(items) < len(chosen) or len(paths) == files.limit:
        document["truncated"] = True
    return document


def _not_listed(uri: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is nothing at {uri[:500]}: it was removed, or it is on another machine."
    if isinstance(error, PermissionError):
        return f"The files at {uri[:500]} may not be read by this user."
    return f"The files at {uri[:500]} cannot be read ({str(error)[:300]})."


def _nothing(kind: str, paths: list[str]) -> str:
    if not paths:
        return "There are no files in this artifact: nothing was written yet, or they were removed."
    wanted = ", ".join(need.pattern for need in FILES_PER_TYPE[kind])
    return f"The files of {kind} are not here ({wanted}), but others: is that its type?"


def _split_folders(paths: list[str]) -> list[str]:
    folders = {path.split("/")[0] for path in paths if path.startswith("Split-") and "/" in path}
    names = (folder.removeprefix("Split-") for folder in sorted(folders)[:100])
    return sorted(names, key=lambda name: name != "train")  # as TFX names its own: train, eval


def _chosen(kind: str, paths: list[str], single: bool) -> list[tuple[str, Need]]:
    """Return the files that the view needs, and how much of each, most important first."""
    needs = FILES_PER_TYPE.get(kind, ANYTHING)
    if single:  # a file that was opened by itself may have any name
        return [(paths[0], needs[0])]
    chosen: dict[str, Need] = {}
    for need in needs:
        for path in paths:
            if path not in chosen and matches(need.pattern, path):
                chosen[path] = need
    return list(chosen.items())


def _named(chosen: list[tuple[str, Need]], files: Files) -> list[_Item]:
    """Return the files that the document has room to name."""
    items = []
    left = MAX_NAMES
    for path, need in chosen[:MAX_FILES]:
        try:
            size = files.size(path)
        except OSError:  # removed since it was listed
            continue
        # A name that is no text is shown as well as it can be.
        name = re.sub("[\ud800-\udfff]", "\ufffd", path)
        record: Record = {"path": name, "size": size, "encoding": None, "data": None}
        left -= json_length(record)
        if left < 0:
            break
        items.append(_Item(path, need, record))
    return items


def _fill(item: _Item, files: Files, room: Room) -> bool:
    """Give a file its bytes where the view needs all; False where they have no room."""
    if item.need.take is Take.WHOLE:
        return room.put_whole(item.record, files, item.path, item.need.most)
    if item.need.take is Take.SHORT and item.record["size"] <= SHORT:
        room.put_whole(item.record, files, item.path, item.need.most)
    return True


def _fill_starts(items: list[_Item], files: Files, room: Room) -> list[bool]:
    """Give files their beginnings, each a fair share of the room; of shards of one file, the first alone."""
    firsts = {_SHARD.sub("", item.path): item for item in reversed(items)}
    waiting = len(firsts)
    complete = []
    for item in items:
        if firsts[_SHARD.sub("", item.path)] is item:
            share = room.left // waiting
            waiting -= 1
            complete.append(room.put_start(item.record, files, item.path, min(share, item.need.most)))
        else:
            complete.append(False)
    return complete
