import { isAboutSomething } from '../../text/needs/noun-lists.ts';
import type { Token } from '../../text/tokens.ts';
import { ROLES } from '../../text/words/name-words.ts';
import type { ElementKind } from '../check-type.ts';
import type { Alignment } from './align.ts';
import type { Cut } from './cuts/cut.ts';
import { isBreak, isFiniteVerb, isNominal, isPreposition, isTime } from './phrase.ts';

/** Nouns of which only the deed says what they are: "the risk of the pier | falling". */
const OF_A_DEED =
  /^(?:prospects?|risks?|dangers?|chances?|possibility|likelihood|hopes?|fears?|odds|idea|thought|sight|signs?|question)$/;
/** They tell how somebody is called, and nothing that she did. */
const CALLED = /^(?:named|called|dubbed|nicknamed|aged|entitled|titled|known)$/;
/** What happens at its own time. */
const EVENT =
  /^(?:visit|game|match|meeting|trip|election|talks|launch|final|summit|hearing|trial|vote|race|clash|tie|opener)$/;
const ARTICLE = /^(?:the|an?)$/;

/** "after leading Sarn | to first place", ", following a rise | in the winter": a phrase stays where its clause goes. */
export function strayPhrase({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const { last, before, after, words } = cut;
  const next = tokens[after];
  if (before < 0 || !next || isBreak(tokens[last]) || after !== last + 1) return undefined;
  if (!isPreposition(next) && !/^(?:to|while|when)$/.test(next.norm)) return undefined;
  const deed = words.find((word) => /ing$/.test(word.norm) && opensClause(tokens, cut, word));
  if (!deed) return undefined;
  return isNominal(words.at(-1)) ? `“${next.text} …” is said of “${words.at(-1)!.text}”.` : undefined;
}

/** "after | leading Sarn", ", | following a rise". */
function opensClause(tokens: readonly Token[], { first }: Cut, deed: Token): boolean {
  const at = tokens.indexOf(deed);
  const opener = tokens[at - 1];
  if (/^(?:after|before|while|since|by)$/.test(opener?.norm ?? '')) return at > first;
  if (deed.pos !== 'VERB' && deed.norm !== 'following') return false;
  return at === first || isBreak(opener) || /^(?:in|for|of|on|with)$/.test(opener?.norm ?? '');
}

/** "an issue | the | minister raised": an article that goes makes one thing of two. */
export function mergedNouns({ region, units, map, tokens }: Alignment): string | undefined {
  for (const [i, unit] of units.entries()) {
    const [noun, next] = [region.units[map[i - 1] ?? -1], region.units[map[i] ?? -1]];
    if (!noun || !next || noun.last + 2 !== next.first || region.tokens[noun.last + 1]!.norm !== 'the') continue;
    const [before, behind] = [region.tokens[noun.last]!, region.tokens[next.first]!];
    if (ARTICLE.test(tokens[unit.first - 1]?.norm ?? 'the') || before.pos !== 'NOUN' || isTime([before])) continue;
    if (/^(?:NOUN|PROPN|ADJ)$/.test(behind.pos)) return `“${before.text}” and “${behind.text}” are two things.`;
  }
  return undefined;
}

/** "was an issue the minister | raised": who did it stays only with the deed. */
export function lostContact({ region: { tokens } }: Alignment, { before, after, words }: Cut): string | undefined {
  const deed = words.find(isFiniteVerb);
  // "costs 40 crowns a year | , to be paid by …": what a comma parts is no deed of the noun's.
  if (after >= 0 || !isNominal(tokens[before]) || !deed || isBreak(tokens[before + 1])) return undefined;
  const opens = beforeNoun(tokens, before);
  const noun = tokens[opens - 1];
  return ARTICLE.test(tokens[opens]?.text ?? '') && noun?.pos === 'NOUN' && !/ing$/.test(noun.norm) && !isTime([noun])
    ? `“${tokens[before]!.text}” has lost what it did, “${deed.text} …”.`
    : undefined;
}

/** "The firm says its subsidiaries | are safe": what is said has a verb of its own. */
export function saysNothing({ attribution, region, map, units, tokens }: Alignment): string | undefined {
  const says = tokens.findIndex(
    ({ norm }, i) => /^(?:says|said)$/.test(norm) && !isAuxiliary(tokens[i - 1]?.norm) && tokens[i + 1]?.norm !== 'to',
  );
  const from = attribution?.start === 0 ? attribution.end : (tokens[says]?.end ?? Number.POSITIVE_INFINITY);
  const said = units.flatMap((unit, i) => {
    const place = region.units[map[i] ?? -1];
    return place && tokens[unit.first]!.start >= from ? [place.first] : [];
  });
  // "Lee: Board | is | selling the yard": headlines do without.
  const isSilent = (at: number) =>
    /(?:ing|ed|en)$/.test(region.tokens[at]!.norm) && /^(?:is|are)$/.test(region.tokens[at - 1]?.norm ?? '');
  const tells = said.some((at) => (isFiniteVerb(region.tokens[at]!) && !describes(region.tokens, at)) || isSilent(at));
  return said.length > 0 && !tells ? `“${region.tokens[said[0]!]!.text} …” says nothing.` : undefined;
}

/** "its wholly | owned | yards". */
function describes(tokens: readonly Token[], at: number): boolean {
  if (!/(?:ed|en)$/.test(tokens[at]!.norm) || !/^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '')) return false;
  let before = at - 1;
  while (tokens[before]?.pos === 'ADV') before--;
  // "it also | obtained | new funds": who did it stands before the adverb.
  if (before < at - 1 && /^(?:NOUN|PROPN|PRON)$/.test(tokens[before]?.pos ?? ''))
    return /^(?:its|his|her|their)$/.test(tokens[before]!.norm);
  return (
    before < at - 1 ||
    /^(?:DET|ADJ)$/.test(tokens[before]?.pos ?? '') ||
    /^(?:its|his|her|their)$/.test(tokens[before]?.norm ?? '')
  );
}
const isAuxiliary = (norm: string | undefined): boolean =>
  /^(?:is|are|was|were|be|been|has|have|had)$/.test(norm ?? '');

