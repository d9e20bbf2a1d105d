import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startProcess } from '../test/support/running.ts';
import { leadStory } from './pages.ts';
import type { Figure } from './run.ts';

/** Resident memory of the demo newsroom ten seconds after its first pages, and of the same on a second start, beside an empty Node. */
export async function measureMemory(): Promise<readonly Figure[]> {
  const first = await startProcess();
  const afterDemo = await atRest(first);
  await first.stop();
  const second = await startProcess({ dataFolder: first.dataFolder });
  const afterStart = await atRest(second);
  await second.destroy();
  const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await wait(2000);
  const empty = residentMiB(bare.pid);
  bare.kill();
  const limit = `limit 200; an empty Node: ${empty.toFixed(0)}`;
  return [
    {
      what: 'memory at rest, first start (made the demo’s furniture), MiB',
      figure: afterDemo.toFixed(0),
      reference: limit,
      verdict: `${(afterDemo / 200).toFixed(2)} of the limit`,
    },
    {
      what: 'memory at rest, second start, MiB',
      figure: afterStart.toFixed(0),
      reference: limit,
      verdict: `${(afterStart / 200).toFixed(2)} of the limit`,
    },
  ];
}

async function atRest(process: Awaited<ReturnType<typeof startProcess>>): Promise<number> {
  await leadStory(process.address);
  await wait(10_000);
  return residentMiB(process.child.pid);
}

function residentMiB(pid: number | undefined): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}
