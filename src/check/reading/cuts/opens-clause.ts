import type { Token } from '../../../text/tokens.ts';
import { reportingVerb } from '../../../text/words/reporting-verbs.ts';
import { isBreak, isNominal } from '../phrase.ts';
import type { Cut } from './cut.ts';

/**
 * "The union | fears the firm | will cut jobs", "Voters | decide whether the city | may borrow": what goes is a verb with the subject
 * of the next one, whatever the tagger takes it for.
 */
export function opensClause(tokens: readonly Token[], { first, last }: Cut): boolean {
  const verb = tokens[first]!;
  const next = tokens[first + 1];
  if (!next || first === last) return false;
  // "cut its rate and | raised its forecast", "noted the protest, | accusing the ministry": the subject is the same.
  const after = tokens[last + 1]?.norm ?? '';
  if (JOINS.test(tokens[last]!.norm) || (isBreak(tokens[last]) && /ing$/.test(after))) return false;
  const mayBeVerb = /^(?:NOUN|VERB)$/.test(verb.pos) && !/ing$/.test(verb.norm) && !GIVEN.test(verb.norm);
  // "wants ministers | to ban nets".
  if (verb.pos === 'VERB' && mayBeVerb && tokens[last + 1]?.norm === 'to' && isNominal(next)) return true;
  if (mayBeVerb && (next.pos === 'DET' || OPENS_QUESTION.test(next.norm))) return true;
  return reportingVerb(verb.norm)?.form === 'present' && /^(?:NOUN|PROPN|ADJ|NUM|PRON)$/.test(next.pos);
}

/** Whoever was "given the medal" has it; and what opens a clause behind a verb. */
const GIVEN = /^(?:given|awarded|offered|handed|shown|sent|granted|paid|denied|refused|allowed|dubbed|named|called)$/;
const OPENS_QUESTION = /^(?:whether|how|why|what|if|that|its|their|his|her|our)$/;

const JOINS = /^(?:and|but|or|yet|then|nor)$/;
