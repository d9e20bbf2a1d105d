import type { Finding } from '../../story/furniture.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES, CONDITIONS, NEGATIONS, SUPERLATIVES } from '../../text/words/function-words.ts';
import type { Checked, ElementKind } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import type { Cut } from '../reading/cuts/cut.ts';
import {
  hasVerb,
  isBounded,
  isBreak,
  isDenied,
  isFiniteVerb,
  isNominal,
  isPreposition,
  isSpan,
  isTime,
  MEASURED,
  RELATIVE,
  wordsOf,
} from '../reading/phrase.ts';
import { placeOf } from '../reading/place.ts';

/** Each cut leaves every statement with what limits it: of whom it holds, among which, and under which condition. */
export function checkScope({ alignment, cuts, kind }: Checked): Finding[] {
  if (!alignment) return [];
  return cuts.flatMap((cut) => {
    const message =
      widenedScope(alignment, cut) ??
      lostFrame(alignment, cut, kind) ??
      lostSpan(alignment, cut, kind) ??
      lostPart(alignment, cut) ??
      lostWhich(alignment, cut) ??
      lostRecord(alignment, cut) ??
      widenedBan(alignment, cut);
    if (message === undefined) return [];
    return [{ check: 'scope', message, copy: placeOf(alignment.region, cut.first, cut.last) }];
  });
}

/** "did not resign because …", "all workers who …", "People who smoke die": what limits a statement stays with it. */
function widenedScope(alignment: Alignment, cut: Cut): string | undefined {
  const { tokens } = alignment.region;
  const before = tokens[cut.before];
  const first = tokens[cut.first]!;
  if (!before || isBreak(first)) return undefined;
  // "the only field | still being considered".
  const word = cut.words[0]!.norm === 'still' ? (cut.words[1] ?? cut.words[0]) : cut.words[0];
  const limits =
    isPreposition(word) ||
    RELATIVE.test(word!.norm) ||
    word!.pos === 'VERB' ||
    word!.norm === 'to' ||
    isTime(cut.words);
  if (!limits) return undefined;
  if (DRAWS_BOUNDS.test(word!.norm)) return `“${wordsOf(cut)}” says of whom this holds.`;
  if (underCondition(alignment, cut.before)) return `“${wordsOf(cut)}” is a part of the condition.`;
  if (isDenied(alignment, cut.before)) {
    if (deniesAWord(alignment, cut.before) || /^(?:despite|although|though)$/.test(word!.norm)) return undefined;
    // "is without merit | because …": only a "not" may deny the reason.
    if (word!.norm === 'because' && deniesByWithout(alignment, cut.before)) return undefined;
    return `Without “${wordsOf(cut)}” more is denied.`;
  }
  const loose =
    LEAVES_ALONE.test(word!.norm) ||
    isTime(cut.words.slice(0, 2)) ||
    isOwn(alignment, cut.before) ||
    hasItsFrame(alignment, cut);
  if (!loose && isBounded(alignment, cut.before)) return `“${wordsOf(cut)}” says of how many this holds.`;
  return speaksOfAll(alignment, cut) ? `Without “${wordsOf(cut)}” it is said of all “${before.text}”.` : undefined;
}

/** "the first round" is a part of something, not the first of its kind. */
const STAGES = /^(?:round|half|quarter|time|day|week|month|year|leg|phase|stage|game|match|set|period|innings?)$/;
const COUNTS = /^(?:several|some|many|few|various|certain|other|more|most|both|numerous|these|those)$/;
const DRAWS_BOUNDS = /^(?:among|amongst|except|excluding|besides|barring|outside)$/;

/** "Unless a deal is signed | by Friday, …": what a condition rests on stays whole. */
function underCondition({ region: { tokens }, keptTokens }: Alignment, at: number): boolean {
  for (let i = at; i >= 0 && tokens[i]!.text !== ','; i--)
    if (keptTokens[i] && CONDITIONS.has(tokens[i]!.norm) && tokens[i]!.norm !== 'subject' && !isSupply(tokens, i))
      return true;
  return false;
}

/** "has provided for the cost": no condition. */
const isSupply = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.norm === 'provided' && tokens[at]!.pos === 'VERB' && tokens[at + 1]?.norm === 'for';

/** When and why something happened is said of the whole, not of the noun before it. */
const LEAVES_ALONE = /^(?:during|after|before|following|despite|because|as|when|while|amid|since|although|though)$/;

