import { furnish } from '../../furnish/furnish.ts';
import { findDateline } from '../../wire/words/dateline.ts';
import { furnitureJson } from './furniture-json.ts';
import { answerLines } from './json-lines.ts';

type Line = { readonly id: unknown; readonly headline: string; readonly text: string };

/** Answers each line of JSON with the furniture made for it. Returns the exit code. */
export const packageLines = (input: NodeJS.ReadableStream, language: 'en-US' | 'en-GB' | null): Promise<number> =>
  answerLines(input, readLine, ({ id, headline, text }) => {
    // Pasted copy has its dateline in front; in a file it stands apart when it is read.
    const from = findDateline([text.slice(0, FRONT).split('\n', 1)[0] ?? ''])?.length ?? 0;
    return { id, ...furnitureJson(furnish({ headline, text: text.slice(from) }, { language }), from) };
  });

/** Characters in which a dateline ends. */
const FRONT = 300;

function readLine({ id = null, headline, text }: Readonly<Record<string, unknown>>): Line | string {
  if (text === undefined) return 'an object with "text" is wanted.';
  if (typeof text !== 'string') return '"text" is no string.';
  return { id, headline: typeof headline === 'string' ? headline : '', text };
}
