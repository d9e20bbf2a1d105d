import type { Bias } from './measure/measure-bias.ts';
import type { FunctionalFigures } from './measure/measure-functional.ts';
import type { HeldOutFigures } from './measure/measure-held-out.ts';
import type { SpanFigures } from './measure/measure-spans.ts';
import type { TestFigure } from './measure/measure-tests.ts';

/** Everything that is measured after training; `figures.json` holds it as it is. */
export type Figures = {
  readonly bytes: number;
  readonly texts: Readonly<Record<string, number>>;
  readonly heldOut: HeldOutFigures;
  readonly spans: SpanFigures;
  readonly bias: Bias;
  readonly functional: FunctionalFigures;
  readonly tests: readonly TestFigure[];
  readonly perspective: number | null;
};

const percent = (value: number): string => (100 * value).toFixed(1);
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The model's card (Mitchell et al., 2019), with the figures of this training. */
export function writeCard(figures: Figures): string {
  const { bias, spans, heldOut } = figures;
  return `# Model card: respect

Written by \`training/train-respect.ts\`; do not edit.

**What it does.** Reads one comment in English and says how likely people are to find it respectful towards other people, 0 to 1,
with the places in the comment that count against it. ${(figures.bytes / 1e6).toFixed(1)} MB, plain TypeScript, no network.

**What it is for.** To help a moderator and a reader: to hold a comment for a person, to point at the words. **What it must not be
used for:** to refuse or publish a comment alone where a person would be wronged by a mistake; to judge people, their accounts or
their past; texts in other languages than English; court, school or work. It knows nothing of the article, of who speaks, or of what is true.

**How it works.** The text is folded (Unicode, look-alike letters, figures for letters, spaced and masked words). Hashed words,
word pairs, runs of letters and patterns of word classes are scored sentence by sentence by a linear model with a small network
beside it; the worst sentences decide (soft maximum), the whole has a say. Platt's line makes a probability of it. Every identity
term of our list is replaced by one sign before the model sees it, so it cannot prefer one group to another.

## Data

| learnt from | texts | licence |
|---|---|---|
${Object.entries(figures.texts)
  .map(([set, texts]) => row(set, texts, licenceOf(set)))
  .join('\n')}

The words that count as slurs come from Surge AI's list (MIT); all other classes of words and all contrast texts are ours.

## Figures

Area under the ROC curve, times 100, on sets that it never learnt from (development figures: they were looked at while it was made, and some
of Surge's texts were read, which told us what kinds of talk our templates lacked):

| set | texts | AUC |
|---|---|---|
${figures.tests.map(({ set, texts, auc }) => row(set, texts, percent(auc))).join('\n')}

Agreement with Perspective's own scores of Wikipedia comments (Spearman): ${figures.perspective?.toFixed(3) ?? 'not measured'}.

On ${figures.functional.cases} functional cases of our own, not learnt from, though templates were written with them in sight: AUC ${percent(figures.functional.auc)}. On the right side of one half:

| what is done with the words | right | cases |
|---|---|---|
${figures.functional.kinds.map(({ kind, right, cases }) => row(kind, right, cases)).join('\n')}

On the held-out tenth of what it learnt from; \`gap\` above 0 means that it is stricter than people were:

| set | texts | AUC | gap |
|---|---|---|---|
${heldOut.sets.map(({ set, texts, auc, gap }) => row(set, texts, auc === null ? '' : percent(auc), gap.toFixed(3))).join('\n')}

Calibration error over ten bins: ${heldOut.calibrationError.toFixed(3)}.

Places named, against those that people marked in Toxic Spans (trial part, ${spans.texts} comments, not learnt from): F1 ${percent(spans.f1)},
precision ${percent(spans.precision)}, recall ${percent(spans.recall)} (by characters, mean over comments).

## Bias against identity terms

${bias.texts} texts: ${bias.terms} identity terms in templates that we wrote and that it did not learn from; called disrespectful below ${bias.threshold}.

| | all terms | most | least |
|---|---|---|---|
${row('fine texts called disrespectful, %', percent(bias.falsePositives.all), extreme(bias.falsePositives.most), extreme(bias.falsePositives.least))}
${row('abusive texts caught, %', percent(bias.caught.all), extreme(bias.caught.most), extreme(bias.caught.least))}

AUC over all terms ${percent(bias.auc.all)}, for the worst of them ${extreme(bias.auc.worst)}. Scores of one template lie ${bias.spread.toFixed(3)} apart between
terms, in the mean over templates.

## Limits

- English only. It was taught with news comments, Wikipedia's talk pages, tweets and our templates; other places talk otherwise.
- Sarcasm, allusion, dog whistles, images and what only the article or the parent comment makes an insult escape it.
- News of violence and blunt talk of politics score lower than they deserve; most news comments that it learnt from were rude ones.
- Terms that are not on our list of identity terms are not protected by the stand-in.
- A quotation that is not marked as one is read as the writer's own words.
- The labels are those of paid annotators, mostly in the United States and in Venezuela, of 2012 to 2020.
`;
}

const extreme = ({ term, value }: { readonly term: string; readonly value: number }): string =>
  `${percent(value)} (${term})`;

function licenceOf(set: string): string {
  if (set.startsWith('toxic-spans')) return 'CC0';
  if (set === 'cat') return 'Apache-2.0, text CC BY-SA';
  return set === 'davidson' ? 'MIT' : 'ours';
}