/** "not guilty": the denial ends with its word. */
function deniesAWord({ region: { tokens }, keptTokens }: Alignment, at: number): boolean {
  const denial = tokens.findLastIndex(({ norm }, i) => i <= at && keptTokens[i] === true && NEGATIONS.has(norm));
  return tokens[denial]?.norm === 'not' && tokens[denial + 1]?.pos === 'ADJ';
}

const deniesByWithout = ({ region: { tokens }, keptTokens }: Alignment, at: number): boolean =>
  tokens.findLast(({ norm }, i) => i <= at && keptTokens[i] === true && NEGATIONS.has(norm))?.norm === 'without';

/** "third in the league | with 65 points": among whom is told before. */
function hasItsFrame({ region: { tokens }, keptTokens }: Alignment, { before, words }: Cut): boolean {
  const most = tokens.findLastIndex(({ norm }, i) => i <= before && SUPERLATIVES.has(norm));
  return (
    words[0]!.norm === 'with' &&
    most >= 0 &&
    keptTokens[most] === true &&
    /^(?:in|of|among|on)$/.test(tokens[most + 1]?.norm ?? '') &&
    keptTokens.slice(most + 1, before + 1).some(Boolean)
  );
}

/** "its first tea bar | in what …": first of its own, whatever follows. */
function isOwn({ region: { tokens }, keptTokens }: Alignment, at: number): boolean {
  const most = tokens.findLastIndex(({ norm }, i) => i <= at && SUPERLATIVES.has(norm));
  if (tokens[most]?.norm === 'record' && !isNominal(tokens[most + 1])) return true;
  if (STAGES.test(tokens[most + 1]?.norm ?? '')) return true;
  // "its | only railway | to the sea": it may have others that lead elsewhere.
  if (tokens[most]?.norm === 'only' || keptTokens[most - 1] === false) return false;
  return most > 0 && /^(?:its|his|her|their|my|our|your|'s|’s)$/.test(tokens[most - 1]!.norm);
}

/** A bare plural as the subject of a present verb is said of all of its kind. */
function speaksOfAll({ region: { tokens }, keptTokens }: Alignment, cut: Cut): boolean {
  const subject = tokens[cut.before]!;
  const verb = tokens[cut.after];
  const [opener] = cut.words;
  const people = /^(?:people|children|men|women)$/.test(subject.norm);
  const measured = MEASURED.test(subject.norm);
  // A sentence's first word is often taken for a name.
  const isNoun = subject.pos === 'NOUN' || (cut.before === 0 && subject.pos === 'PROPN' && verb?.norm !== 'will');
  const plural = isNoun && /s$/.test(subject.norm) && subject.norm !== 'news';
  if (!people && !measured && !plural) return false;
  if (!verb || !isFiniteVerb(verb)) return false;
  // "traders | in Norrland | received 34,750 tonnes": those of one place, or for one crop.
  const figure = tokens.slice(cut.after).some(({ pos }, i) => pos === 'NUM' && keptTokens[cut.after + i] === true);
  if (
    plural &&
    figure &&
    isBareNoun(tokens, cut.before) &&
    /^(?:in|for|of)$/.test(opener!.norm) &&
    !cut.words.some(isSpan) &&
    !isTime(cut.words.slice(1))
  )
    return true;
  if (measured) return /^(?:in|of|by|for|on|from|to|at|with)$/.test(cut.words[0]!.norm);
  if (!/^(?:are|have|do|can|may|must|should|will)$/.test(verb.norm) && verb.lemma !== verb.norm) return false;
  return isBareNoun(tokens, cut.before);
}

/** A noun with what describes it, which no article, number or owner stands before. */
function isBareNoun(tokens: readonly Token[], noun: number): boolean {
  let at = noun - 1;
  while (at >= 0 && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[at]!.pos) && !COUNTS.test(tokens[at]!.norm)) at--;
  return at < 0 || isBreak(tokens[at]);
}

/**
 * "In 2003, | sales totalled", "In eight of the countries, | the sample was": figures hold within their frame alone, and so does what is
 * told of anyone ("Under the scheme, | workers pay"). Nothing holds beyond "Among those who hold shares, …", "On that issue, …".
 */
