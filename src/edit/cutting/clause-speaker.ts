import { copyNames } from '../../story/reading/copy-names.ts';
import type { Span } from '../../story/span.ts';
import type { Reported } from '../../story/speech/reported.ts';
import { areMany, whatTheyAre } from '../../story/speech/what-they-are.ts';
import { hasOneBearer, isHonorific } from '../../story/who/bearers.ts';
import { isBodyWord } from '../../story/who/is-body.ts';
import { calledIn } from '../../story/who/people.ts';
import { isPluralNoun } from '../../text/phrases/noun-parts.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES } from '../../text/words/function-words.ts';
import { isLegalForm, withoutLegalForm } from '../../text/words/legal-forms.ts';
import { isParticle } from '../../text/words/name-words.ts';
import { pastOf, presentOf } from '../../text/words/reporting-verbs.ts';
import type { SentenceView, StoryView } from '../story-view.ts';

/** Who says the words of a clause, for writing it before or behind them. */
export type Said = {
  readonly name: string;
  /** The noun alone that says what they are: "officials". */
  readonly brief?: string;
  readonly mention?: string;
  readonly verb: string;
  readonly places: readonly Span[];
};

/** The speaker's surname, or her description when it is short ("police"); null when only a pronoun stands there. */
export function saidBy(
  cue: Reported,
  sentence: SentenceView,
  story: StoryView,
  tense: 'present' | 'past',
): Said | null {
  if (!cue.speaker || isHalfName(sentence.tokens, cue.speaker)) return null;
  const mention = sentence.tokens.slice(cue.speaker[0], cue.speaker[1] + 1);
  const place = { start: mention[0]!.start, end: mention.at(-1)!.end };
  const { start, end } = sentence.tokens[cue.cue]!;
  const beside = Math.max(place.end, end) - Math.min(place.start, start) < place.end - place.start + 40;
  const together = { start: Math.min(place.start, start), end: Math.max(place.end, end) };
  const spoken = /\w/.test(sentence.tokens[cue.cue]!.text) ? (beside ? [together] : [place, { start, end }]) : [place];
  const base = cue.plain ? 'say' : cue.base;
  const text = story.copy[sentence.part].slice(place.start, place.end).replace(/^(?:the|a|an)\s+/i, '');
  const last = mention.at(-1)!;
  const verb = tense === 'past' ? pastOf(base) : isPlural(last) ? base : presentOf(base);
  const person = story.people.get(last.norm);
  if (person && sentence.part === 'text') return { name: surnameIn(mention, story), verb, places: spoken };
  const standIn = sentence.part === 'text' ? story.standIns.get(place.start) : undefined;
  if (standIn && mention.length === 1) {
    // "Spokeswoman says" is a headline's; a sentence would want the article.
    if (standIn.isRole && tense === 'past') return null;
    const own = standIn.isRole && areMany(standIn.name.toLowerCase()) ? base : verb;
    return { name: standIn.name, verb: own, places: [...spoken, standIn.source] };
  }
  const known = story.quotations.find(
    ({ name, speaker }) => name && speaker && speaker.start < place.end && place.start < speaker.end,
  );
  if (known?.name)
    return {
      name: calledIn(story.copy.text, known.name),
      verb,
      places: [...spoken, ...placeOfName(known.name, story)],
    };
  const role = [...story.people.values()].find(({ full, withRole }) => withRole?.replace(full, '').trim() === text);
  if (role)
    return { name: calledIn(story.copy.text, role.full), verb, places: [...spoken, ...placeOfName(role.full, story)] };
  const named = nameBehindRole(mention, story);
  if (named) return { name: named, verb, places: spoken };
  // "an aide to the secretary": who he is aide to may go.
  const of = mention.findIndex(({ pos, norm }, i) => i > 0 && pos === 'ADP' && norm !== 'of');
  if (of > 0 && !story.people.has(mention.at(-1)!.norm))
    return bareRole(mention.slice(0, of), { verb, places: spoken, story, sentence });
  const words = mention.filter(({ text: word, norm }) => !isLegalForm(word) && !ARTICLES.has(norm));
  // "its annual report", "a spokesman for the board": the noun alone, as headlines write it; a sentence would want its article.
  const noun = whatTheyAre(mention) ?? (cue.role && whatTheyAre(tokensIn(sentence, cue.role)));
  const brief = tense === 'present' && noun && !isOfSomebody(noun, mention) ? noun.text : undefined;
  const byBrief = brief
    ? { name: brief, brief, verb: areMany(noun!.norm) ? base : presentOf(base), places: spoken }
    : null;
  // "Both firms said": in a line by itself nobody knows of which two.
  const leans = /^(?:both|all)$/.test(mention[0]!.norm);
  if (leans || mention.some(({ pos }) => pos === 'PRON') || words.length === 0) return byBrief;
  // "senior officials of the Food Ministry": who they are has no room.
  if (words.length > 4) return byBrief;
  // "Unions said": a capital from the start of the sentence, and many who speak.
  if (mention.length === 1 && last.pos === 'PROPN' && /s$/.test(last.norm) && story.copy.text.includes(` ${last.norm}`))
    return null;
  const isOneWord = mention.length === 1 || isCalledByTitle(mention, story);
  const name = last.pos === 'PROPN' && isOneWord ? last.text : withoutLegalForm(text);
  if (last.pos === 'NOUN' && SPEECHLESS.test(last.norm)) return null;
  // "Opponents of the bill": whoever says it is many, and the word beside the verb is one.
  if (mention.some(({ norm }, i) => norm === 'of' && i > 0 && isPlural(mention[i - 1]!) !== isPlural(last)))
    return byBrief;
  // A name of small letters alone has no noun; a dash in it is the end of something else.
  if (!/\p{L}{2}/u.test(name) || /\s[-–—]\s?$|^[-–—]/u.test(name) || !/^(?:NOUN|PROPN|NUM)$/.test(last.pos))
    return byBrief;
  const whole = story.copy[sentence.part].slice(place.start, place.end);
  return { name, ...(brief && { brief }), mention: whole, verb, places: spoken };
}

