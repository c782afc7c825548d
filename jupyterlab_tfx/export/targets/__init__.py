"""The orchestrators that a pipeline can be exported for: one module each, one line each in the registry."""

from .airflow import AIRFLOW
from .beam import BEAM
from .kubeflow import KUBEFLOW
from .local import LOCAL
from .target import Target

#: By name, in the order in which they are offered.
TARGETS: dict[str, Target] = {target.name: target for target in (LOCAL, AIRFLOW, BEAM, KUBEFLOW)}

__all__ = ["TARGETS", "Target"]
