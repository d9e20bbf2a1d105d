import { hasOneBearer, isHonorific } from '../../story/who/bearers.ts';
import { shortNamesOf } from '../../story/who/short-names.ts';
import { isGlued, type Phrase } from '../../text/phrases/phrase.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES } from '../../text/words/function-words.ts';
import { isLegalForm } from '../../text/words/legal-forms.ts';
import { FIRST_NAMES, isParticle, NOT_PEOPLE, ROLES } from '../../text/words/name-words.ts';
import { wordSet } from '../../text/words/word-set.ts';
import { isCountingArticle } from '../cutting/counting-article.ts';
import { isProtected } from '../cutting/removable.ts';
import type { StoryView } from '../story-view.ts';

/** They say how great or how new a thing is, not which one: nobody misses them. */
const SLIGHT = wordSet(
  `big large huge massive great major significant considerable substantial important strong sharp fresh recent current
  ongoing young popular famous beautiful special extra additional controversial dramatic extraordinary serious severe
  successful tough heavy steep rapid growing potential overall entire whole total general particular various numerous
  wonderful terrible lucrative ambitious so-called long-awaited latest brand-new giant tiny small little nice good key
  crucial vital modest robust bitter bold simple clear real true own very hugely highly loss-making troubled ailing
  embattled beleaguered struggling leading thorough comprehensive detailed lengthy prominent prestigious celebrated
  acclaimed renowned eponymous glamorous lavish bustling scenic picturesque remarkable notable shocking stunning
  impressive outstanding excellent brilliant superb fierce intense furious angry heated tense brisk buoyant solid
  healthy strategic marked noticeable visible horrific horrifying terrifying gruesome brutal savage tragic
  devastating catastrophic disastrous`,
);
/** How and when, where nobody asks. */
const PASSING = wordSet(
  'also now still already currently recently however meanwhile officially formally finally effectively actually really immediately today',
);

/** "plc" behind a firm's name, and nothing else behind it. */
export const isBareLegalForm = (tokens: readonly Token[], at: number): boolean =>
  isLegalForm(tokens[at]!.text) &&
  tokens[at - 1]?.pos === 'PROPN' &&
  !/^(?:NOUN|PROPN|PART)$/.test(tokens[at + 1]?.pos ?? '') &&
  tokens[at + 1]?.text !== '>';

/** "a $40bn (£21bn) deal". */
export function isInBrackets(tokens: readonly Token[], at: number, all: readonly number[]): boolean {
  const open = tokens.findLastIndex(({ text }, i) => i <= at && text === '(');
  const close = tokens.findIndex(({ text }, i) => i > open && text === ')');
  return open >= 0 && at <= close && all.includes(open) && all.includes(close);
}

/** "US Secretary of State Marco" before "Rubio": what stands before the surname of a person of the story. */
export function titleBefore(
  tokens: readonly Token[],
  at: number,
  { all, story }: { readonly all: readonly number[]; readonly story: StoryView },
): number[] {
  if (tokens[at]!.pos !== 'PROPN' || !story.people.has(tokens[at]!.norm)) return [];
  let name = at;
  while (isParticle(tokens[name - 1]?.text ?? '')) name--;
  return runBefore(tokens, name, all);
}

