import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  APICallError,
  extractJsonMiddleware,
  generateText,
  jsonSchema,
  NoObjectGeneratedError,
  Output,
  RetryError,
  wrapLanguageModel,
} from 'ai';
import { z } from 'zod';
import type { Copy } from '../../story/copy.ts';
import { looseAnswer, wantedAnswer } from './answer.ts';
import { draftsOf, type ReadAnswer } from './drafts-of.ts';
import { AnswerTooLong, limitedFetch } from './limited-fetch.ts';
import type { Model, Use } from './model.ts';
import { type Question, questionAbout } from './question.ts';

/**
 * What a model answered. `unreachable`: it may answer later (it is down, busy, slow, or does not know us). `unusable`: it
 * answered, and nothing can be made of it. `why` completes "the language model …" and holds nothing that the endpoint said.
 */
export type Asked =
  | ({ readonly ok: true; readonly use: Use } & ReadAnswer)
  | {
      readonly ok: false;
      readonly kind: 'unreachable' | 'unusable';
      readonly why: string;
      readonly use: Use;
    };

/** Tokens that an answer may have, the model's thoughts among them. */
const MOST_TOKENS = 6000;

// The kit writes warnings to standard output; ours go to the log.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** Asks a model for the furniture of a story. Never throws: an endpoint may do whatever it likes. `stop` ends it at once. */
export async function askModel(
  model: Model,
  copy: Pick<Copy, 'headline' | 'text'>,
  { stop }: { readonly stop?: AbortSignal } = {},
): Promise<Asked> {
  const began = performance.now();
  const question = questionAbout(copy);
  const limit = AbortSignal.timeout(model.timeLimit);
  const signal = stop ? AbortSignal.any([limit, stop]) : limit;
  try {
    const { answer, usage } = await request(model, question, signal);
    return { ok: true, ...draftsOf(answer, { model: model.name, places: question.places }), use: use(usage) };
  } catch (error) {
    const usage = NoObjectGeneratedError.isInstance(error) ? error.usage : undefined;
    if (limit.aborted)
      return {
        ok: false,
        kind: 'unreachable',
        why: `did not answer within ${model.timeLimit / 1000} seconds`,
        use: use(),
      };
    return { ok: false, ...reasonOf(error), use: use(usage) };
  }

  function use(usage?: Usage): Use {
    const { inputTokens, outputTokens } = usage ?? {};
    const { prices } = model;
    const cost = prices && ((inputTokens ?? 0) * prices.in + (outputTokens ?? 0) * prices.out) / 1e6;
    return {
      ms: Math.round(performance.now() - began),
      ...(inputTokens !== undefined && { tokensIn: inputTokens }),
      ...(outputTokens !== undefined && { tokensOut: outputTokens }),
      ...(cost !== undefined && usage && { cost: Number(cost.toFixed(6)) }),
    };
  }
}

type Usage = { readonly inputTokens?: number | undefined; readonly outputTokens?: number | undefined };
type Answered = { readonly answer: Readonly<Record<string, unknown>>; readonly usage: Usage };

/** With the schema where the endpoint takes one, without where it says that it does not (400 or 422). */
async function request(model: Model, question: Question, signal: AbortSignal): Promise<Answered> {
  try {
    return await generate(model, question, { signal, structured: true });
  } catch (error) {
    const status = APICallError.isInstance(error) ? error.statusCode : undefined;
    if (status !== 400 && status !== 422) throw error;
    return generate(model, question, { signal, structured: false });
  }
}

async function generate(
  { url, name, key, retries = 2 }: Model,
  { instructions, prompt }: Question,
  { signal, structured }: { readonly signal: AbortSignal; readonly structured: boolean },
): Promise<Answered> {
  const provider = createOpenAICompatible({
    name: 'publisher',
    baseURL: url,
    ...(key !== undefined && { apiKey: key }),
    supportsStructuredOutputs: structured,
    fetch: limitedFetch,
  });
  const result = await generateText({
    model: wrapLanguageModel({ model: provider(name), middleware: extractJsonMiddleware({ transform: onlyJson }) }),
    instructions,
    prompt,
    output: Output.object({ name: 'furniture', schema: SCHEMA }),
    maxOutputTokens: MOST_TOKENS,
    temperature: 0,
    maxRetries: retries,
    abortSignal: signal,
  });
  return { answer: result.output, usage: result.usage };
}

/** The endpoint is told the whole shape; of the answer only the top is held to it here. */
const SCHEMA = jsonSchema<Readonly<Record<string, unknown>>>(
  z.toJSONSchema(wantedAnswer, { target: 'draft-7' }) as Parameters<typeof jsonSchema>[0],
  {
    validate(value) {
      const read = looseAnswer.safeParse(value);
      return read.success ? { success: true, value: read.data } : { success: false, error: read.error };
    },
  },
);

/** Local models think aloud and fence their JSON: what stands from the first brace to the last one. */
function onlyJson(text: string): string {
  const answer = text.slice(text.lastIndexOf('</think>') + 1);
  const start = answer.indexOf('{');
  const end = answer.lastIndexOf('}');
  return start >= 0 && end > start ? answer.slice(start, end + 1) : answer;
}

type Reason = { readonly kind: 'unreachable' | 'unusable'; readonly why: string };

/** In our words only: what an endpoint writes in an error may repeat the key. */
function reasonOf(error: unknown): Reason {
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (last instanceof AnswerTooLong || (last instanceof Error && last.cause instanceof AnswerTooLong))
    return { kind: 'unusable', why: 'answered with more than can be furniture' };
  if (APICallError.isInstance(last)) {
    if (last.statusCode === undefined) return { kind: 'unreachable', why: 'cannot be reached' };
    if (last.statusCode === 200) return { kind: 'unusable', why: 'answered with something that is no completion' };
    return { kind: 'unreachable', why: `answered with HTTP ${last.statusCode}` };
  }
  if (NoObjectGeneratedError.isInstance(last))
    return {
      kind: 'unusable',
      why: `answered with something that is no furniture (it ended with "${last.finishReason}")`,
    };
  const name = last instanceof Error ? last.name : 'unknown';
  if (name === 'AI_NoOutputGeneratedError') return { kind: 'unusable', why: 'did not finish its answer' };
  return { kind: 'unreachable', why: `could not be asked (${name})` };
}
