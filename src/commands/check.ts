import { parseArgs } from 'node:util';
import type { Verdict } from '../check/check-claim.ts';
import { checkAgainstCopy } from '../check-against-copy.ts';
import { copyOf } from '../wire/copy-of.ts';
import { parse } from '../wire/parse.ts';
import type { Command } from './command.ts';
import { readBytes } from './read-bytes.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { forTerminal } from './shown/for-terminal.ts';
import { answerLines } from './shown/json-lines.ts';
import { verdictPage } from './shown/verdict-page.ts';
import { writeOut } from './shown/write-out.ts';

/** `copydesk check COPY TEXT`: the gate by itself, for anybody's words about a piece of copy. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'hold any text against the copy that it is about, and say what the copy does not carry',
  usage: `Usage: copydesk check [--json] COPY TEXT
       copydesk check --jsonl < LINES

Holds TEXT, a headline, a summary, key points, from a chatbot, a colleague or anybody, against COPY, any wire file or plain
text. Every sentence (or line) of TEXT must stand in one sentence of the copy, cut but not changed: names, numbers, dates,
quotations, negations, hedges and who says so are checked one by one. What fails is shown in both places, underlined.
Nothing is stored. One of the two may be "-", standard input.

  --json   one object: {"ok","score","findings":[{"check","message","start","end","copyPart","copyStart","copyEnd"}]}
  --jsonl  reads {"id","text","claim","headline"?,"date"?} per line from standard input, and answers each with one line

ok says that the text may be published without a person. score, 0 to 1, ranks looser wording for an editor; it proves nothing.
Exit codes: 0 everything passed (with --jsonl: every line was read); 1 something failed, or a file or a line could not be
read; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, jsonl: { type: 'boolean', default: false } },
    });
    if (values.jsonl) {
      if (positionals.length > 0) return wronglyCalled('check', '--jsonl reads from standard input and takes no file');
      return answerLines(process.stdin, readLine, ({ id, claim, copy }) => ({
        id,
        ...verdictJson(checkAgainstCopy(claim, copy)),
      }));
    }
    const [copyFile, textFile, ...more] = positionals;
    if (copyFile === undefined || textFile === undefined || more.length > 0)
      return wronglyCalled('check', 'name two files: the copy, and the text to check');
    if (copyFile === '-' && textFile === '-') return wronglyCalled('check', 'only one of the two can be "-"');
    return checkFiles(copyFile, textFile, values.json);
  },
};

async function checkFiles(copyFile: string, textFile: string, json: boolean): Promise<number> {
  const [copyBytes, textBytes] = [await readBytes(copyFile), await readBytes(textFile)];
  if (typeof copyBytes === 'string') return complain(copyBytes);
  if (typeof textBytes === 'string') return complain(textBytes);
  const parsed = parse(copyBytes, copyFile);
  if (!parsed.ok) return complain(`${copyFile}: ${parsed.refusal.message}`);
  const [item] = parsed.items;
  if (!item || parsed.items.length > 1)
    return complain(
      `"${copyFile}" holds ${parsed.items.length} stories. Give a file with the one that the text is about.`,
    );
  const claim = new TextDecoder()
    .decode(textBytes)
    .replace(/^\uFEFF/, '')
    .trim();
  if (claim === '') return complain(`"${textFile}" holds no words to check.`);
  if (/[\0\ufffd]/.test(claim)) return complain(`"${textFile}" is no text. Give the words to check as plain text.`);
  const { copy } = copyOf(item);
  const verdict = checkAgainstCopy(claim, copy);
  await writeOut(
    json ? `${JSON.stringify(verdictJson(verdict))}\n` : forTerminal(verdictPage({ claim, copy, verdict })),
  );
  return verdict.ok ? 0 : 1;
}

type Line = {
  readonly id: unknown;
  readonly claim: string;
  readonly copy: { readonly headline: string; readonly text: string };
};

/** Many claims about one copy come in a row: it is read once. */
let latest = { headline: '', text: '' };

function copyToCheck(headline: string, text: string): Line['copy'] {
  if (latest.headline !== headline || latest.text !== text) latest = { headline, text };
  return latest;
}

function readLine({ id = null, text, claim, headline }: Readonly<Record<string, unknown>>): Line | string {
  if (typeof text !== 'string' || typeof claim !== 'string') return '"text" and "claim" are wanted, both strings.';
  return { id, claim, copy: copyToCheck(typeof headline === 'string' ? headline : '', text) };
}

const verdictJson = ({ ok, score, findings }: Verdict): object => ({
  ok,
  score: Math.round(score * 10_000) / 10_000,
  findings: findings.map(({ copy, ...finding }) => ({
    ...finding,
    ...(copy && { copyPart: copy.part, copyStart: copy.start, copyEnd: copy.end }),
  })),
});
