import { z } from 'zod';
import type { Reason } from '../story/discussion/comment.ts';
import type { CannedReason, DeskAction } from '../story/discussion/moderation.ts';

const ACTION = z.enum(['approve', 'remove', 'hold']);
const MOST_WORDS = 500;

const texts = z.union([z.array(z.string()), z.string().transform((text) => [text])]).catch([]);

const fields = z.object({
  action: ACTION.optional().catch(undefined),
  /** "approve:12:40": the button of one comment in a list. */
  only: z.string().optional().catch(undefined),
  /** "12:40": the number of a comment, and of the last decision that was seen. */
  comment: texts,
  tell: z.string().catch(''),
  words: z.string().catch(''),
  onward: z.string().catch(''),
});

/** What a moderator wants done, and what she saw when she decided. */
export type Deciding = {
  readonly action: DeskAction;
  readonly seen: ReadonlyMap<number, number>;
  readonly tell: string;
  readonly words: string;
  /** She goes through the queue one by one. */
  readonly goOn: boolean;
};

/** Reads the form of the queue or of one comment; undefined when nothing is selected or nothing is said. */
export function decideForm(body: Readonly<Record<string, unknown>>): Deciding | undefined {
  const { action, only, comment, tell, words, onward } = fields.parse(body);
  const single = /^(approve|remove|hold):(\d{1,15}:\d{1,15})$/.exec(only ?? '');
  const wanted = single ? ACTION.parse(single[1]) : action;
  const seen = new Map((single?.[2] === undefined ? comment : [single[2]]).flatMap(seenOf));
  if (!wanted || seen.size === 0) return undefined;
  return { action: wanted, seen, tell, words: words.trim().slice(0, MOST_WORDS), goOn: onward === 'next' && !single };
}

function seenOf(written: string): [number, number][] {
  const [, id, event] = /^(\d{1,15}):(\d{1,15})$/.exec(written) ?? [];
  return id === undefined ? [] : [[Number(id), Number(event)]];
}

/** What the reader is told: the canned reason that was chosen, and the moderator's own words. Nothing of what is approved. */
export function reasonsFrom({ action, tell, words }: Deciding, canned: readonly CannedReason[]): Reason[] {
  if (action === 'approve') return [];
  const chosen = canned.find(({ code }) => code === tell);
  return [
    ...(chosen ? [{ code: chosen.code, message: chosen.message }] : []),
    ...(words !== '' ? [{ code: 'moderator', message: words }] : []),
  ];
}

const undo = z.object({ batch: z.string().max(60).catch(''), at: z.string().optional().catch(undefined) });

export const undoForm = (body: Readonly<Record<string, unknown>>) => undo.parse(body);
