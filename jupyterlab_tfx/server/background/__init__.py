"""Runs of exported pipelines by TFX's own runners, in processes of this server."""
