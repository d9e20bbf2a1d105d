import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse } from '../wire/parse.ts';
import type { Parsed, WireItem } from '../wire/wire-item.ts';
import type { Command } from './command.ts';
import { readStandardInput } from './read-bytes.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { forTerminal } from './shown/for-terminal.ts';
import { writeOut } from './shown/write-out.ts';

type Answer = {
  readonly file: string;
  readonly parsed: Parsed /** The file itself could not be opened. */;
  readonly failed: boolean;
};

/** `copydesk parse FILE…`: what a wire file says, without taking it into the newsroom. */
export const parseCommand: Command = {
  name: 'parse',
  summary: 'show what wire files say, without receiving them',
  usage: `Usage: copydesk parse [--json] FILE…

Reads each file as it would be received and prints what is in it: format, headline, dateline, status, notes, paragraphs.
Nothing is stored. The format is told by the content, never by the file's name. "-" reads one file from standard input.

  --json  one line of JSON for each file, in order; notes not for publication are in "privateNote"

Exit codes: 0 every file could be opened (a refusal is an answer); 1 at least one could not; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 0) {
      return wronglyCalled('parse', 'name at least one file, or "-".');
    }
    let code = 0;
    for (const file of positionals) {
      const answer = await answerFor(file);
      if (answer.failed && !answer.parsed.ok) {
        code = 1;
        complain(answer.parsed.refusal.message);
      }
      await writeOut(values.json ? `${JSON.stringify(toJson(answer))}\n` : forTerminal(toText(answer)));
    }
    return code;
  },
};

async function answerFor(file: string): Promise<Answer> {
  try {
    const bytes = file === '-' ? await readStandardInput() : await readFile(file);
    return { file, parsed: parse(bytes, file === '-' ? 'standard input' : file), failed: false };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `"${file}" cannot be opened (${why}). Check its name and that you may read it.`;
    return { file, parsed: { ok: false, refusal: { kind: 'unreadable', message } }, failed: true };
  }
}

function toJson({ file, parsed }: Answer): object {
  if (!parsed.ok)
    return {
      file,
      ...(parsed.format === undefined ? {} : { format: parsed.format }),
      items: [],
      refusal: parsed.refusal,
    };
  return { file, format: parsed.format, items: parsed.items.map(itemJson) };
}

const itemJson = ({ body, ...item }: WireItem): object => ({
  ...item,
  ...(body ? { body: body.map((block) => block.text) } : {}),
});

function toText({ file, parsed }: Answer): string {
  if (!parsed.ok) return `${file}: refused (${parsed.refusal.kind}). ${parsed.refusal.message}\n\n`;
  const count = parsed.items.length === 1 ? '1 item' : `${parsed.items.length} items`;
  return `${file}: ${parsed.format}, ${count}\n\n${parsed.items.map(itemText).join('\n')}\n`;
}

function itemText(item: WireItem): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['headline', item.headline],
    ['byline', item.byline],
    ['dateline', item.dateline?.text],
    ['credit', item.creditLine],
    ['guid', item.guid],
    ['version', item.version],
    ['created', item.versionCreated],
    ['status', item.pubStatus ?? 'usable'],
    ['embargo', item.embargoedUntil],
    ['signals', item.signals?.join(', ')],
    ['note', item.edNote],
    ['private', item.privateNote],
  ];
  const head = rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name.padEnd(9)} ${value?.replaceAll('\n', `\n${' '.repeat(12)}`)}\n`);
  const body = (item.body ?? []).map(
    (block) => `${block.kind === 'paragraph' ? '' : `[${block.kind}] `}${block.text}\n\n`,
  );
  return `${head.join('')}\n${body.join('')}`;
}
