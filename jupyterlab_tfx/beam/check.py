"""Whether a choice can be used: its fields, and whether somebody answers where it leads."""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .arguments import Choice, more_arguments

#: Seconds in which an address has to answer.
REACH = 3.0
#: Where Google's command-line tools keep a person's credentials.
_CREDENTIALS = "~/.config/gcloud/application_default_credentials.json"

# https://cloud.google.com/resource-manager/docs/creating-managing-projects, and Beam's own pipeline options
# validator (apache_beam/options/pipeline_options_validator.py), which knows projects of a domain too.
_PROJECT = re.compile(r"(?:[a-z][-a-z0-9.]*[a-z0-9]:)?[a-z][-a-z0-9]{4,28}[a-z0-9]")
_REGION = re.compile(r"[a-z]+(?:-[a-z]+)+[0-9]+")
# https://cloud.google.com/storage/docs/buckets#naming
_BUCKET = re.compile(r"[a-z0-9][-a-z0-9_.]{1,220}[a-z0-9]")
_JOB = re.compile(r"[a-z](?:[-a-z0-9]*[a-z0-9])?")
_SECRET = re.compile(r"pass(?:word|wd)?|secret|token|credential|private|api_?key", re.IGNORECASE)
_MAX_JOB = 63
_MAX_PORT = 65_535


@dataclass(frozen=True)
class Problem:
    """What is wrong with a choice, or good to know of it."""

    #: The option that it is about; None for the choice as a whole.
    option: str | None
    severity: Literal["error", "warning"]
    #: Sentences that say what to do.
    message: str

    def record(self) -> dict[str, Any]:
        """Return a BeamProblem of the protocol."""
        return {"option": self.option, "severity": self.severity, "message": self.message}


def check_form(choice: Choice) -> list[Problem]:
    """Return what can be seen of the fields alone. Nobody is asked."""
    runner, options = str(choice["runner"]), _options(choice)
    found = _whole_numbers(options)
    if runner in ("flink", "spark"):
        found += _engine(runner, options)
    elif runner == "dataflow":
        found += _dataflow(options)
    elif runner == "prism" and options.get("prismLocation") and not _is_file(options["prismLocation"]):
        found.append(
            _error("prismLocation", f"There is no file {options['prismLocation']}: give Prism's program.")
        )
    return found + _more(choice)


def check_place(choice: Choice) -> list[Problem]:
    """Return why the place cannot be used just now: nobody answers there, a program is missing."""
    runner, options = str(choice["runner"]), _options(choice)
    if runner in ("flink", "spark"):
        title = runner.capitalize()
        endpoint, master = options.get("endpoint", ""), options.get("master", "")
        if endpoint:
            return _reach(
                "endpoint",
                endpoint,
                f"Start Beam's {title} job server there, or choose another runner.",
            )
        address = _master_address(runner, master)
        found = [] if address is None else _reach("master", address, f"Start {title} there.")
        if shutil.which("java") is None:
            found.append(
                _error("master", "Beam starts a job server for it, which needs Java: install it (java).")
            )
        return found
    if runner == "dataflow" and not _has_credentials():
        return [
            Problem(
                None,
                "warning",
                "This machine has no Google credentials in a file. Outside of Google Cloud, run "
                "gcloud auth application-default login in a terminal.",
            )
        ]
    return []


def _options(choice: Choice) -> dict[str, str]:
    options: Mapping[str, Any] = choice["options"]
    return {name: str(value).strip() for name, value in options.items()}


def _error(option: str | None, message: str) -> Problem:
    return Problem(option, "error", message)


def _whole_numbers(options: Mapping[str, str]) -> list[Problem]:
    found = []
    for name in ("workers", "parallelism", "maxWorkers"):
        text = options.get(name, "")
        # Beam takes no workers for as many as the machine has processors.
        least = 0 if name == "workers" else 1
        if text and not (text.isascii() and text.isdigit() and int(text) >= least):
            found.append(_error(name, f"Give a whole number of at least {least}."))
    return found


