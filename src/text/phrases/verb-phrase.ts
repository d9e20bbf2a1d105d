import type { Token } from '../tokens.ts';
import type { VerbForm } from './phrase.ts';

const BE = /^(?:is|are|was|were|be|been|being|am|'s|'re|'m)$/;
const LINKING = /^(?:be|seem|become|remain|appear|look|sound|prove|stay|grow|turn)$/;
/** Behind a verb these belong to it. */
const PARTICLE = /^(?:up|out|off|down|away|back|apart|together|ahead|forward|aside|along)$/;
const WITHIN = /^(?:not|n't|n’t|never|also|now|still|already|just|only|even|always|often|since|yet|soon|ever)$/;

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
  // "cars aged three": said of somebody, never done.
  if (/^(?:be|been|being|aged)$/.test(first.norm)) return null;
  return group(tokens, at, to, true);
}

/** "to sell", "to be sold", "not to sell" from a place on. */
export function infinitiveAt(tokens: readonly Token[], from: number, to: number): VerbAt | null {
  let at = from;
  if (tokens[at]?.norm === 'not') at++;
  if (tokens[at]?.norm !== 'to' || at + 1 >= to) return null;
  at++;
  while (at < to && isWithin(tokens, at)) at++;
  const verb = tokens[at];
  return verb && at < to && (verb.pos === 'VERB' || verb.pos === 'AUX') ? group(tokens, at, to, false) : null;
}

/** "selling the unit", "made in March", "being sold" from a place on. */
export function participleAt(tokens: readonly Token[], from: number, to: number): VerbAt | null {
  let at = from;
  while (at < to && isWithin(tokens, at)) at++;
  const verb = tokens[at];
  if (!verb || at >= to || !/^(?:VERB|AUX)$/.test(verb.pos)) return null;
  if (!/ing$/.test(verb.norm) && !(verb.pos === 'VERB' && isParticiple(verb))) return null;
  return group(tokens, at, to, false);
}

/** Words, and marks, that may stand inside a verb: "would “reconvene”". */
const isWithin = (tokens: readonly Token[], at: number): boolean =>
  /^["“]$/.test(tokens[at]!.text) || tokens[at]!.pos === 'ADV' || WITHIN.test(tokens[at]!.norm);

/** "sold", "driven": a past form that may be a participle. */
export const isParticiple = ({ norm }: Token): boolean =>
  /(?:ed|en|wn|lt|nt|ught|ound|old|rn|ung|eld|ade|aid|ead|set|cut|put|hit|shot|hurt|lost|kept|left|met|won|done|gone|begun)$/.test(
    norm,
  );

function group(tokens: readonly Token[], from: number, to: number, finite: boolean): VerbAt {
  let head = from;
  let at = from;
  let passive = false;
  let sawBe = BE.test(tokens[from]!.norm);
  let isAux = tokens[from]!.pos === 'AUX';
  at++;
  while (at < to) {
    const { pos, norm } = tokens[at]!;
    const next = skipAdverbs(tokens, at, to);
    const token = tokens[next];
    if (!token || next >= to || !isAux) break;
    if (
      token.pos === 'AUX' ||
      ((token.pos === 'VERB' || isPerfect(tokens, head, next)) && followsAuxiliary(tokens, head, token))
    ) {
      passive = sawBe && token.pos !== 'AUX' && !/ing$/.test(token.norm);
      sawBe = BE.test(token.norm);
      isAux = token.pos === 'AUX';
      head = next;
      at = next + 1;
      continue;
    }
    // "is to extend", "has to halt", "ought to go".
    if (token.norm === 'to' && /^(?:VERB|AUX)$/.test(tokens[next + 1]?.pos ?? '') && next === at) {
      sawBe = BE.test(tokens[next + 1]!.norm);
      isAux = tokens[next + 1]!.pos === 'AUX';
      head = next + 1;
      at = next + 2;
      continue;
    }
    if (/^(?:not|n't|n’t)$/.test(norm) || (pos === 'ADV' && token !== tokens[at])) at++;
    break;
  }
  while (at < to && /^(?:not|n't|n’t)$/.test(tokens[at]!.norm)) at++;
  // "took part", "takes place": a noun that belongs to its verb.
  if (at < to && tokens[head]!.lemma === 'take' && /^(?:part|place|effect|office)$/.test(tokens[at]!.norm)) at++;
  else if (at < to && PARTICLE.test(tokens[at]!.norm) && tokens[head]!.pos === 'VERB' && tokens[at + 1]?.norm !== 'of')
    at++;
  const lemma = tokens[head]!.lemma;
  return { to: at, head, verb: { lemma, finite, passive, links: !passive && LINKING.test(lemma) } };
}

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

/** Behind "was" comes a participle, behind "will" a plain form; "was sell" is none. */
const followsAuxiliary = (tokens: readonly Token[], auxiliary: number, { norm }: Token): boolean => {
  const before = tokens[auxiliary]!.norm;
  if (BE.test(before)) return /ing$/.test(norm) || isParticipleForm(norm);
  return true;
};
const isParticipleForm = (norm: string): boolean => isParticiple({ norm } as Token) || /(?:t|d|n|k|m|g)$/.test(norm);
