import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Newsroom } from '../newsroom.ts';
import { outgoingStory } from '../outgoing.ts';
import { listSlugs } from '../store/list-slugs.ts';
import { readEdition } from '../store/settings.ts';
import { CopydeskError } from '../story/errors.ts';
import type { OutgoingStory } from '../wire/write/outgoing-story.ts';
import { writeAtom } from '../wire/write/write-atom.ts';
import { writeNewsmlG2 } from '../wire/write/write-newsml-g2.ts';
import { writeNinjs } from '../wire/write/write-ninjs.ts';
import type { Command } from './command.ts';
import { withNewsroom } from './open-newsroom.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { writeOut } from './shown/write-out.ts';

type Words = { readonly provider: string; readonly url: string; readonly now: Date };
type Writer = (stories: readonly OutgoingStory[], words: Words) => string;

const formats: Readonly<Record<string, { readonly write: Writer; readonly extension: string }>> = {
  ninjs: {
    extension: 'json',
    write: (stories) =>
      `${JSON.stringify(stories.length === 1 ? writeNinjs(stories[0]!) : stories.map(writeNinjs), null, 2)}\n`,
  },
  'newsml-g2': { extension: 'xml', write: writeNewsmlG2 },
  atom: {
    extension: 'atom',
    write: (stories, { provider, ...rest }) => writeAtom(stories, { title: provider, ...rest }),
  },
};

/** `copydesk export`: stories for another system. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write stories as ninjs, NewsML-G2 or Atom',
  usage: `Usage: copydesk export --format ninjs|newsml-g2|atom [--out FILE] [--force] SLUG…
       copydesk export --format FORMAT [--out FILE] (--all | --since TIME)

Writes the words that readers see, the agency's as the agency sent them. What was made here (headline, summary, key points)
stands apart and says what made it. Notes not for publication are never written.

  --format  ninjs (3.1: one item, or an array of several), newsml-g2 (2.34: a newsItem, or a newsMessage of several)
            or atom (a feed with the whole words)
  --out     writes to FILE instead of standard output; into a folder that is there, one file for each story
  --all     every story that readers may see, and the killed ones as withdrawn
  --since   the same, of those published, changed or killed since TIME (ISO 8601, such as 2026-03-02T08:00Z)
  --force   with slugs: also stories that readers may not see yet, as "withheld", or with their embargo

A killed story is written as canceled, without its words. A story that is held, embargoed, spiked or not furnished yet is
refused, and the others go on: give --force to write it all the same, for a desk that may know it.
Exit codes: 0 done; 1 at least one could not be written, and why; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        out: { type: 'string' },
        all: { type: 'boolean', default: false },
        since: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
    });
    const format = Object.hasOwn(formats, values.format ?? '') ? formats[values.format ?? ''] : undefined;
    if (!format)
      return wronglyCalled(
        'export',
        `--format is "${values.format ?? ''}"; it must be one of ${Object.keys(formats).join(', ')}.`,
      );
    const since = values.since === undefined ? undefined : new Date(values.since);
    if (since && Number.isNaN(since.getTime()))
      return wronglyCalled('export', `--since is "${values.since}"; it must be an ISO 8601 time.`);
    const every = values.all || since !== undefined;
    if (every === positionals.length > 0) return wronglyCalled('export', 'name stories, or say --all or --since.');
    return withNewsroom(async (newsroom) => {
      const slugs = every
        ? await listSlugs(newsroom.store, { now: newsroom.now(), ...(since && { since }) })
        : positionals;
      const { stories, failed } = await collect(newsroom, slugs, values.force);
      const { name } = await readEdition(newsroom.store);
      const words = { provider: name, url: newsroom.url, now: newsroom.now() };
      if (stories.length > 0 || (every && failed === 0))
        await put(stories, { format, words, ...(values.out && { out: values.out }) });
      return failed > 0 ? 1 : 0;
    });
  },
};

type Named = { readonly slug: string; readonly story: OutgoingStory };

async function collect(newsroom: Newsroom, slugs: readonly string[], force: boolean) {
  const stories: Named[] = [];
  let failed = 0;
  for (const slug of slugs) {
    try {
      stories.push({ slug, story: await outgoingStory(newsroom, slug, { force }) });
    } catch (error) {
      if (!(error instanceof CopydeskError)) throw error;
      failed++;
      complain(error.message);
    }
  }
  return { stories, failed };
}

async function put(
  stories: readonly Named[],
  { format, words, out }: { format: { write: Writer; extension: string }; words: Words; out?: string },
): Promise<void> {
  const whole = () =>
    format.write(
      stories.map(({ story }) => story),
      words,
    );
  if (out === undefined) return writeOut(whole());
  try {
    const isFolder =
      out.endsWith('/') ||
      (await stat(out).then(
        (found) => found.isDirectory(),
        () => false,
      ));
    if (!isFolder) return await writeFile(out, whole());
    await mkdir(out, { recursive: true });
    for (const { slug, story } of stories)
      await writeFile(join(out, `${slug}.${format.extension}`), format.write([story], words));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CopydeskError('not-allowed', `"${out}" cannot be written (${why}).`, { cause: error });
  }
}
