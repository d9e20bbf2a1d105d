import { OPENERS } from '../text/abbreviations.ts';
import { PREPOSITIONS } from '../text/function-words.ts';
import { withoutLegalForm } from '../text/legal-forms.ts';
import { FIRST_NAMES, PARTICLES } from '../text/name-words.ts';
import type { Name } from '../text/names.ts';
import { rememberLast } from '../text/remember-last.ts';
import { type Discourse, discourseOf, type Told } from './discourse.ts';
import { bodyMeant } from './meant-body.ts';
import { personMeant } from './meant-person.ts';
import type { Quotation } from './quotation.ts';
import { isVerb, subjectStart } from './sentence-subject.ts';
import type { Span } from './span.ts';

/**
 * A subject pronoun outside quotation marks, at `start` to `end` of the text, and the name that may be written in its place
 * because it is certain who is meant: a surname ("Ode"), or the full name where the copy never calls her by it alone; the
 * name of a body without its article and legal form ("TUC"). `source` is where the copy writes the name in full.
 */
export type StandIn = Span & { readonly name: string; readonly source: Span };

/** The pronouns of a copy's text for which a name may stand, in order. Where the record names another speaker there is none. */
export function standInsOf(text: string, quotations: readonly Quotation[]): readonly StandIn[] {
  const found = read(text);
  if (found.length === 0) return found;
  const said = new Map(quotations.flatMap(({ speaker, name }) => (speaker && name ? [[speaker.start, name] as const] : [])));
  return found.filter(({ start, name }) => said.get(start)?.endsWith(name) ?? true);
}

const PRONOUN = /\b(?:he|she|it)\b/iu;

const read = rememberLast((text: string): readonly StandIn[] => {
  if (!PRONOUN.test(text)) return [];
  const discourse = discourseOf(text);
  return discourse.told.flatMap((told, k) =>
    pronounsIn(told).flatMap((at) => {
      const { start, end, norm } = told.sentence.tokens[at]!;
      const name = norm === 'it' ? bodyMeant(discourse, k, at) : personMeant(discourse, k, at);
      discourse.meant.push({ start, pronoun: norm, name });
      const written = name && nameWritten(discourse, name);
      return written ? [{ start, end, ...written }] : [];
    }),
  );
});

/** The pronouns that are the subject of their sentence, and those beside a verb of saying. */
function pronounsIn({ sentence, subject }: Told): number[] {
  const { tokens, quoted } = sentence;
  const found: number[] = [];
  const first = subjectStart(sentence);
  for (let at = 0; at < tokens.length; at++) {
    if (quoted[at] || !/^(?:he|she|it)$/u.test(tokens[at]!.norm)) continue;
    if (at === first && subject?.kind === 'pronoun' && goesOn(sentence.tokens, at)) found.push(at);
    else if (/^[,"”]|^''$/u.test(tokens[at - 1]?.text ?? '') && isTag(tokens, at)) found.push(at);
  }
  return found;
}

const goesOn = (tokens: Told['sentence']['tokens'], at: number): boolean =>
  isVerb(tokens[at + 1]) || tokens[at + 1]?.pos === 'ADV' || tokens[at + 1]?.pos === 'PART';

/** "…, it said." and "…, it added on Monday." */
const isTag = (tokens: Told['sentence']['tokens'], at: number): boolean =>
  /^(?:said|says|added|adds|told|wrote|explained|insisted|continued)$/u.test(tokens[at + 1]?.norm ?? '') &&
  /^(?:[.,;:]|in|on|at)$/u.test(tokens[at + 2]?.norm ?? '.');

/** How the name is to be written, and where the copy has it in full; undefined where a short form may be somebody else's. */
function nameWritten({ text, names }: Discourse, name: Name): Omit<StandIn, keyof Span> | undefined {
  const source = name.mentions.find(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ') === name.full);
  if (source === undefined) return undefined;
  if (name.kind === 'other') return { name: withoutLegalForm(name.full), source };
  const parts = name.full.split(' ');
  const surname = parts.at(-1)!;
  if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(surname) || /^(?:Jr|Sr)$/u.test(surname)) return undefined;
  // "Ann Ode of Port Sel" and what a run of capitals across a full stop makes of a name.
  if (parts.some((part) => PREPOSITIONS.has(part) || OPENERS.has(part.toLowerCase()))) return undefined;
  if (names.some((other) => other !== name && other.full.split(' ').includes(surname))) return undefined;
  const alone = name.mentions.some(({ start, end }) => text.slice(start, end) === surname);
  const short = alone || (FIRST_NAMES.has(parts[0]!.toLowerCase()) && !PARTICLES.has(parts.at(-2)?.toLowerCase() ?? ''));
  return { name: short ? surname : name.full, source };
}
