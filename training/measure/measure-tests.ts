import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeRespect, type RespectModel } from '../../src/moderate/respectful/respect-model.ts';
import { readCsv } from '../read-csv.ts';
import { auc } from './auc.ts';

/** How the model does on a public set that it never learns from. `auc` is of disrespectful against other texts. */
export type TestFigure = { readonly set: string; readonly texts: number; readonly auc: number };

type Test = {
  readonly set: string;
  readonly file: string;
  readonly text: (row: Record<string, string>) => string;
  readonly bad: (row: Record<string, string>) => boolean;
};

const isYes = (value: string | undefined): boolean => /^(?:1|1\.0|true|yes|toxic|hateful)$/i.test(value ?? '');

/** Sets to measure with, where the folder has them. Several may not be learnt from by their licence; none is. */
const TESTS: readonly Test[] = [
  {
    set: 'Surge toxicity',
    file: 'surge/toxicity_en.csv',
    text: (r) => r['text'] ?? '',
    bad: (r) => r['is_toxic'] === 'Toxic',
  },
  { set: 'CAT in context (gc)', file: 'cat/gc.csv', text: (r) => r['text'] ?? '', bad: (r) => isYes(r['label']) },
  {
    set: 'Wikipedia comments (unintended bias)',
    file: 'bias_madlibs/toxicity_nonfuzzed_testset.csv',
    text: (r) => r['comment'] ?? '',
    bad: (r) => isYes(r['toxic']),
  },
  {
    set: 'insults (Kaggle, train)',
    file: 'kaggle_insults/train.csv',
    text: (r) => (r['Comment'] ?? '').replace(/^"|"$/g, '').replace(/\\+n|\\xa0/g, ' '),
    bad: (r) => isYes(r['Insult']),
  },
  {
    set: 'HateCheck',
    file: 'hatecheck/test_suite_cases.csv',
    text: (r) => r['test_case'] ?? '',
    bad: (r) => isYes(r['label_gold']),
  },
  { set: 'hostile (UCC, val)', file: 'ucc/val.csv', text: (r) => r['comment'] ?? '', bad: (r) => isYes(r['hostile']) },
  {
    set: 'identity templates (madlibs)',
    file: 'bias_madlibs/bias_madlibs_77k.csv',
    text: (r) => r['Text'] ?? '',
    bad: (r) => r['Label'] === 'BAD',
  },
];

/** The figures for those sets that `dir` holds. */
export function measureTests(dir: string, model: RespectModel): TestFigure[] {
  return TESTS.filter(({ file }) => existsSync(join(dir, file))).map(({ set, file, text, bad }) => {
    const rows = readCsv(readFileSync(join(dir, file), 'utf8'));
    const cases = rows.map((row) => ({ score: 1 - judgeRespect(text(row), model).score, positive: bad(row) }));
    return { set, texts: cases.length, auc: auc(cases) };
  });
}

/** The rank correlation (Spearman) with Perspective's own scores of Wikipedia comments; null when `dir` has not got them. */
export function agreementWithPerspective(dir: string, model: RespectModel): number | null {
  const file = join(dir, 'perspective_sample/perspective_wikipedia_2k_score_sample_20180829.csv');
  if (!existsSync(file)) return null;
  const rows = readCsv(readFileSync(file, 'utf8'));
  const theirs = ranks(rows.map((row) => Number(row['TOXICITY@6'])));
  const ours = ranks(rows.map((row) => 1 - judgeRespect(row['comment_text'] ?? '', model).score));
  const apart = theirs.reduce((sum, rank, i) => sum + (rank - (ours[i] ?? 0)) ** 2, 0);
  return 1 - (6 * apart) / (rows.length * (rows.length ** 2 - 1));
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const out = new Array<number>(values.length).fill(0);
  for (const [rank, { at }] of order.entries()) out[at] = rank;
  return out;
}
