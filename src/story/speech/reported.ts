import { timesAt } from '../../text/phrases/times.ts';
import type { Token } from '../../text/tokens.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import { toldBehind, toldLast } from './told-behind.ts';

/** The words of a sentence or a headline, and for each whether it stands inside quotation marks. */
export type TaggedWords = { readonly tokens: readonly Token[]; readonly quoted: readonly boolean[] };

/** Words that a region gives to somebody: the cue, the speaker beside it, and the stretch that is said. Places are tokens. */
export type Reported = {
  readonly cue: number;
  readonly base: string;
  readonly plain: boolean;
  /** First and last token of the speaker, or null when none stands there. */
  readonly speaker: readonly [number, number] | null;
  /**
   * What the copy calls a speaker whose name stands in an aside: "The minister for schools, Jon Tarr, said"; or whoever speaks
   * for a body: "A spokesman for the bank said".
   */
  readonly role?: readonly [number, number];
  readonly from: number;
  readonly to: number;
};

const PASSIVE = /^(?:is|are|was|were|be|been|being)$/;

/** Every reported stretch of a sentence or headline, found from its reporting verbs and "according to". */
export function reportedIn(region: TaggedWords, isHeadline = false): Reported[] {
  const { tokens } = region;
  const found: Reported[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (region.quoted[i] && !nearlyAllQuoted(region)) continue;
    if (tokens[i]!.norm === 'according' && tokens[i + 1]?.norm === 'to') {
      // "worked out according to plan".
      if (/^(?:plans?|schedule|rules?|law|type|size|age)$/.test(tokens[i + 2]?.norm ?? '')) continue;
      const end = endOfPhrase(tokens, i + 2);
      const shared = { cue: i, base: 'say', plain: true, speaker: [i + 2, end] as const };
      found.push({ ...shared, from: 0, to: i - 1 }, { ...shared, from: end + 1, to: tokens.length - 1 });
      continue;
    }
    const verb = reportingVerb(tokens[i]!.norm);
    if (!verb || tokens[i]!.pos !== 'VERB' || PASSIVE.test(tokens[i - 1]?.norm ?? '')) continue;
    // "…, the unions say": a plural has its verb in the plain form.
    if (verb.form === 'base' && !(verb.base === 'say' && isPlural(tokens[i - 1]))) continue;
    // "fraud reported by consumers": what is told is the noun before it.
    if (tokens[i + 1]?.norm === 'by' && verb.form === 'past') continue;
    // "Thousands told to leave" were told; "found a body" reports no words, "found that …" and "…, study finds" do.
    if (tokens[i]!.norm === 'told' && tokens[i + 1]?.norm === 'to') continue;
    // "Asked whether it would rain, Lee left": she was asked.
    if (
      i === 0 &&
      verb.base === 'ask' &&
      /^(?:if|whether|about|why|how|what|when|who|where)$/.test(tokens[1]?.norm ?? '')
    )
      continue;
    // "charged with theft", "has recalled the stools", "their continued drive": nobody speaks.
    // "leaders, called delegates, and owners".
    if (verb.base === 'call' && tokens[i - 1]?.text === ',') continue;
    if (verb.base === 'charge' && tokens[i + 1]?.norm === 'with') continue;
    if (/^(?:recall|continue)$/.test(verb.base) && !opensSpeech(tokens, i)) continue;
    if (/^(?:find|show)$/.test(verb.base) && !reportsFinding(tokens, i)) continue;
    // "defers reporting a gain", "earnings from continuing operations": nobody speaks.
    if (verb.form === 'ing' && /^(?:VERB|ADP|PART)$/.test(tokens[i - 1]?.pos ?? '')) continue;
    // "Lee responded and won": an answer in deeds.
    if (verb.base === 'respond' && /^(?:and|by|with)$/.test(tokens[i + 1]?.norm ?? '')) continue;
    found.push(...around(tokens, i, verb, found.at(-1)));
  }
  // Whoever is named only at the end, in words that the search from the verb backwards does not take for hers.
  const behind = found.some(({ cue, to }) => to < cue) ? null : (isHeadline ? toldLast : toldBehind)(region);
  if (behind && !isBehindSubject(tokens, behind.cue)) found.push(behind);
  return isHeadline || isNameAndColon(tokens) ? [...found, ...byColon(tokens)] : found;
}

