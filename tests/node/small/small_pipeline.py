"""A pipeline of components that need no data and no Beam, and end at once: what a node can come to."""

import os
import time

from tfx import v1 as tfx
from tfx.dsl.component.experimental.annotations import InputArtifact, OutputArtifact, Parameter
from tfx.dsl.component.experimental.decorators import component
from tfx.types.standard_artifacts import Model, ModelBlessing


@component
def Make(model: OutputArtifact[Model], text: Parameter[str]):
    """Makes a model of a text."""
    write(model, "text", text)


@component
def Judge(model: InputArtifact[Model], blessing: OutputArtifact[ModelBlessing], folder: Parameter[str]):
    """Blesses the model where there is a file `good`. Fails where there is a file `broken`."""
    print('{"printed": "by the component"}', end="")
    if os.path.exists(os.path.join(folder, "broken")):
        raise ValueError("The scales are broken.")
    blessing.set_int_custom_property("blessed", int(os.path.exists(os.path.join(folder, "good"))))


@component
def Push(model: InputArtifact[Model], pushed: OutputArtifact[Model]):
    """Inside of a condition."""
    write(pushed, "pushed", model.uri)


@component
def Announce(pushed: InputArtifact[Model], announced: OutputArtifact[Model]):
    """Outside of the condition, of what is made inside of it."""
    write(announced, "announced", pushed.uri)


@component
def Wait(model: InputArtifact[Model], waited: OutputArtifact[Model], folder: Parameter[str]):
    """Waits until there is a file `open`; leaves a file of each of its processes."""
    write(waited, f"process-{os.getpid()}", "")
    write_file(os.path.join(folder, "waiting"))
    while not os.path.exists(os.path.join(folder, "open")):
        time.sleep(0.02)


@component
def Count(model: InputArtifact[Model], counted: OutputArtifact[Model]):
    """One of many that run side by side."""
    write(counted, "counted", model.uri)


def create_pipeline(folder: str, counts: str = "16") -> tfx.dsl.Pipeline:
    """The small pipeline, with root and store below the folder, and so many that run side by side."""
    text = tfx.dsl.experimental.RuntimeParameter(name="text", ptype=str, default="a")
    make = Make(text=text)
    judge = Judge(model=make.outputs["model"], folder=folder)
    wait = Wait(model=make.outputs["model"], folder=folder)
    with tfx.dsl.Cond(judge.outputs["blessing"].future()[0].custom_property("blessed") == 1):
        push = Push(model=make.outputs["model"])
    announce = Announce(pushed=push.outputs["pushed"])
    counts = [Count(model=make.outputs["model"]).with_id(f"Count{number}") for number in range(int(counts))]
    return tfx.dsl.Pipeline(
        pipeline_name="small",
        pipeline_root=os.path.join(folder, "root"),
        metadata_connection_config=tfx.orchestration.metadata.sqlite_metadata_connection_config(
            os.path.join(folder, "metadata.sqlite")
        ),
        components=[make, judge, wait, push, announce, *counts],
        enable_cache=True,
    )


def write(artifact, name, text):
    """Writes a file of an artifact."""
    write_file(os.path.join(artifact.uri, name), text)


def write_file(path, text=""):
    """Writes a file."""
    with open(path, "w") as file:
        file.write(text)
