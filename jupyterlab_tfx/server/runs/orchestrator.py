"""What an orchestrator is to the server: one adapter each, which the routes ``runs/<name>`` speak with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Protocol

from ..config import TfxExtension
from ..tensorboard.interpreter import Interpreter
from .faults import AwayError, DeniedError, OrchestratorError

Record = dict[str, Any]


class Client(Protocol):
    """Asks an orchestrator that is connected. Each method may raise an OrchestratorError."""

    async def overview(self) -> Record:
        """Return ``pipelines``, ``importErrors`` and ``warnings`` of a RunsState."""

    async def watch(self, pipeline: str, run: str | None) -> Record:
        """Return a RunsWatch: of the newest run where none is named."""

    async def log(self, pipeline: str, run: str, task: str, attempt: int) -> str:
        """Return the log of one try of a task, as far as it has come."""

    async def artifacts(self, pipeline: str, run: str, task: str) -> list[Record]:
        """Return the TaskArtifacts that a task has made in a run."""

    async def act(self, asked: Record) -> str | None:
        """Carry out a RunsAction; return the run that began, where one did."""


@dataclass(frozen=True)
class About:
    """What the browser may know of a connection: never a secret."""

    url: str = ""
    user: str = ""
    version: str = ""


@dataclass(frozen=True)
class Deployed:
    """What came of deploying an exported pipeline."""

    pipeline: str
    #: What a person should know of it, as sentences.
    notes: list[str] = field(default_factory=list)
    #: What is other than at the last time: a unified diff.
    changes: str = ""


class Orchestrator(ABC):
    """The server's one connection to an orchestrator: configured, or made by a person; in memory only."""

    #: In routes and messages.
    name: ClassVar[str]
    #: As a person knows it.
    title: ClassVar[str]
    #: What can be done, of RunsState.
    actions: ClassVar[tuple[str, ...]]

    def __init__(self, extension: TfxExtension) -> None:
        self.extension = extension
        self._client: Client | None = None
        self._left = False
        #: Why the configured credentials were refused: they are not sent again and again.
        self._denied = ""

    @abstractmethod
    async def open(self, values: dict[str, str]) -> Client:
        """Connect with what a person has given, by the names of the form's fields.

        Raises:
            OrchestratorError: it does not answer, or does not take the credentials.
            ValueError: something is missing.
        """

    @abstractmethod
    def about(self, client: Client | None) -> About:
        """Tell of the connection, or where there is none of the configuration."""

    def configured(self) -> dict[str, str] | None:
        """Return what the administrator has given instead of a person; None where it does not suffice."""
        return None

    async def known(self) -> dict[str, str]:
        """Return values that the form begins with."""
        return {}

    def can(self) -> list[str]:
        """Return what can be done."""
        return list(self.actions)

    async def deploy(self, folder: Path, interpreter: Interpreter, values: dict[str, str]) -> Deployed:
        """Take an exported pipeline to the orchestrator."""
        raise ValueError(f"Nothing is deployed to {self.title} from here.")

    async def connect(self, values: dict[str, str]) -> None:
        """Connect instead of the connection before. Raises what ``open`` does."""
        self._client = await self.open(values)
        self._left = False

    def disconnect(self) -> None:
        """Forget the connection and its credentials."""
        self._client = None
        self._left = True

    async def client(self) -> Client:
        """Return the client; connects first where the configuration suffices.

        Raises:
            DeniedError: somebody has to connect.
        """
        values = self._tried()
        if self._client is None and values is not None and not self._denied:
            try:
                await self.connect(values)
            except DeniedError as error:
                self._denied = str(error)
        if self._client is None:
            raise DeniedError(self._denied or f"The server is not connected to {self.title}: connect first.")
        return self._client

    async def state(self) -> Record:
        """Return a RunsState: what there is, or why not."""
        message, overview, state = "", None, "connected"
        try:
            client = await self.client()
            overview = await client.overview()
        except AwayError as error:
            state, message = "away", str(error)
        except OrchestratorError as error:
            state, message = "off", "" if self._client is None and self._tried() is None else str(error)
        about = self.about(self._client)
        return {
            "state": state,
            "message": message,
            "url": about.url,
            "user": about.user,
            "version": about.version,
            "values": await self.known(),
            "actions": self.can(),
            **(overview or {"pipelines": [], "importErrors": [], "warnings": []}),
        }

    def _tried(self) -> dict[str, str] | None:
        return None if self._left else self.configured()