/** "Mr Lee", where nobody else is called so. */
const isCalledByTitle = ([title, name, ...others]: readonly Token[], { copy }: StoryView): boolean =>
  title !== undefined &&
  name !== undefined &&
  others.length === 0 &&
  isHonorific(title.text) &&
  hasOneBearer(name.text, copy.text);

/** "The film's distributor | Calder", "The head of the trade council | Ann Lee": the name behind a role in more words than have room; null where none ends it. */
function nameBehindRole(mention: readonly Token[], { copy }: StoryView): string | null {
  let first = mention.length;
  while (first > 0 && mention[first - 1]!.pos === 'PROPN') first--;
  const role = mention.slice(0, first);
  const [opens, ends] = [mention[first], mention.at(-1)!];
  if (!opens || role.at(-1)?.pos !== 'NOUN' || role.filter(({ norm }) => !ARTICLES.has(norm)).length < 2) return null;
  const person = copyNames(copy.text).find(
    ({ kind, mentions }) =>
      kind === 'person' && mentions.some(({ start, end }) => start === opens.start && end === ends.end),
  );
  if (person) return calledIn(copy.text, person.full);
  return first === mention.length - 1 && !isLegalForm(ends.text) && !isBodyWord(ends.text) ? ends.text : null;
}

/** "a poll of Alder voters", "the firm's lawyers": without of whom, or whose, nobody knows what their word is worth. */
const isOfSomebody = ({ norm }: Token, mention: readonly Token[]): boolean =>
  (/^(?:poll|survey)$/.test(norm) && mention.some((token) => token.norm === 'of')) ||
  (/^(?:lawyers?|attorneys?|counsel)$/.test(norm) && mention.length > 1);

