"""Runs of pipelines on orchestrators, for the browser: what all of them share. Each has an adapter."""
