import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { readEnvironment } from '../environment.ts';
import { type Filed, fileStory } from '../file-story.ts';
import type { Newsroom } from '../newsroom.ts';
import { findStory } from '../store/stories.ts';
import type { Command } from './command.ts';
import { withNewsroom } from './open-newsroom.ts';
import { readStandardInput } from './read-bytes.ts';
import { wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

type Tally = { received: number; known: number; failed: number; readonly stories: Set<string> };

/** `copydesk receive FILE|FOLDER…`: copy into the running or the stopped newsroom. */
export const receiveCommand: Command = {
  name: 'receive',
  summary: 'take wire files, or folders of them, into the newsroom',
  usage: `Usage: copydesk receive [--source NAME] FILE|FOLDER…

Takes each file into the newsroom, running or stopped: keeps it as it came, files its stories, makes and checks their
furniture, and publishes what may be published. A folder is read with everything below it but the newsroom's own data
folder, in the order of the names.
A file that was received before changes nothing. Each story is named by its address; one that readers do not see, with its
state and the reason, also one that a kill in the files has held. "-" reads one file from standard input.

  --source NAME  who sent it (default: desk); the same guid from two sources is two stories

A file that cannot be used is named with its reason, is kept all the same, and the others go on.
Exit codes: 0 every file was received; 1 at least one failed; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { source: { type: 'string', default: 'desk' } },
      allowPositionals: true,
    });
    if (positionals.length === 0) {
      return wronglyCalled('receive', 'name at least one file or folder.');
    }
    const { paths, failures } = await collect(positionals);
    return withNewsroom(async (newsroom) => {
      const tally: Tally = { received: 0, known: 0, failed: failures.length, stories: new Set() };
      for (const failure of failures) process.stderr.write(`${lineForTerminal(failure)}\n`);
      await receiveAll(newsroom, { source: values.source, paths, tally });
      process.stdout.write(await report(newsroom, tally));
      return tally.failed > 0 ? 1 : 0;
    });
  },
};

async function receiveAll(newsroom: Newsroom, job: { source: string; paths: readonly string[]; tally: Tally }) {
  const { source, paths, tally } = job;
  const bar = new SingleBar({
    format: '{bar} {value}/{total} files, {failed} failed',
    stream: process.stderr,
    hideCursor: true,
  });
  const onTerminal = process.stderr.isTTY && paths.length > 1;
  if (onTerminal) bar.start(paths.length, 0, { failed: tally.failed });
  for (const path of paths) {
    const failure = await receiveOne(newsroom, { source, path, tally });
    if (failure) {
      tally.failed++;
      if (onTerminal) process.stderr.write('\r\x1b[K');
      process.stderr.write(`${lineForTerminal(`${path}: ${failure}`)}\n`);
    }
    if (onTerminal) bar.increment({ failed: tally.failed });
  }
  if (onTerminal) bar.stop();
}

/** Receives one file. @returns why it failed, or nothing. */
async function receiveOne(
  newsroom: Newsroom,
  job: { source: string; path: string; tally: Tally },
): Promise<string | undefined> {
  const { source, path, tally } = job;
  let filed: Filed;
  try {
    const bytes = path === '-' ? await readStandardInput() : await readFile(path);
    filed = await fileStory(newsroom, { source, name: path === '-' ? 'standard input' : basename(path), bytes });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (!filed.ok) return filed.refusal.message;
  if (filed.duplicate) tally.known++;
  else tally.received++;
  for (const story of filed.stories) {
    if (story.outcome !== 'unchanged') tally.stories.add(story.slug);
    for (const other of story.others ?? []) tally.stories.add(other);
  }
  return undefined;
}

async function collect(names: readonly string[]): Promise<{ paths: string[]; failures: string[] }> {
  const paths: string[] = [];
  const failures: string[] = [];
  for (const name of names) {
    try {
      if (name !== '-' && (await stat(name)).isDirectory()) {
        const entries = await readdir(name, { withFileTypes: true, recursive: true });
        const files = entries.filter(
          (entry) => entry.isFile() && !entry.name.startsWith('.') && !isOurs(entry.parentPath),
        );
        paths.push(...files.map((entry) => join(entry.parentPath, entry.name)).sort());
      } else {
        paths.push(name);
      }
    } catch (error) {
      failures.push(`${name}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  return { paths, failures };
}

/** What lies in the newsroom's own data folder is no copy: its secrets must never become a story. */
const isOurs = (folder: string): boolean => {
  const { dataFolder } = readEnvironment(process.env);
  return `${resolve(folder)}${sep}`.startsWith(`${resolve(dataFolder)}${sep}`);
};

async function report(newsroom: Newsroom, tally: Tally): Promise<string> {
  const files = `${tally.received} ${tally.received === 1 ? 'file' : 'files'} received`;
  const known = tally.known > 0 ? `, ${tally.known} received before` : '';
  const failed = tally.failed > 0 ? `, ${tally.failed} failed` : '';
  let stories = '';
  for (const slug of tally.stories) stories += `  ${slug}${await whyNotLive(newsroom, slug)}\n`;
  return `${files}${known}${failed}.\n${stories}`;
}

/** Nothing for a story that readers see or that only waits for its furniture. */
async function whyNotLive({ store }: Newsroom, slug: string): Promise<string> {
  const story = await findStory(store, slug);
  if (!story || story.state === 'live' || story.state === 'corrected' || story.state === 'received') return '';
  if (story.state === 'embargoed') return `  embargoed until ${story.embargoedUntil}`;
  return `  ${story.state}${story.reason === undefined ? '' : `: ${lineForTerminal(story.reason)}`}`;
}
