import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeRespect, type RespectModel } from '../../src/moderate/respectful/respect-model.ts';
import { auc } from './auc.ts';

/** How the model treats identity terms, on templates that we wrote and that it did not learn from. */
export type Bias = {
  readonly terms: number;
  readonly texts: number;
  /** The score from which down a text counts as disrespectful here. */
  readonly threshold: number;
  /** The share of fine texts called disrespectful: for all terms, and for the terms with the most and the least. */
  readonly falsePositives: { readonly all: number; readonly most: Extreme; readonly least: Extreme };
  /** The share of abusive texts that is caught. */
  readonly caught: { readonly all: number; readonly most: Extreme; readonly least: Extreme };
  /** How well fine and abusive texts are told apart, over all terms and for the worst of them (area under the ROC curve). */
  readonly auc: { readonly all: number; readonly worst: Extreme };
  /** The mean, over templates, of how far the scores of one template lie apart between terms. */
  readonly spread: number;
};

type Extreme = { readonly term: string; readonly value: number };
type Case = { readonly term: string; readonly template: number; readonly bad: boolean; readonly score: number };

const THRESHOLD = 0.5;

/** Scores every template with every term. */
export function measureBias(folder: string, model: RespectModel): Bias {
  const terms = readFileSync(join(folder, 'terms.txt'), 'utf8').split(/\s+/u).filter(Boolean);
  const cases = readTemplates(readFileSync(join(folder, 'templates.txt'), 'utf8')).flatMap(({ text, bad }, template) =>
    terms.map((term): Case => {
      const article = /^[aeiou]/.test(term) ? 'an' : 'a';
      const filled = text.replace(/\b([Aa]) \{term\}/, (_, a: string) => `${a}${article.slice(1)} ${term}`);
      return { term, template, bad, score: judgeRespect(filled.replace('{term}', term), model).score };
    }),
  );
  const called = (some: readonly Case[]) => share(some, ({ score }) => score < THRESHOLD);
  const per = (bad: boolean) =>
    terms.map((term) => ({ term, value: called(cases.filter((each) => each.term === term && each.bad === bad)) }));
  const aucs = terms.map((term) => ({ term, value: areaOf(cases.filter((each) => each.term === term)) }));
  const spreads = [...new Set(cases.map(({ template }) => template))].map((template) => {
    const scores = cases.filter((each) => each.template === template).map(({ score }) => score);
    return Math.max(...scores) - Math.min(...scores);
  });
  return {
    terms: terms.length,
    texts: cases.length,
    threshold: THRESHOLD,
    falsePositives: { all: called(cases.filter(({ bad }) => !bad)), ...extremes(per(false)) },
    caught: { all: called(cases.filter(({ bad }) => bad)), ...extremes(per(true)) },
    auc: { all: areaOf(cases), worst: extremes(aucs).least },
    spread: spreads.reduce((a, b) => a + b, 0) / spreads.length,
  };
}

function readTemplates(file: string): { readonly text: string; readonly bad: boolean }[] {
  let bad = false;
  return file.split('\n').flatMap((line) => {
    if (line.startsWith('= ')) bad = line === '= abuse';
    return line === '' || /^[=#]/.test(line) ? [] : [{ text: line, bad }];
  });
}

const areaOf = (cases: readonly Case[]) => auc(cases.map(({ score, bad }) => ({ score: 1 - score, positive: bad })));
const share = <T>(all: readonly T[], holds: (each: T) => boolean): number =>
  all.filter(holds).length / Math.max(1, all.length);

function extremes(values: readonly Extreme[]): { readonly most: Extreme; readonly least: Extreme } {
  const sorted = [...values].sort((a, b) => b.value - a.value || (a.term < b.term ? -1 : 1));
  const none = { term: '', value: 0 };
  return { most: sorted[0] ?? none, least: sorted.at(-1) ?? none };
}
