import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { furnish } from '../src/furnish/furnish.ts';
import type { Copy } from '../src/story/copy.ts';
import { tokens } from '../src/text/tokens.ts';
import { copyOf } from '../src/wire/copy-of.ts';
import { parse } from '../src/wire/parse.ts';
import { median } from './pages.ts';
import type { Figure } from './run.ts';

const folder = fileURLToPath(new URL('../fixtures/copy', import.meta.url));
const ROUNDS = 7;

/** Stories furnished and checked per second on one core, beside the language library alone over the same words. */
export async function measurePackaging(): Promise<readonly Figure[]> {
  const stories: Copy[] = readdirSync(folder).flatMap((name) => {
    const parsed = parse(readFileSync(join(folder, name)), name);
    return parsed.ok ? parsed.items.map((item) => copyOf(item).copy) : [];
  });
  const words = stories.reduce((sum, copy) => sum + copy.text.split(/\s+/).length, 0);
  const furnished: number[] = [];
  const tokenised: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = {
      furnished: rate(stories, (copy) => furnish(copy, { language: 'en-US' })),
      tokenised: rate(stories, (copy) => tokens(copy.text)),
    };
    if (round === 0) continue;
    furnished.push(pair.furnished);
    tokenised.push(pair.tokenised);
  }
  const per500 = (storiesPerSecond: number) => (storiesPerSecond * words) / stories.length / 500;
  return [
    {
      what: `stories of 500 words furnished and checked per second and core (${stories.length} stories, ${words} words)`,
      figure: per500(median(furnished)).toFixed(0),
      reference: `wink-nlp alone, tokens and tags of the same words: ${per500(median(tokenised)).toFixed(0)}`,
      verdict: `ratio ${(median(furnished) / median(tokenised)).toFixed(3)}`,
    },
  ];
}

function rate(stories: readonly Copy[], work: (copy: Copy) => unknown): number {
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < 1500) {
    for (const copy of stories) {
      work(copy);
      count++;
    }
  }
  return count / ((performance.now() - started) / 1000);
}
