import type { Alignment } from '../align.ts';
import type { Cut, CutRule } from './cut.ts';

/** Who does it, and who it is told of: each rule answers where the words that stay name another. */
export const WRONG_SUBJECT: readonly CutRule[] = [otherNumber, halfOfTwo, measureAsSubject, actorGone, toldOf];

const MEASURE =
  /^(?:ounce|barrel|share|tonne|ton|pound|gallon|bushel|unit|head|litre|liter|acre|hour|day|week|month|year)$/;

/** They may be several in British copy: "the team have". */
const GROUP =
  /^(?:team|side|club|band|group|committee|council|party|government|firm|company|family|public|staff|crew|police|board|bank|majority|number|pair|couple|duo|trio|squad|jury|press|media|data|people|cabinet|union|army|opposition)$/;

/** "the reasons | behind the refusal | has been told": the verb of one is not that of many. */
function otherNumber({ region: { tokens }, keptTokens }: Alignment, { before, after }: Cut): string | undefined {
  const [noun, verb] = [tokens[before], tokens[after]];
  let start = before;
  while (start > 0 && keptTokens[start - 1]) start--;
  // "strong support for Lee and Ode | have turned", "Lee Ode and | Ann Venn were": of one it is "has" and "was".
  const isOne = /^(?:NOUN|PROPN)$/.test(noun?.pos ?? '') && noun!.lemma === noun!.norm && !/s$/.test(noun!.norm);
  const joined = tokens.slice(start, before + 1).some(({ norm }) => /^(?:and|of|or|nor)$/.test(norm));
  if (isOne && !joined && /^(?:have|were)$/.test(verb?.norm ?? '') && !GROUP.test(noun!.norm))
    return `“${noun!.text} ${verb!.text}” is no English.`;
  if (noun?.pos !== 'NOUN' || noun.lemma === noun.norm || !/s$/.test(noun.norm)) return undefined;
  if (!/^(?:has|is|was)$/.test(verb?.norm ?? '')) return undefined;
  const isPlain = tokens.slice(start, before).every(({ pos }) => /^(?:DET|ADJ|NOUN|PRON)$/.test(pos));
  return isPlain ? `“${noun.text} ${verb!.text}” is no English.` : undefined;
}

/** "Captain Lee Ode and | pilot Ann Venn were": two were. */
function halfOfTwo({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  if (before >= 0 || after < 0 || words.at(-1)!.norm !== 'and') return undefined;
  const verb = tokens.findIndex(({ pos }, i) => i > after && !/^(?:NOUN|PROPN|ADJ|DET)$/.test(pos));
  const noun = tokens[verb - 1];
  return verb > after && /^(?:were|are|have)$/.test(tokens[verb]!.norm) && noun!.lemma === noun!.norm
    ? `“${noun!.text} ${tokens[verb]!.text}” is no English.`
    : undefined;
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
  const mayBeVerb = deed.pos === 'NOUN' && deed.lemma !== deed.norm && /s$/.test(deed.norm);
  return mayBeVerb && last > 0 && tokens[after]!.pos === 'PROPN'
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
