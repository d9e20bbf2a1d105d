import { ROLES } from '../../text/words/name-words.ts';
import { isDenied } from './quote-denial.ts';
import type { Item, Scene } from './quote-scene.ts';
import { mainSubject, reporterOf, subjectOf } from './quote-subject.ts';
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
  if (tail?.strong && (ended || items[tail.cue.from]?.norm === ':')) return tail;
  const bare = ended ? bareTag(items, at) : undefined;
  if (bare !== undefined) return bare;
  const lead = fromLead(items, at);
  return lead ?? tail;
}

/** “…,” Ode shrugged. Where nothing but a name and a verb follows, the verb is one of saying, whichever it is. */
function bareTag(items: readonly Item[], at: number): Attribution | undefined {
  const first = isComma(items[at + 1]) ? at + 2 : at + 1;
  const speaker = phraseStartingAt(items, first);
  if (speaker === undefined || !canSpeak(items, speaker)) return undefined;
  const verb = items[speaker.to + 1];
  const ends = /^[.;]$/u.test(items[speaker.to + 2]?.norm ?? '.');
  return verb?.pos === 'VERB' && /(?:ed|[^s]s)$/u.test(verb.norm) && ends
    ? { speaker, cue: { from: speaker.to + 1, to: speaker.to + 1 } }
    : undefined;
}

/** "…," said Ode / Ode said / according to Ode. `strong` when the speaker or the cue follows at once. */
function fromTail(items: readonly Item[], at: number): (Attribution & { strong: boolean; plain: boolean }) | undefined {
  const named = items[at + 1]?.norm === ':' ? headlineTag(items, at + 1) : undefined;
  if (named !== undefined) return { ...named, strong: true, plain: true };
  const signed = signedBehind(items, at + 1);
  if (signed !== undefined) return { ...signed, strong: true, plain: true };
  let first = at + 1;
  while (isComma(items[first]) || items[first]?.norm === 'as') first++;
  for (let k = first; k < items.length && k - first < REACH; k++) {
    const item = items[k]!;
    // “A” and “B,” said Ode: both are hers.
    if (item.marked !== undefined && k - at <= NEAR && /^(?:and|or|but)$/u.test(items[at + 1]!.norm)) {
      first = k + 1;
      continue;
    }
    if (item.marked !== undefined || item.norm === ':') return undefined;
    const according = accordingTo(items, k);
    if (according !== undefined) return { ...according, strong: k === first, plain: true };
    if (item.cue === undefined || item.cue.form === 'ing' || item.cue.form === 'base') {
      if (!(item.cue?.form === 'base' && item.cue.class !== 'hold' && k > first)) continue;
    }
    const speaker = subjectOf(items, k);
    if (speaker === undefined) continue;
    const strong = speaker.from === first || (k <= first + 1 && speaker.from > k);
    const plain = item.cue?.class === 'plain' || item.cue?.class === 'written' || item.cue?.class === 'claim';
    // A verb further on must be one of saying, and must not open a clause of its own ("when he said").
    if (!strong && (!plain || speaker.from < at || !isComma(items[Math.min(speaker.from, k) - 1]))) continue;
    return { speaker, cue: { from: k, to: k }, strong, plain };
  }
  return undefined;
}

/** "…": Ode, as headlines put it: nothing but the name follows the colon. */
function headlineTag(items: readonly Item[], colon: number): Attribution | undefined {
  const speaker = phraseStartingAt(items, colon + 1);
  if (speaker === undefined || items[speaker.to]!.pos !== 'PROPN' || speaker.to + 1 < items.length) return undefined;
  return { speaker, cue: { from: colon, to: colon } };
}

/** Verbs that report only when the words follow at once: "it goes “…”". */
const WEAK = new Set(
  `go begin find see show plan offer respond put read sum talk speak learn recommend discuss address consider regard
  want wish know agree disagree decline name paint answer recall reply continue remind`.split(/\s+/u),
);
const NEAR = 4;
const REPORTED: ReadonlySet<string> = new Set(['plain', 'written', 'claim']);

/** Ode said that "…" / saying "…" / according to Ode, "…" / Ode: "…". The nearest verb before the words decides. */
function fromLead(items: readonly Item[], at: number): Attribution | undefined {
  const named = colonSpeaker(items, at);
  if (named !== undefined) return named;
  let held: Attribution | undefined;
  for (let k = at - 1; k >= 0 && at - k < REACH; k--) {
    const item = items[k]!;
    const according = accordingTo(items, k);
    if (according !== undefined && according.speaker.to < at) return according;
    if (item.cue === undefined) continue;
    const near = at - k <= NEAR;
    if (WEAK.has(item.cue.lemma) && (!near || item.cue.form === 'base')) continue;
    const speaker = subjectOf(items, k);
    if (speaker === undefined || (speaker.from < at && speaker.to >= at)) continue;
    // "Ode never said it was “late”": these are somebody else's words.
    if (isDenied(items, k, speaker)) return undefined;
    if (item.cue.class === 'hold' || WEAK.has(item.cue.lemma) || (item.cue.class === 'judge' && !near)) {
      const outer = speaker.to < k ? reporterAt(items, speaker) : undefined;
      if (outer !== undefined) return outer;
    }
    held ??= { speaker, cue: { from: k, to: k } };
    // "Ode says it was late but she feels sure it is “…”": who only feels may have said so further in front.
    if (item.cue.class !== 'hold')
      return items[held.cue.from]!.cue?.class === 'hold' && !REPORTED.has(item.cue.class)
        ? held
        : { speaker, cue: { from: k, to: k } };
  }
  return held ?? announced(items, at);
}

