import { oncePer } from '../../text/memory/once-per.ts';
import { rememberLast } from '../../text/memory/remember-last.ts';
import type { Name } from '../../text/names/names.ts';
import { markedSpans } from '../../text/quote-marks.ts';
import { OPENERS } from '../../text/words/abbreviations.ts';
import { PREPOSITIONS } from '../../text/words/function-words.ts';
import { withoutLegalForm } from '../../text/words/legal-forms.ts';
import { FIRST_NAMES, isParticle } from '../../text/words/name-words.ts';
import type { Span } from '../span.ts';
import type { Quotation } from '../speech/quotation.ts';
import { type Discourse, discourseOf, remember, type Told } from './discourse.ts';
import { bodyMeant } from './meant-body.ts';
import { personMeant } from './meant-person.ts';
import { isTag, speakerMeant } from './meant-speaker.ts';
import { firstAt } from './name-places.ts';
import { calledIn } from './people.ts';
import { isVerb, subjectStart } from './sentence-subject.ts';
import { isRole } from './speaking-role.ts';

/**
 * A subject pronoun outside quotation marks, at `start` to `end` of the text, and the name that may be written in its place
 * because it is certain who is meant: a surname ("Ode"), or the full name where the copy never calls her by it alone; the
 * name of a body without its article and legal form ("TUC"). Of a speaker without a name it is what she is ("spokeswoman"), and
 * `isRole` says so. `source` is where the copy writes the name in full.
 */
export type StandIn = Span & { readonly name: string; readonly source: Span; readonly isRole?: true };

/** The pronouns of a copy's text for which a name may stand, in order. Where the record names another speaker there is none. */
export function standInsOf(text: string, quotations: readonly Quotation[]): readonly StandIn[] {
  const known = kept.get(quotations);
  if (known?.text === text) return known.found;
  const found = read(text).filter(agreesWith(quotations));
  kept.set(quotations, { text, found });
  return found;
}

/** The writers and the checks ask for the same story, one after the other. */
const kept = new WeakMap<readonly Quotation[], { readonly text: string; readonly found: readonly StandIn[] }>();

function agreesWith(quotations: readonly Quotation[]): (standIn: StandIn) => boolean {
  const said = new Map(
    quotations.flatMap(({ speaker, name }) => (speaker && name ? [[speaker.start, name] as const] : [])),
  );
  return ({ start, name }) => said.get(start)?.endsWith(name) ?? true;
}

/** How far back a quotation mark without a partner is looked for, in characters. */
const LONGEST_QUOTATION = 1500;
/** No sentence of a story has more of these pronouns; bounds the work. */
const MOST_PRONOUNS = 6;
/** Of more mentions than a story has those in front tell how a name is written. */
const MOST_MENTIONS = 100;
const PRONOUN = /\b(?:he|she|it|they)\b/iu;

const read = rememberLast((text: string): readonly StandIn[] => {
  if (!PRONOUN.test(text)) return [];
  const discourse = discourseOf(text);
  return discourse.told.flatMap((told, k) =>
    pronounsIn(told, text).flatMap((at) => {
      const { start, end, norm } = told.sentence.tokens[at]!;
      const name = meantBy[norm]?.(discourse, k, at) ?? speakerMeant(discourse, k, at);
      remember(discourse, { start, pronoun: norm, name });
      const written = name && nameWritten(discourse, name);
      return written ? [{ start, end, ...written }] : [];
    }),
  );
});

/** Whom a pronoun means by what is told around it, besides who goes on to speak. */
const meantBy: Readonly<Record<string, typeof personMeant>> = { he: personMeant, she: personMeant, it: bodyMeant };

/** The pronouns that are the subject of their sentence, and those beside a verb of saying. */
function pronounsIn({ sentence, subject }: Told, text: string): number[] {
  const { tokens, quoted } = sentence;
  const found: number[] = [];
  const first = subjectStart(sentence);
  for (let at = 0; at < tokens.length && found.length < MOST_PRONOUNS; at++) {
    const { norm, start } = tokens[at]!;
    if (quoted[at] || !/^(?:he|she|it|they)$/u.test(norm) || isBehindStray(text, start)) continue;
    if (at === first && subject?.kind === 'pronoun' && goesOn(sentence.tokens, at)) found.push(at);
    else if (/^[,"”]|^''$/u.test(tokens[at - 1]?.text ?? '') && isTag(tokens, at)) found.push(at);
  }
  return found;
}

/** Whether the quotation mark before a place has no partner: what stands there may be inside the quotation that it opens. */
function isBehindStray(text: string, place: number): boolean {
  const from = Math.max(0, place - LONGEST_QUOTATION);
  const before = text.slice(from, place);
  const at = from + Math.max(before.lastIndexOf('"'), before.lastIndexOf('“'));
  if (at < from) return false;
  const marks = markedSpans(text);
  // A mark stands right before the words that it opens.
  const mark = marks[firstAt(marks, at + 2) - 1];
  return mark === undefined || at >= mark.outerEnd;
}

const goesOn = (tokens: Told['sentence']['tokens'], at: number): boolean =>
  isVerb(tokens[at + 1]) || tokens[at + 1]?.pos === 'ADV' || tokens[at + 1]?.pos === 'PART';

/** How the name is to be written, and where the copy has it in full; undefined where a short form may be somebody else's. */
function nameWritten({ text, names }: Discourse, name: Name): Written | undefined {
  if (isRole(name)) return { name: name.full, source: name.mentions[0]!, isRole: true };
  const called = name.kind === 'other' ? '' : calledIn(text, name.full);
  const { source, alone } = mentionsOf(name, text, called);
  if (source === undefined) return undefined;
  if (name.kind === 'other') return { name: withoutLegalForm(name.full), source };
  const parts = name.full.split(' ');
  const surname = parts.at(-1)!;
  if (!/^\p{Lu}[\p{L}'’-]*\p{Ll}$/u.test(surname) || /^(?:Jr|Sr)$/u.test(surname)) return undefined;
  // "Ann Ode of Port Sel" and what a run of capitals across a full stop makes of a name.
  if (parts.some((part) => PREPOSITIONS.has(part) || OPENERS.has(part.toLowerCase()))) return undefined;
  if ((bearersIn(names).get(surname) ?? 0) > 1) return undefined;
  const isKnown = FIRST_NAMES.has(parts[0]!.toLowerCase()) && !isParticle(parts.at(-2) ?? '');
  return { name: alone || isKnown ? called : name.full, source };
}

type Written = Omit<StandIn, keyof Span>;

/** How many names of the text a word may belong to, as a person's or as the last word of any. */
const bearersIn = oncePer((names: readonly Name[]): ReadonlyMap<string, number> => {
  const bearers = new Map<string, number>();
  for (const { full, kind } of names) {
    const words = kind === 'person' ? new Set(full.split(' ')) : full.split(' ').slice(-1);
    for (const word of words) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  }
  return bearers;
});

/** Where the name first stands in full, and whether what she is called by stands alone anywhere. */
const mentionsOf = (name: Name, text: string, called: string): { source: Span | undefined; alone: boolean } => {
  const written = name.mentions
    .slice(0, MOST_MENTIONS)
    .map((span) => ({ span, words: text.slice(span.start, span.end) }));
  return {
    source: written.find(({ words }) => words.replace(/\s+/gu, ' ') === name.full)?.span,
    alone: written.some(({ words }) => words.toLowerCase() === called.toLowerCase()),
  };
};
