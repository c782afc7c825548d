"""The server extension: files and metadata of pipelines, exports of them, TensorBoards, and Airflow's runs.

Imports nothing of TensorFlow or TFX.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jupyter_server.utils import url_path_join

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

__all__ = ["load"]


def load(server_app: ServerApp) -> None:
    """Add the routes below ``<base_url>/jupyterlab-tfx/``."""
    from .airflow import handlers as airflow
    from .airflow.service import AirflowService
    from .artifact_handlers import DocumentHandler, FileHandler
    from .config import TfxExtension
    from .export_handler import ExportHandler
    from .handlers import StoreHandler, StoresHandler, VersionHandler
    from .tensorboard.boards import Boards
    from .tensorboard.handlers import BoardHandler, BoardsHandler
    from .tensorboard.proxy import ProxyHandler

    routes = {
        "version": VersionHandler,
        "store": StoreHandler,
        "stores": StoresHandler,
        "export": ExportHandler,
        "artifacts/document": DocumentHandler,
        "artifacts/file": FileHandler,
    }
    extension = TfxExtension(server_app.root_dir, parent=server_app)
    options = {"extension": extension}
    boards = Boards(server_app.runtime_dir, server_app.log)
    board_routes = {
        "tensorboards": BoardsHandler,
        "tensorboards/([0-9a-f]{32})": BoardHandler,
        "tensorboard/([0-9a-f]{32})(/.*)?": ProxyHandler,
    }
    airflow_routes = {
        "airflow": airflow.ConnectionHandler,
        "airflow/watch": airflow.WatchHandler,
        "airflow/log": airflow.LogHandler,
        "airflow/artifacts": airflow.ArtifactsHandler,
        "airflow/action": airflow.ActionHandler,
        "airflow/deploy": airflow.DeployHandler,
    }
    airflow_options = {**options, "airflow": AirflowService(extension)}
    base = url_path_join(server_app.web_app.settings["base_url"], "jupyterlab-tfx")
    server_app.web_app.add_handlers(  # type: ignore[no-untyped-call]
        ".*$",
        [(url_path_join(base, path), handler, options) for path, handler in routes.items()]
        + [
            (url_path_join(base, path), handler, {**options, "boards": boards})
            for path, handler in board_routes.items()
        ]
        + [(url_path_join(base, path), handler, airflow_options) for path, handler in airflow_routes.items()],
    )
