import { readFileSync } from 'node:fs';
import { judgeRespect, type RespectModel } from '../../src/moderate/respectful/respect-model.ts';
import { auc } from './auc.ts';

/** How the model does on our own functional cases: overall, and how many of each kind fall on the right side of one half. */
export type FunctionalFigures = {
  readonly cases: number;
  readonly auc: number;
  readonly kinds: readonly { readonly kind: string; readonly right: number; readonly cases: number }[];
};

/** `file` holds the cases: `[kind]` opens a kind, `+` is a respectful text, `-` is not. */
export function measureFunctional(file: string, model: RespectModel): FunctionalFigures {
  const scored: { score: number; positive: boolean }[] = [];
  const kinds: { kind: string; right: number; cases: number }[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('[')) kinds.push({ kind: line.slice(1, -1), right: 0, cases: 0 });
    const kind = kinds.at(-1);
    if (kind === undefined || !/^[+-] /.test(line)) continue;
    const score = 1 - judgeRespect(line.slice(2), model).score;
    const positive = line.startsWith('-');
    scored.push({ score, positive });
    kind.cases++;
    if (score >= 0.5 === positive) kind.right++;
  }
  return { cases: scored.length, auc: auc(scored), kinds };
}
