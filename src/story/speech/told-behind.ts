import type { Token } from '../../text/tokens.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import type { Reported, TaggedWords } from './reported.ts';

/** Verbs that give a statement to somebody only where they stand behind it: "…, the paper has learned". By form. */
const BEHIND_ONLY =
  /^(?:understands?|understood|learn(?:s|ed|t)?|tweet(?:s|ed)?|posts?|posted|emerged|thought|hoped|feared)$/u;
/** "said little", "a deal announced on Monday": of these verbs only whoever can speak is a subject. */
const SAYS = /^(?:sa(?:id|ys?)|told|tells?|adds?|added|argues?|argued|believes?|insists?|insisted|understands?)$/u;
/** Those who speak, and what is read. */
const SPEAKS =
  /(?:man|men|woman|women|people|person|police|they|he|she|it|we|who|[^s]s|chief|staff|crew|family|team|firm|company|bank|council|ministry|department|government|union|party|group|agency|commission|committee|court|police|report|study|survey|paper|newspaper|lawsuit|suit|indictment|document|statement|poll|research|inquiry|review|website|broadcaster|er|or|ist|ian|ant|ee)$/u;
const OPENS = /^(?:DET|PROPN|NOUN|NUM|ADJ|PRON)$/u;
const IS = /^(?:is|was|has|had|been|are|were)$/u;
/** What may follow such a verb at the end of a sentence, besides those who are told: when, where and how it was said. */
const WHEN_OR_WHERE = /^(?:ADP|ADV|PUNCT)$/u;
/** Words from the comma to the verb, and from the verb to the end of the sentence. */
const LONGEST_SUBJECT = 24;
const LONGEST_END = 12;
/** Words of a name in a headline. */
const LONGEST_NAME = 4;
/** Commas before the verb behind which its subject is looked for: two may close an aside. */
const MOST_COMMAS = 3;

/**
 * What a sentence gives to somebody only at its end, however she is described: "The pier will open, sources close to the town
 * said", "…, it is claimed", "…, say traders". Null where it ends otherwise.
 */