function lostFrame({ region: { tokens }, keptTokens }: Alignment, cut: Cut, kind: ElementKind): string | undefined {
  const last = tokens.findLastIndex(({ norm }, i) => i <= cut.last && !ARTICLES.has(norm));
  if (cut.before >= 0 || cut.after < 0 || !isBreak(tokens[last])) return undefined;
  const [opener, ...rest] = cut.words;
  const ofThese = /^(?:that|this|these|those)$/.test(rest[0]?.norm ?? '') && !isTime(cut.words);
  const bounds =
    /^(?:among|even|between|aside|apart)$/.test(opener!.norm) || (opener!.norm === 'on' && ofThese && rest.length < 4);
  // "So far this year, | demand fell 2%", "In a May poll, | she led 56% to 32%".
  const isOtherTime =
    (FRAMES.test(opener!.norm) && rest.some(({ norm }) => OTHER_FIGURES.test(norm))) ||
    (opener!.norm === 'so' && rest[0]?.norm === 'far');
  // "Following completion, | Calder will hold 43%", "In 1984, | it signed accords": so it will be only then, and was then.
  const isThen =
    (/^(?:following|after|upon|on|pending)$/.test(opener!.norm) &&
      rest.some(({ norm }) => FIRST_COMES.test(norm)) &&
      tokens.some(({ norm }, i) => keptTokens[i] === true && /^(?:will|would)$/.test(norm))) ||
    (/^(?:in|since|during)$/.test(opener!.norm) && /^(?:18|19|20)\d\d$/.test(rest[0]?.norm ?? '')) ||
    // "In volume terms, …", "In its last fiscal year, …".
    (opener!.norm === 'in' && rest.slice(0, 4).some(({ norm }) => norm === 'terms' || norm === 'fiscal'));
  if (isThen) return `It is so only “${wordsOf(cut)}”.`;
  const figure = tokens.some(({ pos }, i) => pos === 'NUM' && keptTokens[i] === true);
  const isPhrase = !hasVerb(rest.filter(({ norm }) => !/ing$/.test(norm)));
  if ((bounds && isPhrase) || (isOtherTime && figure)) return `It holds only “${wordsOf(cut)}”.`;
  if (kind !== 'keyPoint') return undefined;
  if (!FRAMES.test(opener!.norm) || rest.length > LONGEST_FRAME || hasVerb(rest)) return undefined;
  const counts = rest.some(({ pos }) => pos === 'NUM');
  const ofAnyone = /^(?:NOUN|ADJ)$/.test(tokens[cut.after]!.pos) && !ARTICLES.has(tokens[cut.after - 1]!.norm);
  return counts || (ofAnyone && !isTime(cut.words)) ? `It holds only “${wordsOf(cut)}”.` : undefined;
}

/** "has fallen by half | in three years", "have been married | for nine years": how long it took is half of what is told. */
function lostSpan({ region: { tokens }, keptTokens }: Alignment, cut: Cut, kind: ElementKind): string | undefined {
  if (kind !== 'keyPoint' || cut.before < 0 || isBreak(tokens[cut.first])) return undefined;
  const [opener, ...rest] = cut.words;
  const spans = /^(?:in|over|for|within)$/.test(opener!.norm) && rest.slice(0, 5).some(isSpan);
  if (!spans && opener!.norm !== 'since') return undefined;
  const deed = tokens.findLastIndex(
    ({ lemma, norm }, i) => i <= cut.before && (CHANGES.test(lemma) || norm === 'married'),
  );
  const perfect = tokens.slice(Math.max(0, deed - 3), Math.max(0, deed)).some(({ lemma }) => lemma === 'have');
  return deed >= 0 && keptTokens[deed] && perfect ? `It took from “${wordsOf(cut)}”.` : undefined;
}

const CHANGES =
  /^(?:fall|rise|lose|gain|grow|drop|climb|decline|increase|decrease|double|triple|halve|shrink|jump|soar|plunge|slump)$/;

/** "two of the men | freed in May": which men they are a part of. */
function lostPart({ region: { tokens } }: Alignment, { first, before, words }: Cut): string | undefined {
  const [deed] = words;
  if (before !== first - 1 || tokens[before]?.pos !== 'NOUN' || deed!.pos !== 'VERB' || isTime([tokens[before]!]))
    return undefined;
  const the = tokens.findLastIndex(({ norm }, i) => i < before && i > before - 4 && ARTICLES.has(norm));
  const ofMany = tokens[the - 1]?.norm === 'of' && /^(?:NUM|ADJ|DET)$/.test(tokens[the - 2]?.pos ?? '');
  return the > 0 && ofMany ? `“${wordsOf({ words })}” says of which “${tokens[before]!.text}”.` : undefined;
}

