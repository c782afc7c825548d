"""One node of a compiled pipeline, one command: what every orchestrator calls in the TFX environment.

``python -m jupyterlab_tfx.node compile`` writes a pipeline's intermediate representation (IR) as JSON;
``python -m jupyterlab_tfx.node run`` runs one node of it with TFX's own portable launcher. Imports TFX inside
functions only, and neither the Jupyter server nor a kernel. ``docs/how-to/your-own-orchestrator.md`` has the
contract.
"""
