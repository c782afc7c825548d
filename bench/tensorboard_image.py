"""Writes a training run of one picture: ``python tensorboard_image.py <folder> <bytes>``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter


def main(folder: str, length: str) -> None:
    """TensorBoard hands the picture out as it is: its bytes need not be one."""
    Path(folder).mkdir(parents=True)
    image = Summary.Image(height=1, width=1, colorspace=3, encoded_image_string=os.urandom(int(length)))
    event = Event(wall_time=1e9, step=1, summary=Summary(value=[Summary.Value(tag="picture", image=image)]))
    with open(Path(folder) / "events.out.tfevents.1.host", "wb") as file:
        RecordWriter(file).write(event.SerializeToString())


if __name__ == "__main__":
    main(*sys.argv[1:])
