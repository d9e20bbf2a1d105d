import type { Alignment } from '../align.ts';
import type { Cut } from './cut.ts';

const MEASURE =
  /^(?:ounce|barrel|share|tonne|ton|pound|gallon|bushel|unit|head|litre|liter|acre|hour|day|week|month|year)$/;

/** "the reasons | behind the refusal | has been told": the verb of one is not that of many. */
export function otherNumber({ region: { tokens }, keptTokens }: Alignment, { before, after }: Cut): string | undefined {
  const [noun, verb] = [tokens[before], tokens[after]];
  if (noun?.pos !== 'NOUN' || noun.lemma === noun.norm || !/s$/.test(noun.norm)) return undefined;
  if (!/^(?:has|is|was)$/.test(verb?.norm ?? '')) return undefined;
  let start = before;
  while (start > 0 && keptTokens[start - 1]) start--;
  const isPlain = tokens.slice(start, before).every(({ pos }) => /^(?:DET|ADJ|NOUN|PRON)$/.test(pos));
  return isPlain ? `“${noun.text} ${verb!.text}” is no English.` : undefined;
}

/** "gold's rise to six crowns | an ounce shows": a measure does nothing. */
export function measureAsSubject({ region: { tokens } }: Alignment, { before, after }: Cut): string | undefined {
  if (before >= 0 || after < 1) return undefined;
  const at = /^an?$/.test(tokens[after]!.norm) ? after : after - 1;
  const unit = tokens[at + 1];
  const isRate = /^an?$/.test(tokens[at]?.norm ?? '') && MEASURE.test(unit?.norm ?? '');
  return isRate && tokens.slice(Math.max(0, at - 3), at).some(({ pos }) => pos === 'NUM')
    ? `“${unit!.text}” is what the price before it is counted by.`
    : undefined;
}

/** "Pilots' union blasts/NOUN | Brandt for skipping debate": of a headline goes who acts, and what she does. */
export function actorGone({ region: { tokens, part } }: Alignment, { before, last, after }: Cut): string | undefined {
  if (part !== 'headline' || before >= 0 || after !== last + 1) return undefined;
  const deed = tokens[last]!;
  const mayBeVerb = deed.pos === 'NOUN' && deed.lemma !== deed.norm && /s$/.test(deed.norm);
  return mayBeVerb && last > 0 && tokens[after]!.pos === 'PROPN'
    ? `“${deed.text}” has gone with who does it.`
    : undefined;
}

/** "said of the payments | the firm made": what is kept tells which payments they were. */
export function toldOf({ region: { tokens, reported } }: Alignment, { first, last, after }: Cut): string | undefined {
  const cue = reported.find((stretch) => stretch.cue >= first && stretch.cue < last && stretch.from > stretch.cue)?.cue;
  if (cue === undefined || after !== last + 1 || !/^(?:of|about)$/.test(tokens[cue + 1]!.norm)) return undefined;
  return tokens.slice(cue + 1, after).some(({ text }) => /^[,“”"]$/.test(text))
    ? undefined
    : `“${tokens[cue]!.text} ${tokens[cue + 1]!.text}” tells of whom it is.`;
}
