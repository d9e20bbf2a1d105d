import type { Token } from '../../../text/tokens.ts';
import { reportingVerb } from '../../../text/words/reporting-verbs.ts';
import type { ElementKind } from '../../check-type.ts';
import type { Alignment } from '../align.ts';
import { hasVerb, isBounded, isBreak, isDenied, isNominal, isTime } from '../phrase.ts';
import type { Cut } from './cut.ts';
import { isRole } from './cut-at-start.ts';

const DEGREE = /^(?:more|most|less|least|very|so|too|as|how|rather|quite)$/;

/** Whether the words between two kept ones may go. */
export function mayJoin(alignment: Alignment, cut: Cut, kind: ElementKind): boolean {
  const { tokens } = alignment.region;
  const before = tokens[cut.before]!;
  const after = tokens[cut.after]!;
  const { words } = cut;
  if (/^(?:'s|’s|n't|n’t)$/.test(after.text)) return false;
  // A ticker symbol ("<ABC>") is for machines.
  if (tokens[cut.first]!.text === '<' && tokens[cut.last]!.text === '>') return true;
  if (words.every(({ pos }) => pos === 'ADV')) return !isDenied(alignment, cut.before);
  if (words.every(({ pos }) => pos === 'ADJ' || pos === 'ADV' || pos === 'NUM'))
    return (
      (isNominal(after) || after.pos === 'ADJ') &&
      !(DEGREE.test(before.norm) && !(before.pos === 'ADP' && isNominal(after)))
    );
  if (words.length === 1 && words[0]!.norm === 'any' && (after.pos === 'NOUN' || after.pos === 'ADJ'))
    return !isDenied(alignment, cut.after);
  if (words.length === 1 && words[0]!.norm === 'that') return reportingVerb(before.norm) !== undefined;
  const opens = /^(?:ADP|SCONJ|CCONJ|PART|DET)$/.test(before.pos) && !reportingVerb(before.norm);
  if (isTime(words)) return !opens && !isDenied(alignment, cut.before);
  if (
    words.every(({ norm }) => /^(?:has|have|had|is|are)$/.test(norm)) &&
    reportingVerb(after.norm) &&
    words.length === 1 &&
    !/^(?:is|are)$/.test(words[0]!.norm)
  )
    return true;
  if (isCopula(words) && isHeadline(kind)) return isNominal(before) && after.pos === 'ADJ';
  if (/^(?:range|number|series|variety)$/.test(words[0]!.norm) && words[1]?.norm === 'of' && words.length === 2)
    return isNominal(after) || after.pos === 'ADJ';
  if (after.pos === 'PROPN' && isRole(words) && !isNominal(before)) return true;
  if (opens) return false;
  if (isAside(alignment, cut)) return true;
  if (namesOneOfMany(alignment, cut)) return true;
  if (sameSpeakerGoesOn(alignment, cut)) return true;
  return isPhrase(alignment, cut) || isParticiplePhrase(alignment, cut) || isFirstDeed(alignment, cut);
}

const isHeadline = (kind: ElementKind): boolean =>
  kind === 'displayHeadline' || kind === 'keyPointsTitle' || kind === 'keyPoint';
const isCopula = (words: readonly Token[]): boolean => words.length === 1 && /^(?:is|are)$/.test(words[0]!.norm);

/** ", a rival of the firm," between commas, dashes or brackets, with nothing in it that could be the main verb. */
function isAside({ region }: Alignment, cut: Cut): boolean {
  const { tokens } = region;
  let { first, last } = cut;
  while (last > first && (/^(?:a|an|the)$/.test(tokens[last]!.norm) || tokens[last]!.pos === 'ADV')) last--;
  if (!isBreak(tokens[first]) || !isBreak(tokens[last]) || first === last) return false;
  // "issues, including missiles, its army": what follows is the next item of a list, not the rest of the sentence.
  if (isNominal(tokens[cut.before]) && /^(?:DET|PRON|NOUN|PROPN|NUM|ADJ)$/.test(tokens[last + 1]?.pos ?? ''))
    return false;
  for (let at = first + 1; at < last; ) {
    let end = at;
    while (end < last && !isBreak(tokens[end])) end++;
    if (end > at && !isAsidePart(tokens.slice(at, end))) return false;
    at = end + 1;
  }
  first = cut.first;
  return true;
}

function isAsidePart(words: readonly Token[]): boolean {
  const [opener] = words;
  if (!opener) return true;
  if (/^(?:who|which|whose|where|when|while|after|before|as|because|although|though|since)$/.test(opener.norm))
    return true;
  if (words.some(({ norm, pos }) => pos === 'VERB' && reportingVerb(norm)?.form === 'past') && words.length < 8)
    return true;
  if (opener.pos === 'VERB') return /(?:ing|ed)$/.test(opener.norm);
  if (/^(?:ADP|ADV|DET|NUM|NOUN|PROPN|ADJ|CCONJ|PRON)$/.test(opener.pos))
    return (
      !words.some(({ pos }) => pos === 'AUX') &&
      !words
        .slice(1)
        .some(({ pos, norm }, i) => pos === 'VERB' && !/(?:ing|ed|en)$/.test(norm) && words[i]?.norm !== 'to')
    );
  return false;
}

/** "a range of issues, including missiles" -> "missiles": what holds of all holds of one, unless it is denied or counted. */
function namesOneOfMany(alignment: Alignment, cut: Cut): boolean {
  const { tokens } = alignment.region;
  const { words } = cut;
  if (words.at(-1)?.norm !== 'including' || hasVerb(words.slice(0, -1))) return false;
  if (words.some(({ pos }) => pos === 'CCONJ')) return false;
  const comma = tokens.slice(cut.first, cut.last).some(({ text }) => text === ',');
  return comma && tokens[cut.before]!.pos === 'VERB' && !isBounded(alignment, cut.before);
}

