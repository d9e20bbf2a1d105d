import { judgeRespect, type RespectModel } from '../../src/moderate/respectful/respect-model.ts';
import { readSpans } from '../read-sets.ts';

/** How well the places that the model names agree with people's: the mean over texts, by characters, as SemEval 2021 task 5 has it. */
export type SpanFigures = {
  readonly texts: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
};

/** `rows` hold a text and the characters that people marked in it (code points). */
export function measureSpans(rows: readonly Record<string, string>[], model: RespectModel): SpanFigures {
  let f1 = 0;
  let precision = 0;
  let recall = 0;
  for (const row of rows) {
    const text = row['text'] ?? '';
    const marked = unitsOf(text, readSpans(row['spans'] ?? ''));
    const named = new Set<number>();
    for (const { start, end } of judgeRespect(text, model).spans) for (let at = start; at < end; at++) named.add(at);
    const both = [...named].filter((at) => marked.has(at)).length;
    const none = marked.size === 0 && named.size === 0;
    f1 += none ? 1 : (2 * both) / Math.max(1, marked.size + named.size);
    precision += none ? 1 : both / Math.max(1, named.size);
    recall += none || marked.size === 0 ? 1 : both / marked.size;
  }
  const texts = Math.max(1, rows.length);
  return { texts: rows.length, f1: f1 / texts, precision: precision / texts, recall: recall / texts };
}

/** Code points to UTF-16 units. */
function unitsOf(text: string, spans: readonly (readonly [number, number])[]): Set<number> {
  const starts: number[] = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  const units = new Set<number>();
  for (const [from, to] of spans) {
    for (let at = starts[from] ?? unit; at < (starts[to] ?? unit); at++) units.add(at);
  }
  return units;
}
