import { createInterface } from 'node:readline';
import { furnish } from '../furnish.ts';
import { furnitureJson } from './furniture-json.ts';
import { writeOut } from './write-out.ts';

type Line = { readonly id: unknown; readonly headline: string; readonly text: string };

/** Answers each line of JSON with one line; a line that cannot be read is named, the others go on. Returns the exit code. */
export async function packageLines(input: NodeJS.ReadableStream, language: 'en-US' | 'en-GB' | null): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (raw.trim() === '') continue;
    const line = readLine(raw);
    if (typeof line === 'string') {
      code = 1;
      process.stderr.write(`copydesk: line ${number}: ${line}\n`);
      continue;
    }
    const made = furnish({ headline: line.headline, text: line.text }, { language });
    await writeOut(`${JSON.stringify({ id: line.id, ...furnitureJson(made) })}\n`);
  }
  return code;
}

function readLine(raw: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return 'this is no JSON.';
  }
  if (typeof value !== 'object' || value === null || !('text' in value)) return 'an object with "text" is wanted.';
  const { id, headline = '', text } = value as { id?: unknown; headline?: unknown; text: unknown };
  if (typeof text !== 'string') return '"text" is no string.';
  return { id: id ?? null, headline: typeof headline === 'string' ? headline : '', text };
}
