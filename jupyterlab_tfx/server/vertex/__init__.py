"""Vertex AI Pipelines, by the REST API of ``google.cloud.aiplatform.v1.PipelineService``."""
