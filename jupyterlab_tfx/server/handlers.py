"""Routes ``version``, ``stores`` and ``store``: authenticate, read the request, call, answer."""

from __future__ import annotations

import asyncio

from jupyter_server.auth.decorator import authorized
from tornado import web

from .. import __version__
from ..protocol import PROTOCOL_VERSION
from .config import NotAllowedError
from .rest import Record, RestHandler, answered
from .store import read_executions

#: Executions in one answer, at most.
MAX_EXECUTIONS = 2000


class VersionHandler(RestHandler):
    """``GET version``: versions of the extension and of the protocol."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with both versions."""
        self.answer({"version": __version__, "protocol": PROTOCOL_VERSION})


class StoresHandler(RestHandler):
    """``GET stores``: names of the metadata stores that the configuration has, never where they are."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with the names; each is asked for as ``store:<name>``."""
        self.answer({"stores": sorted(name for name in self.extension.stores if name)})


class StoreHandler(RestHandler):
    """``GET store?uri=…&pipeline=…``: the executions of a pipeline in a metadata store."""

    @answered
    async def get(self) -> Record:
        """Answer with a StoreReply; the store is read in a thread."""
        uri = self.get_query_argument("uri", "")
        pipeline = self.get_query_argument("pipeline", None)
        url = self._url(uri)
        reply = await asyncio.get_running_loop().run_in_executor(
            None, read_executions, url, pipeline, MAX_EXECUTIONS
        )
        self.extension.known.remember(reply["executions"], trusted=uri.startswith("store:"))
        return {"uri": uri, **reply}

    def _url(self, uri: str) -> str:
        """Return the SQLAlchemy URL of a store: the browser names a file or a configured store."""
        if not uri or "\0" in uri:
            raise ValueError("Say which metadata store to read: uri is missing.")
        if uri.startswith("store:"):
            name = uri.removeprefix("store:")
            url = self.extension.stores.get(name)
            if url is None:
                raise NotAllowedError(
                    f"No metadata store is configured as {name}: see c.TfxExtension.stores."
                )
            return str(url)
        if "://" in uri and not uri.startswith("file://"):
            raise NotAllowedError(
                "A metadata store in a database is read where the server's configuration names it "
                "(c.TfxExtension.stores)."
            )
        path = self.extension.resolve(uri)
        try:
            found = path.is_file()
        except PermissionError:
            raise NotAllowedError(f"The Jupyter server may not read {path.name}.") from None
        except OSError:  # such as a name that is too long
            found = False
        if not found:
            raise FileNotFoundError(f"There is no metadata store {path.name[:200]} (yet).")
        return f"sqlite:///{path}"
