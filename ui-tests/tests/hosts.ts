/** Where JupyterLab runs for other people: a JupyterHub, and an nginx with TLS. Real ones, on free ports. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
/** Milliseconds that a server may take to come up. */
const START = 120_000;

/** A server with all that it started, and a folder for what it writes. */
export class Host {
  readonly folder: string;

  constructor(name: string) {
    const tests = join(root, '.cache', 'tests');
    mkdirSync(tests, { recursive: true });
    this.folder = mkdtempSync(join(tests, `${name}-`));
  }

  /** Starts a program, and waits until the port takes connections. What it writes is in `log`. */
  async start(
    [program, ...args]: readonly string[],
    port: number,
    env: Readonly<Record<string, string>> = {}
  ): Promise<void> {
    const log = openSync(join(this.folder, 'log'), 'a');
    const child = spawn(program, args, {
      cwd: this.folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
      detached: true
    });
    this._children.push(child);
    const until = Date.now() + START;
    while (!(await isOpen(port))) {
      if (child.exitCode !== null || Date.now() > until) {
        throw new Error(`${program} does not take connections.`);
      }
    }
  }

  /** Ends what was started, newest first, and removes the folder. */
  async stop(): Promise<void> {
    for (const child of this._children.reverse()) {
      const ended = new Promise(done => child.once('exit', done));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        const timer = setTimeout(() => kill(child), 20_000);
        await ended;
        clearTimeout(timer);
      }
      kill(child);
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  private readonly _children: ChildProcess[] = [];
}

/** Ends what is left of a process group. */
function kill({ pid }: ChildProcess): void {
  try {
    process.kill(-(pid ?? NaN), 'SIGKILL');
  } catch {
    // Nothing is.
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => setTimeout(done, 100, false));
  });
}

/** Free ports of this machine, each another. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>(done => {
        server.listen(0, '127.0.0.1', done);
      });
      return server;
    })
  );
  const ports = servers.map(server => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map(server => new Promise(done => server.close(done))));
  return ports;
}

/** Starts what belongs to a host; where that fails, ends what was started, and says what it wrote. */
async function orStop(host: Host, start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const log = readFileSync(join(host.folder, 'log'), 'utf8');
    await host.stop();
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}\n${log.slice(-2000)}`
    );
  }
}

/** A JupyterHub of two people, ada and grace, whose homes are in `<folder>/home`. */
export async function startHub(password: string): Promise<{ host: Host; url: string }> {
  const host = new Host('hub');
  const ports = await freePorts(3);
  for (const name of ['ada', 'grace']) {
    mkdirSync(join(host.folder, 'home', name), { recursive: true });
  }
  const config = join(root, 'ui-tests', 'jupyterhub_test_config.py');
  const env: Record<string, string> = {
    TFX_HUB_FOLDER: host.folder,
    TFX_HUB_PORTS: ports.join(' '),
    TFX_HUB_PASSWORD: password,
    TFX_HUB_PROXY: join(root, 'node_modules', '.bin', 'configurable-http-proxy')
  };
  const url = `http://127.0.0.1:${ports[0]}`;
  await orStop(host, async () => {
    await host.start(['jupyterhub', '--config', config], ports[0], env);
    // The proxy takes connections before it knows where the hub is.
    const until = Date.now() + START;
    while (!(await fetch(`${url}/hub/login`)).ok) {
      if (Date.now() > until) {
        throw new Error('The hub does not answer.');
      }
      await new Promise(resume => setTimeout(resume, 100));
    }
  });
  return { host, url };
}

/**
 * JupyterLab below a path, behind an nginx that speaks TLS. The first address gives Jupyter the `Host` that the browser
 * asked for; the second its own, as proxies do that connect outwards.
 */
export async function startWorkbench(
  path: string,
  token: string
): Promise<{ host: Host; urls: readonly [string, string]; home: string }> {
  const nginx = process.env.TFX_TEST_NGINX;
  if (!nginx) {
    throw new Error('There is no nginx: npm test sets one up.');
  }
  const host = new Host('nginx');
  const [kept, changed, jupyter] = await freePorts(3);
  const urls = [`https://localhost:${kept}${path}`, `https://localhost:${changed}${path}`] as const;
  const home = join(host.folder, 'home');
  mkdirSync(home);
  const lab = [
    'lab',
    '--no-browser',
    '--allow-root',
    '--ServerApp.ip=127.0.0.1',
    `--ServerApp.port=${jupyter}`,
    `--ServerApp.base_url=${path}`,
    `--ServerApp.root_dir=${home}`,
    `--ServerApp.allow_origin=https://localhost:${changed}`,
    '--ServerApp.trust_xheaders=True',
    '--LabApp.expose_app_in_browser=True'
  ];
  certificate(host.folder);
  const configuration = join(host.folder, 'nginx.conf');
  writeFileSync(
    configuration,
    nginxConfiguration(host.folder, path, jupyter, [
      [kept, '$http_host'],
      [changed, `127.0.0.1:${jupyter}`]
    ])
  );
  await orStop(host, async () => {
    await host.start(['jupyter', ...lab], jupyter, {
      HOME: home,
      JUPYTER_TOKEN: token,
      ...Object.fromEntries(
        ['CONFIG', 'RUNTIME', 'DATA'].map(name => [
          `JUPYTER_${name}_DIR`,
          join(host.folder, name.toLowerCase())
        ])
      ),
      JUPYTERLAB_WORKSPACES_DIR: join(host.folder, 'workspaces'),
      JUPYTERLAB_SETTINGS_DIR: join(host.folder, 'settings')
    });
    await host.start([nginx, '-c', configuration, '-e', join(host.folder, 'error.log')], kept);
  });
  return { host, urls, home };
}

/** A certificate for localhost that nobody has signed. */
function certificate(folder: string): void {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync('openssl', ['req', '-x509', ...key, ...files, ...names, '-days', '2'], {
    stdio: 'ignore'
  });
}

/** @param servers - Port, and the `Host` that Jupyter is told. */
function nginxConfiguration(
  folder: string,
  path: string,
  upstream: number,
  servers: readonly (readonly [number, string])[]
): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    name => `  ${name}_temp_path ${folder}/${name};`
  );
  const server = ([port, name]: readonly [number, string]): string => `
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/certificate.pem;
    ssl_certificate_key ${folder}/key.pem;
    location / {
      return 404;
    }
    location ${path} {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_http_version 1.1;
      proxy_set_header Host ${name};
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_read_timeout 600s;
      client_max_body_size 100m;
    }
  }`;
  return `daemon off;
pid ${folder}/nginx.pid;
events {}
http {
${temporary.join('\n')}
  access_log ${folder}/access.log;
  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
${servers.map(server).join('\n')}
}
`;
}
