"""What is remembered of the stores that were read."""

from __future__ import annotations

import pytest

from jupyterlab_tfx.server import known
from jupyterlab_tfx.server.known import KnownArtifacts


def execution(*uris: str) -> dict[str, object]:
    """Return an execution with outputs at some URIs."""
    return {"inputs": {}, "outputs": {"x": [{"uri": uri} for uri in uris]}}


def test_newest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MAX_ARTIFACTS", 3)
    artifacts = KnownArtifacts()
    artifacts.remember([execution("/a/1", "/a/2"), execution("/a/3")], trusted=False)
    artifacts.remember([execution("/a/1", "/a/4")], trusted=False)
    assert [artifacts.find(f"/a/{i}") is not None for i in range(1, 5)] == [True, False, True, True]


def test_same_uri_in_other_words() -> None:
    artifacts = KnownArtifacts()
    artifacts.remember([execution("/a//b/../1", "file:///a/2", "gs://b/3/", "")], trusted=False)
    for uri in ("/a/1", "/a/1/", "file:///a/1", "/a/2", "gs://b/3"):
        assert artifacts.find(uri), uri
    for uri in ("", ".", "/a", "gs://b", "s3://b/3", "/gs://b/3"):
        assert artifacts.find(uri) is None, uri


def test_trust_stays() -> None:
    """A file that names what the configured store names takes nothing away; by itself it gives none."""
    artifacts = KnownArtifacts()
    artifacts.remember([execution("/a/1")], trusted=False)
    assert not artifacts.find("/a/1").trusted
    artifacts.remember([execution("/a/1")], trusted=True)
    artifacts.remember([execution("/a/1")], trusted=False)
    assert artifacts.find("/a/1").trusted


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("gs://bucket/root/Trainer/model/6", True),
        ("s3://b/Trainer/model/60", True),
        ("gs://bucket/root/Count/number/6/value", True),
        ("gs://bucket/root/Count/number/6/other", False),
        ("gs://bucket/root/Trainer/model/latest", False),
        ("gs://bucket/6", False),
        ("gs://bucket/a/6", False),
    ],
)
def test_remote_outputs(url: str, allowed: bool) -> None:
    for trusted in (False, True):
        artifacts = KnownArtifacts()
        artifacts.remember([execution(url)], trusted=trusted)
        assert artifacts.find(url).may_be_fetched(url) is (allowed or trusted)
