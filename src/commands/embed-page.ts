import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Newsroom } from '../newsroom.ts';
import { switchDiscussion } from '../store/discussion/switch-discussion.ts';
import { readEmbedOrigins } from '../store/elsewhere/embed-origins.ts';
import { findPageSlug, listPages } from '../store/elsewhere/list-pages.ts';
import { savePage } from '../store/elsewhere/save-page.ts';
import { act } from '../store/state.ts';
import { LONGEST_HEADLINE, LONGEST_PAGE, pageAddress } from '../story/page-address.ts';
import { withNewsroom } from './open-newsroom.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

const BY = 'the command line';

/** `copydesk embed page add|list|close|open|remove`: discussions of pages that are not ours. */
export async function runEmbedPage(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { headline: { type: 'string' }, text: { type: 'string' } },
  });
  const [verb, written, ...rest] = positionals;
  if (verb === 'list' && written === undefined) return withNewsroom(list);
  if (!isVerb(verb) || written === undefined || rest.length > 0)
    return wronglyCalled('embed', 'say "page list", or "page add", "close", "open" or "remove" with an address.');
  const url = pageAddress(written);
  if (url === undefined)
    return wronglyCalled('embed', `"${written}" is no address of a page; one is like https://partner.example/a-story.`);
  if (verb !== 'add') return withNewsroom((newsroom) => change(newsroom, verb, url));
  const headline = values.headline?.trim() ?? '';
  if (headline === '' || headline.length > LONGEST_HEADLINE)
    return wronglyCalled('embed', `--headline says what the page is about, in at most ${LONGEST_HEADLINE} characters.`);
  const text = values.text === undefined ? '' : await readFile(values.text, 'utf8').catch(() => undefined);
  if (text === undefined) return complain(`The file "${values.text}" cannot be read.`);
  if (text.length > LONGEST_PAGE)
    return complain(`The file "${values.text}" is longer than ${LONGEST_PAGE} characters.`);
  return withNewsroom((newsroom) => add(newsroom, { url, headline, text }));
}

type Verb = 'add' | 'close' | 'open' | 'remove';

const isVerb = (verb: string | undefined): verb is Verb =>
  verb === 'add' || verb === 'close' || verb === 'open' || verb === 'remove';

async function add(
  { store, url: home, now }: Newsroom,
  page: { readonly url: string; readonly headline: string; readonly text: string },
): Promise<number> {
  const { origin } = new URL(page.url);
  if (!(await readEmbedOrigins(store)).includes(origin))
    return complain(`Pages of ${origin} may not show our discussions. Say first: copydesk embed allow ${origin}`);
  const { slug, outcome } = await savePage(store, page, now());
  process.stdout.write(`${slug}  ${outcome}\n`);
  process.stderr.write(`On the page: <script src="${home}/embed.js" data-story="${slug}" async></script>\n`);
  return 0;
}

async function change({ store, now }: Newsroom, verb: 'close' | 'open' | 'remove', url: string): Promise<number> {
  const slug = await findPageSlug(store, url);
  if (slug === undefined) return complain(`No page with the address ${url} is registered.`);
  if (verb === 'remove') {
    const reason = 'The discussion of this page elsewhere was removed.';
    await act(store, slug, { kind: 'hold', reason, by: BY, at: now().toISOString() });
  } else await switchDiscussion(store, slug, { kind: verb, by: BY, now: now() });
  const done = { close: 'is closed', open: 'is open', remove: 'is taken from the page; its comments are kept' };
  process.stdout.write(`The discussion of ${lineForTerminal(url)} ${done[verb]}.\n`);
  return 0;
}

async function list({ store }: Newsroom): Promise<number> {
  const pages = await listPages(store);
  for (const { url, slug, headline, comments, removed } of pages)
    process.stdout.write(
      `${lineForTerminal(`${url}  ${slug}  “${headline}”`)}  ${comments} comments${removed ? '  removed' : ''}\n`,
    );
  if (pages.length === 0) process.stdout.write('No page elsewhere has a discussion here.\n');
  return 0;
}
