// Trains models/respect/weights.bin: node training/train-respect.ts --data DIR
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { encodeModel } from './encode-model.ts';
import { PLAN } from './plan.ts';
import { readLexicon } from './read-lexicon.ts';
import { readSets, readSlurs } from './read-sets.ts';
import { trainModel } from './train-model.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (values.data === undefined) {
  process.stderr.write(
    'usage: node training/train-respect.ts --data DIR [--out DIR]   (what DIR holds: training/README.md)\n',
  );
  process.exit(64);
}
const out = values.out ?? join(here, '../models/respect');
const tell = (line: string) => process.stdout.write(`${line}\n`);

const classes = readLexicon(join(here, 'lexicon'), readSlurs(values.data));
const model = trainModel(readSets(values.data), classes, PLAN, tell);
const bytes = encodeModel(model.weights, model.lexicon);
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'weights.bin'), bytes);
tell(`${join(out, 'weights.bin')}: ${bytes.length} bytes`);
