"""What pytest must know before it collects."""

pytest_plugins = ["pytest_jupyter.jupyter_server"]
