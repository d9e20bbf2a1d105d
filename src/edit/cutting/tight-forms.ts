import { FIRST_AND_SECOND_PERSON, NEGATIONS } from '../../text/function-words.ts';
import { needsOf, type ReadClause } from '../../text/needs/clause-needs.ts';
import { readPhrases } from '../../text/phrases/read-phrases.ts';
import type { Token } from '../../text/tokens.ts';
import { weigh } from '../salience.ts';
import { isContent, type StoryView } from '../story-view.ts';
import type { Clause } from './clause.ts';
import type { Shortened } from './compress.ts';
import { reductionsOf } from './reductions.ts';
import { wordsOf } from './write.ts';

/** Phrases that may come or go, of those behind the verb; more are not tried. */
const MOST_OPTIONAL = 7;
/** What it costs a reader when the sentence stops before a phrase, or leaves it out inside. */
const STOPS_BEFORE: Readonly<Record<string, number>> = {
  mark: 0.1,
  aside: 0,
  time: 0.1,
  adverb: 0.3,
  joint: 0.5,
  opener: 0.7,
  preposition: 0.8,
  infinitive: 1,
  participle: 0.8,
};

/**
 * The short forms of a clause that keep, with every phrase, all that it needs: its subject and its verb with what the verb
 * says, and as many of the other phrases as `fits` allows; the most telling first.
 */
export function tightForms(clause: Clause, story: StoryView, fits: (shortened: Shortened) => boolean): Shortened[] {
  const read = readOf(clause);
  if (!read || hangsOnOpener(clause)) return [];
  const core = closed(read, [...subjectOf(read), read.verb]);
  if (!core) return [];
  const found: Shortened[] = [];
  for (const set of setsOf(read, core, rewritesVerb(clause))) {
    if (pointsOutside(read, set, clause, story) || isBroken(read, set, clause)) continue;
    const form = reductionsOf(read, set, { story, copula: clause.said === null })
      .map(({ keep, cost }) =>
        shortened(clause, story, { keep: keep.map((at) => placesOf(clause)[at]!), cost: cost + costOf(read, set) }),
      )
      .find(fits);
    if (form) found.push(form);
  }
  return found.sort((a, b) => b.worth - a.worth);
}

/** "When the director says so, …", "if the bank agrees": no statement. */
const hangsOnOpener = ({ sentence: { tokens }, from }: Clause): boolean =>
  /^(?:when|if|whether|unless|once|until|where|who|which)$/.test(tokens[from - 1]?.norm ?? '');

/** Words of the first person, and pronouns for somebody who is not in the form: "says it would be given legal force". */
/** A noun for a person, by its ending. */
const SOMEBODY =
  /(?:man|men|woman|women|boys?|girls?|(?:m|f|br)others?|sons?|daughters?|wi(?:fe|ves)|husbands?|child(?:ren)?|kids?|couple|people|family|police|[^w]ers?|ors?|ists?|ians?|ants?|ees?|stars?|king|queen|prince(?:ss)?|mp|mps|teen|pupils?|victims?|judges?|chiefs?|coach|captain|guard|pilots?)$/;

function pointsOutside(
  { tokens, phrases, verb }: ReadClause,
  set: ReadonlySet<number>,
  clause: Clause,
  story: StoryView,
): boolean {
  const person = isPerson(clause, story);
  const places = placesOf(clause);
  let named = clause.said !== null && !person;
  let somebody = clause.said !== null;
  for (const k of [...set].sort((a, b) => a - b)) {
    const { kind, from, to } = phrases[k]!;
    for (let i = from; i < to; i++) {
      const { norm, text, pos } = tokens[i]!;
      // A name is written in its place.
      if (pos === 'PRON' && clause.written.has(places[i]!)) {
        somebody ||= /^(?:he|she)$/.test(norm);
        continue;
      }
      if (FIRST_AND_SECOND_PERSON.has(norm) && text !== 'US') return true;
      somebody ||= (pos === 'PROPN' && norm.length > 2) || (pos === 'NOUN' && SOMEBODY.test(norm));
      if (/^(?:his|her|he|she)$/.test(norm) && !somebody) return true;
      if (pos !== 'PRON') continue;
      if (/^(?:this|these|those|such)$/.test(norm)) return true;
      if (/^(?:him|them)$/.test(norm) && !named) return true;
      if (/^(?:it|they)$/.test(norm) && !named) return true;
      if (norm === 'her' && kind === 'noun' && to === from + 1) return true;
    }
    // What the verb is told of may stand for its own subject, but not for itself.
    if (kind === 'noun' || kind === 'preposition') named ||= !(person && k < verb);
  }
  return false;
}

