"""JupyterHub for the browser tests: two people, one password. Never use it for anything else."""

import os
import sys

c = get_config()  # noqa: F821

folder = os.environ["TFX_HUB_FOLDER"]
public, hub, proxy = os.environ["TFX_HUB_PORTS"].split()

c.JupyterHub.bind_url = f"http://127.0.0.1:{public}/"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{hub}/"
c.JupyterHub.db_url = f"sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = f"{folder}/cookie_secret"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{proxy}"
c.ConfigurableHTTPProxy.command = [os.environ["TFX_HUB_PROXY"]]
c.ConfigurableHTTPProxy.pid_file = f"{folder}/proxy.pid"

c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = os.environ["TFX_HUB_PASSWORD"]
c.Authenticator.allowed_users = {"ada", "grace"}

c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = f"{folder}/home/{{username}}"
c.Spawner.cmd = [os.path.join(os.path.dirname(sys.executable), "jupyterhub-singleuser")]
c.Spawner.args = ["--allow-root", "--LabApp.expose_app_in_browser=True"]
c.Spawner.default_url = "/lab"
c.Spawner.environment = {"JUPYTER_PREFER_ENV_PATH": "1", "TF_CPP_MIN_LOG_LEVEL": "2"}
