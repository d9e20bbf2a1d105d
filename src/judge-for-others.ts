import { loadJudging } from './judging.ts';
import { type JudgingModels, judgeComment } from './moderate/judgements.ts';
import type { Judge, ScoredSpan } from './perspective/judge-port.ts';

/** Characters of an article that are read: what it is about stands in its beginning. */
const MOST_ARTICLE = 50_000;

/**
 * Judges comments of other programs as readers' own are judged. While the models in `folder` cannot be read nothing is judged,
 * and each question looks for them again.
 */
export function judgeForOthers(folder?: URL): Judge {
  return async ({ text, article, parent, thread, withSpans }) => {
    const judging = loadJudging(folder);
    if (judging.kind === 'missing') return { kind: 'unavailable', why: `the models cannot be used (${judging.why}).` };
    const { models } = judging;
    const around = {
      ...(article !== undefined && { article: articleOf(article) }),
      ...(parent !== undefined && { parent }),
      ...(thread !== undefined && { thread }),
    };
    const { respectful, onTopic, thoughtful } = judgeComment({ text, ...around }, models);
    const places = withSpans ? respectful.reasons.flatMap(({ spans = [] }) => spans) : [];
    return {
      kind: 'judged',
      judged: {
        respectful: respectful.score,
        onTopic: onTopic?.score ?? null,
        thoughtful: thoughtful.score,
        spans: places.map((span) => scored(text, span, models)),
      },
    };
  };
}

/** An article comes as one text: its first line is its headline. */
function articleOf(article: string): { readonly headline: string; readonly text: string } {
  const text = article.trim().slice(0, MOST_ARTICLE);
  const [headline = ''] = text.split('\n', 1);
  return { headline, text };
}

/** A place with how probable it is that its words alone are disrespectful: what the model weighs is no probability. */
function scored(text: string, { start, end }: { start: number; end: number }, models: JudgingModels): ScoredSpan {
  const { respectful } = judgeComment({ text: text.slice(start, end) }, models);
  return { begin: start, end, value: 1 - respectful.score };
}
