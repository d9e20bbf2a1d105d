import type { Token } from '../tokens.ts';
import { isGlued, type VerbForm } from './phrase.ts';

const BE = /^(?:is|are|was|were|be|been|being|am|'s|'re|'m)$/;
const LINKING = /^(?:be|seem|become|remain|appear|look|sound|prove|stay|grow|turn)$/;
/** Behind a verb these belong to it. */
const PARTICLE = /^(?:up|out|off|down|away|back|apart|together|ahead|forward|aside|along)$/;
const WITHIN =
  /^(?:not|n't|n’t|never|also|now|still|already|just|only|even|always|often|since|yet|soon|ever|long|both)$/;

/** A verb with all that belongs to it ("will now be closed", "has not said", "is to extend", "closed down"). */
export type VerbAt = { readonly to: number; readonly head: number; readonly verb: VerbForm };

/** The finite verb group that begins at a place; null when none does. */
export function verbAt(tokens: readonly Token[], from: number, to: number): VerbAt | null {
  let at = from;
  while (at < to && isWithin(tokens, at)) at++;
  const first = tokens[at];
  if (!first || at >= to || (first.pos !== 'AUX' && first.pos !== 'VERB')) return null;
  if (first.pos === 'VERB' && /ing$/.test(first.norm)) return null;
  // "American | Express": a capital behind another is a name.
  if (first.pos === 'VERB' && at > 0 && /^\p{Lu}/u.test(first.text) && /^\p{Lu}/u.test(tokens[at - 1]!.text))
    return null;
  // "cars aged three": said of somebody, never done; "are | price/VERB hawks": a noun.
  if (
    /^(?:be|been|being|aged)$/.test(first.norm) ||
    (isPlain(first) && /^(?:is|are|was|were)$/.test(tokens[at - 1]?.norm ?? ''))
  )
    return null;
  return group(tokens, at, to, true);
}

/** "to sell", "to be sold", "not to sell" from a place on. */
export function infinitiveAt(tokens: readonly Token[], from: number, to: number): VerbAt | null {
  let at = from;
  if (tokens[at]?.norm === 'not') at++;
  if (tokens[at]?.norm !== 'to' || at + 1 >= to) return null;
  at++;
  if (isBacking(tokens, at)) return group(tokens, at, to, false);
  while (at < to && isWithin(tokens, at)) at++;
  const verb = tokens[at];
  // "to | general/VERB funds": no verb, whatever the tagger says.
  if (!verb || at >= to || verb.norm === 'general') return null;
  return verb.pos === 'VERB' || verb.pos === 'AUX' ? group(tokens, at, to, false) : null;
}

/** "to back/ADV a drive". */
const isBacking = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === 'back' &&
  (/^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(tokens[at + 1]?.pos ?? '') || tokens[at + 1]?.norm === 'up');

/** "selling the unit", "made in March", "being sold" from a place on. */
export function participleAt(tokens: readonly Token[], from: number, to: number): VerbAt | null {
  let at = from;
  while (at < to && isWithin(tokens, at)) at++;
  const verb = tokens[at];
  if (!verb || at >= to || !/^(?:VERB|AUX)$/.test(verb.pos)) return null;
  if (!/ing$/.test(verb.norm) && !(verb.pos === 'VERB' && isParticiple(verb))) return null;
  return group(tokens, at, to, false);
}

const isPlain = ({ pos, norm, lemma }: Token): boolean => pos === 'VERB' && norm === lemma && !isParticiple({ norm });

/** Words, and marks, that may stand inside a verb: "would “reconvene”". */
const isWithin = (tokens: readonly Token[], at: number): boolean =>
  /^["“]$/.test(tokens[at]!.text) ||
  tokens[at]!.pos === 'ADV' ||
  WITHIN.test(tokens[at]!.norm) ||
  // "will | no longer | be".
  [at, at - 1].some((no) => tokens[no]?.norm === 'no' && tokens[no + 1]?.norm === 'longer');

/** "sold", "driven": a past form that may be a participle. */
export const isParticiple = ({ norm }: Pick<Token, 'norm'>): boolean =>
  /(?:ed|en|wn|lt|nt|ught|ound|old|rn|ung|(?<!i)eld|ade|aid|ead|set|cut|put|hit|shot|hurt|lost|kept|left|met|won|done|gone|begun)$/.test(
    norm,
  );

/** The verb whose first word stands at `from`: its auxiliaries, the deed, a "not" and a particle behind it. */
function group(tokens: readonly Token[], from: number, to: number, finite: boolean): VerbAt {
  let head = from;
  let at = from + 1;
  let passive = false;
  while (at < to && tokens[head]!.pos === 'AUX') {
    const next = skipAdverbs(tokens, at, to);
    if (next >= to || describesWhatIsThere(tokens, from, next)) break;
    const token = tokens[next]!;
    const goesOn = token.pos === 'AUX' || (isDeed(tokens, head, next) && followsAuxiliary(tokens, head, token));
    // "is to extend", "has to halt", "ought to go".
    const toDeed = token.norm === 'to' && next === at && /^(?:VERB|AUX)$/.test(tokens[next + 1]?.pos ?? '');
    // "are about to merge".
    const isNear = token.norm === 'about' && tokens[next + 1]?.norm === 'to' && tokens[next + 2]?.pos === 'VERB';
    if (isNear && next + 2 < to) {
      head = next + 2;
      at = head + 1;
      break;
    }
    if (!goesOn && !toDeed) {
      if (NOT.test(tokens[at]!.norm) || (tokens[at]!.pos === 'ADV' && next !== at)) at++;
      break;
    }
    if (goesOn) passive = BE.test(tokens[head]!.norm) && token.pos !== 'AUX' && !/ing$/.test(token.norm);
    head = goesOn ? next : next + 1;
    at = head + 1;
  }
  while (at < to && NOT.test(tokens[at]!.norm)) at++;
  // "took part", "takes place": a noun that belongs to its verb.
  if (at < to && tokens[head]!.lemma === 'take' && /^(?:part|place|effect|office)$/.test(tokens[at]!.norm)) at++;
  // "edged back up".
  else for (let n = 0; n < 2 && at < to && isParticleOf(tokens, head, at); n++) at++;
  const lemma = tokens[head]!.norm === 'being' ? 'be' : tokens[head]!.lemma;
  return { to: at, head, verb: { lemma, finite, passive, links: !passive && LINKING.test(lemma) } };
}

const isParticleOf = (tokens: readonly Token[], head: number, at: number): boolean =>
  PARTICLE.test(tokens[at]!.norm) && tokens[head]!.pos === 'VERB' && !opensAmount(tokens, at);

/** "buy | up to 500 shares", "pulled | out of": the word belongs to what follows. */
const opensAmount = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.norm === 'of' ||
  (tokens[at]!.norm === 'up' && tokens[at + 1]?.norm === 'to' && tokens[at + 2]?.pos === 'NUM');

/** "there are | growing fears". */
const describesWhatIsThere = (tokens: readonly Token[], from: number, at: number): boolean =>
  tokens[from - 1]?.norm === 'there' && /ing$/.test(tokens[at]!.norm) && tokens[at + 1]?.pos === 'NOUN';

const NOT = /^(?:not|n't|n’t)$/;
/** Not "was | battle-hardened". */
const isDeed = (tokens: readonly Token[], auxiliary: number, at: number): boolean =>
  (tokens[at]!.pos === 'VERB' && !(tokens[at + 1]?.text === '-' && isGlued(tokens, at + 1))) ||
  isPerfect(tokens, auxiliary, at) ||
  isPlainDeed(tokens, auxiliary, at);

function skipAdverbs(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && isWithin(tokens, at)) at++;
  return at;
}

/** "have formalised/ADJ their purchase": a participle that the tagger takes for an adjective. */
const isPerfect = (tokens: readonly Token[], auxiliary: number, at: number): boolean =>
  /^(?:has|have|had)$/.test(tokens[auxiliary]!.norm) &&
  tokens[at]!.pos === 'ADJ' &&
  /(?:ed|en)$/.test(tokens[at]!.norm) &&
  /^(?:DET|PRON|ADP)$/.test(tokens[at + 1]?.pos ?? '');

/** "will open/ADJ a pier", "would face/NOUN a vote": behind a modal stands a verb, whatever the tagger says. */
const isPlainDeed = (tokens: readonly Token[], auxiliary: number, at: number): boolean =>
  /^(?:will|would|can|could|may|might|must|should|shall)$/.test(tokens[auxiliary]!.norm) &&
  /^(?:ADJ|NOUN)$/.test(tokens[at]!.pos) &&
  tokens[at]!.norm === tokens[at]!.lemma &&
  /^\p{Ll}+$/u.test(tokens[at]!.text) &&
  !/^(?:likely|unlikely|able|due|set|ready)$/.test(tokens[at]!.norm) &&
  /^(?:DET|PRON|ADP|NUM|ADJ|NOUN|PROPN|PART|ADV)$/.test(tokens[at + 1]?.pos ?? '');

/** Behind "was" comes a participle, behind "will" a plain form; "was sell" is none. */
const followsAuxiliary = (tokens: readonly Token[], auxiliary: number, { norm }: Token): boolean => {
  const before = tokens[auxiliary]!.norm;
  if (BE.test(before)) return /ing$/.test(norm) || isParticipleForm(norm);
  return true;
};
const isParticipleForm = (norm: string): boolean => isParticiple({ norm }) || /(?:t|d|n|k|m|g)$/.test(norm);
