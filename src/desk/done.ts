import type { Context } from 'hono';
import { describeBatch } from '../store/moderation/describe-batch.ts';
import type { Store } from '../store/store.ts';
import type { DeskEnv } from './desk-answer.ts';
import type { Done } from './pages/desk-page.ts';
import { counted, STATE_NAMES } from './parts/names.ts';

/** What the address says was done a moment ago, as the record has it: nobody makes up what stands here. */
export async function doneNow(
  c: Context<DeskEnv>,
  store: Store,
  back: Readonly<Record<string, string>>,
): Promise<Done | undefined> {
  const did = c.req.query('did');
  if (did === undefined) return undefined;
  if (did === 'nothing') return { words: 'Nothing was done: no comment was selected.', back };
  if (did === 'saved') return { words: 'Saved.', back };
  const left = Math.min(Math.max(Math.trunc(Number(c.req.query('left'))) || 0, 0), 100);
  const batch = await describeBatch(store, { batch: did, staffId: c.get('staff').id });
  const what = batch.states.map(({ state, count }) => `${count} ${STATE_NAMES[state].toLowerCase()}`).join(', ');
  const words = [
    what === '' ? 'Nothing was done.' : batch.isUndo ? `Undone: ${what} again.` : `${what}.`,
    left === 0
      ? ''
      : `${counted(left, 'comment')} left as ${left === 1 ? 'it was' : 'they were'}: decided by somebody else meanwhile, open at another desk, deleted by the reader, or appealed against you.`,
  ];
  return { words: words.join(' ').trim(), back, ...(what !== '' && !batch.isUndo && !batch.undone && { batch: did }) };
}
