import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './pages.ts';
import type { Figure } from './run.ts';
import { measureFolder } from './wire-folder.ts';

const PAIRS = 3;
const rate = fileURLToPath(new URL('./wire-rate.ts', import.meta.url));

/** NewsML-G2 from bytes to items per second on one core, beside bare saxes over the same bytes; memory over a folder of 1 GB. */
export async function measureWire(): Promise<readonly Figure[]> {
  const pairs = Array.from({ length: PAIRS }, () => ({ parsed: rateOf('parse'), bare: rateOf('saxes') }));
  const parsed = median(pairs.map((pair) => pair.parsed.rate));
  const bare = median(pairs.map((pair) => pair.bare.rate));
  const megabytes = pairs[0]?.parsed.megabytes ?? 0;
  return [
    {
      what: `NewsML-G2 read, bytes to items, MB per second and core (messages of six stories, ${megabytes.toFixed(1)} MB)`,
      figure: parsed.toFixed(1),
      reference: `saxes alone with empty handlers, the same bytes: ${bare.toFixed(1)}; target 20`,
      verdict: `ratio ${(parsed / bare).toFixed(2)}`,
    },
    await measureFolder(),
  ];
}

function rateOf(subject: 'parse' | 'saxes'): { readonly rate: number; readonly megabytes: number } {
  const [said = 0, megabytes = 0] = execFileSync(process.execPath, [rate, subject], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .map(Number);
  return { rate: said, megabytes };
}
