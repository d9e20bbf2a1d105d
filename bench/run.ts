// The measurements: `npm run bench` for all, `npm run bench -- pages weight` for some. Each is taken beside a peer or a
// limit in the same run, for machines are noisy and differ. Prints lines for docs/measurements.md.
import { measureChecks } from './checks.ts';
import { measureComments } from './comments.ts';
import { measureDiscussion } from './discussion.ts';
import { measureFurniture } from './furniture.ts';
import { measureHostile } from './hostile.ts';
import { measureMemory } from './memory.ts';
import { measurePackaging } from './packaging.ts';
import { measurePages } from './pages.ts';
import { measurePlanting } from './planting.ts';
import { measureSameEvent } from './same-event.ts';
import { measureWeight } from './weight.ts';
import { measureWire } from './wire.ts';

/** One figure: what was measured, how, the reference beside it and their ratio or limit. */
export type Figure = {
  readonly what: string;
  readonly figure: string;
  readonly reference: string;
  readonly verdict: string;
};

const measurements: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  pages: measurePages,
  comments: measureComments,
  discussion: measureDiscussion,
  checks: measureChecks,
  packaging: measurePackaging,
  planting: measurePlanting,
  'same-event': measureSameEvent,
  furniture: measureFurniture,
  memory: measureMemory,
  weight: measureWeight,
  wire: measureWire,
  hostile: measureHostile,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in measurements));
if (unknown.length > 0) {
  process.stderr.write(
    `No measurement is called "${unknown.join('", "')}". There are: ${Object.keys(measurements).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name}…\n`);
  for (const { what, figure, reference, verdict } of await measure()) {
    process.stdout.write(`| ${what} | ${figure} | ${reference} | ${verdict} |\n`);
  }
}
process.exit(0);