/** Nouns that stand before the words they speak of. */
const ANNOUNCES = /^(?:phrases?|words?|slogan|titles?|line|lines|message|headline|question|following|likes)$/;

/** Behind the verb stands a clause: "that" or a noun with a verb of its own. */
const tellsClause = (phrases: ReadClause['phrases'], verb: number, set: ReadonlySet<number>): boolean =>
  [...set].some((k) => k > verb && (phrases[k]!.kind === 'opener' || phrases[k]!.kind === 'verb'));

/** Signs that the reading went wrong: an owner without what he owns, one who "are", a list that began before the clause. */
function isBroken({ tokens, phrases, verb, end }: ReadClause, set: ReadonlySet<number>, clause: Clause): boolean {
  const { sentence, from, written } = clause;
  const places = placesOf(clause);
  const last = Math.max(...set);
  const word = tokens[phrases[last]!.to - 1]!;
  if (/^['’]s?$/.test(word.text) || (ANNOUNCES.test(word.norm) && last + 1 === end && end < phrases.length))
    return true;
  // "for his “Nazi” | jibe".
  if (/^["”’]$/.test(word.text) && /^["“‘]$/.test(tokens[phrases[last]!.to - 3]?.text ?? '')) return true;
  const before = sentence.tokens[from - 1];
  // "the Securities and | Exchange Commission".
  if (before?.norm === 'and' && sentence.tokens[from - 2]?.pos === 'PROPN' && tokens[0]?.pos === 'PROPN') return true;
  // "told the agency in Port Sel talks were …": who was told is no news, and what was said has a place of its own.
  if (phrases[verb]!.verb?.lemma === 'tell') return true;
  // "reported the incident" is not "says the incident".
  const says = /^says?$/.test(written.get(places[phrases[verb]!.head]!) ?? '');
  if (says && !tellsClause(phrases, verb, set)) return true;
  const many = /^(?:are|were|have)$/.test(tokens[phrases[verb]!.from]!.norm);
  if (
    many &&
    before &&
    (before.pos === 'CCONJ' || (before.text === ',' && /^(?:NOUN|PROPN)$/.test(sentence.tokens[from - 2]?.pos ?? '')))
  )
    return true;
  // "Jr. is seen".
  if (tokens[phrases[Math.min(...set)]!.to - 1]!.text.endsWith('.') && phrases[Math.min(...set)]!.to === 1) return true;
  // "has long | been", "quick, fair | and open".
  if (/^(?:long|almost|nearly|so|too|even|only|just|never|always|very|most)$/.test(word.norm)) return true;
  if (word.pos === 'ADJ' && phrases[last + 1]?.kind === 'mark' && phrases[last + 2]?.kind === 'adjective') return true;
  // "BSkyB's 4.76% | stake".
  if (word.text === '%' && tokens[phrases[last]!.to - 3]?.norm === "'s") return true;
  if (opensMark(tokens, phrases, set)) return true;
  let content = 0;
  for (const k of set)
    for (let i = phrases[k]!.from; i < phrases[k]!.to; i++)
      if (isContent(tokens[i]!) || NEGATIONS.has(tokens[i]!.norm)) content++;
  return content < 3;
}

/** Whether somebody, not something, speaks or acts first in the clause. */
function isPerson(clause: Clause, story: StoryView): boolean {
  const {
    said,
    sentence: { tokens },
    from,
    to,
  } = clause;
  if (said)
    return (
      story.people.has(said.name.toLowerCase()) || story.quotations.some(({ name }) => name?.endsWith(` ${said.name}`))
    );
  const names = tokens.slice(from, Math.min(to, from + 8));
  if (clause.written.has(from)) return /^(?:he|she)$/.test(tokens[from]!.norm);
  const verb = names.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return names.slice(0, verb < 0 ? names.length : verb).some(({ norm }) => story.people.has(norm));
}

const reads = new WeakMap<Clause, { places: number[]; read: ReadClause | null }>();

function readingOf(clause: Clause): { places: number[]; read: ReadClause | null } {
  const known = reads.get(clause);
  if (known) return known;
  const places: number[] = [];
  for (let i = clause.from; i < clause.to; i++) if (!clause.skipped.has(i)) places.push(i);
  const list = places.map((at) => clause.sentence.tokens[at]!);
  const made = { places, read: needsOf(list, readPhrases(list, 0, list.length)) };
  reads.set(clause, made);
  return made;
}
/** "Straw says" for "Straw said". */
const rewritesVerb = ({ written, sentence: { tokens } }: Clause): boolean =>
  [...written.keys()].some((at) => tokens[at]!.pos !== 'PRON');

const readOf = (clause: Clause): ReadClause | null => readingOf(clause).read;
const placesOf = (clause: Clause): readonly number[] => readingOf(clause).places;

/** The subject with the names that "and" adds to it, and what its noun does not stand without. */
function subjectOf({ phrases, subject, verb }: ReadClause): number[] {
  const found = [subject];
  for (let k = subject + 1; k < verb && phrases[k]!.kind !== 'mark'; k++)
    if (phrases[k]!.kind === 'joint') for (let i = subject; i <= k + 1; i++) found.push(i);
  return found;
}

/** The phrases with all that they need; null where something that is needed is not there. */
function closed({ needs, phrases, verb, end }: ReadClause, wanted: readonly number[]): ReadonlySet<number> | null {
  const set = new Set<number>();
  const open = [...wanted];
  for (let k = open.pop(); k !== undefined; k = open.pop()) {
    if (set.has(k)) continue;
    const more = needs[k];
    if (!more || (k >= end && k > verb) || phrases[k]!.kind === 'mark') return null;
    set.add(k);
    open.push(...more);
  }
  return set;
}

/** The core alone, and with every choice of the phrases that may be added. */
function setsOf(read: ReadClause, core: ReadonlySet<number>, rewrites: boolean): ReadonlySet<number>[] {
  const units: ReadonlySet<number>[] = [];
  for (const [k, { kind }] of read.phrases.entries()) {
    if (core.has(k) || k >= read.end || k < read.subject || /^(?:mark|aside|joint)$/.test(kind)) continue;
    // "Straw last week says": a verb that is written in another tense leaves its time behind.
    if (rewrites && k <= read.verb + 1 && /^(?:time|adverb)$/.test(kind)) continue;
    const unit = closed(read, [k]);
    if (unit && units.length < MOST_OPTIONAL) units.push(unit);
  }
  for (const [k, { kind }] of read.phrases.entries()) {
    if (kind !== 'joint' || core.has(k) || k >= read.end || k < read.subject) continue;
    const unit = closed(read, [k]);
    if (unit && units.length < MOST_OPTIONAL) units.push(unit);
  }
  let sets: ReadonlySet<number>[] = [core];
  for (const unit of units) {
    const known = new Set(sets.map(keyOf));
    const added = sets.map((set) => new Set([...set, ...unit])).filter((set) => !known.has(keyOf(set)));
    sets = [...sets, ...added];
  }
  return sets;
}

const keyOf = (set: ReadonlySet<number>): string => [...set].sort((a, b) => a - b).join(' ');

function costOf({ tokens, phrases, verb, end, subject }: ReadClause, set: ReadonlySet<number>): number {
  let cost = 0;
  const last = Math.max(...set);
  for (let k = subject + 1; k < last; k++) {
    if (set.has(k)) continue;
    const { kind } = phrases[k]!;
    cost +=
      k < verb
        ? kind === 'preposition' || kind === 'participle' || kind === 'opener'
          ? 1
          : 0
        : kind === 'time' || kind === 'aside' || kind === 'adverb'
          ? 0.1
          : 0.6;
  }
  const next = phrases[last + 1];
  // "was raised | to 42 crowns": how far is the news.
  const amount =
    next?.kind === 'preposition' &&
    /^(?:to|by|from)$/.test(tokens[next.from]!.norm) &&
    tokens.slice(next.from, next.to).some(({ pos }) => pos === 'NUM');
  if (amount && last + 1 < end) return cost + 2;
  return cost + (next && last + 1 < end ? (STOPS_BEFORE[next.kind] ?? 0.5) : 0);
}

function shortened(
  clause: Clause,
  story: StoryView,
  { keep, cost }: { keep: readonly number[]; cost: number },
): Shortened {
  const { tokens } = clause.sentence;
  const worth = keep.reduce((sum, at) => sum + weigh(tokens[at] as Token, story), 0) - cost;
  return { clause, keep, worth, words: wordsOf({ clause, keep }, story) };
}

/** "said there would be ‘continual testing": a mark is opened and not closed. */
function opensMark(tokens: readonly Token[], phrases: ReadClause['phrases'], set: ReadonlySet<number>): boolean {
  let open = 0;
  for (const k of [...set].sort((a, b) => a - b))
    for (let i = phrases[k]!.from; i < phrases[k]!.to; i++) {
      const { text, start, end } = tokens[i]!;
      if (
        /^[‘“]/.test(text) ||
        (/^['"]/.test(text) &&
          !/^['’]\p{L}/u.test(text) &&
          tokens[i + 1]?.start === end &&
          tokens[i - 1]?.end !== start)
      )
        open++;
      else if (/^[’”'"]$/.test(text)) open = Math.max(0, open - 1);
    }
  return open > 0;
}