/** "fishing | watchdog | Seanet": what describes a noun is not lent to the name behind it. */
export function bareModifier({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const { first, last, before, after, words } = cut;
  if (
    before < 0 ||
    before !== first - 1 ||
    after !== last + 1 ||
    isBreak(tokens[last]) ||
    tokens[after]?.pos !== 'PROPN'
  )
    return undefined;
  if (!words.every(({ pos }) => pos === 'NOUN')) return undefined;
  const modifier = tokens[before]!;
  const isModifier = /^(?:ADJ|NOUN)$/.test(modifier.pos) || /ing$/.test(modifier.norm);
  return isModifier && !isTime([modifier]) ? `“${modifier.text}” describes “${words.at(-1)!.text}”.` : undefined;
}

/** "A pilot named Oren | explained": how somebody is called is no news. */
export function onlyCalled({ region: { tokens }, keptTokens }: Alignment, cut: Cut): string | undefined {
  if (cut.after >= 0 || !cut.words.some(isFiniteVerb)) return undefined;
  const verbs = tokens.filter((token, i) => keptTokens[i] && (token.pos === 'VERB' || token.pos === 'AUX'));
  const [called] = verbs;
  return verbs.length === 1 && CALLED.test(called!.norm) ? `“${called!.text}” is not what happened.` : undefined;
}

/** "the prospect of Sarn | agreeing": of the deed, not of the town. */
export function lostDeed({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const { first, before, words } = cut;
  const [deed] = words;
  if (before !== first - 1 || !isNominal(tokens[before]) || deed!.pos !== 'VERB' || !/ing$/.test(deed!.norm))
    return undefined;
  const of = tokens.findLastIndex(({ norm }, i) => i < before && i > before - 6 && norm === 'of');
  const noun = tokens.slice(Math.max(0, of - 2), Math.max(0, of)).findLast(({ pos }) => pos === 'NOUN');
  return of > 0 && OF_A_DEED.test(noun?.norm ?? '') ? `“${deed!.text}” is what “${noun!.text}” is of.` : undefined;
}

/** "include opening | up all four of them": the word belongs to the verb before it. */
export function lostUp({ region: { tokens } }: Alignment, { first, before, words }: Cut): string | undefined {
  const [particle, next] = words;
  if (before !== first - 1 || !/^(?:up|out|off|down)$/.test(particle!.norm) || words.length === 1) return undefined;
  const verb = tokens[before];
  if (
    !verb ||
    (verb.pos !== 'VERB' && !/ing$/.test(verb.norm)) ||
    /^(?:go|come|be|fall|rise|climb|walk|run|move|drop)$/.test(verb.lemma)
  )
    return undefined;
  return /^(?:DET|NOUN|PROPN|NUM|ADJ|PRON)$/.test(next!.pos)
    ? `“${particle!.text}” belongs to “${verb.text}”.`
    : undefined;
}

/** "from retired businessman | and donor Sir Karl Venn": a title without an article belongs to the name behind it. */
export function namelessTitle({ region: { tokens } }: Alignment, { first, before, words }: Cut): string | undefined {
  const [and, title] = words;
  if (and!.norm !== 'and' || title?.pos !== 'NOUN' || before !== first - 1 || tokens[before]?.pos !== 'NOUN')
    return undefined;
  const name = words.findIndex(({ pos }) => pos === 'PROPN');
  if (name < 2 || !words.slice(1, name).every(({ pos }) => pos === 'NOUN' || pos === 'ADJ')) return undefined;
  const isBare = tokens[beforeNoun(tokens, before)]?.pos === 'ADP';
  return isBare && !/s$/.test(tokens[before]!.norm)
    ? `“${tokens[before]!.text}” is what “${words[name]!.text}” is.`
    : undefined;
}

/** The place of the last word before a noun and all that describes it; -1 where a sentence begins with them. */
const beforeNoun = (tokens: readonly Token[], noun: number): number =>
  tokens.findLastIndex((token, i) => i <= noun && !isDescribing(token));

const isDescribing = ({ pos, norm }: Token): boolean => /^(?:ADJ|NOUN|PROPN)$/.test(pos) || /(?:ed|ing)$/.test(norm);

/** "lent funds to banks | which are open": the verb of a clause that goes whole. */
function isInRelative(tokens: readonly Token[], kept: readonly boolean[], at: number): boolean {
  for (let i = at - 1; i >= 0 && !kept[i]; i--)
    if (/^(?:which|who|whose|that|when|where)$/.test(tokens[i]!.norm)) return true;
  return false;
}

/** "came in hand | painted boxes", "boxes which the boats | used": a participle or a relative is not what happened. */
export function onlyDescribed({ region: { tokens }, keptTokens, attribution }: Alignment): string | undefined {
  const verbs = tokens.flatMap((token, at) => (keptTokens[at] && isFiniteVerb(token) ? [at] : []));
  const others = tokens.some(
    (token, at) =>
      !keptTokens[at] && isFiniteVerb(token) && !describes(tokens, at) && !isInRelative(tokens, keptTokens, at),
  );
  if (verbs.length === 0 || attribution || !others) return undefined;
  const [verb] = verbs;
  if (verbs.every((at) => describesBehindNoun(tokens, at))) return `“${tokens[verb!]!.text}” is not what happened.`;
  const relative = tokens.findIndex(
    ({ norm }, at) => at < verb! && keptTokens[at] && /^(?:which|who|whom)$/.test(norm) && isNominal(tokens[at - 1]),
  );
  return relative > 0 && verbs.length === 1 ? `“${tokens[relative - 1]!.text}” has lost its verb.` : undefined;
}

/** "in hand | painted | boxes". */
const describesBehindNoun = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.pos === 'VERB' &&
  /(?:ed|en)$/.test(tokens[at]!.norm) &&
  /^(?:NOUN|ADJ)$/.test(tokens[at - 1]?.pos ?? '') &&
  /^(?:ADP|DET|ADJ)$/.test(tokens[at - 2]?.pos ?? '') &&
  tokens[at + 1]?.pos === 'NOUN';

/** "There was no more of it and Menon | left": the second of two who do something is left without it. */
export function lostSecondDeed(
  { region: { tokens } }: Alignment,
  { first, before, after, words }: Cut,
): string | undefined {
  if (after >= 0 || before !== first - 1 || !isNominal(tokens[before]) || !isFiniteVerb(words[0]!)) return undefined;
  let opens = before;
  while (opens > 0 && (isDescribing(tokens[opens]!) || ARTICLE.test(tokens[opens]!.norm))) opens--;
  return /^(?:and|but|or)$/.test(tokens[opens]?.norm ?? '') && opens < before
    ? `“${tokens[before]!.text}” has lost its verb, “${words[0]!.text}”.`
    : undefined;
}

/** "readies his crew for the launch | on Monday": a time stays with what happens then. */
export function strayTime({ region: { tokens } }: Alignment, { before, after, last, words }: Cut): string | undefined {
  if (before < 0 || after !== last + 1 || !/^(?:for|before|after|of)$/.test(words[0]!.norm) || isBreak(tokens[last]))
    return undefined;
  const event = words.find(({ norm }) => EVENT.test(norm));
  const time = tokens.slice(after, after + 3).filter(({ pos }) => pos !== 'PUNCT');
  return event && isTime(time) ? `“${time[0]!.text} …” is when “${event.text}” is.` : undefined;
}

/** "growth of 0.3% in the quarter | ending in May": what describes a noun goes with it. */
export function strayEnding({ region: { tokens } }: Alignment, { before, after, last }: Cut): string | undefined {
  const next = tokens[after];
  if (before < 0 || after !== last + 1 || !isNominal(tokens[last])) return undefined;
  return /^(?:ending|ended|beginning|starting)$/.test(next?.norm ?? '')
    ? `“${next!.text}” is said of “${tokens[last]!.text}”.`
    : undefined;
}

/** "will have Sarn forward | Karl Venn back": a title without an article belongs to the name behind it. */
export function lostName({ region: { tokens } }: Alignment, { first, before, after, words }: Cut): string | undefined {
  const title = tokens[before];
  if (before !== first - 1 || title?.pos !== 'NOUN' || words[0]!.pos !== 'PROPN' || isTime(words)) return undefined;
  if (!ROLES.has(title.norm) || tokens[after]?.pos === 'PROPN') return undefined;
  const opener = tokens[beforeNoun(tokens, before)];
  return /^(?:DET|PRON)$/.test(opener?.pos ?? '') || /^['’]s$/.test(opener?.norm ?? '')
    ? undefined
    : `“${title.text}” is what “${words[0]!.text}” is.`;
}

/** "were hurt, one of them | seriously": what closes an aside is not said of the whole. */
export function asideWord({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const after = tokens[cut.after];
  if (cut.before < 0 || !after || !/^(?:ADV|ADJ)$/.test(after.pos) || isNominal(tokens[cut.after + 1]))
    return undefined;
  const last = cut.words.at(-1)!;
  if (tokens[cut.first]!.text !== ',' || isBreak(tokens[cut.last]) || !/^(?:PRON|NOUN|PROPN|NUM)$/.test(last.pos))
    return undefined;
  return `“${after.text}” is said of “${last.text}”.`;
}

/** "women who had cared for a relative | retired | on less": a clause keeps its verb. */
export function lostVerb({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const after = tokens[cut.after];
  if (cut.before < 0 || !after || isNominal(after) || after.pos === 'ADJ') return undefined;
  const verbs = cut.words.filter(({ pos, norm }) => pos === 'VERB' && !/ing$/.test(norm));
  if (verbs.length === 0 || !cut.words.every(({ pos }) => /^(?:VERB|ADV|PART|AUX)$/.test(pos))) return undefined;
  return `“${tokens[cut.before]!.text}” loses its verb, “${verbs[0]!.text}”.`;
}

/** "failed | to agree", "has | resigned": what stays is not left in the air. */
export function lostComplement({ region: { tokens } }: Alignment, cut: Cut, kind: ElementKind): string | undefined {
  const before = tokens[cut.before];
  if (!before || cut.after >= 0) return undefined;
  const first = cut.words[0]!;
  if (/^(?:that|which|who|whose|whom|whether)$/.test(before.norm)) return `“${before.text}” has not come to its end.`;
  // "in the hunt | for the owners": of what it is.
  const about = before.pos === 'NOUN' && isAboutSomething(before.norm) && isPreposition(first) && !isTime(cut.words);
  const open =
    (kind === 'keyPoint' && about && cut.before === cut.first - 1) ||
    (/^(?:AUX|ADP|DET|CCONJ|SCONJ|PART)$/.test(before.pos) &&
      !/^(?:not|n't|n’t|'s|up|down|out|off|away|back|over|in|on)$/.test(before.norm)) ||
    (/^(?:VERB|ADJ)$/.test(before.pos) &&
      first.norm === 'to' &&
      cut.words[1]?.pos === 'VERB' &&
      cut.first === tokens.indexOf(first));
  return open ? `“${before.text}” has not come to its end.` : undefined;
}

/** "The council | dropped | plans": a verb is not left out between its subject and its object. */
export function gluedNouns({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const before = tokens[cut.before];
  const after = tokens[cut.after];
  if (!isNominal(before) || !isNominal(after) || before!.pos === 'NUM' || isBreak(tokens[cut.first])) return undefined;
  const verb = cut.words.find(({ pos }) => pos === 'VERB');
  if (!verb || !cut.words.every(({ pos }) => /^(?:VERB|AUX|ADV|PART)$/.test(pos))) return undefined;
  return `“${before!.text}” and “${after!.text}” were held apart by “${verb.text}”.`;
}
