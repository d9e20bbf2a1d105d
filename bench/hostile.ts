// The processor's time that a hostile file of at most eight mebibytes costs, from bytes to the newsroom's copy: all threads,
// the collector's and the compiler's too. `node bench/hostile.ts [part of a name]` prints each.
import { fileURLToPath } from 'node:url';
import { copyOf } from '../src/wire/copy-of.ts';
import { isStory } from '../src/wire/is-story.ts';
import { parse } from '../src/wire/parse.ts';
import { textShapes } from './hostile-text.ts';
import { xmlShapes } from './hostile-xml.ts';
import type { Figure } from './run.ts';

export type Cost = { readonly name: string; readonly milliseconds: number; readonly answer: string };

/** What each shape whose name holds `part` costs. */
export function hostileCosts(part = ''): Cost[] {
  const shapes = Object.entries({ ...textShapes, ...xmlShapes }).filter(([name]) => name.includes(part));
  return shapes.map(([name, make]) => {
    const bytes = Buffer.from(make());
    const before = process.cpuUsage();
    const parsed = parse(bytes, name);
    if (parsed.ok) for (const item of parsed.items.filter(isStory)) copyOf(item);
    const { user, system } = process.cpuUsage(before);
    const answer = parsed.ok ? `${parsed.items.length} items of ${parsed.format}` : parsed.refusal.message;
    return { name, milliseconds: (user + system) / 1000, answer };
  });
}

/** The dearest of all shapes beside the limit of one second. */
export async function measureHostile(): Promise<readonly Figure[]> {
  const costs = hostileCosts().sort((one, other) => other.milliseconds - one.milliseconds);
  const [first, second, third] = costs;
  const told = [first, second, third].map((cost) => `${cost?.name} ${((cost?.milliseconds ?? 0) / 1000).toFixed(2)}`);
  return [
    {
      what: `processor seconds for the dearest of ${costs.length} hostile files of at most 8 MiB, bytes to copy`,
      figure: told.join('; '),
      reference: 'limit 1',
      verdict: (first?.milliseconds ?? 0) <= 1000 ? 'kept' : 'NOT kept',
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { name, milliseconds, answer } of hostileCosts(process.argv[2]))
    process.stdout.write(`${milliseconds.toFixed(0).padStart(6)} ms  ${name.padEnd(40)} ${answer.slice(0, 90)}\n`);
