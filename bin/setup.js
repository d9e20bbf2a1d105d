// Makes a checkout runnable: installs the packages and, where `node` is too old to run TypeScript, a current Node.
// Plain JavaScript that runs on Node 20 and imports nothing but Node: it is what runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = 24;
const NODE_PACKAGE = 'node@26.10.0';
const stampFile = join(root, 'node_modules', '.copydesk-installed');
const ownNode = join(root, '.node', 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs what is missing: the packages to run, or with `all` also those to test. Returns the Node to run with. */
export function setUp({ all = false } = {}) {
  if (isReady(all)) return currentNode();
  const release = takeTurn();
  try {
    if (!isInstalled(all)) {
      // A checkout that has the test packages keeps them when the lock file changes.
      const extent = all || installed().extent === 'all' ? 'all' : 'run';
      say(`Installing the packages to run${extent === 'all' ? ' and test' : ''} (once for this checkout)…`);
      npm(['ci', ...(extent === 'all' ? [] : ['--omit=dev'])]);
      writeFileSync(stampFile, `${lockHash()} ${extent}\n`);
    }
    if (isTooOld() && !existsSync(ownNode)) {
      say(
        `Node ${process.versions.node} is too old to run TypeScript: fetching ${NODE_PACKAGE} into .node (once for this checkout)…`,
      );
      mkdirSync(join(root, '.node'), { recursive: true });
      npm(['install', '--no-save', '--prefix', join(root, '.node'), NODE_PACKAGE]);
      // Where npm is set not to run install scripts, the package's own script is run here: it brings the binary.
      if (!existsSync(ownNode)) {
        spawnSync(process.execPath, ['installArchSpecificPackage'], {
          cwd: join(root, '.node', 'node_modules', 'node'),
          stdio: ['ignore', 2, 2],
        });
      }
      if (!existsSync(ownNode)) {
        stop(
          `${NODE_PACKAGE} arrived without its binary. Install Node ${OLDEST_NODE} or newer and run the same command again.`,
        );
      }
    }
  } finally {
    release();
  }
  return currentNode();
}

/** True when the `node` that runs this file can run TypeScript as it is. */
export const isTooOld = () => Number(process.versions.node.split('.')[0]) < OLDEST_NODE;

/** Runs `file` with `node` in this terminal and ends this process the way the child ended. */
export function handOver(node, args) {
  const child = spawn(node, args, { stdio: 'inherit', cwd: process.cwd() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`Cannot run ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

const currentNode = () => (isTooOld() ? ownNode : process.execPath);
const isReady = (all) => isInstalled(all) && (!isTooOld() || existsSync(ownNode));
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

function isInstalled(all) {
  const { hash, extent } = installed();
  return hash === lockHash() && (extent === 'all' || !all);
}

function installed() {
  const [hash, extent] = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim().split(' ') : [];
  return { hash, extent };
}

// @NOTE Two commands may start at once on a fresh clone (a scorer beside a server): only one may install.
function takeTurn() {
  const lock = join(root, '.installing');
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'));
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 600_000) rmSync(lock, { force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    }
  }
}

function npm(args) {
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_engine_strict: 'false' },
  });
  if (done.error || done.status !== 0) {
    stop(
      `"npm ${args.join(' ')}" failed${done.error ? `: ${done.error.message}` : ''}. Check the network and the disk, then run the same command again: it goes on where it stopped.`,
    );
  }
}

const say = (text) => process.stderr.write(`copydesk: ${text}\n`);

function stop(text) {
  say(text);
  rmSync(join(root, '.installing'), { force: true });
  process.exit(1);
}