/** "Ode laid out her plan: “…”": a colon hands the words to the subject of the sentence, where that is a person by name. */
function announced(items: readonly Item[], at: number): Attribution | undefined {
  if (items[at - 1]?.norm !== ':') return undefined;
  const speaker = mainSubject(items, at - 1, 0);
  if (speaker === undefined) return undefined;
  const last = items[speaker.to]!;
  if (last.pos !== 'PROPN' && !/^(?:he|she|they)$/u.test(last.norm)) return undefined;
  return { speaker, cue: { from: at - 1, to: at - 1 } };
}

/** Ode told us she hopes for "…": the words reach us through the verb of saying outside. */
function reporterAt(items: readonly Item[], phrase: Phrase): Attribution | undefined {
  const speaker = reporterOf(items, phrase);
  if (speaker === undefined) return undefined;
  for (let k = phrase.from - 1; k >= 0; k--)
    if (items[k]!.cue !== undefined) return { speaker, cue: { from: k, to: k } };
  return undefined;
}

/** "according to Ode" at an item. */
export function accordingTo(items: readonly Item[], at: number): Attribution | undefined {
  if (items[at]?.norm !== 'according' || items[at + 1]?.norm !== 'to') return undefined;
  // The tagger takes some roles for verbs behind "to": "according to engineer Ann Ode".
  const role = ROLES.has(items[at + 2]?.norm ?? '') ? phraseStartingAt(items, at + 3) : undefined;
  const phrase = role === undefined ? phraseStartingAt(items, at + 2) : { from: at + 2, to: role.to };
  const speaker = phrase ?? pronounAt(items, at + 2);
  return speaker === undefined ? undefined : { speaker, cue: { from: at, to: at + 1 } };
}

const pronounAt = (items: readonly Item[], at: number): Phrase | undefined =>
  /^(?:him|her|them)$/u.test(items[at]?.norm ?? '') ? { from: at, to: at } : undefined;

/** Ode: "…" with nothing else before it. */
function colonSpeaker(items: readonly Item[], at: number): Attribution | undefined {
  if (items[at - 1]?.norm !== ':') return undefined;
  const speaker = phraseEndingAt(items, at - 2);
  if (speaker === undefined || !canSpeak(items, speaker)) return undefined;
  if (speaker.from !== 0 && !/^(?:[-–—•*]|--)$/u.test(items[speaker.from - 1]!.norm)) return undefined;
  return { speaker, cue: { from: at - 1, to: at - 1 } };
}

/** Who is reported in a sentence without marks: the subject of its first finite verb of saying. */
export function reportOf({ items }: Scene): Attribution | undefined {
  for (let k = 0; k < items.length && k < REACH; k++) {
    const item = items[k]!;
    const according = accordingTo(items, k);
    if (according !== undefined) return according;
    if (item.marked !== undefined || item.cue === undefined || item.cue.form === 'ing' || item.cue.form === 'base')
      continue;
    if (item.cue.class === 'hold') continue;
    const speaker = subjectOf(items, k);
    if (speaker !== undefined) return { speaker, cue: { from: k, to: k } };
  }
  return undefined;
}

/** "- Ode" as a paragraph of its own below a quotation that is one. */
export const signature = ({ items }: Scene): Attribution | undefined => signedBehind(items, 0);

/** “…” — Ode: a dash and a name, and then nothing or the next quotation. */
function signedBehind(items: readonly Item[], dash: number): Attribution | undefined {
  if (!/^(?:[-–—―]|--)$/u.test(items[dash]?.norm ?? '')) return undefined;
  const speaker = phraseStartingAt(items, dash + 1);
  if (speaker === undefined || !/^\p{Lu}/u.test(items[speaker.to]!.word?.text ?? '')) return undefined;
  const next = items[speaker.to + 1];
  const ends = next === undefined || next.marked !== undefined || (next.norm === '.' && !items[speaker.to + 2]);
  return ends ? { speaker, cue: { from: dash, to: dash } } : undefined;
}

/** "Ode said." as a sentence of its own, right behind a quotation that ends in a full stop. */
export function openingTag({ items }: Scene): Attribution | undefined {
  for (let k = 0; k < items.length && k < 9; k++) {
    const item = items[k]!;
    if (item.marked !== undefined) return undefined;
    if (item.cue === undefined) continue;
    if (item.cue.class === 'judge' || item.cue.class === 'hold' || item.cue.form === 'ing') return undefined;
    if (!/^(?:[.,;]|on|in|at|during|after|to)$/u.test(items[k + 1]?.norm ?? '.')) return undefined;
    const speaker = subjectOf(items, k);
    return speaker?.from === 0 && speaker.to < k ? { speaker, cue: { from: k, to: k } } : undefined;
  }
  return undefined;
}
