"""Which paths may be read, and whose temporary folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jupyterlab_tfx.server.config import NotAllowedError, TfxExtension


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for the system's temporary one."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def extension(tmp_path: Path) -> TfxExtension:
    root = tmp_path / "root"
    root.mkdir()
    return TfxExtension(str(root))


@pytest.mark.parametrize("name", ["tfx-interactive-2026-01-01-a1b2", "tfx-penguins-xyz", "interactive-abc"])
def test_roots_that_tfx_makes(extension: TfxExtension, temporary: Path, name: str) -> None:
    store = temporary / name / "metadata.sqlite"
    store.parent.mkdir()
    assert extension.resolve(str(store)) == store.resolve()


def test_other_temporary_folders(extension: TfxExtension, temporary: Path) -> None:
    for name in ("other", "xtfx-a", "tfx"):
        (temporary / name).mkdir()
        with pytest.raises(NotAllowedError):
            extension.resolve(str(temporary / name / "metadata.sqlite"))
    with pytest.raises(NotAllowedError):
        extension.resolve(str(temporary))
    with pytest.raises(NotAllowedError):  # there is none, so it is nobody's
        extension.resolve(str(temporary / "tfx-none" / "metadata.sqlite"))


def test_somebody_else_s(extension: TfxExtension, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (temporary / "tfx-theirs").mkdir()
    mine = os.getuid()
    monkeypatch.setattr("os.getuid", lambda: mine + 1)
    with pytest.raises(NotAllowedError):
        extension.resolve(str(temporary / "tfx-theirs" / "metadata.sqlite"))


def test_link_out_of_a_temporary_root(extension: TfxExtension, temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (temporary / "tfx-a").mkdir()
    (temporary / "tfx-a" / "out").symlink_to(tmp_path / "secret")
    (temporary / "tfx-b").symlink_to(tmp_path / "secret")
    for uri in ("tfx-a/out/x", "tfx-b/x", "tfx-a/../../secret/x"):
        with pytest.raises(NotAllowedError):
            extension.resolve(str(temporary / uri))


def test_root_in_the_home_folder(tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    extension = TfxExtension("~/work", allowed_roots=["~/pipelines"])
    for name in ("work", "pipelines"):
        assert extension.resolve(str(tmp_path / name / "a")) == (tmp_path / name / "a").resolve()
    # A path is a path: the browser names no home folders.
    assert extension.resolve("~/a") == (tmp_path / "work" / "~" / "a").resolve()


def test_message_names_the_setting_and_no_folder(extension: TfxExtension, tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError) as caught:
        extension.resolve(str(tmp_path / "hidden" / "a.sqlite"))
    assert "c.TfxExtension.allowed_roots" in str(caught.value)
    assert "hidden" not in str(caught.value)
