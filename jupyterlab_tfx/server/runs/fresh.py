"""Answers that are given to all who ask for the same: tabs do not add up."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

Record = dict[str, Any]


class FreshAnswers:
    """Keeps answers for a moment."""

    def __init__(self) -> None:
        #: Answers, and until when each is given.
        self._kept: dict[str, tuple[float, asyncio.Future[Record]]] = {}

    async def get(self, key: str, seconds: float, make: Callable[[], Awaitable[Record]]) -> Record:
        """Return an answer of a moment ago, or the one that is on its way, or a new one."""
        now = time.monotonic()
        self._kept = {name: kept for name, kept in self._kept.items() if now < kept[0]}
        if key not in self._kept:
            self._kept[key] = (now + seconds, asyncio.ensure_future(make()))
        future = self._kept[key][1]
        try:
            return await asyncio.shield(future)
        except Exception:
            self._kept.pop(key, None)
            raise

    def clear(self) -> None:
        """Forget them: something was changed."""
        self._kept.clear()
