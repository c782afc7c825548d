"""What pytest must know before it collects, and what tests of several folders use."""

from .node.node_command import nodes, small

__all__ = ["nodes", "small"]

pytest_plugins = ["pytest_jupyter.jupyter_server"]
