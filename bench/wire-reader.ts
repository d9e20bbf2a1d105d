// Reads every file of a folder, one after the other, and prints its own resident memory in MiB at 10%, 50% and 100% of the
// files, then the seconds that it took. A process of its own, for the measurement's memory must not count.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../src/wire/parse.ts';

const folder = process.argv[2] ?? '.';
const names = readdirSync(folder);
const marks = new Set([0.1, 0.5, 1].map((part) => Math.max(0, Math.round(names.length * part) - 1)));
const started = performance.now();
let items = 0;
for (const [index, name] of names.entries()) {
  const parsed = parse(readFileSync(join(folder, name)), name);
  items += parsed.ok ? parsed.items.length : 0;
  if (marks.has(index)) process.stdout.write(`${process.memoryUsage().rss / 1024 / 1024} `);
}
if (items < names.length) throw new Error('Fewer items than files were read');
process.stdout.write(`${(performance.now() - started) / 1000}\n`);