/** "Rubio noted the protest, accusing …" -> "Rubio accuses …": a reporting participle whose subject is the sentence's. */
function sameSpeakerGoesOn(alignment: Alignment, cut: Cut): boolean {
  const { region, map, units, tokens: written } = alignment;
  const { tokens } = region;
  const after = tokens[cut.after]!;
  if (reportingVerb(after.norm)?.form !== 'ing' || !isNominal(tokens[cut.before])) return false;
  const unit = units.find((_, i) => region.units[map[i] ?? -1]?.first === cut.after);
  if (!unit || /ing$/.test(written[unit.first]!.norm)) return false;
  const cue = cut.words.find(({ pos }) => pos !== 'ADV' && pos !== 'AUX');
  if (!cue || !reportingVerb(cue.norm) || cue.pos !== 'VERB') return false;
  const rest = tokens.slice(cut.first, cut.after);
  const gap = rest.findLastIndex(({ text }) => text === ',');
  return (
    gap > 0 &&
    rest.slice(gap + 1).every(({ norm, pos }) => norm === 'while' || pos === 'ADV') &&
    startsSentence(alignment, cut.before)
  );
}

/** The kept words up to `at` are the sentence's own subject: they open it, or follow an opening phrase and its comma. */
function startsSentence(alignment: Alignment, at: number): boolean {
  const { tokens } = alignment.region;
  const kept = alignment.keptTokens;
  let start = at;
  while (start > 0 && kept[start - 1]) start--;
  const subject = tokens.slice(start, at + 1);
  if (hasVerb(subject) || subject.some(({ pos }) => pos === 'ADP')) return false;
  const front = tokens.slice(0, start).filter(({ norm }) => !/^(?:a|an|the)$/.test(norm));
  return front.length === 0 || front.at(-1)!.text === ',' || isRole(front);
}

/** A prepositional phrase behind a noun, when what follows is not the verb of that noun. */
function isPhrase(alignment: Alignment, cut: Cut): boolean {
  const { tokens } = alignment.region;
  const [first] = cut.words;
  const after = tokens[cut.after]!;
  if (first?.pos !== 'ADP' || /^(?:of|to|than|as|like|between|from)$/.test(first.norm)) return false;
  if (hasVerb(cut.words) || !isNominal(cut.words.at(-1)) || isBounded(alignment, cut.before)) return false;
  if (!isNominal(tokens[cut.before])) return false;
  if (/^(?:VERB|AUX)$/.test(after.pos) && !/ing$/.test(after.norm)) return isSubject(alignment, cut.before);
  return /^(?:ADP|SCONJ)$/.test(after.pos) && after.norm !== 'of' && after.norm !== 'to';
}

/** No verb stands before this noun in its clause: it, or the noun that it belongs to, is the subject of the next verb. */
function isSubject({ region: { tokens } }: Alignment, at: number): boolean {
  for (let i = at; i >= 0; i--) {
    const { pos, norm } = tokens[i]!;
    if (isBreak(tokens[i]) || norm === 'that' || /^(?:SCONJ|CCONJ)$/.test(pos)) return true;
    if (pos === 'VERB' || pos === 'AUX') return reportingVerb(norm) !== undefined;
    if (pos === 'ADP' && norm !== 'of') return false;
  }
  return true;
}

/** "The bank | cut its rate and | raised its forecast": two deeds of one subject, each told in full. */
function isFirstDeed(alignment: Alignment, cut: Cut): boolean {
  const { tokens } = alignment.region;
  const [first, second] = cut.words;
  const after = tokens[cut.after]!;
  if (first?.pos !== 'VERB' || /ing$/.test(first.norm) || !/^(?:and|but)$/.test(cut.words.at(-1)!.norm)) return false;
  if (reportingVerb(first.norm) || !isNominal(tokens[cut.before]) || !isSubject(alignment, cut.before)) return false;
  if (second?.pos === 'PART' || cut.words.slice(1).some(({ norm }) => norm === 'that' || norm === 'to')) return false;
  const others = cut.words.slice(1).filter(({ pos, norm }) => pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(norm)));
  return others.length === 0 && (after.pos === 'AUX' || (after.pos === 'VERB' && sameForm(first.norm, after.norm)));
}

/** "cut … raised", "cuts … raises": no participle or infinitive takes the place of a finite verb. */
const sameForm = (one: string, other: string): boolean => {
  if (/ing$/.test(other)) return false;
  if (/[^s]s$/.test(one)) return /s$/.test(other);
  return /ed$/.test(one) ? !/s$/.test(other) : !/[^s]s$/.test(other);
};

/** "films | produced in the country | fell": a participle with its phrase, between a noun and that noun's verb. */
function isParticiplePhrase(alignment: Alignment, cut: Cut): boolean {
  const { tokens } = alignment.region;
  const [first, second] = cut.words;
  const after = tokens[cut.after]!;
  return (
    first?.pos === 'VERB' &&
    /(?:ed|en|wn|lt|de|ing)$/.test(first.norm) &&
    second?.pos === 'ADP' &&
    !hasVerb(cut.words.slice(1)) &&
    isNominal(cut.words.at(-1)) &&
    isNominal(tokens[cut.before]) &&
    (after.pos === 'AUX' || (after.pos === 'VERB' && !/ing$/.test(after.norm))) &&
    isSubject(alignment, cut.before)
  );
}
