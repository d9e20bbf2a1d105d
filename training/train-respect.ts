// Trains models/respect: node training/train-respect.ts --data DIR [--out DIR] [--quick]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contrastRows } from './contrast/contrast-rows.ts';
import { encodeModel } from './encode-model.ts';
import { measureBias } from './measure/measure-bias.ts';
import { measureFunctional } from './measure/measure-functional.ts';
import { measureHeldOut } from './measure/measure-held-out.ts';
import { measureSpans } from './measure/measure-spans.ts';
import { agreementWithPerspective, measureTests } from './measure/measure-tests.ts';
import { PLANS } from './plan.ts';
import { readCsv } from './read-csv.ts';
import { readLexicon } from './read-lexicon.ts';
import { readSets, readSlurs } from './read-sets.ts';
import { trainModel } from './train-model.ts';
import { type Figures, writeCard } from './write-card.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const data = values.data;
if (data === undefined) {
  process.stderr.write(
    'usage: node training/train-respect.ts --data DIR [--out DIR] [--quick]   (DIR: see training/README.md)\n',
  );
  process.exit(64);
}
const out = values.out ?? join(here, '../models/respect');
const tell = (line: string) => process.stdout.write(`${line}\n`);

const slurs = readSlurs(data);
const all = [...readSets(data), ...contrastRows(join(here, 'contrast'), slurs)];
const rows = values.quick ? all.filter((_, at) => at % 20 === 0) : all;
const { model, heldOut } = trainModel(rows, readLexicon(join(here, 'lexicon'), slurs), PLANS, tell);
const bytes = encodeModel(model.weights, model.lexicon);

const texts: Record<string, number> = {};
for (const { set } of rows) texts[set] = (texts[set] ?? 0) + 1;
const trial = readCsv(readFileSync(join(data, 'toxic_spans/tsd_trial.csv'), 'utf8'));
const figures: Figures = {
  bytes: bytes.length,
  texts,
  heldOut: measureHeldOut(heldOut),
  spans: measureSpans(trial, model),
  bias: measureBias(join(here, 'bias'), model),
  functional: measureFunctional(join(here, 'functional/cases.txt'), model),
  tests: measureTests(data, model),
  perspective: agreementWithPerspective(data, model),
};

mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'weights.bin'), bytes);
writeFileSync(join(out, 'figures.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
writeFileSync(join(out, 'model-card.md'), writeCard(figures));
for (const { set, texts: count, auc } of figures.tests)
  tell(`${set.padEnd(44)} n=${count} AUC ${(100 * auc).toFixed(1)}`);
tell(`Spearman with Perspective ${figures.perspective?.toFixed(3)}, spans F1 ${(100 * figures.spans.f1).toFixed(1)}`);
tell(`functional cases AUC ${(100 * figures.functional.auc).toFixed(1)}`);
tell(`${join(out, 'weights.bin')}: ${bytes.length} bytes`);
