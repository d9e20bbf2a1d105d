import type { HeldOut } from '../train-model.ts';
import { auc } from './auc.ts';

/** How the model does on the tenth of each training set that it did not learn from. */
export type HeldOutFigures = {
  readonly sets: readonly {
    readonly set: string;
    readonly texts: number;
    readonly auc: number | null;
    readonly gap: number;
  }[];
  /** The mean distance between what is said and what is so, over ten bins of what is said (expected calibration error). */
  readonly calibrationError: number;
};

const BINS = 10;

/** `gap` is the mean probability less the mean target: above 0 the model is too strict with a set. */
export function measureHeldOut(heldOut: readonly HeldOut[]): HeldOutFigures {
  const names = [...new Set(heldOut.map(({ set }) => set))].sort();
  const sets = names.map((set) => {
    const own = heldOut.filter((each) => each.set === set);
    const area = auc(own.map(({ probability, target }) => ({ score: probability, positive: target >= 0.5 })));
    const gap = mean(own.map(({ probability, target }) => probability - target));
    return { set, texts: own.length, auc: Number.isNaN(area) ? null : area, gap };
  });
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const own = heldOut.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin);
    error += Math.abs(own.reduce((sum, { probability, target }) => sum + probability - target, 0));
  }
  return { sets, calibrationError: error / Math.max(1, heldOut.length) };
}

const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / Math.max(1, all.length);
