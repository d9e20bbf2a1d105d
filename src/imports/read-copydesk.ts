import { z } from 'zod';
import type { CommentState, Reason } from '../story/discussion/comment.ts';
import type { Bytes, Exported } from './exported.ts';
import { jsonObjects } from './json-objects.ts';
import { readTime } from './read-time.ts';

const state = z.enum(['pending', 'approved', 'held', 'refused', 'removed']);
const reasons = z.array(z.looseObject({ code: z.string(), message: z.string() })).default([]);
const share = z.number().min(0).max(1);
const scores = z.object({ respect: share, topic: share.nullable(), thought: share }).optional().catch(undefined);
const name = z.string().max(2000);
const time = z.string().transform(readTime);
/** For a decision whose time cannot be read. */
const UNKNOWN = '1970-01-01T00:00:00.000Z';

const lines = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('newsroom'), version: z.literal(1), url: name }),
  z.object({ kind: z.literal('story'), slug: name, headline: name.optional() }),
  z.object({
    kind: z.literal('comment'),
    id: z.number().int(),
    story: name,
    parent: z.number().int().optional(),
    reader: name,
    fullName: name,
    text: z.string(),
    state,
    createdAt: time,
    decisions: z.array(z.object({ state, by: name, at: time, reasons, scores })).default([]),
    respects: z.array(z.object({ reader: name, at: time })).default([]),
  }),
  z.looseObject({ kind: z.literal('suggestion') }),
]);

/** What `copydesk export-comments` wrote. Numbers are a newsroom's own, so each is put behind its address. */
export async function* readCopydesk(bytes: Bytes): AsyncGenerator<Exported> {
  let newsroom = '';
  for await (const object of jsonObjects(bytes)) {
    if (typeof object === 'string') {
      yield { kind: 'problem', message: object };
      continue;
    }
    const read = lines.safeParse(object);
    if (!read.success) {
      const [issue] = read.error.issues;
      yield { kind: 'problem', message: `A line cannot be read: ${issue?.path.join('.')}: ${issue?.message}.` };
    } else if (read.data.kind === 'newsroom') newsroom = read.data.url.replace(/^https?:\/\//, '');
    else yield* exported(read.data, newsroom);
  }
}

function* exported(line: Exclude<z.infer<typeof lines>, { kind: 'newsroom' }>, newsroom: string): Generator<Exported> {
  if (line.kind === 'suggestion') return yield { kind: 'passed', what: 'suggested score' };
  if (line.kind === 'story') {
    const { slug, headline } = line;
    const thread = `${newsroom} ${slug}`;
    return yield { kind: 'thread', thread, keys: [slug], slug, ...(headline !== undefined && { title: headline }) };
  }
  const { id, story, parent, reader, fullName, text, createdAt, decisions, respects } = line;
  const authorOf = (pseudonym: string): string => `${newsroom} ${pseudonym}`;
  yield { kind: 'author', author: authorOf(reader), name: fullName };
  yield {
    kind: 'comment',
    item: `${newsroom} ${id}`,
    thread: `${newsroom} ${story}`,
    author: authorOf(reader),
    text,
    state: line.state,
    reasons: [],
    ...(parent !== undefined && { parent: `${newsroom} ${parent}` }),
    ...(createdAt !== undefined && { at: createdAt }),
    ...(decisions.length > 0 && {
      decisions: decisions.map(({ state: decided, by, at, reasons: why, scores: judged }) => ({
        state: decided satisfies CommentState,
        by,
        at: at ?? createdAt ?? UNKNOWN,
        reasons: why as readonly Reason[],
        ...(judged && { scores: judged }),
      })),
    }),
    respects: respects.flatMap(({ reader: whose, at }) => (at === undefined ? [] : [{ author: authorOf(whose), at }])),
  };
}
