"""Kubeflow Pipelines, by its REST API v2beta1; and its specification, which Vertex AI Pipelines runs too."""
