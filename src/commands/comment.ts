import { parseArgs } from 'node:util';
import { type DeskComment, decideComment, listCommentsForDesk } from '../store/comments.ts';
import { pickComment } from '../store/discussion/picks.ts';
import { switchDiscussion } from '../store/discussion/switch-discussion.ts';
import type { Store } from '../store/store.ts';
import type { CommentState, Reason } from '../story/discussion/comment.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Command } from './command.ts';
import { withStore } from './open-newsroom.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

const STATES: readonly CommentState[] = ['pending', 'approved', 'held', 'refused', 'removed'];
/** What stands in the record of decisions for those made here. */
const BY = 'command line';

/** `copydesk comment list|approve|remove|pick|unpick|close|open`. */
export const commentCommand: Command = {
  name: 'comment',
  summary: 'list, approve, remove or pick readers’ comments; close or open a discussion',
  usage: `Usage: copydesk comment list [--state STATE] [--limit N] [--json]
       copydesk comment approve ID…
       copydesk comment remove ID… [--reason TEXT]
       copydesk comment pick|unpick ID…
       copydesk comment close|open SLUG…

  list     comments with number, state, time, story, name, reasons and words; what waits comes oldest first
  approve  show a comment to readers, from now on
  remove   take it from readers, or never show it; the words and the reason are kept
  pick     mark a comment as an editor’s pick; unpick takes the mark off
  close    take no more comments under a story; what was written stays to be read
  open     take comments again, also beyond the days of "copydesk edition set commentDays"

  --state STATE  ${STATES.join(', ')}, or all (default: waiting, which is pending and held)
  --limit N      so many at most (default: 50)
  --json         one JSON object a line
  --reason TEXT  why, for the record

An ID is the number that list shows, a SLUG the last part of a story’s address. With several the others go on when one fails.
Exit codes: 0 done; 1 at least one ID is not there; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        state: { type: 'string', default: 'waiting' },
        limit: { type: 'string', default: '50' },
        json: { type: 'boolean', default: false },
        reason: { type: 'string' },
      },
    });
    const [verb, ...written] = positionals;
    if (verb === 'list' && written.length === 0) return list(values);
    if ((verb === 'close' || verb === 'open') && written.length > 0) {
      return withStore((store) => switchEach(store, verb, written));
    }
    const isDecision = verb === 'approve' || verb === 'remove';
    if ((!isDecision && verb !== 'pick' && verb !== 'unpick') || written.length === 0) {
      return wronglyCalled(
        'comment',
        'say "list", or what to do with the numbers of which comments, or "close" or "open" with a story.',
      );
    }
    const bad = written.find((id) => idOf(id) === undefined);
    if (bad !== undefined) return wronglyCalled('comment', `"${bad}" is not the number of a comment.`);
    const ids = [...new Set(written.map((id) => idOf(id) ?? 0))];
    if (!isDecision) return withStore((store) => pickEach(store, verb === 'pick', ids));
    const reasons = values.reason ? [{ code: 'moderator', message: values.reason }] : [];
    return withStore((store) =>
      decideEach(store, { ids, state: verb === 'approve' ? 'approved' : 'removed', reasons }),
    );
  },
};

async function list(options: { state: string; limit: string; json: boolean }): Promise<number> {
  const limit = Number(options.limit);
  if (!Number.isSafeInteger(limit) || limit < 1) {
    return wronglyCalled('comment', `--limit is "${options.limit}"; it must be a whole number from 1.`);
  }
  const state = (['waiting', ...STATES] as const).find((one) => one === options.state);
  if (!state && options.state !== 'all') {
    return wronglyCalled(
      'comment',
      `--state is "${options.state}"; it must be waiting, all or one of ${STATES.join(', ')}.`,
    );
  }
  return withStore(async (store) => {
    const comments = await listCommentsForDesk(store, { limit, ...(state && { state }) });
    const empty = state ? `No ${state} comments.\n` : 'No comments.\n';
    const shown = options.json ? comments.map((comment) => `${JSON.stringify(comment)}\n`) : comments.map(entryOf);
    process.stdout.write(shown.length === 0 && !options.json ? empty : shown.join(options.json ? '' : '\n'));
    return 0;
  });
}

async function decideEach(
  store: Store,
  job: { ids: readonly number[]; state: 'approved' | 'removed'; reasons: readonly Reason[] },
): Promise<number> {
  return forEach(job.ids, async (id) => {
    const decision = { state: job.state, reasons: job.reasons, by: BY, now: new Date() };
    const { name } = await decideComment(store, id, decision);
    return `${id} by ${name} is ${job.state}`;
  });
}

async function pickEach(store: Store, picked: boolean, ids: readonly number[]): Promise<number> {
  return forEach(ids, async (id) => {
    await pickComment(store, id, { picked, by: BY, now: new Date() });
    return `${id} is ${picked ? 'an editor’s pick' : 'no pick any more'}`;
  });
}

async function switchEach(store: Store, kind: 'open' | 'close', slugs: readonly string[]): Promise<number> {
  return forEach(slugs, async (slug) => {
    await switchDiscussion(store, slug, { kind, by: BY, now: new Date() });
    return `${slug}: the discussion is ${kind === 'open' ? 'open' : 'closed'}`;
  });
}

/** Does it to each and says so; one that cannot be done does not keep the others from it. */
async function forEach<T>(each: readonly T[], work: (one: T) => Promise<string>): Promise<number> {
  let failed = 0;
  for (const one of each) {
    try {
      process.stdout.write(`${lineForTerminal(await work(one))}\n`);
    } catch (error) {
      if (!(error instanceof CopydeskError)) throw error;
      failed++;
      complain(error.message);
    }
  }
  return failed > 0 ? 1 : 0;
}

/** "12" or "#12" is 12; undefined for what is no number that a row can have. */
function idOf(written: string): number | undefined {
  const id = Number(/^#?(\d{1,15})$/.exec(written)?.[1]);
  return id >= 1 ? id : undefined;
}

/** A comment on a terminal: whose and where in one line, then what was noticed, then all of its words. */
function entryOf(comment: DeskComment): string {
  const { id, state, createdAt, fullName, name, story, reasons } = comment;
  const who = fullName === name ? name : `${fullName} (shown as ${name})`;
  const when = createdAt.slice(0, 16).replace('T', ' ');
  const answers = comment.parentId === undefined ? '' : `, answers ${comment.parentId}`;
  const lines = [
    `${id}  ${state}  ${when}  ${who}  on ${story.slug}${answers}`,
    ...reasons.map((reason) => `    ! ${reason.message}`),
    ...comment.text.split('\n').map((line) => `    ${line}`.trimEnd()),
  ];
  return `${lines.map(lineForTerminal).join('\n')}\n`;
}
