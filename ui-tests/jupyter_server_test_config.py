"""JupyterLab for the browser tests. It has no protection at all: never use it for anything else."""

import asyncio
import contextlib
import os

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyterlab.galata import configure_jupyter_server


class WakingKernelManager(AsyncMappingKernelManager):
    """Asks each kernel what it is, again and again, so that no message waits in it for ever.

    ipykernel 7 sends answers on its shell socket beside the stream that reads from it (``SubshellManager.
    _send_on_shell_channel``): a request that comes at that very moment is not noticed before the next one.
    """

    #: Seconds between an answer and the next question; and for an answer, which a running cell delays.
    PAUSE, PATIENCE = 2, 20

    def start_watching_activity(self, kernel_id: str) -> None:
        """Begin with a kernel that has started."""
        super().start_watching_activity(kernel_id)
        self._waking = [task for task in getattr(self, "_waking", []) if not task.done()]
        self._waking.append(asyncio.ensure_future(self._wake(kernel_id)))

    async def _wake(self, kernel_id: str) -> None:
        kernel = self.get_kernel(kernel_id)
        channel = kernel.connect_shell()
        answered = asyncio.Event()
        channel.on_recv(lambda _: answered.set())
        try:
            while kernel_id in self:
                await asyncio.sleep(self.PAUSE)
                answered.clear()
                kernel.session.send(channel, "kernel_info_request")
                with contextlib.suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(answered.wait(), self.PATIENCE)
        finally:
            channel.close()


c = get_config()  # noqa: F821

configure_jupyter_server(c)
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = int(os.environ["TFX_TEST_PORT"])
c.ServerApp.allow_root = True
c.ServerApp.kernel_manager_class = WakingKernelManager
c.FileContentsManager.delete_to_trash = False