export function toldBehind({ tokens, quoted }: TaggedWords): Reported | null {
  let last = tokens.length - 1;
  while (last > 0 && /^(?:[.!?…"”’)]|'')$/u.test(tokens[last]!.text)) last--;
  for (let cue = last; cue > 3 && last - cue <= LONGEST_END; cue--) {
    if (quoted[cue] || !isTelling(tokens, cue) || !endsBehind(tokens, cue, last)) continue;
    const told = toldBy(tokens, cue);
    if (told) return told;
  }
  return null;
}

/** "VETO WILL BE UPHELD, DOLE SAYS": behind a headline's last comma stands who says so, whatever a tagger takes her name for. */
export function toldLast({ tokens }: TaggedWords): Reported | null {
  const cue = tokens.length - 1;
  const verb = reportingVerb(tokens[cue]?.norm ?? '');
  const comma = tokens.findLastIndex(({ text }) => text === ',');
  const words = cue - comma - 1;
  if (verb?.form !== 'present' || comma < 2 || words < 1 || words > LONGEST_NAME) return null;
  return { cue, base: verb.base, plain: verb.plain, speaker: [comma + 1, cue - 1], from: 0, to: comma - 1 };
}

function isTelling(tokens: readonly Token[], cue: number): boolean {
  const { norm, pos } = tokens[cue]!;
  const verb = reportingVerb(norm);
  if (verb === undefined) return BEHIND_ONLY.test(norm);
  if (verb.form === 'ing' || /^(?:point|continue|call|charge|remark|comment)$/u.test(verb.base)) return false;
  if (pos === 'VERB' || verb.form === 'present') return true;
  // Taken for a noun or an adjective: "critics claim", "it is alleged".
  const before = tokens[cue - 1]!.norm;
  return verb.form === 'base' ? /[^s]s$|^people$/u.test(before) : IS.test(before);
}

/** Behind the verb stands nobody but the one who is told, and nothing but when, where and how. */
function endsBehind(tokens: readonly Token[], cue: number, last: number): boolean {
  const rest = tokens.slice(cue + 1, last + 1);
  if (rest.some(({ norm, pos }) => pos === 'AUX' || /^(?:that|how|whether|what|if|to)$/u.test(norm))) return false;
  if (IS.test(tokens[cue - 1]!.norm) && tokens[cue - 2]?.norm !== 'it') return false;
  if (rest.some(({ pos, norm }) => pos === 'VERB' && !/ing$/u.test(norm))) return false;
  const [next] = rest;
  if (!next || /^(?:,|"|”)$/u.test(tokens[cue - 1]!.text)) return true;
  const tells = /^(?:tell|warn|inform)$/u.test(reportingVerb(tokens[cue]!.norm)?.base ?? '');
  const isDay = /day$|^(?:today|here|yesterday)$/u.test(next.norm);
  return isDay || (WHEN_OR_WHERE.test(next.pos) && next.norm !== 'by') || (tells && OPENS.test(next.pos));
}

function toldBy(tokens: readonly Token[], cue: number): Reported | null {
  const { base = 'say', plain = false } = reportingVerb(tokens[cue]!.norm) ?? {};
  const made = (comma: number, speaker: readonly [number, number] | null): Reported | null =>
    isStatement(tokens.slice(0, comma)) ? { cue, base, plain, speaker, from: 0, to: comma - 1 } : null;
  const isMark = (i: number): boolean => /^(?:,|"|”)$/u.test(tokens[i]?.text ?? '');
  const next = tokens[cue + 1];
  // "…, say traders in Sarn"; but "…, his sister, told the paper".
  if (isMark(cue - 1) && base !== 'tell' && next && OPENS.test(next.pos))
    return made(cue - 1, [cue + 1, headEnd(tokens, cue + 1, tokens.length)]);
  let commas = 0;
  for (let i = cue - 1; i > 2 && cue - i <= LONGEST_SUBJECT && commas < MOST_COMMAS; i--) {
    if (!isMark(i) || i === cue - 1) continue;
    commas++;
    const first = tokens[i + 1]!.norm === 'as' ? i + 2 : i + 1;
    if (!isSubject(tokens, first, cue)) continue;
    const name = nameBefore(tokens, i);
    // "…, Ann Lee, head of the board, said".
    if (name > 0) {
      const told = made(name - 1, [name, i - 1]);
      return told && { ...told, role: [first, headEnd(tokens, first, cue)] };
    }
    const isNobody = tokens[first]!.norm === 'it' && IS.test(tokens[first + 1]?.norm ?? '');
    return made(i, isNobody ? null : [first, headEnd(tokens, first, cue)]);
  }
  return null;
}

/** Where the name of two words or three that stands between the comma at a place and the one before it begins; -1. */
function nameBefore(tokens: readonly Token[], comma: number): number {
  let at = comma;
  while (at > 0 && tokens[at - 1]!.pos === 'PROPN' && /^\p{Lu}/u.test(tokens[at - 1]!.text)) at--;
  return comma - at >= 2 && comma - at <= 3 && tokens[at - 1]?.text === ',' && tokens[at - 2]?.pos !== 'PROPN'
    ? at
    : -1;
}

/** One who speaks, with all that describes her, from a token to the verb. */
function isSubject(tokens: readonly Token[], first: number, cue: number): boolean {
  const opening = tokens[first];
  if (!opening || first >= cue || !OPENS.test(opening.pos)) return false;
  if (/^(?:who|whom|which|that|what|whose|and|or|but)$/u.test(opening.norm)) return false;
  const words = tokens.slice(first, cue);
  // "the Board for Margarine, | Fats and Oils": the end of one name.
  const isRestOfName =
    opening.pos === 'PROPN' && tokens[first - 2]?.pos === 'PROPN' && words.some(({ norm }) => norm === 'and');
  if (isRestOfName && !words.some(({ pos }) => pos === 'DET')) return false;
  // "Sarn and Venn — all harbour states".
  if (words.some(({ text }) => /^(?:—|–|--)$/u.test(text))) return false;
  // "it was claimed".
  if (opening.norm === 'it')
    return words.length > 1 && words.slice(1).every(({ norm, pos }) => IS.test(norm) || pos === 'ADV');
  const relative = words.findIndex(({ norm }) => /^(?:who|which|that|whose)$/u.test(norm));
  const own = relative < 0 ? words : words.slice(0, relative);
  const hasVerb = own.some(
    ({ pos, norm }, i) =>
      (pos === 'AUX' && i < own.length - 1 && !IS.test(norm)) || (pos === 'VERB' && !/(?:ing|ed|en|t)$/u.test(norm)),
  );
  if (hasVerb) return false;
  const head = tokens[headEnd(tokens, first, cue)]!;
  return SAYS.test(tokens[cue]!.norm) || head.pos === 'PROPN' || SPEAKS.test(head.norm);
}

/** The last word of the noun itself: "sources | close to the town". */
function headEnd(tokens: readonly Token[], first: number, to: number): number {
  let at = first;
  while (
    at + 1 < to &&
    (/^(?:NOUN|PROPN|NUM|PART)$/u.test(tokens[at + 1]!.pos) ||
      /^(?:of|-)$/u.test(tokens[at + 1]!.norm) ||
      (tokens[at]!.norm === 'of' && tokens[at + 1]!.pos === 'DET') ||
      (/^(?:DET|ADJ)$/u.test(tokens[at]!.pos) && /^(?:ADJ|NOUN|PROPN|NUM|VERB)$/u.test(tokens[at + 1]!.pos)))
  )
    at++;
  return at;
}

/** Some words with a verb, that a reader would take for a statement. */
const isStatement = (words: readonly Token[]): boolean =>
  words.length > 2 && words.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
