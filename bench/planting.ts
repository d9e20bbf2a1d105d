import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../src/check/check.ts';
import type { ElementKind } from '../src/check/check-type.ts';
import { checkAgainstCopy } from '../src/check-against-copy.ts';
import { demoDeliveries } from '../src/demo.ts';
import { furnish } from '../src/furnish/furnish.ts';
import type { Copy } from '../src/story/copy.ts';
import type { Draft } from '../src/story/furniture.ts';
import { sentences } from '../src/text/sentences.ts';
import { copyOf } from '../src/wire/copy-of.ts';
import { parse } from '../src/wire/parse.ts';
import { PLANTERS } from './planted-errors.ts';
import type { Figure } from './run.ts';

const folder = fileURLToPath(new URL('../fixtures/copy', import.meta.url));

/** What was planted in one story's furniture and in its own sentences, and what the gate said. */
export type Planted = { readonly kind: string; readonly text: string; readonly from: string; readonly caught: boolean };

/** Every kind of error, planted in everything that we make of our stories and in the stories' own sentences. */
export async function measurePlanting(): Promise<readonly Figure[]> {
  const planted = (await stories()).flatMap(plantIn);
  return PLANTERS.map(({ kind }) => {
    const own = planted.filter((one) => one.kind === kind);
    const caught = own.filter((one) => one.caught).length;
    for (const { text, from } of own.filter((one) => !one.caught))
      process.stderr.write(`missed ${kind}: “${text}” from “${from}”\n`);
    return {
      what: `planted: ${kind}`,
      figure: `${caught} of ${own.length} caught`,
      reference: 'limit: all',
      verdict: caught === own.length ? 'met' : `${own.length - caught} missed`,
    };
  });
}

/** The stories of the fixtures and of the demo. */
export async function stories(): Promise<Copy[]> {
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const all = [...files, ...(await demoDeliveries(new Date('2026-03-02T12:00:00Z')))];
  return all.flatMap(({ name, bytes }) => {
    const parsed = parse(bytes, name);
    return parsed.ok ? parsed.items.map((item) => copyOf(item).copy).filter(({ text }) => text !== '') : [];
  });
}

/** Plants each kind once in each element and each sentence. What happens to be said in the copy is no error. */
export function plantIn(copy: Copy): Planted[] {
  const { furniture, quotations } = furnish(copy, { language: 'en-US' });
  const checked = { ...copy, quotations };
  const own = sentences(copy.text).map(({ start, end }) => copy.text.slice(start, end));
  const names = [...new Set(copy.text.match(/(?<=[\p{Ll},] )\p{Lu}[\p{L}’'-]{3,}(?: \p{Lu}[\p{L}’'-]+)*/gu) ?? [])];
  const elements: readonly (readonly [ElementKind, Draft | null])[] = [
    ['displayHeadline', furniture.displayHeadline],
    ['standfirst', furniture.standfirst],
    ...furniture.summary.map((element) => ['summary', element] as const),
    ...furniture.keyPoints.map((element) => ['keyPoint', element] as const),
  ];
  const judged = [
    ...elements.flatMap(([kind, draft]) =>
      draft
        ? [{ from: draft.text, passes: (text: string) => check({ ...draft, text }, checked, kind).length === 0 }]
        : [],
    ),
    ...own.map((from) => ({ from, passes: (text: string) => checkAgainstCopy(text, checked).ok })),
  ];
  return judged.flatMap(({ from, passes }) =>
    PLANTERS.flatMap(({ kind, plant }) => {
      const text = plant(from, { others: own.filter((one) => one !== from), names });
      if (text === null || text === from || copy.text.includes(text) || copy.headline.includes(text)) return [];
      return [{ kind, text, from, caught: !passes(text) }];
    }),
  );
}
