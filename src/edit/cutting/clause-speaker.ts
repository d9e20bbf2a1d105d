import type { Reported } from '../../story/reported.ts';
import type { Span } from '../../story/span.ts';
import { isLegalForm, withoutLegalForm } from '../../text/legal-forms.ts';
import { pastOf, presentOf } from '../../text/reporting-verbs.ts';
import type { Token } from '../../text/tokens.ts';
import type { SentenceView, StoryView } from '../story-view.ts';

/** Who says the words of a clause, for writing it before or behind them. */
export type Said = {
  readonly name: string;
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
  if (!cue.speaker) return null;
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
  if (person && sentence.part === 'text') return { name: last.text, verb, places: spoken };
  const known = story.quotations.find(
    ({ name, speaker }) => name && speaker && speaker.start < place.end && place.start < speaker.end,
  );
  if (known?.name)
    return { name: known.name.split(/\s+/u).at(-1)!, verb, places: [...spoken, ...placeOfName(known.name, story)] };
  const role = [...story.people.values()].find(({ full, withRole }) => withRole?.replace(full, '').trim() === text);
  if (role)
    return { name: role.full.split(/\s+/u).at(-1)!, verb, places: [...spoken, ...placeOfName(role.full, story)] };
  const words = mention.filter(({ text: word }) => !isLegalForm(word));
  if (mention.some(({ pos }) => pos === 'PRON') || words.length > 4 || words.length === 0) return null;
  // "Unions said": a capital from the start of the sentence, and many who speak.
  if (mention.length === 1 && last.pos === 'PROPN' && /s$/.test(last.norm) && story.copy.text.includes(` ${last.norm}`))
    return null;
  const name = last.pos === 'PROPN' && mention.length === 1 ? last.text : withoutLegalForm(text);
  const whole = story.copy[sentence.part].slice(place.start, place.end);
  return { name, mention: whole, verb, places: spoken };
}

/** Where the copy first writes the full name, so that the proof holds it when a pronoun or a role stands beside the words. */
export function placeOfName(name: string, { copy }: StoryView): Span[] {
  const start = copy.text.indexOf(name);
  return start < 0 ? [] : [{ start, end: start + name.length }];
}

export const isPlural = (noun: Token): boolean =>
  /^(?:police|people)$/.test(noun.norm) || (noun.pos === 'NOUN' && /s$/.test(noun.norm) && noun.lemma !== noun.norm);
