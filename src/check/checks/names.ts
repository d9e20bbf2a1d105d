import type { Finding } from '../../story/furniture.ts';
import { shortNamesOf } from '../../story/who/short-names.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES } from '../../text/words/function-words.ts';
import { isLegalForm } from '../../text/words/legal-forms.ts';
import { isParticle, ROLES as PEOPLES_ROLES } from '../../text/words/name-words.ts';
import type { Checked } from '../check-type.ts';
import { placeOf } from '../reading/place.ts';

/** Every name is kept whole or left out whole; only a person whose surname is hers alone may lose role and forenames. */
export function checkNames({ alignment, story }: Checked): Finding[] {
  if (!alignment) return [];
  const { tokens } = alignment.region;
  const kept = alignment.keptTokens;
  return namesIn(tokens).flatMap(({ first, last }) => {
    // Articles come and go unseen ("The Aviator"); they count as kept.
    const here = kept.slice(first, last + 1).map((stays, i) => stays || ARTICLES.has(tokens[first + i]!.norm));
    // "Hughes Tool | Co": a firm is itself without its legal form.
    for (let at = last; at > first && !kept[at] && isLegalForm(tokens[at]!.text); at--) here[at - first] = true;
    if (here.every(Boolean) || !kept.slice(first, last + 1).some(Boolean)) return [];
    const whole = tokens
      .slice(first, last + 1)
      .map((token) => token.text)
      .join(' ');
    const surname = lastOfName(tokens, first, last);
    const front = first + here.indexOf(true);
    // "New Jersey | Gov. Chris Christie": a place before the title.
    if (here.indexOf(true) > 0 && here.slice(here.indexOf(true)).every(Boolean) && ROLES.test(tokens[front]!.text))
      return [];
    const stays = tokens.slice(first, last + 1).filter((_, i) => here[i] && !isLegalForm(tokens[first + i]!.text));
    if (stays.length === 1 && shortNamesOf(story.copy.text).get(whole) === stays[0]!.text) return [];
    // Not "Barend du | Plessis".
    const onlyFront = here.lastIndexOf(false) < here.indexOf(true) && !isParticle(tokens[front - 1]?.text ?? '');
    if (onlyFront && kept[surname] && mayStandAlone(tokens, first, here.indexOf(true) + first, surname, story.people))
      return [];
    return [
      { check: 'names', message: `Only a part of “${whole}” is kept.`, copy: placeOf(alignment.region, first, last) },
    ];
  });
}

/** Runs of capitalised words. The first word of the sentence counts when the tagger calls it a name. */
export const namesIn = oncePer((tokens: readonly Token[]): readonly { first: number; last: number }[] => {
  const found: { first: number; last: number }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isNamePart(tokens, i)) continue;
    const first = i;
    while (i + 1 < tokens.length && (isNamePart(tokens, i + 1) || joins(tokens, i + 1))) i++;
    if (i > first) found.push({ first, last: i });
  }
  return found;
});

const isNamePart = (tokens: readonly Token[], i: number): boolean =>
  /^\p{Lu}/u.test(tokens[i]!.text) &&
  // "Controversial TV host": an adjective has its capital from the sentence.
  !(i === 0 && /^(?:ADJ|INTJ)$/.test(tokens[i]!.pos) && /^\p{Lu}+$/u.test(tokens[1]?.text ?? '')) &&
  (i > 0 && !/^["“'‘(:]$/.test(tokens[i - 1]!.text) ? true : tokens[i]!.pos === 'PROPN');
const joins = (tokens: readonly Token[], i: number): boolean =>
  tokens[i] !== undefined &&
  isParticle(tokens[i]!.text) &&
  !/^\p{Lu}/u.test(tokens[i]!.text) &&
  (joins(tokens, i + 1) || /^\p{Lu}/u.test(tokens[i + 1]?.text ?? ''));

function lastOfName(tokens: readonly Token[], first: number, last: number): number {
  return /^(?:Jr|Sr|II|III)\.?$/.test(tokens[last]!.text) && last > first ? last - 1 : last;
}

const ROLES =
  /^(?:president|minister|secretary|senator|chancellor|chairman|chairwoman|chief|executive|director|governor|mayor|judge|justice|king|queen|prince|princess|pope|general|captain|coach|manager|officer|leader|mr|mrs|ms|dr|sir|dame|lord|lady|sen|rep|gov|professor|spokesman|spokeswoman|spokesperson|analyst|commissioner|ambassador|premier|head|defender|striker|midfielder|goalkeeper|skipper|champion|actor|actress|director|singer|star|winger|linebacker|quarterback|batsman|bowler|pitcher|forward|guard|rapper|comedian|broadcaster|presenter|journalist|lawyer|attorney|lawmaker|councillor|politician|businessman|businesswoman|billionaire|entrepreneur|author|writer|producer|scientist|researcher|economist|televangelist|megastar|superstar|supermodel|golfer|boxer|cyclist|sprinter|swimmer|driver|rider|treasurer)\.?$/i;

/** A surname (or full name) may stand alone: a person that the copy quotes, or one with a role word directly in front. */
function mayStandAlone(
  tokens: readonly Token[],
  first: number,
  from: number,
  surname: number,
  people: ReadonlyMap<string, { full: string }>,
): boolean {
  const person = people.get(tokens[surname]!.norm);
  const dropped = tokens.slice(first, from);
  if (person) {
    const forenames = person.full.toLowerCase().split(/\s+/u);
    return dropped.every(
      (token, i) => forenames.includes(token.norm) || !forenames.includes(dropped[i - 1]?.norm ?? ''),
    );
  }
  return (
    ROLES.test(dropped.at(-1)?.text ?? '') ||
    PEOPLES_ROLES.has(dropped.at(-1)?.norm ?? '') ||
    dropped.every((token) => /^(?:US|UK|British|American)$/.test(token.text))
  );
}
