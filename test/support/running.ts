import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/copydesk.js', import.meta.url));

/** A newsroom in a process of its own, as a publisher runs it. */
export type RunningProcess = {
  readonly address: string;
  readonly dataFolder: string;
  readonly child: ChildProcess;
  /** Everything that it printed so far, both streams. */
  output(): string;
  /** Sends `signal` and waits for the end. Keeps the data. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Stops it and removes its data. */
  destroy(): Promise<void>;
};

export const newDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'copydesk-data-'));

/** Starts `copydesk start` on a free port and waits for its address; a process that ends before rejects with its output. */
export async function startProcess(
  options: { dataFolder?: string; databaseUrl?: string; args?: readonly string[]; env?: Record<string, string> } = {},
): Promise<RunningProcess> {
  const dataFolder = options.dataFolder ?? (await newDataFolder());
  const env = {
    ...process.env,
    PORT: '0',
    COPYDESK_DATA: dataFolder,
    DATABASE_URL: options.databaseUrl ?? '',
    ...options.env,
  };
  const child = spawn(process.execPath, [bin, 'start', ...(options.args ?? [])], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`copydesk start ended with ${code}:\n${output}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const match = /(?:listens on|is at) (http:\/\/127\.0\.0\.1:\d+)/.exec(output);
      if (match?.[1]) resolve(match[1]);
    });
  });
  const ended = new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.on('exit', (code) => resolve(code));
  });
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return {
    address,
    dataFolder,
    child,
    output: () => output,
    stop,
    async destroy() {
      await stop('SIGKILL');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Runs `copydesk ARGS` to its end. */
export async function runCopydesk(
  args: readonly string[],
  options: { env?: Record<string, string>; input?: string | Uint8Array } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...options.env }, stdio: 'pipe' });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, stdout, stderr };
}
