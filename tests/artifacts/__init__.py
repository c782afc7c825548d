"""Tests of the artifact document."""
