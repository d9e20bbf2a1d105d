import { type GoogleError, requestError, unavailable } from './google-error.ts';
import type { Judge, Judged, ScoredSpan } from './judge-port.ts';
import type { AnalyzeRequest, Wanted } from './read-request.ts';

type Score = { readonly value: number; readonly type: 'PROBABILITY' };
type AttributeScore = {
  readonly summaryScore: Score;
  readonly spanScores: readonly { readonly begin: number; readonly end: number; readonly score: Score }[];
};

export type AnalyzeAnswer = {
  readonly attributeScores: Readonly<Record<string, AttributeScore>>;
  readonly languages: readonly string[];
  readonly detectedLanguages: readonly string[];
  readonly clientToken?: string;
};

/** Answers `comments:analyze`: for each wanted attribute how probable it is, 0 to 1. Nothing of the request is kept. */
export async function analyze(request: AnalyzeRequest, judge: Judge): Promise<AnalyzeAnswer | GoogleError> {
  const { text, wanted, context, languages, clientToken } = request;
  const outcome = await judge({ ...context, text, withSpans: request.spans });
  if (outcome.kind === 'unavailable') return unavailable(outcome.why);
  const attributeScores: Record<string, AttributeScore> = {};
  for (const one of wanted) {
    const value = opposite(one, outcome.judged);
    if (value === undefined) return notJudged(one, outcome.judged);
    if (value < one.threshold) continue;
    const spans = one.ground === 'respectful' && request.spans ? outcome.judged.spans : [];
    attributeScores[one.attribute] = {
      summaryScore: score(value),
      spanScores: spanScores(spans, { begin: 0, end: text.length, value }, one),
    };
  }
  return {
    attributeScores,
    languages,
    detectedLanguages: languages,
    ...(clientToken !== undefined && { clientToken }),
  };
}

/** Why an attribute has no score: there was nothing to hold the comment against, or the judgement itself is broken. */
const notJudged = ({ attribute, ground }: Wanted, judged: Judged): GoogleError =>
  judged[ground] === null
    ? requestError('INVALID_REQUEST', `Attribute ${attribute} cannot be judged: the context has too few words for it.`)
    : unavailable(`${attribute} was not judged.`);

/** The places that drove the score, or the whole comment where there are none. */
function spanScores(spans: readonly ScoredSpan[], whole: ScoredSpan, { threshold }: Wanted) {
  const shown = spans.filter(({ value }) => value >= threshold);
  return (shown.length > 0 ? shown : [whole]).map(({ begin, end, value }) => ({ begin, end, score: score(value) }));
}

function opposite({ ground }: Wanted, judged: Judged): number | undefined {
  const good = judged[ground];
  // A number that is none must not become a score.
  return good === null || !Number.isFinite(good) ? undefined : Math.min(1, Math.max(0, 1 - good));
}

const score = (value: number): Score => ({ value, type: 'PROBABILITY' });
