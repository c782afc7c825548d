"""The server extension: files and metadata of pipelines, exports of them, TensorBoards, runs elsewhere.

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
    from .airflow.adapter import Airflow
    from .artifact_handlers import DocumentHandler, FileHandler
    from .background import handlers as background
    from .background.runs import BackgroundRuns
    from .config import TfxExtension
    from .export_handler import ExportHandler
    from .handlers import StoreHandler, StoresHandler, VersionHandler
    from .kubeflow.adapter import Kubeflow
    from .runs import handlers as runs
    from .tensorboard.boards import Boards
    from .tensorboard.handlers import BoardHandler, BoardsHandler
    from .tensorboard.proxy import ProxyHandler
    from .vertex.adapter import Vertex

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
    #: The orchestrators: one adapter each.
    adapters = (Airflow, Kubeflow, Vertex)
    orchestrators = {adapter.name: adapter(extension) for adapter in adapters}
    runs_routes = {
        "runs/([a-z]+)": runs.ConnectionHandler,
        "runs/([a-z]+)/watch": runs.WatchHandler,
        "runs/([a-z]+)/log": runs.LogHandler,
        "runs/([a-z]+)/artifacts": runs.ArtifactsHandler,
        "runs/([a-z]+)/action": runs.ActionHandler,
        "runs/([a-z]+)/deploy": runs.DeployHandler,
    }
    runs_options = {**options, "orchestrators": orchestrators}
    background_routes = {
        "background": background.RunsHandler,
        "background/stop": background.StopHandler,
        "background/log": background.LogHandler,
    }
    background_options = {**options, "background": BackgroundRuns()}
    base = url_path_join(server_app.web_app.settings["base_url"], "jupyterlab-tfx")
    server_app.web_app.add_handlers(  # type: ignore[no-untyped-call]
        ".*$",
        [(url_path_join(base, path), handler, options) for path, handler in routes.items()]
        + [
            (url_path_join(base, path), handler, {**options, "boards": boards})
            for path, handler in board_routes.items()
        ]
        + [(url_path_join(base, path), handler, runs_options) for path, handler in runs_routes.items()]
        + [
            (url_path_join(base, path), handler, background_options)
            for path, handler in background_routes.items()
        ],
    )