const tokensIn = ({ tokens }: SentenceView, [from, to]: readonly [number, number]): readonly Token[] =>
  tokens.slice(from, to + 1);

/** What is spoken of, and never speaks. */
const SPEECHLESS =
  /^(?:deal|part|news|point|problem|plan|thing|idea|fact|reason|question|answer|match|game|goal|day|week)s?$/;

/** "De Quell", and "Tarr Ode" where the copy says "Mrs Tarr Ode": what she is called by is more than her last word. */
function surnameIn(mention: readonly Token[], { copy }: StoryView): string {
  const [before, last] = mention.slice(-2);
  if (!last) return before!.text;
  const two = `${before!.text} ${last.text}`;
  return isParticle(before!.text) ||
    ['Mr', 'Mrs', 'Ms', 'Dr', 'Sir', 'Lady', 'Lord'].some((title) => copy.text.includes(`${title} ${two}`))
    ? two
    : last.text;
}

/** "Baltic Iron and | Steel", "the steel, | aerospace and energy concern", "Sarn Trade | and Harbour Minister Lee": nobody is called by a part of that. */
export function isHalfName(tokens: readonly Token[], [from, to]: readonly [number, number]): boolean {
  const [before, joint, behind] = [tokens[from - 2], tokens[from - 1], tokens[to + 2]];
  const isAnd = (token: Token | undefined) => /^(?:and|&)$/.test(token?.norm ?? '');
  if (isAnd(joint) && before?.pos === 'PROPN' && tokens[from]!.pos === 'PROPN') return true;
  if (isAnd(tokens[to + 1]) && tokens[to]!.pos === 'PROPN' && behind?.pos === 'PROPN') return true;
  // "De | Blasio said", "Advanced | Voice said", "Pay 'N | Pak said": a capital in front belongs to the name.
  const isCapital = joint !== undefined && /^\p{Lu}/u.test(joint.text) && /^(?:X|VERB|ADJ|PROPN)$/.test(joint.pos);
  if (tokens[from]!.pos === 'PROPN' && (isCapital || (joint?.text === "'" && before?.end === joint.start - 1)))
    return true;
  if (isCapital && joint.pos === 'X') return true;
  // "the Organisation | for Harbours and Ports".
  if (tokens[to]!.pos === 'PROPN' && tokens[to + 1]?.norm === 'for' && tokens[to + 2]?.pos === 'PROPN') return true;
  // "who was shot in Aurora, | Colorado, | said".
  if (joint?.text === ',' && before?.pos === 'PROPN' && /^(?:in|at|from|near|of)$/.test(tokens[from - 3]?.norm ?? ''))
    return true;
  const isListed = joint?.text === ',' && /^(?:NOUN|ADJ|PROPN)$/.test(before?.pos ?? '');
  return isListed && tokens[to]!.pos === 'NOUN' && tokens.slice(from, to).some(isAnd);
}

/** "An aide", "a spokesman": whoever it is, in one to three words. */
function bareRole(
  mention: readonly Token[],
  { verb, places, story, sentence }: Pick<Said, 'verb' | 'places'> & { story: StoryView; sentence: SentenceView },
): Said | null {
  const last = mention.at(-1)!;
  if (last.pos !== 'NOUN' || mention.length > 3) return null;
  const whole = story.copy[sentence.part].slice(mention[0]!.start, last.end);
  return {
    name: whole.replace(/^(?:the|a|an)\s+/i, ''),
    mention: whole,
    verb: isPlural(last) && verb === presentOf('say') ? 'say' : verb,
    places,
  };
}

/** Where the copy first writes the full name, so that the proof holds it when a pronoun or a role stands beside the words. */
export function placeOfName(name: string, { copy }: StoryView): Span[] {
  const start = copy.text.indexOf(name);
  return start < 0 ? [] : [{ start, end: start + name.length }];
}

export const isPlural = (noun: Token): boolean =>
  /^(?:police|people)$/.test(noun.norm) || areMany(noun.norm) || isPluralNoun(noun);
