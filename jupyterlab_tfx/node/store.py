"""The connection to ML Metadata: which store, and how nodes that run side by side share one in SQLite.

Two of them: TFX's own, for its launcher, and ML Metadata's client, for all else, which needs no TensorFlow.
"""

from __future__ import annotations

import os
import random
import time
from typing import Any
from urllib.parse import unquote, urlsplit

from .outcome import UsageError
from .store_lock import StoreLock, is_locked, longest_wait

#: URL of the metadata store; without it the one that the pipeline was compiled with is used.
STORE_VARIABLE = "TFX_METADATA"

#: Tries to open a store, as many as TFX makes.
_TRIES = 10

_SCHEMES = "sqlite:////folder/metadata.sqlite, postgresql://, mysql:// or grpc://"


def connection_config(ir: Any) -> Any:
    """Return ML Metadata's configuration: of ``TFX_METADATA`` where that is set, else of the pipeline.

    Raises:
        UsageError: neither names a store, or the URL is of no kind that ML Metadata knows.
    """
    url = os.environ.get(STORE_VARIABLE)
    if url:
        return _config_of(url)
    compiled = _compiled_config(ir)
    kind = compiled.WhichOneof("connection_config")
    if kind is None:
        raise UsageError(f"The pipeline names no metadata store: set {STORE_VARIABLE} ({_SCHEMES}).")
    return getattr(compiled, kind)


def _compiled_config(ir: Any) -> Any:
    """Return the pipeline's ``MLMDConnectionConfig``, as TFX's ``runner_utils``, which imports TensorFlow."""
    from tfx.proto.orchestration import local_deployment_config_pb2, metadata_pb2, pipeline_pb2

    local = local_deployment_config_pb2.LocalDeploymentConfig()
    if ir.deployment_config.Unpack(local):
        return local.metadata_connection_config
    deployment = pipeline_pb2.IntermediateDeploymentConfig()
    ir.deployment_config.Unpack(deployment)
    found = metadata_pb2.MLMDConnectionConfig()
    for name in found.DESCRIPTOR.fields_by_name:
        if deployment.metadata_connection_config.Unpack(getattr(found, name)):
            break
    return found


def _config_of(url: str) -> Any:
    from ml_metadata.proto import metadata_store_pb2

    parts = urlsplit(url)
    kind = parts.scheme.partition("+")[0]
    config = metadata_store_pb2.ConnectionConfig()
    database = unquote(parts.path.removeprefix("/"))
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    # The URL may hold a password: no message repeats it.
    if kind == "sqlite" and database:
        config.sqlite.filename_uri = database
        config.sqlite.connection_mode = metadata_store_pb2.SqliteMetadataSourceConfig.READWRITE_OPENCREATE
    elif kind == "postgresql" and parts.hostname and database:
        config.postgresql.host, config.postgresql.port = parts.hostname, str(parts.port or 5432)
        config.postgresql.dbname = database
        config.postgresql.user, config.postgresql.password = user, password
    elif kind == "mysql" and parts.hostname and database:
        config.mysql.host, config.mysql.port = parts.hostname, parts.port or 3306
        config.mysql.database = database
        config.mysql.user, config.mysql.password = user, password
    elif kind == "grpc" and parts.hostname and parts.port:
        return metadata_store_pb2.MetadataStoreClientConfig(host=parts.hostname, port=parts.port)
    else:
        raise UsageError(f"{STORE_VARIABLE} is not the URL of a metadata store ({_SCHEMES}).")
    return config


def sqlite_path(config: Any) -> str:
    """Return the database file of a configuration; empty where the store is no file of this machine."""
    return config.sqlite.filename_uri if getattr(config, "sqlite", None) is not None else ""


class _Client:
    """ML Metadata's client as TFX's ``Metadata`` has it: entered, with ``store``."""

    def __init__(self, config: Any) -> None:
        self._config = config
        self._users = 0
        self.store: Any = None

    def __enter__(self) -> _Client:
        from ml_metadata.metadata_store import metadata_store

        for tries_left in reversed(range(_TRIES)):
            try:
                self.store = metadata_store.MetadataStore(self._config)
                break
            except RuntimeError:
                # Two that make the tables of a new database at the same time.
                if tries_left == 0:
                    raise
                time.sleep(random.random())  # noqa: S311 - so that they do not meet again
        self._users += 1
        return self

    def __exit__(self, *_: object) -> None:
        self._users -= 1
        if self._users == 0:
            self.store = None


def open_client(config: Any) -> Any:
    """Return ML Metadata's client over a configuration, as ``store`` of what is entered.

    Shares the store as ``open_metadata`` does, and raises what it raises.
    """
    return _in_turns(_Client, config)


def open_metadata(config: Any) -> Any:
    """Return TFX's ``Metadata`` over a configuration; entered by one process at a time where it is SQLite.

    ML Metadata gives up on a SQLite file that another process writes to for more than a second or so, and
    the driver and publisher of a node take many transactions. So nodes wait for each other, as long as one
    holds the handle: a few hundredths of a second, never while a component executes.

    Raises:
        UsageError: the environment does not say how long to wait.
    """
    from tfx.orchestration import metadata

    return _in_turns(metadata.Metadata, config)


def _in_turns(kind: Any, config: Any) -> Any:
    """Return a handle of a kind, behind a lock where the store is in SQLite."""
    path = sqlite_path(config)
    if not path:
        return kind(config)
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    lock = StoreLock(path, longest_wait())

    class Serial(kind):  # type: ignore[misc]
        """The same behind a lock; entering raises StoreLockedError where no turn comes."""

        def __enter__(self) -> Any:
            if self._users > 0:
                return super().__enter__()
            lock.take()
            try:
                return super().__enter__()
            except BaseException as error:
                lock.give()
                if is_locked(error):
                    raise lock.error() from error
                raise

        def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
            try:
                super().__exit__(kind, error, trace)
            finally:
                if self._users == 0:
                    lock.give()
            if is_locked(error):
                raise lock.error() from error

    return Serial(config)
