import { jsonOf } from '../../text/parse-json.ts';
import { writeOut } from './write-out.ts';

/** A line of JSON that is an object with its `id`, or why it is not, in a sentence for the person who sent it. */
export type ReadLine<Line> = (value: Readonly<Record<string, unknown>>) => Line | string;

/**
 * Answers each line of JSON with one line, in order; a line that cannot be read is named on standard error, the others go on.
 * What came together is answered together, at once.
 * @returns the exit code: 1 when a line could not be read.
 */
export async function answerLines<Line>(
  input: NodeJS.ReadableStream,
  read: ReadLine<Line>,
  answer: (line: Line) => object,
): Promise<number> {
  let code = 0;
  let number = 0;
  let unfinished = '';
  // @NOTE Not by `readline`, which also ends a line at U+2028: JSON may have one inside a string.
  input.setEncoding('utf8');
  for await (const part of input) {
    const lines = String(part).split('\n');
    lines[0] = unfinished + lines[0];
    unfinished = lines.pop() ?? '';
    await answerAll(lines);
  }
  await answerAll([unfinished]);
  return code;

  async function answerAll(lines: readonly string[]): Promise<void> {
    let answers = '';
    for (const raw of lines) {
      number++;
      const line = raw.trim() === '' ? undefined : readObject(raw, read);
      if (typeof line === 'string') {
        code = 1;
        process.stderr.write(`copydesk: line ${number}: ${line}\n`);
      } else if (line !== undefined) {
        answers += `${JSON.stringify(answer(line))}\n`;
      }
    }
    if (answers !== '') await writeOut(answers);
  }
}

function readObject<Line>(raw: string, read: ReadLine<Line>): Line | string {
  const value = jsonOf(raw);
  if (value === undefined) return 'this is no JSON.';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'an object is wanted.';
  return read(value as Readonly<Record<string, unknown>>);
}