def _engine(runner: str, options: Mapping[str, str]) -> list[Problem]:
    endpoint, master = options.get("endpoint", ""), options.get("master", "")
    title = runner.capitalize()
    found = []
    if bool(endpoint) == bool(master):
        found.append(
            _error(
                "endpoint",
                f"Give either the address of Beam's {title} job server (host:port), or {title}'s own.",
            )
        )
    elif endpoint and _host_and_port(endpoint) is None:
        found.append(_error("endpoint", "Give the job server's address as host:port, as localhost:8099."))
    elif master and not _is_master(runner, master):
        example = "localhost:8081" if runner == "flink" else "spark://localhost:7077"
        found.append(_error("master", f"Give {title}'s address as {example}, or [local] or local[4]."))
    environment = options.get("environment", "LOOPBACK")
    if environment in ("DOCKER", "PROCESS", "EXTERNAL") and not options.get("environmentConfig"):
        what = {
            "DOCKER": "the image of the workers",
            "PROCESS": 'the workers\' program, as {"command": "/opt/apache/beam/boot"}',
            "EXTERNAL": "the address of the worker pool, as localhost:50000",
        }
        found.append(_error("environmentConfig", f"Give {what[environment]}."))
    return found


def _dataflow(options: Mapping[str, str]) -> list[Problem]:
    found = []
    if not _PROJECT.fullmatch(options.get("project", "")):
        found.append(
            _error(
                "project",
                "Give the id of a Google Cloud project: 6 to 30 lower-case letters, digits and hyphens, "
                "beginning with a letter. It is neither the project's name nor its number.",
            )
        )
    if not _REGION.fullmatch(options.get("region", "")):
        found.append(_error("region", "Give a region of Google Cloud, such as europe-west4; not a zone."))
    for name in ("tempLocation", "stagingLocation"):
        text = options.get(name, "")
        if (text or name == "tempLocation") and not _is_bucket_folder(text):
            found.append(_error(name, "Give a folder of a bucket, such as gs://my-bucket/beam."))
    job = options.get("jobName", "")
    if job and not (_JOB.fullmatch(job) and len(job) <= _MAX_JOB):
        found.append(
            _error(
                "jobName",
                f"Give at most {_MAX_JOB} lower-case letters, digits and hyphens, beginning with a letter "
                "and not ending with a hyphen.",
            )
        )
    return found


def _more(choice: Choice) -> list[Problem]:
    try:
        texts = more_arguments(choice)
    except ValueError as error:
        return [_error("more", f"The arguments cannot be read ({error}).")]
    found = []
    for text in texts:
        name = text.partition("=")[0]
        if _SECRET.search(name):
            found.append(
                _error(
                    "more",
                    f"{name} may be a secret, and what you write here is kept in the notebook: set it in the "
                    "environment of the kernel instead.",
                )
            )
        elif name == "--runner":
            found.append(_error("more", "The runner is chosen above: leave --runner out."))
    return found


def _is_file(path: str) -> bool:
    return path.startswith("http") or Path(path).expanduser().is_file()


def _is_bucket_folder(text: str) -> bool:
    scheme, _, rest = text.partition("://")
    bucket = rest.partition("/")[0]
    return scheme == "gs" and bool(_BUCKET.fullmatch(bucket)) and ".." not in bucket


def _host_and_port(text: str) -> tuple[str, int] | None:
    host, colon, port = text.rpartition(":")
    if not (colon and host and port.isascii() and port.isdigit() and 0 < int(port) <= _MAX_PORT):
        return None
    if re.search(r"[\s/@]", host):
        return None
    return host.strip("[]"), int(port)


def _is_master(runner: str, text: str) -> bool:
    if runner == "flink" and text in ("[local]", "[auto]", "[collection]"):
        return True
    if runner == "spark" and re.fullmatch(r"local(\[(\*|\d+)\])?|yarn", text):
        return True
    return _master_address(runner, text) is not None


def _master_address(runner: str, text: str) -> str | None:
    """Return where a Flink or Spark listens; None where it is not started yet, or elsewhere."""
    address = re.sub(r"^https?://" if runner == "flink" else r"^spark://", "", text)
    if runner == "spark" and address == text:
        return None
    return address if _host_and_port(address) is not None else None


def _reach(option: str, text: str, advice: str) -> list[Problem]:
    address = _host_and_port(text)
    if address is None:
        return []  # The form says so.
    try:
        socket.create_connection(address, timeout=REACH).close()
    except OSError as error:
        reason = "no answer" if isinstance(error, TimeoutError) else (error.strerror or str(error)).lower()
        return [_error(option, f"Nobody answers at {text} ({reason}). {advice}")]
    return []


def _has_credentials() -> bool:
    named = os.environ.get("GOOGLE_APPLICATION_CREDENTIALS")
    return Path(named or _CREDENTIALS).expanduser().is_file()