/** The title, place and article that stand before a name; none of a half of it. */
function runBefore(tokens: readonly Token[], at: number, all: readonly number[]): number[] {
  const found: number[] = [];
  for (let i = at - 1; i >= 0 && all.includes(i); i--) {
    const { pos, norm } = tokens[i]!;
    // "will face/NOUN | Calder": a verb.
    if (tokens[i - 1]?.pos === 'AUX') break;
    if (
      /^(?:PROPN|NOUN|ADJ)$/.test(pos) ||
      /^(?:the|a|an|['’]s|his|her|its|their|our)$/.test(norm) ||
      (norm === 'of' && found.length > 0) ||
      (pos === 'PUNCT' && isGlued(tokens, i))
    )
      found.push(i);
    else break;
  }
  // "a striker and broadcaster Lee": half a title would be lent to the name.
  // "pulled a | Ted Venn": as he would have.
  const first = found.at(-1) ?? at;
  if (/^an?$/.test(tokens[first]!.norm) && found.length > 0 && FIRST_NAMES.has(tokens[first + 1]?.norm ?? ''))
    return [];
  // "a signature Ted Venn | move": the name only describes, and loses no more than its forename.
  const describes = tokens[at + 1]?.pos === 'NOUN' && !isGlued(tokens, at + 1);
  if (describes && found.some((i) => tokens[i]!.pos !== 'PROPN')) return [];
  const before = tokens[first - 1];
  return before && (before.pos === 'CCONJ' || before.text === ',') ? [] : found;
}

/** "Texas Senator" before "Ted Venn", "President" before "Calder": the title of somebody whom nobody quotes; the name stays whole. */
export function titleBeforeName(tokens: readonly Token[], at: number, all: readonly number[]): number[] {
  const isTitle = (i: number): boolean => ROLES.has(tokens[i]?.norm.replace(/\.$/u, '') ?? '') && all.includes(i);
  const { pos, norm, text } = tokens[at]!;
  if (pos !== 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(text) || !isTitle(at - 1) || isTitle(at) || NOT_PEOPLE.has(norm))
    return [];
  if (/^(?:NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? '') && NOT_PEOPLE.has(tokens[at + 1]!.norm)) return [];
  const found = runBefore(tokens, at, all);
  return /^\p{Lu}/u.test(tokens[at - 1]!.text) ? found : [];
}

/** "Mr" before the surname of the only one in the copy who bears it: no headline has it. */
export function isPlainHonorific(tokens: readonly Token[], at: number, { copy }: StoryView): boolean {
  if (!isHonorific(tokens[at]!.text)) return false;
  const [name, next] = tokens.slice(tokens[at + 1]?.text === '.' ? at + 2 : at + 1);
  const isSurname = name && /^\p{Lu}\p{Ll}/u.test(name.text) && !/^(?:\p{Lu}|-$)/u.test(next?.text ?? '');
  return isSurname === true && hasOneBearer(name.text, copy.text);
}

/** "Norrland | Venntech": what stands beside the word by which the copy calls a firm for short. */
export function longNameAround(
  tokens: readonly Token[],
  at: number,
  { all, story }: { readonly all: readonly number[]; readonly story: StoryView },
): number[] {
  if (tokens[at]!.pos !== 'PROPN') return [];
  for (const [full, short] of shortNamesOf(story.copy.text)) {
    if (short !== tokens[at]!.text) continue;
    const words = full.split(' ');
    const first = at - words.indexOf(short);
    const places = words.map((_, i) => first + i);
    if (places.every((place, i) => tokens[place]?.text === words[i] && all.includes(place)))
      return places.filter((place) => place !== at);
  }
  return [];
}

/** An article that nobody misses: none that says how often or how many, and no part of a name ("The Game"). */
export const isPlainArticle = (tokens: readonly Token[], at: number): boolean =>
  ARTICLES.has(tokens[at]!.norm) &&
  !isCountingArticle(tokens, at) &&
  !isOfMany(tokens, at) &&
  !beginsName(tokens, at) &&
  // "not a single boat".
  !/^(?:not|n't|n’t)$/.test(tokens[at - 1]?.norm ?? '') &&
  // "at a | time".
  !/^(?:time|moment|while|very|same|other)$/.test(tokens[at + 1]?.norm ?? '') &&
  // "a dlr-a-share bid".
  !isGlued(tokens, at) &&
  !isGlued(tokens, at + 1);

/** "two of | the men". */
const isOfMany = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.norm === 'of' &&
  (tokens[at - 2]?.pos === 'NUM' ||
    /^(?:some|most|many|all|half|both|each|any|none)$/.test(tokens[at - 2]?.norm ?? ''));

/** "won | The Game". */
const beginsName = (tokens: readonly Token[], at: number): boolean =>
  at > 0 && tokens[at]!.norm !== 'a' && /^\p{Lu}/u.test(tokens[at]!.text);

/** "all | workers", not "to all". */
export const isPlainAll = (tokens: readonly Token[], at: number, all: readonly number[]): boolean =>
  tokens[at]!.norm === 'all' &&
  !/^(?:to|for|by|in|on|at)$/.test(tokens[at - 1]?.norm ?? '') &&
  /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '') &&
  all.includes(at + 1);

/** "fears | that | prices fall": nobody misses it behind a verb or a noun. */
export function isNeedlessThat(tokens: readonly Token[], at: number, all: readonly number[]): boolean {
  return (
    tokens[at]!.norm === 'that' &&
    tokens[at]!.pos === 'SCONJ' &&
    /^(?:VERB|NOUN)$/.test(tokens[at - 1]?.pos ?? '') &&
    /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(tokens[at + 1]?.pos ?? '') &&
    all.includes(at - 1)
  );
}

/** "also", "currently". */
export const isPassing = (token: Token): boolean =>
  token.pos === 'ADV' && !isProtected(token) && PASSING.has(token.norm);

/** "Northern firm" before "Calder Oil": who bears a name is known by it. */
export function roleBefore(tokens: readonly Token[], phrase: Phrase, all: readonly number[]): number[] {
  const { from } = phrase;
  const to = beforeBrackets(tokens, phrase);
  let name = to;
  while (name > from && (tokens[name - 1]!.pos === 'PROPN' || (name < to && isParticle(tokens[name - 1]!.text))))
    name--;
  const noun = tokens[name - 1];
  if (name === to || noun?.pos !== 'NOUN' || isGlued(tokens, name)) return [];
  // "45% of the people | Calder asked": many are no name's role.
  if (noun.norm !== noun.lemma || /^(?:people|men|women|children|police)$/.test(noun.norm)) return [];
  // "every moment | Calder speaks".
  if (/^(?:moment|time|day|week|month|year)$/.test(noun.norm)) return [];
  let start = name;
  while (
    start > from &&
    (/^(?:ADJ|NOUN|PROPN|DET)$/.test(tokens[start - 1]!.pos) || isOwner(tokens, start - 1)) &&
    tokens[start - 1]!.norm !== 'former'
  )
    start--;
  if (start > from && !/^(?:ADP)$/.test(tokens[start - 1]!.pos)) return [];
  // "a writer and producer Lee", "the head of state Lee": half a title would be lent to the name.
  const before = tokens[start - 1]?.norm ?? '';
  if (/^(?:and|or|,)$/.test(before) || (before === 'of' && ROLES.has(tokens[start - 2]?.norm ?? ''))) return [];
  return all.filter((at) => at >= start && at < name);
}

/** Where a phrase ends without the letters of its name behind it: "Norrland Ferries | (NF)". */
function beforeBrackets(tokens: readonly Token[], { from, to }: Phrase): number {
  if (tokens[to - 1]?.text !== ')') return to;
  const open = tokens.findLastIndex(({ text }, i) => i < to && text === '(');
  return open > from ? open : to;
}

/** "Calder's | head writer Ann Lee", "the world's | biggest carmaker Norrland". */
const isOwner = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.pos === 'PART' &&
  /^['’]s?$/.test(tokens[at]!.text) &&
  (tokens[at - 1]?.pos === 'PROPN' ||
    /^(?:world|country|nation|state|region|city|town|industry)$/.test(tokens[at - 1]?.norm ?? ''));

/** Adjectives that only describe a noun behind them. */
export function isSlight(tokens: readonly Token[], at: number, all: readonly number[]): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  return (
    token.pos === 'ADJ' &&
    SLIGHT.has(token.norm) &&
    !(/^(?:ADV|NUM)$/.test(tokens[at - 1]?.pos ?? '') && tokens[at - 1]?.norm !== 'further') &&
    !/^(?:more|most|less|least|very|so|too|as)$/.test(tokens[at - 1]?.norm ?? '') &&
    !inTitle(tokens, at) &&
    // "large firms over small ones".
    !tokens.some(({ norm }) => norm === 'ones') &&
    next !== undefined &&
    all.includes(at + 1) &&
    /^(?:NOUN|ADJ)$/.test(next.pos) &&
    // "in recent | years", "the current | account".
    !/^(?:years?|months?|weeks?|days?|times?|decades?|accounts?|affairs|ranges?|levels?|estate)$/.test(next.norm) &&
    !isProtected(token) &&
    !/^\p{Lu}/u.test(token.text) &&
    !isGlued(tokens, at) &&
    !isGlued(tokens, at + 1)
  );
}

/** "chief executive William Morrow": words before a name are one title. */
function inTitle(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (/^(?:ADJ|NOUN)$/.test(tokens[next]?.pos ?? '')) next++;
  return tokens[next]?.pos === 'PROPN' || /^(?:chief|prime|vice|general|foreign|attorney)$/.test(tokens[at]!.norm);
}
