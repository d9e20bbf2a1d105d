import { createInterface } from 'node:readline';
import { writeOut } from './write-out.ts';

/** A line of JSON that is an object with its `id`, or why it is not, in a sentence for the person who sent it. */
export type ReadLine<Line> = (value: Readonly<Record<string, unknown>>) => Line | string;

/**
 * Answers each line of JSON with one line, in order; a line that cannot be read is named on standard error, the others go on.
 * @returns the exit code: 1 when a line could not be read.
 */
export async function answerLines<Line>(
  input: NodeJS.ReadableStream,
  read: ReadLine<Line>,
  answer: (line: Line) => object,
): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (raw.trim() === '') continue;
    const line = readObject(raw, read);
    if (typeof line === 'string') {
      code = 1;
      process.stderr.write(`copydesk: line ${number}: ${line}\n`);
      continue;
    }
    await writeOut(`${JSON.stringify(answer(line))}\n`);
  }
  return code;
}

function readObject<Line>(raw: string, read: ReadLine<Line>): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return 'this is no JSON.';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'an object is wanted.';
  return read(value as Readonly<Record<string, unknown>>);
}
