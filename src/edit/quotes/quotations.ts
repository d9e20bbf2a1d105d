import type { Span } from '../../story/span.ts';
import type { Mention, Quotation } from '../../story/speech/quotation.ts';
import { markedSpans } from '../../text/quote-marks.ts';
import { type Attribution, attributionOf, openingTag, reportOf, signature } from './quote-attribution.ts';
import { reportsOf } from './quote-indirect.ts';
import { type Item, type Scene, scenesOf } from './quote-scene.ts';
import { isWorkTitle } from './quote-title.ts';
import { personFinder } from './speaker-name.ts';
import type { Phrase } from './speaker-phrase.ts';

type Said = { readonly scene: Scene; readonly attribution: Attribution };

/** How many sentences a quotation without a cue may stand after the one that names its speaker. */
const FLOATS = 2;

/** Who said what: every stretch in quotation marks with the speaker and the cue where the copy names them. Ordered, never guessed. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  const scenes = scenesOf(text);
  let last: Said | undefined;
  let lastScene = -1;
  for (const [n, scene] of scenes.entries()) {
    let own: Said | undefined;
    for (const [at, item] of scene.items.entries()) {
      if (item.marked === undefined || isWorkTitle(text, scene.items, at)) continue;
      const whole = isWhole(text, item);
      const near = last !== undefined && whole && n - lastScene <= FLOATS && floats(scene, at);
      const attributed = ownAttribution(scenes, n, at, text) ?? (near ? last : undefined);
      const said = attributed && (whole || speaks(attributed)) ? attributed : undefined;
      if (said !== undefined) own = said;
      found.push(quotation(text, item.marked, whole ? 'direct' : 'mixed', said));
    }
    addReports(text, scene, found);
    const report = own ?? reported(scene);
    if (report !== undefined) {
      last = report;
      lastScene = n;
    }
  }
  return withNames(text, found);
}

/** Time does not speak, nor does who only believes or wants: a few words in marks are then the reporter's. */
function speaks({ scene: { items }, attribution: { speaker, cue } }: Said): boolean {
  const verb = items[cue.from]?.cue;
  if (verb && (verb.class === 'hold' || /^(?:begin|go)$/.test(verb.lemma))) return false;
  const head = items[speaker.to];
  return !/^(?:weekend|week|month|year|day|morning|afternoon|evening|night|today|yesterday|\d+)$/.test(
    head?.norm ?? '',
  );
}

/** The full name and the role of each speaker, where they are certain. */
function withNames(text: string, found: readonly Quotation[]): Quotation[] {
  const marked = markedSpans(text);
  let k = 0;
  const isHidden = (at: number): boolean => {
    if (k > 0 && marked[k - 1]!.outerEnd > at) k = 0;
    while (k < marked.length && marked[k]!.outerEnd <= at) k++;
    return marked[k] !== undefined && marked[k]!.outerStart <= at;
  };
  const personOf = personFinder(text, isHidden);
  // Speakers in the order of their mentions; several quotations may share one.
  const persons = new Map<number, ReturnType<typeof personOf>>();
  const mentions = found.flatMap(({ speaker }) => speaker ?? []).sort((a, b) => a.start - b.start);
  for (const mention of mentions) if (!persons.has(mention.start)) persons.set(mention.start, personOf(mention));
  return found.map((each) => {
    const person = each.speaker === null ? undefined : persons.get(each.speaker.start);
    return person === undefined ? each : { ...each, ...person };
  });
}

function quotation(text: string, span: Span, kind: Quotation['kind'], said: Said | undefined): Quotation {
  return {
    start: span.start,
    end: span.end,
    kind,
    speaker: said ? mention(text, said.scene.items, said.attribution.speaker) : null,
    cue: said ? mention(text, said.scene.items, said.attribution.cue) : null,
  };
}

/**
 * Adds the reported clauses of a sentence. Fragments in marks inside such a clause become one mixed quotation with it;
 * whole quotations stand for themselves.
 */
function addReports(text: string, scene: Scene, found: Quotation[]): void {
  for (const report of reportsOf(scene)) {
    let last = found.length;
    while (last > 0 && found[last - 1]!.start >= report.end) last--;
    let first = last;
    while (first > 0 && found[first - 1]!.end > report.start) first--;
    const inside = found.slice(first, last);
    const free = inside.every((each) => each.kind === 'mixed' && each.start >= report.start && each.end <= report.end);
    if (!free) continue;
    const kind = inside.length > 0 ? 'mixed' : 'indirect';
    found.splice(first, inside.length, quotation(text, report, kind, { scene, attribution: report.attribution }));
  }
}

/** The attribution in the quotation's own sentence, or in a bare "Ode said." right behind it. */
function ownAttribution(scenes: readonly Scene[], n: number, at: number, text: string): Said | undefined {
  const scene = scenes[n]!;
  const attribution = attributionOf(scene, at, text);
  if (attribution !== undefined) return { scene, attribution };
  const next = scenes[n + 1];
  if (at !== scene.items.length - 1 || next === undefined) return undefined;
  const alone = next.paragraphStart ? at === 0 : true;
  const tag = (alone ? signature(next) : undefined) ?? (next.paragraphStart ? undefined : openingTag(next));
  return tag === undefined ? undefined : { scene: next, attribution: tag };
}

function reported(scene: Scene): Said | undefined {
  const attribution = reportOf(scene);
  return attribution === undefined ? undefined : { scene, attribution };
}

/** A quotation without a cue of its own goes on from the one before: nothing but marks, or "Adding,", stands in its sentence. */
function floats(scene: Scene, at: number): boolean {
  return scene.items.every(
    (item, k) => k === at || item.pos === 'PUNCT' || item.marked !== undefined || (k === 0 && item.cue?.form === 'ing'),
  );
}

/** Whole sentences in marks, rather than a fragment inside the reporter's own sentence. */
function isWhole(text: string, item: Item): boolean {
  const words = text.slice(item.start + 1, item.start + 41);
  return /^\s*[[(…."'‘“]*\p{Lu}/u.test(words);
}

function mention(text: string, items: readonly Item[], phrase: Phrase): Mention {
  const start = items[phrase.from]!.start;
  const end = items[phrase.to]!.end;
  return { start, end, text: text.slice(start, end) };
}
