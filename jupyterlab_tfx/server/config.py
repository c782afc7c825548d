"""What an administrator can set, and which paths may be read."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from traitlets import Dict, Integer, List, Unicode
from traitlets.config import LoggingConfigurable

from .known import KnownArtifacts, is_remote


class NotAllowedError(PermissionError):
    """A path outside of what may be read. The text says which setting opens it."""


class TfxExtension(LoggingConfigurable):
    """Settings of jupyterlab-tfx in the Jupyter server's configuration."""

    allowed_roots = List(
        Unicode(),
        help="Folders whose pipelines may be read, besides the server's own root and TFX's temporary ones; "
        "also gs://… and s3://….",
    ).tag(config=True)

    stores = Dict(
        value_trait=Unicode(),
        key_trait=Unicode(),
        help="Metadata stores in databases, by the name that notebooks use: SQLAlchemy URLs.",
    ).tag(config=True)

    airflow_url = Unicode(
        help="Address of Airflow; else that of the variable TFX_AIRFLOW_URL. The server connects by itself "
        "where its environment has TFX_AIRFLOW_TOKEN, or TFX_AIRFLOW_USER and TFX_AIRFLOW_PASSWORD; they are "
        "sent to no other address.",
    ).tag(config=True)

    airflow_dags = Unicode(
        help="Airflow's DAGs folder, for exported pipelines; else that of the variable TFX_AIRFLOW_DAGS.",
    ).tag(config=True)

    kubeflow_url = Unicode(
        help="Address of Kubeflow Pipelines; else that of the variable TFX_KUBEFLOW_URL. The server connects "
        "by itself, with the token of the variable TFX_KUBEFLOW_TOKEN where there is one; it is sent to no "
        "other address.",
    ).tag(config=True)

    vertex_endpoint = Unicode(
        "https://{region}-aiplatform.googleapis.com",
        help="Address of Vertex AI's API, such as that of a private endpoint; {region} is the region's name.",
    ).tag(config=True)

    max_answer = Integer(
        16_000_000_000,
        help="Bytes of a file in one answer, at most. A longer file is read in parts.",
    ).tag(config=True)

    def __init__(self, root_dir: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.root_dir = root_dir
        self.airflow_url = self.airflow_url or os.environ.get("TFX_AIRFLOW_URL", "")
        self.airflow_dags = self.airflow_dags or os.environ.get("TFX_AIRFLOW_DAGS", "")
        self.kubeflow_url = self.kubeflow_url or os.environ.get("TFX_KUBEFLOW_URL", "")
        #: Artifacts of the metadata stores that were read.
        self.known = KnownArtifacts()

    def resolve(self, uri: str) -> Path:
        """Return the real path of a local file that may be read.

        Links are followed before the path is checked. A relative path is below the server's root.

        Raises:
            NotAllowedError: it lies outside of the allowed folders.
        """
        path = self._real(uri)
        roots = [self._root(), *(_real_folder(r) for r in self.allowed_roots if not is_remote(r))]
        if any(path.is_relative_to(allowed) for allowed in roots) or _is_own_interactive_root(path):
            return path
        raise _refusal(path.name)

    def resolve_artifact(self, uri: str) -> Path:
        """Return the real path of a local artifact that may be read: as ``resolve``, and of a known store.

        Raises:
            NotAllowedError: it lies outside of the allowed folders, and no store that was read names it so
                that it may be believed.
        """
        try:
            return self.resolve(uri)
        except NotAllowedError:
            path = self._real(uri)
            known = self.known.find(uri)
            if known is None or not known.may_be_read(path):
                raise
            return path

    def check_remote(self, url: str) -> None:
        """Look whether an artifact's remote URL may be read.

        Raises:
            NotAllowedError: it is below no configured root, and no store that was read names it so that it
                may be believed.
        """
        if any(name in ("", ".", "..") for name in url.rstrip("/").partition("://")[2].split("/")):
            raise NotAllowedError("Give the artifact's URI without dots and empty names in it.")
        roots = [f"{root.rstrip('/')}/" for root in self.allowed_roots if is_remote(root)]
        known = self.known.find(url)
        if not any(f"{url.rstrip('/')}/".startswith(root) for root in roots) and not (
            known is not None and known.may_be_fetched(url.rstrip("/"))
        ):
            raise _refusal(url.rstrip("/").rpartition("/")[2])

    def _root(self) -> Path:
        return _real_folder(self.root_dir)

    def _real(self, uri: str) -> Path:
        return Path(os.path.realpath(self._root() / uri.removeprefix("file://")))


def _refusal(name: str) -> NotAllowedError:
    return NotAllowedError(
        f"{name[:200]} is outside of the folders that may be read. Add its folder to "
        "c.TfxExtension.allowed_roots in the Jupyter server's configuration."
    )


def _real_folder(path: str) -> Path:
    return Path(os.path.realpath(os.path.expanduser(path)))


def _is_own_interactive_root(path: Path) -> bool:
    """Tell whether a path is in a temporary root that TFX made for this user.

    ``InteractiveContext`` without a root makes ``<tmp>/tfx-<pipeline name>-<random>``, for a pipeline name
    that begins with ``interactive-`` unless it is given.
    """
    temporary = Path(os.path.realpath(tempfile.gettempdir()))
    if not path.is_relative_to(temporary):
        return False
    parts = path.relative_to(temporary).parts
    if not parts or not parts[0].startswith(("tfx-", "interactive-")):
        return False
    try:
        return (temporary / parts[0]).stat().st_uid == os.getuid()
    except OSError:
        return False
