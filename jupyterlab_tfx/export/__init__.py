"""From a notebook to production: the exporter.

Only the standard library is used here, so that server, kernel and command line can all export; what needs TFX
(compiling, and the proof) is in :mod:`jupyterlab_tfx.kernel`.
"""

from .exporter import Export, context_names, export_notebook
from .notebook import NotebookError
from .options import Options
from .plan import Plan
from .problems import ExportError, Problem

__all__ = [
    "Export",
    "ExportError",
    "NotebookError",
    "Options",
    "Plan",
    "Problem",
    "context_names",
    "export_notebook",
]