/** "met owners | who had sold shares", "with groups | that gave money": not all of them. */
function lostWhich({ region: { tokens } }: Alignment, { first, before, after, words }: Cut): string | undefined {
  const noun = tokens[before];
  if (after >= 0 || before !== first - 1 || isBreak(tokens[first]) || noun?.pos !== 'NOUN' || noun.lemma === noun.norm)
    return undefined;
  if (!/^(?:who|that|whose)$/.test(words[0]!.norm) || !/s$|^(?:people|men|women|children)$/.test(noun.norm))
    return undefined;
  // "remarks on sailors | who he called lazy": all of them.
  if (words[1]?.pos === 'PRON') return undefined;
  // "the groups": they were told of before.
  let at = before - 1;
  // "a law lifting/NOUN rules | that bind trade".
  const isDeed = (i: number): boolean => /ing$/.test(tokens[i]!.norm) && tokens[i - 1]?.pos === 'NOUN';
  while (at >= 0 && /^(?:ADJ|NOUN)$/.test(tokens[at]!.pos) && !isDeed(at)) at--;
  return at >= 0 && /^(?:DET|PRON|NUM|PROPN)$/.test(tokens[at]!.pos)
    ? undefined
    : `“${wordsOf({ words: words.slice(0, 6) })} …” says which “${noun.text}”.`;
}

const LONGEST_FRAME = 8;
const FIRST_COMES =
  /^(?:completion|approval|closing|ratification|sale|merger|signing|election|deal|transaction|acquisition|takeover)$/;
const OTHER_FIGURES = /^(?:ago|year-ago|previous|prior|poll|survey|theoretical|hypothetical|match-?ups?|way|scenario)$/;
const FRAMES = /^(?:in|for|among|of|at|between|by|under|within|across|since)$/;

/** "the first | in 30 years", "the lowest | since 1990": without its time it is the first of all. */
function lostRecord({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  const { first, before } = cut;
  if (before < 0 || isBreak(tokens[first])) return undefined;
  const words = fromSince(tokens, cut);
  const [opener, ...rest] = words;
  const measured = rest.slice(0, 5).some(isSpan);
  // "the first bank to fail | this year".
  const thisYear = opener!.norm === 'this' && isSpan(rest[0]);
  if (opener!.norm !== 'since' && !thisYear && !(/^(?:in|for|of)$/.test(opener!.norm) && measured)) return undefined;
  // "a third day in a row" counts from nowhere.
  if (rest.some(({ norm }) => /^(?:row|succession)$/.test(norm))) return undefined;
  const bound = tokens.findLastIndex(
    ({ norm, pos }, i) =>
      i <= before &&
      keptTokens[i] === true &&
      ((SUPERLATIVES.has(norm) && !/^(?:any|no|all)$/.test(norm)) ||
        (pos === 'ADJ' && /^(?:top|.{3,}est)$/.test(norm))),
  );
  const apart = tokens.slice(bound, before + 1).some(({ text }) => /^[;,]$/.test(text));
  return bound >= 0 && !apart ? `“${tokens[bound]!.text}” holds only “${wordsOf({ words })}”.` : undefined;
}

/** "for the first time | in Sarn since 2004": the words of a cut from its "since" on; all of them where none stands before a comma. */
function fromSince(tokens: readonly Token[], { first, last, words }: Cut): readonly Token[] {
  const since = words.findIndex(({ norm }) => norm === 'since');
  const comma = tokens.findIndex((token, i) => i >= first && i <= last && isBreak(token));
  return since > 0 && (comma < 0 || tokens.indexOf(words[since]!) < comma) ? words.slice(since) : words;
}

/** "bans smoking | in cars": what is forbidden is forbidden only so far. */
function widenedBan({ region: { tokens }, keptTokens }: Alignment, { first, before, words }: Cut): string | undefined {
  if (before < 0 || isBreak(tokens[first]) || isTime(words)) return undefined;
  const [opener] = words;
  if (!isPreposition(opener) && !/ing$|^to$/.test(opener!.norm)) return undefined;
  for (let i = before; i >= 0 && !isBreak(tokens[i]); i--)
    if (keptTokens[i] && BANS.test(tokens[i]!.norm))
      return `“${tokens[i]!.text}” reaches no farther than “${wordsOf({ words })}”.`;
  return undefined;
}

const BANS =
  /^(?:ban(?:s|ned|ning)?|bar(?:s|red|ring)|forbid(?:s|den)?|forbade|prohibit(?:s|ed|ing)?|outlaw(?:s|ed|ing)?)$/;
