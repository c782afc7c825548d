"""From a choice to the arguments of a Beam pipeline, as TFX takes them (``beam_pipeline_args``).

The options are those of ``apache_beam/options/pipeline_options.py`` of Beam 2.74.
"""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Mapping, Sequence
from typing import Any

#: Beam's argument → the option of a choice that it is from, by runner. An option that is empty is left out.
_FLAGS: dict[str, dict[str, str]] = {
    "direct": {"direct_running_mode": "mode", "direct_num_workers": "workers"},
    "prism": {"prism_location": "prismLocation"},
    "flink": {
        "job_endpoint": "endpoint",
        "flink_master": "master",
        "environment_type": "environment",
        "environment_config": "environmentConfig",
        "parallelism": "parallelism",
    },
    "spark": {
        "job_endpoint": "endpoint",
        "spark_master_url": "master",
        "environment_type": "environment",
        "environment_config": "environmentConfig",
    },
    "dataflow": {
        "project": "project",
        "region": "region",
        "temp_location": "tempLocation",
        "staging_location": "stagingLocation",
        "job_name": "jobName",
        "max_num_workers": "maxWorkers",
        "machine_type": "machineType",
        "service_account_email": "serviceAccount",
        "sdk_container_image": "image",
    },
}
#: Classes of Beam's runners. Flink and Spark with a job server of their own are portable runners as any.
_CLASSES = {
    "prism": "PrismRunner",
    "flink": "FlinkRunner",
    "spark": "SparkRunner",
    "dataflow": "DataflowRunner",
}
#: TFX packs its whole installation for workers elsewhere, unless arguments name an image
#: (``tfx/utils/dependency_utils.py``): workers that are processes of the kernel have it.
NO_WORKERS_ELSEWHERE = "--sdk_container_image=none"

Choice = Mapping[str, Any]


def arguments_of(choice: Choice) -> list[str]:
    """Return the arguments of a Beam pipeline that a BeamChoice of the protocol stands for.

    The direct runner in memory needs none; which class it is, is the caller's business.
    """
    runner, options = str(choice["runner"]), choice["options"]
    found = []
    if runner in _CLASSES:
        portable = runner in ("flink", "spark") and options.get("endpoint")
        found.append(f"--runner={'PortableRunner' if portable else _CLASSES[runner]}")
    for flag, name in _FLAGS[runner].items():
        value = str(options.get(name) or "").strip()
        if value and not (name == "workers" and options.get("mode", "in_memory") == "in_memory"):
            found.append(f"--{flag}={value}")
    if is_on_this_machine(choice) and runner != "direct":
        found.append(NO_WORKERS_ELSEWHERE)
    with contextlib.suppress(ValueError):  # what `check_form` tells of
        found += more_arguments(choice)
    return found


def more_arguments(choice: Choice) -> list[str]:
    """Return the arguments that a person has added, as a shell would take them apart.

    Raises:
        ValueError: a quotation mark is not closed.
    """
    return shlex.split(str(choice["options"].get("more") or ""))


def is_on_this_machine(choice: Choice) -> bool:
    """Tell whether the workers are processes beside the kernel, with its files and packages."""
    runner, options = choice["runner"], choice["options"]
    return runner in ("direct", "prism") or (
        runner in ("flink", "spark") and options.get("environment", "LOOPBACK") == "LOOPBACK"
    )


def given_runner(arguments: Sequence[object]) -> str | None:
    """Return the runner that arguments name, as ``--runner=X`` or ``--runner X``; None for none."""
    texts = [str(argument) for argument in arguments]
    for index, text in enumerate(texts):
        name, equals, value = text.partition("=")
        if name in ("--runner", "-runner"):
            if equals:
                return value
            return texts[index + 1] if index + 1 < len(texts) else None
    return None