/** "Lee Ode: Pier must stay": a headline told over in the text. */
const isNameAndColon = (tokens: readonly Token[]): boolean => {
  const colon = tokens.findIndex(({ text }) => text === ':');
  const isName = colon > 1 && colon <= 4 && tokens.slice(0, colon).every(({ pos }) => pos === 'PROPN');
  return isName && tokens.slice(colon).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
};

const isPlural = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:NOUN|PROPN)$/.test(token.pos) && /(?:s|police|people|men|women)$/.test(token.norm);

/** The words of the speaker follow ("that", a pronoun, a comma or a mark) or went before. */
const opensSpeech = (tokens: readonly Token[], cue: number): boolean =>
  /^(?:that|how|why|[,:."“”]|'')$/.test(tokens[cue + 1]?.norm ?? '.') ||
  tokens[cue + 1]?.pos === 'PRON' ||
  /^[,"”]$/.test(tokens[cue - 2]?.text ?? '');

function reportsFinding(tokens: readonly Token[], cue: number): boolean {
  const next = tokens[cue + 1];
  if (next?.norm === 'that') return true;
  return (!next || next.text === '.') && tokens.slice(Math.max(0, cue - 7), cue).some(({ text }) => text === ',');
}

const nearlyAllQuoted = (region: TaggedWords): boolean =>
  region.quoted.every((quoted, i) => quoted || /^["“”.,]$/.test(region.tokens[i]!.text));

type Verb = NonNullable<ReturnType<typeof reportingVerb>>;

function around(tokens: readonly Token[], cue: number, verb: Verb, before: Reported | undefined): Reported[] {
  const { base, plain } = verb;
  const next = tokens[cue + 1];
  const last = tokens.length - 1;
  const closed = /^(?:[,"”']|'')$/;
  // "…," said Ann Lee: the speaker stands behind.
  if (
    closed.test(tokens[cue - 1]?.text ?? '') &&
    // "…, told reporters": those behind are spoken to.
    // "Lee, head of those who live here, urged owners to wait": nor those who are urged.
    !/^(?:tell|ask|urge|call|accuse|blame|criticise|praise)$/.test(base) &&
    next &&
    /^(?:PROPN|NOUN|DET|PRON|ADJ)$/.test(next.pos) &&
    // "Calder, a maker of boats, said it has sold a yard": "it" acts in what is said.
    !(next.pos === 'PRON' && /^(?:VERB|AUX)$/.test(tokens[cue + 2]?.pos ?? '')) &&
    verb.form !== 'ing' &&
    !isBehindSubject(tokens, cue)
  ) {
    const end = endOfPhrase(tokens, cue + 1);
    return [{ cue, base, plain, speaker: [cue + 1, end], from: afterSemicolon(tokens, cue), to: cue - 1 }];
  }
  const speaker = verb.form === 'ing' ? speakerOfParticiple(tokens, cue, before) : nounBefore(tokens, cue);
  const role =
    speaker && verb.form !== 'ing' ? (roleBefore(tokens, speaker) ?? spokesmanBefore(tokens, speaker)) : null;
  const shared = { cue, base, plain, speaker, ...(role && { role }) };
  const start = speaker && verb.form !== 'ing' ? (role ?? speaker)[0] : cue;
  const opener = tokens[start - 1]?.text ?? '';
  const ends =
    !next ||
    /^(?:[.,;:!?"”]|on|in|at|during|after|late|earlier|yesterday|today|last|this|to)$/i.test(next.text) ||
    (next.pos === 'PROPN' && /day$/.test(next.norm));
  const found: Reported[] = [];
  // "… about Arabs, whom he called": what stands before is about the others.
  const relative = /^(?:who|whom|which)$/.test(tokens[start]?.norm ?? '');
  if (start > 1 && closed.test(opener) && ends && !relative && verb.form !== 'ing')
    found.push({ ...shared, from: afterSemicolon(tokens, start), to: start - 1 });
  let words = 0;
  for (let i = cue + 1; i < tokens.length && words < 2; i++) if (/[\p{L}\p{N}]/u.test(tokens[i]!.text)) words++;
  const aside = endOfAside(tokens, relative || verb.form === 'ing' ? start : -1, cue);
  if (words > 1) found.push({ ...shared, from: cue + 1, to: aside > 0 ? aside - 1 : last });
  return found;
}

/** "Calder lays off staff; | win or not, the mayor says": where what is said begins. */
const afterSemicolon = (tokens: readonly Token[], at: number): number =>
  tokens.findLastIndex(({ text }, i) => i < at && text === ';') + 1;

/** "Calder, the head of the board, | stressed the point": what stands before the comma says nothing by itself. */
function isBehindSubject(tokens: readonly Token[], cue: number): boolean {
  if (tokens[cue - 1]?.text !== ',') return false;
  const front = tokens.slice(0, cue - 1);
  const comma = front.findIndex(({ text }) => text === ',');
  if (comma < 1 || front.some(({ text }) => /^["“”‘’']|^''$/.test(text))) return false;
  // "Calder, who runs the yard, | said": the verbs of the aside are its own.
  const isRelative = /^(?:who|which|whose)$/.test(front[comma + 1]?.norm ?? '');
  return (isRelative ? front.slice(0, comma) : front).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX');
}

/**
 * Where what is told in an aside of the subject ends ("Venn, who denied any wrongdoing, | was banned", "The mayor, responding to the
 * vote, | left"): the last comma with a finite verb behind it, where none stands before the aside. -1 for any other clause.
 */
function endOfAside(tokens: readonly Token[], start: number, cue: number): number {
  const isDeed = (at: number) => /^(?:VERB|AUX)$/.test(tokens[at]?.pos ?? '') && !/ing$/.test(tokens[at]!.norm);
  const opens = /^(?:who|which)$/.test(tokens[start]?.norm ?? '') || start === cue;
  if (!opens || tokens[start - 1]?.text !== ',' || start < 2) return -1;
  if (tokens.slice(0, start).some((_, i) => isDeed(i))) return -1;
  return tokens.findLastIndex(({ text }, i) => {
    const verb = tokens[i + 1]?.pos === 'ADV' ? i + 2 : i + 1;
    return i > cue && text === ',' && isDeed(verb) && !/^(?:who|which)$/.test(tokens[i - 1]?.norm ?? '');
  });
}

/** "…, with Ann Lee adding that": the noun beside it. "…, adding that": whoever spoke before. */
function speakerOfParticiple(tokens: readonly Token[], cue: number, before: Reported | undefined): Reported['speaker'] {
  let at = cue - 1;
  while (at >= 0 && (tokens[at]!.pos === 'ADV' || /^(?:while|but|and)$/.test(tokens[at]!.norm))) at--;
  const joined = at < cue - 1 || /^(?:,|--|–|—)$/.test(tokens[at]?.text ?? '');
  return joined ? (before?.speaker ?? null) : (nounBefore(tokens, cue) ?? before?.speaker ?? null);
}

/** What a desk puts before a headline to say what kind of copy it is. */
const LABELS =
  /^(?:corrections?|corrected|clarifications?|refile|updates?|explainer|factbox|timeline|analysis|opinion|comment|review|obituary|profile|results?|live|watch|video|photos?|pictures|preview|report|urgent|alert|breaking|flash|interview|feature|focus|correct|exclusive|must-see|wow|look|listen)$/;

/** '"…": Rubio' and 'Rubio: "…"' in a headline. */
function byColon(tokens: readonly Token[]): Reported[] {
  const colon = tokens.findIndex((token) => token.text === ':');
  if (colon < 1 || colon === tokens.length - 1) return [];
  // "Correction: Ferry cuts story": no one speaks.
  if (colon <= 2 && LABELS.test(tokens[0]!.norm)) return [];
  const shared = { cue: colon, base: 'say', plain: true };
  const last = tokens.length - 1;
  const found: Reported[] = [];
  if (last - colon <= 5) found.push({ ...shared, speaker: [colon + 1, last], from: 0, to: colon - 1 });
  if (colon <= 5) found.push({ ...shared, speaker: [0, colon - 1], from: colon + 1, to: last });
  return found;
}

/** The noun phrase that ends before the verb, passing over auxiliaries, adverbs and "on Wednesday". */
function nounBefore(tokens: readonly Token[], verb: number): readonly [number, number] | null {
  let end = verb - 1;
  const passes = (i: number) =>
    /^(?:AUX|ADV|PART)$/.test(tokens[i]!.pos) || /^(?:also|further|has|have|had)$/.test(tokens[i]!.norm);
  while (end >= 0 && passes(end)) end--;
  if (end >= 1 && /day$/.test(tokens[end]!.norm)) end -= tokens[end - 1]!.norm === 'on' ? 2 : 1;
  if (end < 0 || !isNominal(tokens[end]!)) return besideAside(tokens, end);
  const start = withHead(tokens, startOfNoun(tokens, end));
  // "an official she met on | camera said": a noun behind a preposition is where she spoke.
  const isWhere = start === end && tokens[start]!.pos === 'NOUN' && tokens[start - 1]?.pos === 'ADP';
  return isWhere ? null : [start, end];
}

const isNominal = ({ pos }: Token): boolean => /^(?:NOUN|PROPN|PRON|NUM|ADJ)$/.test(pos);

function startOfNoun(tokens: readonly Token[], end: number): number {
  let start = end;
  while (start > 0) {
    const before = tokens[start - 1]!;
    const joins = /^(?:of|'s|’s|-|&)$/.test(before.norm);
    // "On Monday | the ministry said": only what joins stands before a determiner.
    if (!joins && tokens[start]!.pos === 'DET' && before.pos !== 'DET') break;
    if (!joins && !isNominal(before) && before.pos !== 'DET') break;
    start--;
  }
  // "Last month | Ode said".
  const behind = /^(?:last|this)$/.test(tokens[start]!.norm) ? timesAt(tokens, start, end) : start;
  return behind <= end ? behind : start;
}

/** Who speaks for a body is the body; everybody else who stands before "for", "at" or "outside" speaks for herself. */
const SPEAKS_FOR = /^(?:spokes\w+|representatives?|lawyers?|attorneys?)$/;

/** "Protesters outside | the ministry said": the ministry did not. */
function withHead(tokens: readonly Token[], start: number): number {
  const head = tokens[start - 2];
  if (tokens[start - 1]?.pos !== 'ADP' || !head || !/^(?:NOUN|PROPN)$/.test(head.pos)) return start;
  if (tokens[start - 1]!.norm === 'for' && SPEAKS_FOR.test(head.norm)) return start;
  const from = withHead(tokens, startOfNoun(tokens, start - 2));
  // "In a letter to her daughter Lee said": those before are no subject.
  return tokens[from - 1]?.pos === 'ADP' || tokens[from - 1]?.pos === 'VERB' ? start : from;
}

/** "Ann Lee, head of the bank, said": the name stands before the aside; "The head of the bank, Ann Lee, said": it is the aside. */
function besideAside(tokens: readonly Token[], end: number): readonly [number, number] | null {
  if (tokens[end]?.text !== ',') return null;
  const open = tokens.findLastIndex((token, i) => i < end && token.text === ',');
  if (open <= 0 || open === end) return null;
  const before = nounBefore(tokens, open);
  const aside = tokens.slice(open + 1, end);
  const isName =
    aside.length > 1 && aside.length < 7 && aside.every(({ pos, text }) => pos === 'PROPN' || text === '-');
  return before && isName && tokens[before[1]]!.pos !== 'PROPN' ? [open + 1, end - 1] : before;
}

/** The phrase whose aside the speaker's name is: commas stand on both its sides. */
function roleBefore(
  tokens: readonly Token[],
  [first, last]: readonly [number, number],
): readonly [number, number] | null {
  if (tokens[first - 1]?.text !== ',' || tokens[last + 1]?.text !== ',') return null;
  const role = nounBefore(tokens, first - 1);
  return role && role[1] === first - 2 ? role : null;
}

/** "A spokesman | for the bank said". */
function spokesmanBefore(
  tokens: readonly Token[],
  [first]: readonly [number, number],
): readonly [number, number] | null {
  const isHis = tokens[first - 1]?.norm === 'for' && SPEAKS_FOR.test(tokens[first - 2]?.norm ?? '');
  return isHis ? [startOfNoun(tokens, first - 2), first - 2] : null;
}

function endOfPhrase(tokens: readonly Token[], start: number): number {
  let end = start;
  while (
    end + 1 < tokens.length &&
    (/^(?:NOUN|PROPN|PRON|NUM|ADJ)$/.test(tokens[end + 1]!.pos) ||
      (tokens[end + 1]!.pos === 'DET' && !/^(?:NOUN|PROPN|PRON)$/.test(tokens[end]!.pos)) ||
      /^(?:of|'s|’s|-|&)$/.test(tokens[end + 1]!.norm) ||
      // "media buying sources".
      (/ing$/.test(tokens[end + 1]!.norm) && tokens[end]!.pos === 'NOUN' && tokens[end + 2]?.pos === 'NOUN'))
  )
    end++;
  return end;
}
