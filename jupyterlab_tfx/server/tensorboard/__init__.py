"""TensorBoard processes of the Jupyter server, and the way to them through the server's own address."""
