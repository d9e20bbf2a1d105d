import type { Item, Scene } from './quote-scene.ts';
import { subjectOf } from './quote-subject.ts';
import { canSpeak, type Phrase, phraseEndingAt, phraseStartingAt } from './speaker-phrase.ts';

/** Who says the words at an item, and the words that say so. `cue` is a range of items; it may be empty after a colon. */
export type Attribution = { readonly speaker: Phrase; readonly cue: Phrase };

const REACH = 60;
const isComma = (item: Item | undefined): boolean =>
  item?.norm === ',' || item?.norm === '—' || item?.norm === '–' || item?.norm === '--';

/** The speaker and cue of the stretch in marks at `at`, from the reporter's words of the same sentence. */
export function attributionOf(scene: Scene, at: number, text: string): Attribution | undefined {
  const { items } = scene;
  const item = items[at]!;
  const ended =
    /[,?!—–-]$/u.test(text.slice(item.start, item.marked?.end ?? item.end).trimEnd()) || isComma(items[at + 1]);
  const tail = fromTail(items, at);
  if (tail !== undefined && tail.strong && ended) return tail;
  const lead = fromLead(items, at);
  if (lead !== undefined) return lead;
  if (tail !== undefined && (tail.strong || tail.plain)) return tail;
  return tail;
}

/** "…," said Ode / Ode said / according to Ode. `strong` when the speaker or the cue follows at once. */
function fromTail(items: readonly Item[], at: number): (Attribution & { strong: boolean; plain: boolean }) | undefined {
  let first = at + 1;
  while (isComma(items[first]) || items[first]?.norm === 'as') first++;
  for (let k = first; k < items.length && k - first < REACH; k++) {
    const item = items[k]!;
    if (item.marked !== undefined || item.norm === ':') return undefined;
    const according = accordingTo(items, k);
    if (according !== undefined) return { ...according, strong: k === first, plain: true };
    if (item.cue === undefined || item.cue.form === 'ing' || item.cue.form === 'base') {
      if (!(item.cue?.form === 'base' && item.cue.class === 'plain' && k > first)) continue;
    }
    const speaker = subjectOf(items, k);
    if (speaker === undefined) continue;
    const strong = speaker.from === first || (k <= first + 1 && speaker.from > k);
    const plain = item.cue?.class === 'plain' || item.cue?.class === 'written' || item.cue?.class === 'claim';
    // A verb further on must be one of saying, and must not open a clause of its own ("when he said").
    if (!strong && (!plain || speaker.from < at || !isComma(items[speaker.from - 1]))) continue;
    return { speaker, cue: { from: k, to: k }, strong, plain };
  }
  return undefined;
}

/** Ode said that "…" / saying "…" / according to Ode, "…" / Ode: "…". The nearest verb before the words decides. */
function fromLead(items: readonly Item[], at: number): Attribution | undefined {
  for (let k = at - 1; k >= 0 && at - k < REACH; k--) {
    const item = items[k]!;
    const according = accordingTo(items, k);
    if (according !== undefined && according.speaker.to < at) return according;
    if (item.cue === undefined) continue;
    const speaker = subjectOf(items, k);
    if (speaker === undefined || (speaker.from < at && speaker.to >= at)) continue;
    return { speaker, cue: { from: k, to: k } };
  }
  return colonSpeaker(items, at);
}

function accordingTo(items: readonly Item[], at: number): Attribution | undefined {
  if (items[at]?.norm !== 'according' || items[at + 1]?.norm !== 'to') return undefined;
  const speaker = phraseStartingAt(items, at + 2) ?? pronounAt(items, at + 2);
  return speaker === undefined ? undefined : { speaker, cue: { from: at, to: at + 1 } };
}

const pronounAt = (items: readonly Item[], at: number): Phrase | undefined =>
  /^(?:him|her|them)$/u.test(items[at]?.norm ?? '') ? { from: at, to: at } : undefined;

/** Ode: "…" with nothing else before it. */
function colonSpeaker(items: readonly Item[], at: number): Attribution | undefined {
  if (items[at - 1]?.norm !== ':') return undefined;
  const speaker = phraseEndingAt(items, at - 2);
  if (speaker === undefined || speaker.from !== 0 || !canSpeak(items, speaker)) return undefined;
  return { speaker, cue: { from: at - 1, to: at - 1 } };
}
