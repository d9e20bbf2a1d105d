import { parseArgs } from 'node:util';
import { findForDesk } from '../store/desk.ts';
import { joinStories, setApart } from '../store/events/grouping.ts';
import { act } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { listStories, type StoryRow } from '../store/stories.ts';
import { CopydeskError } from '../story/errors.ts';
import type { StoryAction } from '../story/status.ts';
import { STORY_STATES, type StoryState } from '../story/story.ts';
import type { Command } from './command.ts';
import { withStore } from './open-newsroom.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';
import { furniturePage } from './shown/furniture-page.ts';

const actions: Readonly<Record<string, { readonly kind: StoryAction['kind']; readonly done: string }>> = {
  hold: { kind: 'hold', done: 'is held' },
  release: { kind: 'release', done: 'is released' },
  spike: { kind: 'spike', done: 'is spiked' },
  kill: { kind: 'kill', done: 'is killed: its words are gone from the site, its address says so' },
};

/** `copydesk story list|show|hold|release|spike|kill|apart|join`. */
export const storyCommand: Command = {
  name: 'story',
  summary: 'list, show, hold, release, spike or kill stories; part or join those of one event',
  usage: `Usage: copydesk story list [--state STATE] [--limit N] [--json]
       copydesk story show SLUG [--json]
       copydesk story hold|release|spike|kill SLUG… [--reason TEXT]
       copydesk story apart SLUG…
       copydesk story join SLUG SLUG

  list     the newest stories with their state (${STORY_STATES.join(', ')})
  show     one story: its state, its copy's words, its furniture with the words that prove it
  hold     take it from readers until it is released; the reason is kept
  release  let it go as far as agency and embargo allow
  spike    refuse it before it was published
  kill     take it from readers for good; its address answers 410 with a notice
  apart    list it by itself, whatever other agencies tell of the same event
  join     list these two as one event; the last word of apart and join holds

A slug is the last part of a story's address. With several slugs the others go on when one fails.
Exit codes: 0 done; 1 at least one could not be done, and why; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        state: { type: 'string' },
        limit: { type: 'string', default: '50' },
        json: { type: 'boolean', default: false },
        reason: { type: 'string' },
      },
    });
    const [verb, ...slugs] = positionals;
    if (verb === 'list' && slugs.length === 0) return list(values);
    if (verb === 'show' && slugs.length === 1) return withStore((store) => show(store, slugs[0] ?? '', values.json));
    if (verb === 'apart' && slugs.length > 0) return withStore((store) => forEach(slugs, (slug) => part(store, slug)));
    if (verb === 'join' && slugs.length === 2) {
      const [one = '', other = ''] = slugs;
      return withStore((store) => forEach([one], () => join(store, one, other)));
    }
    const action = actions[verb ?? ''];
    if (!action || slugs.length === 0) {
      return wronglyCalled('story', 'say what to do with which story.');
    }
    return withStore((store) =>
      actOnEach(store, { slugs, ...action, ...(values.reason && { reason: values.reason }) }),
    );
  },
};

async function list({
  state,
  limit,
  json,
}: {
  state?: string | undefined;
  limit: string;
  json: boolean;
}): Promise<number> {
  const many = Number(limit);
  if (!Number.isSafeInteger(many) || many < 1)
    return wronglyCalled('story', `--limit is "${limit}"; it must be a whole number from 1.`);
  if (state !== undefined && !isState(state))
    return wronglyCalled('story', `--state is "${state}"; it must be one of ${STORY_STATES.join(', ')}.`);
  return withStore(async (store) => {
    const rows = await listStories(store, { limit: many, ...(state && { state }) });
    process.stdout.write(json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : table(rows));
    return 0;
  });
}

async function show(store: Store, slug: string, json: boolean): Promise<number> {
  const found = await findForDesk(store, slug);
  if (!found) throw new CopydeskError('not-found', `No story has the address "${slug}".`);
  if (json) {
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return 0;
  }
  const { story, copy, furniture, events } = found;
  const history = events
    .map(({ at, what, reason }) => `  ${at}  ${what}${reason ? ` (${lineForTerminal(reason)})` : ''}`)
    .join('\n');
  const state = `${story.slug}  version ${story.version}, ${story.state}${story.reason ? `: ${story.reason}` : ''}`;
  process.stdout.write(`${lineForTerminal(state)}\n${history}\n\n`);
  process.stdout.write(
    furniture
      ? furniturePage(copy, { furniture, findings: [] }, process.stdout.columns ?? 100)
      : 'It waits for its furniture.\n',
  );
  return 0;
}

async function actOnEach(
  store: Store,
  job: { slugs: readonly string[]; kind: StoryAction['kind']; done: string; reason?: string },
): Promise<number> {
  return forEach(job.slugs, async (slug) => {
    const at = new Date().toISOString();
    const story = await act(store, slug, { kind: job.kind, at, ...(job.reason && { reason: job.reason }) });
    const rest =
      job.kind === 'release' && story.state !== 'live' && story.state !== 'corrected'
        ? ` and now ${story.state}${story.reason ? `: ${story.reason}` : ''}`
        : '';
    return `${slug} ${job.done}${rest}`;
  });
}

async function part(store: Store, slug: string): Promise<string> {
  await setApart(store, slug, { at: new Date() });
  return `${slug} is listed by itself`;
}

async function join(store: Store, one: string, other: string): Promise<string> {
  await joinStories(store, [one, other], { at: new Date() });
  return `${one} and ${other} are listed as one event`;
}

/** Does the work for each and prints what it says; the others go on when one fails. */
async function forEach(slugs: readonly string[], work: (slug: string) => Promise<string>): Promise<number> {
  let failed = 0;
  for (const slug of slugs) {
    try {
      process.stdout.write(`${lineForTerminal(await work(slug))}\n`);
    } catch (error) {
      if (!(error instanceof CopydeskError)) throw error;
      failed++;
      complain(error.message);
    }
  }
  return failed > 0 ? 1 : 0;
}

const isState = (value: string): value is StoryState => STORY_STATES.some((state) => state === value);

function table(rows: readonly StoryRow[]): string {
  if (rows.length === 0) return 'No stories.\n';
  const width = Math.max(...rows.map((row) => row.state.length));
  return rows
    .map(
      (row) =>
        `${row.receivedAt.slice(0, 16).replace('T', ' ')}  ${row.state.padEnd(width)}  ${row.slug}${row.reason ? `\n${' '.repeat(20 + width)}${lineForTerminal(row.reason)}` : ''}\n`,
    )
    .join('');
}
