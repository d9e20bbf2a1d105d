import { parseArgs } from 'node:util';
import { readEnvironment } from '../environment.ts';
import { furnish } from '../furnish/furnish.ts';
import { openModel } from '../keep-asking.ts';
import { secretsFrom } from '../sources/secrets.ts';
import type { Copy } from '../story/copy.ts';
import { CopydeskError } from '../story/errors.ts';
import { copyOf } from '../wire/copy-of.ts';
import { parse } from '../wire/parse.ts';
import type { Command } from './command.ts';
import { readBytes } from './read-bytes.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { furnitureJson } from './shown/furniture-json.ts';
import { furniturePage } from './shown/furniture-page.ts';
import { modelPage } from './shown/model-page.ts';
import { packageLines } from './shown/package-lines.ts';
import { writeOut } from './shown/write-out.ts';

type Language = 'en-US' | 'en-GB';

/** `copydesk package FILE`: everything that stands around the copy, made and checked, without a newsroom. */
export const packageCommand: Command = {
  name: 'package',
  summary: 'make and check the furniture of a story: headline, standfirst, summary, key points, pull quote',
  usage: `Usage: copydesk package [--json | --model] [--language en-US|en-GB] FILE…
       copydesk package --jsonl [--language en-US|en-GB] < LINES

Prints each story as its page will read: every element that is made, with the words of the copy that prove it.
FILE is any wire file; "-" reads one from standard input. Nothing is stored.

  --json      one object for each story
  --jsonl     reads {"id","headline"?,"text","date"?} per line from standard input, and answers each with one line
  --model     asks your language model (COPYDESK_MODEL_URL, COPYDESK_MODEL) and shows beside the page what it
              wrote, what passed the checks, and what they found in the rest
  --language  house spelling of what is made; where nothing is said, en-US, and with --jsonl the spelling of each text

Exit codes: 0 done; 1 a file or a line could not be read, and which, or the model gave nothing; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
        model: { type: 'boolean', default: false },
        language: { type: 'string' },
      },
    });
    const { language = 'en-US' } = values;
    if (!isLanguage(language))
      return wronglyCalled('package', `--language is "${language}"; allowed are en-US and en-GB`);
    if (values.model && (values.json || values.jsonl))
      return wronglyCalled('package', '--model prints a page; it goes with no --json');
    if (values.jsonl) {
      if (positionals.length > 0)
        return wronglyCalled('package', '--jsonl reads from standard input and takes no file');
      return packageLines(process.stdin, values.language === undefined ? null : language);
    }
    if (positionals.length === 0) return wronglyCalled('package', 'name at least one file, or "-"');
    const show = values.model ? await withModel(language) : async (copy: Copy) => page(copy, language, values.json);
    let code = 0;
    for (const file of positionals) code = Math.max(code, await packageFile(file, show));
    return code;
  },
};

const isLanguage = (value: string): value is Language => value === 'en-US' || value === 'en-GB';

/** A story as it is printed, or why it cannot be. */
type Show = (copy: Copy) => Promise<string | { readonly failure: string }>;

async function packageFile(file: string, show: Show): Promise<number> {
  const bytes = await readBytes(file);
  if (typeof bytes === 'string') return complain(bytes);
  const parsed = parse(bytes, file === '-' ? 'standard input' : file);
  if (!parsed.ok) return complain(`${file}: ${parsed.refusal.message}`);
  let code = 0;
  for (const item of parsed.items) {
    const shown = await show(copyOf(item).copy);
    if (typeof shown === 'string') await writeOut(shown);
    else code = complain(shown.failure);
  }
  return code;
}

function page(copy: Copy, language: Language, json: boolean): string {
  const made = furnish(copy, { language });
  if (json) return `${JSON.stringify({ headline: copy.headline, ...furnitureJson(made) })}\n`;
  return furniturePage(copy, made, process.stdout.columns ?? 100);
}

/** @throws CopydeskError `bad-setting` when no model is set. */
async function withModel(language: Language): Promise<Show> {
  const settings = readEnvironment(process.env).model;
  if (!settings)
    throw new CopydeskError('bad-setting', 'No language model is set: set COPYDESK_MODEL_URL and COPYDESK_MODEL.');
  const model = await openModel(settings, secretsFrom(process.env));
  return (copy) => modelPage(copy, model, { language, columns: process.stdout.columns ?? 100 });
}
