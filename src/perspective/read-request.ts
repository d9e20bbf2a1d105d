import { z } from 'zod';
import { type Ground, groundOf } from './attributes.ts';
import { type GoogleError, requestError, UNREADABLE } from './google-error.ts';
import { languageProblem } from './language-problem.ts';

/** Perspective's limit for the text of a comment, in bytes of UTF-8. */
const MOST_TEXT_BYTES = 20 * 1024;
const MOST_ENTRIES = 100;
const MOST_TOKEN = 1000;

/** One score that is wanted. Below `threshold` it is left out of the answer. */
export type Wanted = { readonly attribute: string; readonly ground: Ground; readonly threshold: number };

/** What the comment stands under: the article, what it answers, and what else was said, oldest first. */
export type Surroundings = {
  readonly article?: string;
  readonly parent?: string;
  readonly thread?: readonly string[];
};

export type AnalyzeRequest = {
  readonly text: string;
  readonly wanted: readonly Wanted[];
  readonly languages: readonly string[];
  readonly spans: boolean;
  readonly context: Surroundings;
  readonly clientToken?: string;
};

/** A request, or the error that answers it. */
export type Read<Request> =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly error: GoogleError };

const text = z.object({ text: z.string().default(''), type: z.string().default('PLAIN_TEXT') });
const comment = text.default({ text: '', type: 'PLAIN_TEXT' });
const common = {
  comment,
  languages: z.array(z.string().max(40)).max(20).default([]),
  context: z
    .object({
      entries: z.array(text).max(MOST_ENTRIES).optional(),
      articleAndParentComment: z.object({ article: text.optional(), parentComment: text.optional() }).optional(),
    })
    .nullish(),
  clientToken: z.string().max(MOST_TOKEN).optional(),
  communityId: z.string().max(MOST_TOKEN).optional(),
};

const analyzeShape = z.object({
  ...common,
  requestedAttributes: z
    .record(
      z.string(),
      z
        .object({ scoreType: z.string().optional(), scoreThreshold: z.number().optional() })
        .nullish()
        .transform((given) => given ?? {}),
    )
    .default({}),
  spanAnnotations: z.boolean().default(false),
});

const suggestShape = z.object({
  ...common,
  attributeScores: z
    .record(z.string().max(100), z.object({ summaryScore: z.object({ value: z.number().min(0).max(1) }).optional() }))
    .default({}),
});

export type SuggestRequest = {
  readonly text: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  readonly context?: unknown;
  readonly clientToken?: string;
  readonly communityId?: string;
};

/** Reads the body of `comments:analyze`. `doNotStore` needs no reading: what is analyzed is never stored. */
export function readAnalyze(body: unknown): Read<AnalyzeRequest> {
  const parsed = analyzeShape.safeParse(camelCased(body));
  if (!parsed.success) return refused(shapeError(parsed.error));
  const { comment: said, requestedAttributes, languages, context, spanAnnotations, clientToken } = parsed.data;
  const wrongText = textError(said);
  if (wrongText) return refused(wrongText);
  const names = Object.keys(requestedAttributes);
  if (names.length === 0) return refused(requestError('NO_REQUESTED_ATTRIBUTES', 'Missing requested_attributes'));

  const wanted: Wanted[] = [];
  for (const attribute of names) {
    const { scoreType, scoreThreshold = 0 } = requestedAttributes[attribute] ?? {};
    const found = groundOf(attribute);
    if ('problem' in found) return refused(invalid(found.problem));
    if (scoreType !== undefined && scoreType !== 'PROBABILITY' && scoreType !== 'SCORE_TYPE_UNSPECIFIED')
      return refused(
        invalid(`Requested score type ${scoreType.slice(0, 60)} is not supported by attribute ${attribute}`),
      );
    wanted.push({ attribute, ground: found.ground, threshold: scoreThreshold });
  }
  const wrongLanguage = languageProblem(said.text, languages, names[0] ?? '');
  if (wrongLanguage) return refused(wrongLanguage);
  const entries = context?.entries;
  const both = context?.articleAndParentComment;
  if (entries && both)
    return refused(
      invalid('Context can have either entries or article_and_parent_comment, but both fields were populated.'),
    );
  const offTopic = wanted.find(({ ground }) => ground === 'onTopic');
  const surroundings = surroundingsOf(entries, both);
  if (offTopic && Object.keys(surroundings).length === 0)
    return refused(invalid(`Attribute ${offTopic.attribute} needs a context: the article, or what was said before.`));
  return {
    ok: true,
    request: {
      text: said.text,
      wanted,
      languages: ['en'],
      spans: spanAnnotations,
      context: surroundings,
      ...(clientToken !== undefined && { clientToken }),
    },
  };
}

