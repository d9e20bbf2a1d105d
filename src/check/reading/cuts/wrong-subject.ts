import { isPluralNoun } from '../../../text/phrases/noun-parts.ts';
import type { Token } from '../../../text/tokens.ts';
import type { Alignment } from '../align.ts';
import type { Cut, CutRule } from './cut.ts';

/** Who does it, and who it is told of: each rule answers where the words that stay name another. */
export const WRONG_SUBJECT: readonly CutRule[] = [manyAsOne, oneAsMany, halfOfTwo, measureAsSubject, actorGone, toldOf];

const MEASURE =
  /^(?:ounce|barrel|share|tonne|ton|pound|gallon|bushel|unit|head|litre|liter|acre|hour|day|week|month|year)$/;

/** They may be several in British copy: "the team have". */
const GROUP =
  /^(?:team|side|club|band|group|committee|council|party|government|firm|company|family|public|staff|crew|police|board|bank|majority|number|pair|couple|duo|trio|squad|jury|press|media|data|people|cabinet|union|army|opposition)$/;

/** "the reasons | behind the refusal | has been told": the verb of one is not that of many. */
function manyAsOne({ region: { tokens }, keptTokens }: Alignment, { before, after }: Cut): string | undefined {
  const [noun, verb] = [tokens[before], tokens[after]];
  if (!isPluralNoun(noun) || !/^(?:has|is|was)$/.test(verb?.norm ?? '')) return undefined;
  const isPlain = tokens
    .slice(startOfRun(keptTokens, before), before)
    .every(({ pos }) => /^(?:DET|ADJ|NOUN|PRON)$/.test(pos));
  return isPlain ? disagree(noun!, verb!) : undefined;
}

/** "strong support | for Lee and Ode | have turned": nor that of many the verb of one. */
function oneAsMany({ region: { tokens }, keptTokens }: Alignment, { before, after }: Cut): string | undefined {
  const [noun, verb] = [tokens[before], tokens[after]];
  if (!noun || !isOne(noun) || !/^(?:have|were)$/.test(verb?.norm ?? '') || GROUP.test(noun.norm)) return undefined;
  const isJoined = tokens
    .slice(startOfRun(keptTokens, before), before + 1)
    .some(({ norm }) => /^(?:and|of|or|nor)$/.test(norm));
  return isJoined ? undefined : disagree(noun, verb!);
}

const isOne = ({ pos, lemma, norm }: Token): boolean =>
  /^(?:NOUN|PROPN)$/.test(pos) && lemma === norm && !/s$/.test(norm);
const disagree = (noun: Token, verb: Token): string => `“${noun.text} ${verb.text}” is no English.`;

/** Where the kept words begin that stand side by side up to a place. */
function startOfRun(keptTokens: readonly boolean[], at: number): number {
  let start = at;
  while (start > 0 && keptTokens[start - 1]) start--;
  return start;
}

/** "Captain Lee Ode and | pilot Ann Venn were": two were. */
function halfOfTwo({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  if (before >= 0 || after < 0 || words.at(-1)!.norm !== 'and') return undefined;
  const verb = tokens.findIndex(({ pos }, i) => i > after && !/^(?:NOUN|PROPN|ADJ|DET)$/.test(pos));
  const noun = tokens[verb - 1]!;
  const isSeveral = verb > after && /^(?:were|are|have)$/.test(tokens[verb]!.norm);
  return isSeveral && noun.lemma === noun.norm ? disagree(noun, tokens[verb]!) : undefined;
}

/** "gold's rise to six crowns | an ounce shows": a measure does nothing. */
function measureAsSubject({ region: { tokens } }: Alignment, { before, after }: Cut): string | undefined {
  if (before >= 0 || after < 1) return undefined;
  const at = /^an?$/.test(tokens[after]!.norm) ? after : after - 1;
  const unit = tokens[at + 1];
  const isRate = /^an?$/.test(tokens[at]?.norm ?? '') && MEASURE.test(unit?.norm ?? '');
  return isRate && tokens.slice(Math.max(0, at - 3), at).some(({ pos }) => pos === 'NUM')
    ? `“${unit!.text}” is what the price before it is counted by.`
    : undefined;
}

/** "Pilots' union blasts/NOUN | Brandt for skipping debate": of a headline goes who acts, and what she does. */
function actorGone({ region: { tokens, part } }: Alignment, { before, last, after }: Cut): string | undefined {
  if (part !== 'headline' || before >= 0 || after !== last + 1) return undefined;
  const deed = tokens[last]!;
  return isPluralNoun(deed) && last > 0 && tokens[after]!.pos === 'PROPN'
    ? `“${deed.text}” has gone with who does it.`
    : undefined;
}

/** "said of the payments | the firm made": what is kept tells which payments they were. */
function toldOf({ region: { tokens, reported } }: Alignment, { first, last, after }: Cut): string | undefined {
  const cue = reported.find((stretch) => stretch.cue >= first && stretch.cue < last && stretch.from > stretch.cue)?.cue;
  if (cue === undefined || after !== last + 1 || !/^(?:of|about)$/.test(tokens[cue + 1]!.norm)) return undefined;
  return tokens.slice(cue + 1, after).some(({ text }) => /^[,“”"]$/.test(text))
    ? undefined
    : `“${tokens[cue]!.text} ${tokens[cue + 1]!.text}” tells of whom it is.`;
}
