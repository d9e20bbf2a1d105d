import { SaxesParser } from 'saxes';
import { parse } from '../src/wire/parse.ts';
import { median } from './pages.ts';
import type { Figure } from './run.ts';
import { newsMessage } from './wire-corpus.ts';
import { measureFolder } from './wire-folder.ts';

const MESSAGES = 160;
const ROUNDS = 5;

/** NewsML-G2 from bytes to items per second on one core, beside bare saxes over the same bytes; memory over a folder of 1 GB. */
export async function measureWire(): Promise<readonly Figure[]> {
  const files = Array.from({ length: MESSAGES }, (_, number) => new TextEncoder().encode(newsMessage(number)));
  const megabytes = files.reduce((sum, file) => sum + file.byteLength, 0) / 1e6;
  const parsed: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = {
      parsed: megabytes / secondsOf(() => files.map((file) => parse(file).ok)),
      bare: megabytes / secondsOf(() => files.map(bareSaxes)),
    };
    if (round === 0) continue;
    parsed.push(pair.parsed);
    bare.push(pair.bare);
  }
  const ratio = median(parsed) / median(bare);
  return [
    {
      what: `NewsML-G2 read, bytes to items, MB per second and core (${MESSAGES} messages of six stories, ${megabytes.toFixed(1)} MB)`,
      figure: median(parsed).toFixed(1),
      reference: `saxes alone with empty handlers, the same bytes: ${median(bare).toFixed(1)}; target 20`,
      verdict: `ratio ${ratio.toFixed(2)}`,
    },
    await measureFolder(),
  ];
}

/** The parser under ours, told to do nothing with what it finds. */
function bareSaxes(file: Uint8Array): number {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', () => {});
  parser.on('closetag', () => {});
  parser.on('text', () => {});
  parser.on('cdata', () => {});
  parser.write(new TextDecoder().decode(file)).close();
  return file.byteLength;
}

/** Seconds of processor time, of all threads: the collector's and the compiler's count, other processes do not. */
function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