/** Reads the body of `comments:suggestscore`; the attributes may be any, for a moderator may know what our model does not. */
export function readSuggest(body: unknown): Read<SuggestRequest> {
  const parsed = suggestShape.safeParse(camelCased(body));
  if (!parsed.success) return refused(shapeError(parsed.error));
  const { comment: said, attributeScores, languages, context, clientToken, communityId } = parsed.data;
  const wrongText = textError(said);
  if (wrongText) return refused(wrongText);
  const scores: Record<string, number> = {};
  for (const [name, { summaryScore }] of Object.entries(attributeScores))
    if (summaryScore) scores[name] = summaryScore.value;
  if (Object.keys(scores).length === 0)
    return refused(invalid('Missing attribute_scores: a summaryScore with a value from 0 to 1 is wanted.'));
  return {
    ok: true,
    request: {
      text: said.text,
      scores,
      languages,
      ...(context && { context }),
      ...(clientToken !== undefined && { clientToken }),
      ...(communityId !== undefined && { communityId }),
    },
  };
}

type Said = z.infer<typeof text>;

function textError({ text: words, type }: Said): GoogleError | undefined {
  if (type === 'HTML') return invalid("Currently, only 'PLAIN_TEXT' comments are supported");
  if (type !== 'PLAIN_TEXT' && type !== 'TEXT_TYPE_UNSPECIFIED') return invalid('Unknown text type');
  if (words.trim() === '') return requestError('COMMENT_EMPTY', 'Comment must be non-empty.');
  if (Buffer.byteLength(words) > MOST_TEXT_BYTES) return requestError('COMMENT_TOO_LONG', 'Comment text too long.');
  return undefined;
}

function surroundingsOf(
  entries: readonly Said[] | undefined,
  both: { readonly article?: Said | undefined; readonly parentComment?: Said | undefined } | undefined,
): Surroundings {
  const thread = (entries ?? []).map((entry) => entry.text).filter((words) => words.trim() !== '');
  const article = both?.article?.text.trim() ? both.article.text : undefined;
  const parent = both?.parentComment?.text.trim() ? both.parentComment.text : thread.at(-1);
  return {
    ...(article !== undefined && { article }),
    ...(parent !== undefined && { parent }),
    ...(thread.length > 0 && { thread }),
  };
}

/** Names as JSON has them: `requested_attributes`, the protocol's other spelling, becomes `requestedAttributes`. */
function camelCased(value: unknown, depth = 0): unknown {
  if (depth > 6 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => camelCased(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      /^[a-z]/.test(name) ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) : name,
      camelCased(part, depth + 1),
    ]),
  );
}

const invalid = (message: string): GoogleError => requestError('INVALID_REQUEST', message);
const refused = (error: GoogleError) => ({ ok: false, error }) as const;

function shapeError(error: z.ZodError): GoogleError {
  const [issue] = error.issues;
  if (!issue || issue.path.length === 0) return UNREADABLE;
  return invalid(`Invalid value at '${issue.path.join('.').slice(0, 100)}': ${issue.message}.`);
}
