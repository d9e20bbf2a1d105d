import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { Presets, SingleBar } from 'cli-progress';
import type { Bytes } from '../imports/exported.ts';
import { IMPORTS, type ImportReport, runImport } from '../imports/run-import.ts';
import { readStoryMap } from '../imports/story-map.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Command } from './command.ts';
import { withNewsroom } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

/** How many discussions without a story are shown to a person. */
const SHOWN = 20;

/** `copydesk import disqus|wordpress|coral|copydesk`. */
export const importCommand: Command = {
  name: 'import',
  summary: 'take comments over from Disqus, WordPress, Coral or another Copydesk',
  usage: `Usage: copydesk import disqus|wordpress|coral|copydesk [--map FILE] [--json] FILE…

  disqus     the XML of Disqus's export, packed with gzip as it comes or unpacked
  wordpress  WXR, the XML of WordPress's export
  coral      what mongoexport makes of Coral's stories, users and comments: JSON lines or arrays, in any order
  copydesk   what "copydesk export-comments" wrote

  --map FILE  which story a discussion belongs to: in each line what the export says (an address, a thread's number or a slug),
              a comma, and the slug or address of our story
  --json      the report as one JSON object, with every discussion that has no story

A discussion goes under the story that the map names, or whose address or slug it has. Others are kept and listed: name them in
a map, or publish their stories, and run the same command again. Run twice, or after a crash, it changes nothing that is done.
Comments keep their time and their place; deleted, spam and waiting ones stay so. HTML becomes plain text, names are shortened,
and of an e-mail address only a hash is kept.
Exit codes: 0 done, also with discussions that wait for a story; 1 it could not be done, and why; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { map: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [source, ...files] = positionals;
    if (source === undefined || !Object.hasOwn(IMPORTS, source) || files.length === 0)
      return wronglyCalled(
        'import',
        `say where the comments come from (${Object.keys(IMPORTS).join(', ')}), and in which files.`,
      );
    const map = readStoryMap(values.map === undefined ? '' : await readMap(values.map));
    const sizes = await Promise.all(files.map(sizeOf));
    const progress = showProgress(sizes.reduce((sum, size) => sum + size, 0));
    return withNewsroom(async (newsroom) => {
      try {
        const streams = files.map((file) => () => bytesOf(file, progress.read));
        const report = await runImport(newsroom, { source, files: streams, map, onApplied: progress.applied });
        progress.stop();
        process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : textOf(report));
        return 0;
      } finally {
        progress.stop();
      }
    });
  },
};

async function readMap(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new CopydeskError('not-found', `"${file}" is a folder; name the files in it.`);
    return found.size;
  } catch (error) {
    throw error instanceof CopydeskError ? error : unreadable(file, error);
  }
}

const unreadable = (file: string, error: unknown): CopydeskError =>
  new CopydeskError('not-found', `"${file}" cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
    cause: error,
  });

/** A file's bytes, unpacked where it is packed with gzip, as Disqus sends its exports. `count` is told of those on the disk. */
async function* bytesOf(file: string, count: (bytes: number) => void): Bytes {
  const packed = createReadStream(file);
  packed.on('data', (chunk) => count(chunk.length));
  packed.pause();
  const isGzip = (await firstBytes(file)).equals(GZIP);
  const stream = isGzip ? packed.pipe(createGunzip()) : packed;
  packed.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error;
    throw new CopydeskError('bad-input', `"${file}" is packed with gzip and broken. What could be read was taken.`);
  } finally {
    packed.destroy();
  }
}

const GZIP = Buffer.from([0x1f, 0x8b]);

async function firstBytes(file: string): Promise<Buffer> {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}

/** A bar on standard error while a person watches it there, and nothing otherwise. */
function showProgress(total: number) {
  if (!process.stderr.isTTY) return { read: () => {}, applied: () => {}, stop: () => {} };
  const format = 'reading {bar} {percentage}% | {applied} comments in their discussions';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_classic);
  bar.start(total, 0, { applied: 0 });
  return {
    read: (bytes: number) => bar.increment(bytes),
    applied: (applied: number) => bar.update({ applied }),
    stop: () => bar.stop(),
  };
}

function textOf({ read, added, applied, passed, problems, waiting }: ImportReport): string {
  const comments = waiting.reduce((sum, thread) => sum + thread.comments, 0);
  const lines = [
    `${read} comments were read, ${added} of them for the first time; ${applied} are newly in their discussions.`,
    ...(passed > 0 ? [`${passed} entries are no comments (such as pingbacks) and were passed over.`] : []),
    ...problems.map((problem) => `! ${problem}`),
    ...(waiting.length > 0
      ? [`${comments} comments wait in ${waiting.length} discussions for which there is no story here:`]
      : []),
    ...waiting
      .slice(0, SHOWN)
      .map(({ thread, address, title, comments: count }) => `  ${count}  ${address ?? thread}  ${title ?? ''}`),
    ...(waiting.length > SHOWN ? ['  … and others; --json lists them all.'] : []),
    ...(waiting.length > 0 ? ['Name their stories with --map FILE and run this again; nothing is lost.'] : []),
  ];
  return `${lines.map((line) => lineForTerminal(line).trimEnd()).join('\n')}\n`;
}
