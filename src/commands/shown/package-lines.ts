import { furnish } from '../../furnish.ts';
import { furnitureJson } from './furniture-json.ts';
import { answerLines } from './json-lines.ts';

type Line = { readonly id: unknown; readonly headline: string; readonly text: string };

/** Answers each line of JSON with the furniture made for it. Returns the exit code. */
export const packageLines = (input: NodeJS.ReadableStream, language: 'en-US' | 'en-GB' | null): Promise<number> =>
  answerLines(input, readLine, ({ id, headline, text }) => ({
    id,
    ...furnitureJson(furnish({ headline, text }, { language })),
  }));

function readLine({ id = null, headline, text }: Readonly<Record<string, unknown>>): Line | string {
  if (text === undefined) return 'an object with "text" is wanted.';
  if (typeof text !== 'string') return '"text" is no string.';
  return { id, headline: typeof headline === 'string' ? headline : '', text };
}
