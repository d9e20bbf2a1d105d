import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './run.ts';
import { newsMessage } from './wire-corpus.ts';

const BYTES = 1e9;
const reader = fileURLToPath(new URL('./wire-reader.ts', import.meta.url));

/** Resident memory of a process that reads 1 GB of NewsML-G2 file by file from a folder, at a tenth, the half and the end. */
export async function measureFolder(): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-wire-'));
  try {
    const { bavail, bsize } = statfsSync(folder);
    const wanted = Math.min(BYTES, (bavail * bsize) / 2);
    const files = fill(folder, wanted);
    const [tenth = 0, half = 0, end = 0, seconds = 0] = await read(folder);
    return {
      what: `memory of reading ${(wanted / 1e9).toFixed(1)} GB of NewsML-G2, ${files} files: MiB at 10%, 50%, 100%`,
      figure: [tenth, half, end].map((mib) => mib.toFixed(0)).join(', '),
      reference: `the same process at 10%: ${tenth.toFixed(0)}; ${seconds.toFixed(0)} s in all`,
      verdict: `${(end / tenth).toFixed(2)} of it at the end`,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Many different messages; every file differs from every other. */
function fill(folder: string, bytes: number): number {
  let [written, number] = [0, 0];
  while (written < bytes) {
    const message = newsMessage(number);
    writeFileSync(join(folder, `${number}.xml`), message);
    written += Buffer.byteLength(message);
    number++;
  }
  return number;
}

async function read(folder: string): Promise<number[]> {
  const child = spawn(process.execPath, [reader, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) said += String(chunk);
  return said.trim().split(/\s+/).map(Number);
}
