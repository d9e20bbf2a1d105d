import { foldText } from '../src/moderate/respectful/fold-text.ts';
import { type Lexicon, makeLexicon } from '../src/moderate/respectful/lexicon.ts';
import type { RespectModel } from '../src/moderate/respectful/model-file.ts';
import { readFeatures } from '../src/moderate/respectful/read-features.ts';
import { readWords } from '../src/moderate/respectful/read-words.ts';
import { rawScore } from '../src/moderate/respectful/respect-model.ts';
import { calibrate } from './calibrate.ts';
import { type Fitted, fitModel, meanOf, type Plan, quantise } from './fit-model.ts';
import { type Features, Gathering } from './gather-features.ts';
import type { Plans, Shares } from './plan.ts';
import type { Row } from './read-sets.ts';

/** One text in ten is held out, by its words, to calibrate the score with. */
const HELD_OUT = 10;
const SEEN_IN = 2;
const LONGEST_COMMON = 15;
/** From here up CAT's targets are verdicts, below they are degrees of civil talk. */
const RUDE = 0.8;

/** A model, and what it says of the texts that it did not learn from (1 is disrespectful). */
export type Trained = { readonly model: RespectModel; readonly heldOut: readonly HeldOut[] };
export type HeldOut = { readonly set: string; readonly target: number; readonly probability: number };

/** Trains the model from labelled texts and the classes of words. The same rows and plan give the same model. */
export function trainModel(
  rows: readonly Row[],
  classes: ReadonlyMap<string, string>,
  plans: Plans,
  tell: (line: string) => void,
): Trained {
  const lexicon = makeLexicon(classes, commonWords(rows));
  const lessons = rows
    .map((row) => ({ ...row, features: featuresOf(row.text, lexicon) }))
    .filter(({ features }) => features.ids.length > 0);
  const held = lessons.filter(({ text }) => isHeldOut(text));
  const learnt = lessons.filter(({ text }) => !isHeldOut(text));
  tell(`${learnt.length} texts to learn from, ${held.length} to calibrate with`);
  const fit = (plan: Plan, shares: Shares, spread: number): Fitted => {
    const shareOf = (set: string): number => shares[set.split(' ')[0] ?? set] ?? 1;
    return fitModel(
      learnt.map((lesson) => ({
        ...lesson,
        target: lesson.set === 'cat' && lesson.target < RUDE ? lesson.target ** spread : lesson.target,
        weight: lesson.weight * shareOf(lesson.set),
      })),
      plan,
      tell,
    );
  };
  const { wide, deep, shares, spread } = plans;
  const both = meanOf(fit(deep, shares.deep, spread.deep), fit(wide, shares.wide, spread.wide), deep);
  const weights = { ...quantise(both, { ...deep, temperature: plans.temperature }), slope: 1, offset: 0 };
  const scored = held.map(({ text, target, weight, set }) => ({
    score: rawScore(text, { weights, lexicon }) ?? 0,
    target,
    weight,
    set,
  }));
  const line = calibrate(scored);
  const heldOut = scored.map(({ score, target, set }) => {
    return { set, target, probability: 1 / (1 + Math.exp(-line.slope * score - line.offset)) };
  });
  return { model: { weights: { ...weights, ...line }, lexicon }, heldOut };
}

/** The features of a text as it was written. */
function featuresOf(text: string, lexicon: Lexicon): Features {
  const gathering = new Gathering();
  readFeatures(readWords(foldText(text), text, lexicon), gathering);
  return gathering.done();
}

function isHeldOut(text: string): boolean {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash >>> 3) % HELD_OUT === 0;
}

/** Words that several people wrote: what is among them is no disguise. Tweets are left out, they are full of disguises. */
function commonWords(rows: readonly Row[]): Set<string> {
  const count = new Map<string, number>();
  for (const { text, set } of rows) {
    if (set === 'davidson') continue;
    for (const word of new Set(foldText(text).text.match(/[a-z]+/g) ?? [])) count.set(word, (count.get(word) ?? 0) + 1);
  }
  return new Set([...count].filter(([word, n]) => n >= SEEN_IN && word.length <= LONGEST_COMMON).map(([word]) => word));
}
