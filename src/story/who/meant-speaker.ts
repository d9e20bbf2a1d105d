import type { Name } from '../../text/names/names.ts';
import { markedSpans } from '../../text/quote-marks.ts';
import type { Token } from '../../text/tokens.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import { areMany } from '../speech/what-they-are.ts';
import { type Discourse, nameOf, type Told } from './discourse.ts';
import { isBody } from './is-body.ts';
import { isThing, says } from './meant-body.ts';
import { firstAt, mayBePerson, type Place } from './name-places.ts';
import type { Actor } from './sentence-subject.ts';
import { isRole, roleOf } from './speaking-role.ts';
import { isUnnamedPerson } from './unnamed-person.ts';

/** How many sentences may stand between who speaks and who goes on to speak, besides those that are quoted whole. */
const MOST_BETWEEN = 2;
/** How many sentences back are looked at. */
const MOST_BACK = 8;

/** A pronoun with a verb of saying: token `at` of sentence `k`. */
type Pronoun = { readonly norm: string; readonly k: number; readonly at: number };

/**
 * Who goes on to speak: whom "he", "she", "it" or "they" with a verb of saying, at token `at` of sentence `k`, means because
 * nobody else whom it fits has spoken or acted since. Of whom is spoken in what is said does not matter. Undefined where there
 * is any doubt.
 */
export function speakerMeant(discourse: Discourse, k: number, at: number): Name | undefined {
  const { told } = discourse;
  const { tokens } = told[k]!.sentence;
  if (!says(tokens, at)) return undefined;
  const pronoun = { norm: tokens[at]!.norm, k, at };
  let between = 0;
  for (let j = k - 1; j >= 0 && k - j <= MOST_BACK && between <= MOST_BETWEEN; j--) {
    if (isQuotedWhole(told[j]!)) continue;
    if (told[j]!.speakers.length > 0) return speakerOf(discourse, j, pronoun);
    if (tellsOfAnother(discourse, j, pronoun)) return undefined;
    between++;
  }
  return undefined;
}

/** "…, it said." and "…, it added on Monday." */
export const isTag = (tokens: readonly Token[], at: number): boolean =>
  (reportingVerb(tokens[at + 1]?.norm ?? '') !== undefined ||
    /^(?:told|wrote|continued)$/u.test(tokens[at + 1]?.norm ?? '')) &&
  /^(?:[.,;:]|in|on|at)$/u.test(tokens[at + 2]?.norm ?? '.');

const isQuotedWhole = ({ sentence: { quoted, tokens } }: Told): boolean =>
  quoted.every((inside, i) => inside || tokens[i]!.pos === 'PUNCT');

/** The only one who speaks in the sentence, if the pronoun is hers and nobody else acts in it. */
function speakerOf(discourse: Discourse, k: number, pronoun: Pronoun): Name | undefined {
  const { subject, speakers, sentence } = discourse.told[k]!;
  // "Ode believes in the pier, Tarr said": the subject belongs to what is said.
  const acts = sentence.reported.some(({ to, cue }) => to < cue) ? undefined : subject;
  const [name, ...others] = new Set(speakers.map((actor) => whoIs(discourse, k, actor)));
  if (!name || others.length > 0 || (acts && isAnother(discourse, k, { actor: acts, name }))) return undefined;
  return fits(discourse, name, { pronoun, from: k }) ? name : undefined;
}

/** Who acts or speaks: by name, as whoever a pronoun was read, or by what she is. */
const whoIs = (discourse: Discourse, k: number, actor: Actor): Name | undefined =>
  nameOf(discourse, k, actor) ?? roleOf(discourse.told[k]!, actor);

/** Whether the subject of the sentence is somebody else of the same kind as who speaks in it. */
function isAnother(
  discourse: Discourse,
  k: number,
  { actor, name }: { readonly actor: Actor; readonly name: Name },
): boolean {
  if (actor.kind === 'other') return false;
  const own = nameOf(discourse, k, actor);
  return own !== name && !(own && isBody(discourse, own) === (name.kind === 'person'));
}

/** Whether a sentence in which nobody speaks tells of somebody whom the pronoun may mean. */
function tellsOfAnother(discourse: Discourse, k: number, { norm }: Pronoun): boolean {
  const { subject, sentence } = discourse.told[k]!;
  const { tokens, quoted, start, end } = sentence;
  if (norm === 'it' || norm === 'they') {
    const isOfThing =
      subject?.kind === 'other' && isThing(discourse.told[k]!, subject) && !areMany(tokens[subject.to]!.norm);
    return !isOfThing || tokens.some(({ text }, i) => i > 0 && /^\p{Lu}/u.test(text));
  }
  if (tokens.some((_, i) => !quoted[i] && isUnnamedPerson(tokens, i, norm, discourse.places))) return true;
  const named = discourse.places.slice(firstAt(discourse.places, start), firstAt(discourse.places, end));
  return named.some(({ name }) => name.kind === 'person' || mayBePerson(name));
}

/** Whether the pronoun is the speaker's, and nobody else whom it is known to fit is named near it. */
function fits(
  discourse: Discourse,
  name: Name,
  { pronoun: { norm, k, at }, from }: { readonly pronoun: Pronoun; readonly from: number },
): boolean {
  const { told, places, called } = discourse;
  const { tokens, start } = told[k]!.sentence;
  const place = tokens[at]!.start;
  const here = places
    .slice(firstAt(places, start), firstAt(places, place))
    .filter((each) => !isQuoted(discourse, each));
  // "Brandt will resign, he said": who is spoken of by name does not speak; "When Brandt resigned, he said": it may be either.
  if (here.some((each) => each.name === name)) return false;
  const behind = /^[,"”]|^''$/u.test(tokens[at - 1]?.text ?? '') && isTag(tokens, at);
  if (isRole(name)) return name.says.includes(norm) && (behind || here.length === 0);
  if (norm === 'they') return false;
  if (norm === 'it') return isBody(discourse, name) && !here.some((each) => isBody(discourse, each.name));
  if (name.kind !== 'person') return false;
  if (!behind && here.some((each) => !isBody(discourse, each.name))) return false;
  const known = (each: Name) => each.pronoun ?? called.get(each);
  if (known(name) !== undefined) return known(name) === norm;
  const near = places.slice(firstAt(places, told[from]!.sentence.start), firstAt(places, place));
  return !near.some((each) => each.name !== name && known(each.name) === norm);
}

function isQuoted({ text }: Discourse, { start }: Place): boolean {
  const marks = markedSpans(text);
  const mark = marks[firstAt(marks, start + 1) - 1];
  return mark !== undefined && start < mark.end;
}
