"""The connection to ML Metadata: which store, and how nodes that run side by side share one in SQLite."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from .outcome import UsageError
from .store_lock import StoreLock, is_locked, longest_wait

#: URL of the metadata store; without it the one that the pipeline was compiled with is used.
STORE_VARIABLE = "TFX_METADATA"

_SCHEMES = "sqlite:////folder/metadata.sqlite, postgresql://, mysql:// or grpc://"


def connection_config(ir_config: Any) -> Any:
    """Return ML Metadata's configuration: of ``TFX_METADATA`` where that is set, else of the pipeline.

    Args:
        ir_config: The ``MLMDConnectionConfig`` of the pipeline's deployment configuration.

    Raises:
        UsageError: neither names a store, or the URL is of no kind that ML Metadata knows.
    """
    url = os.environ.get(STORE_VARIABLE)
    if url:
        return _config_of(url)
    kind = ir_config.WhichOneof("connection_config")
    if kind is None:
        raise UsageError(f"The pipeline names no metadata store: set {STORE_VARIABLE} ({_SCHEMES}).")
    return getattr(ir_config, kind)


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


def open_metadata(config: Any) -> Any:
    """Return TFX's ``Metadata`` over a configuration; entered by one process at a time where it is SQLite.

    ML Metadata gives up on a SQLite file that another process writes to for more than a second or so, and
    the driver and publisher of a node take many transactions. So nodes wait for each other, as long as one
    holds the handle: a few hundredths of a second, never while a component executes.

    Raises:
        UsageError: the environment does not say how long to wait.
    """
    from tfx.orchestration import metadata

    path = sqlite_path(config)
    if not path:
        return metadata.Metadata(config)
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    lock = StoreLock(path, longest_wait())

    class SerialMetadata(metadata.Metadata):  # type: ignore[misc]
        """TFX's ``Metadata`` behind a lock; entering raises StoreLockedError where no turn comes."""

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

    return SerialMetadata(config)
