import type { Token } from '../tokens.ts';
import { wordSet } from '../words/word-set.ts';
import { isPlainFinite } from './hidden-verb.ts';
import { startsNoun } from './noun-parts.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import { isOpener, mayOpenClause } from './openers.ts';
import { hasVerb, lastTelling, type Phrase, type Place } from './phrase.ts';
import { isFromVerb } from './prepositions.ts';
import { timesAt } from './times.ts';
import { isParticiple, participleAt, type VerbAt, verbAt } from './verb-phrase.ts';

/** Behind these a past form is the verb of a clause without "that": "says trade fell". */
const TAKES_CLAUSE = wordSet(
  `say think believe know hope claim add show find report suggest mean feel hear fear expect see estimate insist admit argue warn`,
);

const SAYS_WHICH = /^(?:aimed|based|located|headquartered|situated)$/;

/** A finite verb, or a participle where a finite verb cannot stand or another one is to come; null where neither begins. */
export function verbOrParticipleAt(place: Place): Phrase | null {
  const { tokens, at, to, before } = place;
  const { norm, pos } = tokens[at]!;
  if (/ing$/.test(norm) && (pos === 'VERB' || norm === 'being') && !isFromVerb(norm)) {
    const doing = participleAt(tokens, at, to);
    return doing && lastTelling(before) ? { kind: 'participle', from: at, ...doing } : null;
  }
  const made = verbAt(tokens, at, to);
  if (!made || made.to <= at) return null;
  if (!mayBeParticiple(tokens, at, made)) return { kind: 'verb', from: at, ...made };
  if (describesNoun(place)) return null;
  const kind = isReduced(place, made.to) ? 'participle' : 'verb';
  return { kind, from: at, ...made, verb: { ...made.verb, passive: kind === 'participle' } };
}

/** A past form without an auxiliary: "reported", "also reported". */
const mayBeParticiple = (tokens: readonly Token[], at: number, { head }: VerbAt): boolean =>
  tokens.slice(at, head).every(({ pos }) => pos === 'ADV') &&
  tokens[head]!.pos === 'VERB' &&
  isParticiple(tokens[head]!);

/** "increased use": a participle before its noun, where no verb can stand, is a part of the noun phrase. */
function describesNoun({ tokens, at, to, before }: Place): boolean {
  const last = lastTelling(before);
  const mayOpen =
    !last ||
    last.kind === 'mark' ||
    (last.kind === 'joint' && !hasVerb(before)) ||
    (last.kind === 'preposition' && last.head === last.from);
  return mayOpen && nounPhraseAt(tokens, at, to) !== null;
}

/** "the pump | supplied by Brandt", "fraud | reported by consumers | was": behind a noun, with its own verb elsewhere. */
function isReduced(place: Place, end: number): boolean {
  const { tokens, at, to, before } = place;
  const last = lastTelling(before);
  if (!last) return false;
  // "by the time he | went up".
  if (last.to === at && /^(?:he|she|they|we|i)$/.test(tokens[at - 1]!.norm)) return false;
  if (last.kind === 'verb' || last.kind === 'infinitive') return true;
  // "talks | aimed at peace": behind a noun never done by it.
  if (last.to === at && SAYS_WHICH.test(tokens[at]!.norm) && tokens[at + 1]?.pos === 'ADP') return true;
  // "A spokesman, Ann Lee, | said": a second mark closes what the first opened.
  if (last.kind === 'mark' && !hasVerb(before)) return before.filter(({ kind }) => kind === 'mark').length % 2 === 1;
  // "launched | Monday | for Brandt" has none, "announced | Sunday | she would go" has.
  const hasObject = startsNoun(tokens, end < to ? timesAt(tokens, end, to) : end, to);
  // "those injured in the storm".
  if (last.to === at && /^(?:those|anyone|everyone)$/.test(tokens[last.to - 1]!.norm) && !hasObject) return true;
  const opened = before.findLastIndex(({ kind }) => kind === 'opener' || kind === 'joint');
  if (hasVerb(before.slice(opened + 1))) return !hasObject && !isOwnVerb(place, end);
  if (tokens[end]?.norm === 'by' && end < to) return true;
  return !hasObject && hasMainVerbBehind(tokens, end, to);
}

/** "says trade fell", "believe houses cost": a clause without "that" has its own verb. */
const isOwnVerb = ({ tokens, before }: Place, end: number): boolean =>
  TAKES_CLAUSE.has(before.findLast(({ kind }) => kind === 'verb')!.verb?.lemma ?? '') && tokens[end]?.norm !== 'by';

/** Another finite verb follows before anything that opens or ends a clause: that one is the main verb. */
function hasMainVerbBehind(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { pos, norm, text } = tokens[i]!;
    if (isOpener(norm) || pos === 'CCONJ' || /^[,;:]$/.test(text) || (pos === 'SCONJ' && norm !== 'than')) return false;
    if (mayOpenClause(norm) && !/^(?:as|than|like)$/.test(norm)) return false;
    if (pos === 'AUX' && !/^(?:be|been|being)$/.test(norm)) return true;
    if (isPlainFinite(tokens, i)) return true;
  }
  return false;
}
