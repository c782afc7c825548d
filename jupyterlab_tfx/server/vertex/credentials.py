"""Application default credentials, and what the machine itself says of its project and region.

Files are read and the metadata server is asked in a thread. Nothing is kept on disk, and no token leaves this
process but in the header of a request to Google.
"""

from __future__ import annotations

import asyncio
import os
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from ..runs.faults import DeniedError

SCOPE = "https://www.googleapis.com/auth/cloud-platform"
#: Seconds in which a metadata server answers, where there is one.
METADATA_TIMEOUT = 1.0
_METADATA = "/computeMetadata/v1/"
_MISSING = "Google's credentials need a package: pip install 'jupyterlab_tfx[vertex]' where the server runs."


class Credentials:
    """Tokens of the application default credentials."""

    def __init__(self, credentials: Any, request: Any) -> None:
        self._credentials = credentials
        self._request = request

    @property
    def account(self) -> str:
        """The service account's address; empty where it is none, or not known yet."""
        found = str(getattr(self._credentials, "service_account_email", "") or "")
        return found if "@" in found else ""

    async def token(self, anew: bool = False) -> str:
        """Return a token that is good for some minutes.

        Raises:
            DeniedError: there is none to be had.
        """
        if anew or not self._credentials.valid:
            await asyncio.to_thread(self._refresh)
        return str(self._credentials.token)

    def _refresh(self) -> None:
        from google.auth.exceptions import GoogleAuthError

        try:
            self._credentials.refresh(self._request)
        except GoogleAuthError as error:
            raise DeniedError(
                f"Google gives no token for these credentials ({type(error).__name__}): run gcloud auth "
                "application-default login where the Jupyter server runs, and connect again."
            ) from None


async def default_credentials() -> tuple[Credentials, str]:
    """Return the application default credentials, and the project that they name or nothing.

    Raises:
        DeniedError: there are none.
    """
    return await asyncio.to_thread(_default)


def _default() -> tuple[Credentials, str]:
    try:
        import google.auth
        from google.auth.exceptions import DefaultCredentialsError
        from google.auth.transport.requests import Request as GoogleRequest
    except ImportError:
        raise DeniedError(_MISSING) from None
    try:
        found, project = google.auth.default(scopes=[SCOPE])
    except DefaultCredentialsError:
        raise DeniedError(
            "There are no Google credentials where the Jupyter server runs: run gcloud auth "
            "application-default login there, or give the machine a service account."
        ) from None
    return Credentials(found, GoogleRequest()), str(project or "")


async def machine() -> dict[str, str]:
    """Return ``project``, ``region`` and ``root`` as the metadata server and the environment name them."""
    return await asyncio.to_thread(_machine)


def _machine() -> dict[str, str]:
    project = os.environ.get("GOOGLE_CLOUD_PROJECT") or _metadata("project/project-id")
    region = os.environ.get("CLOUD_ML_REGION", "")
    bucket = ""
    if project:
        # projects/123/zones/europe-west4-a
        zone = _metadata("instance/zone").rpartition("/")[2]
        region = region or zone.rpartition("-")[0]
        bucket = _metadata("instance/attributes/gcs-data-bucket").removeprefix("gs://").strip("/")
    found = {"project": project, "region": region, "root": f"gs://{bucket}/pipelines" if bucket else ""}
    return {name: value for name, value in found.items() if value}


def _metadata(path: str) -> str:
    """Return a value of the metadata server, which answers without credentials; empty where there is none."""
    host = os.environ.get("GCE_METADATA_HOST", "metadata.google.internal")
    request = Request(f"http://{host}{_METADATA}{path}", headers={"Metadata-Flavor": "Google"})
    try:
        with urlopen(request, timeout=METADATA_TIMEOUT) as response:  # noqa: S310 - http alone
            if response.headers.get("Metadata-Flavor") != "Google":
                return ""
            return str(response.read(4096).decode())
    except (URLError, OSError, ValueError):
        return ""
