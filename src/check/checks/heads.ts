import type { Finding } from '../../story/furniture.ts';
import type { Evidence } from '../../story/span.ts';
import type { Token } from '../../text/tokens.ts';
import { isLegalForm } from '../../text/words/legal-forms.ts';
import type { Checked, ElementKind } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import { changesItsNoun } from '../reading/cuts/changes-its-noun.ts';
import { type Cut, splitsWord } from '../reading/cuts/cut.ts';
import { lostItems } from '../reading/cuts/lost-items.ts';
import { objection } from '../reading/cuts/objection.ts';
import { opensClause } from '../reading/cuts/opens-clause.ts';
import { isRelativeOpener } from '../reading/cuts/relative-opener.ts';
import { WRONG_SUBJECT } from '../reading/cuts/wrong-subject.ts';
import {
  hasVerb,
  isBreak,
  isFiniteVerb,
  isNominal,
  isPreposition,
  isTime,
  RELATIVE,
  wordsOf,
} from '../reading/phrase.ts';
import { placeOf } from '../reading/place.ts';
import {
  asideWord,
  bareModifier,
  gluedNouns,
  lostComplement,
  lostContact,
  lostDeed,
  lostName,
  lostSecondDeed,
  lostUp,
  lostVerb,
  mergedNouns,
  namelessTitle,
  onlyCalled,
  onlyDescribed,
  saysNothing,
  strayEnding,
  strayPhrase,
  strayTime,
} from '../reading/strays.ts';
import { omitsAuxiliary } from '../reading/whole-clause.ts';

type Rule = (alignment: Alignment, cut: Cut, kind: ElementKind) => string | undefined;

/** No word that stays takes the place of one that went: each rule answers what would be said that the copy does not say. */
const RULES: readonly Rule[] = [
  splitName,
  lostHead,
  lentTitle,
  promotedObject,
  promotedClause,
  borrowedVerb,
  borrowedObject,
  gluedNouns,
  asideWord,
  lostVerb,
  lostItems,
  lostComplement,
  strayPhrase,
  lostContact,
  bareModifier,
  onlyCalled,
  lostDeed,
  lostUp,
  namelessTitle,
  lostSecondDeed,
  strayTime,
  strayEnding,
  lostName,
  ...WRONG_SUBJECT,
];

/** What the words that stay would say together, wherever something was cut. */
const RULES_FOR_ALL = [mergedNouns];
const RULES_FOR_POINTS = [mergedNouns, saysNothing, onlyDescribed];

/** What "a number of men" and "men" have in common: the measure may go. */
const MEASURE =
  /^(?:number|range|series|variety|group|host|handful|pair|dozens|hundreds|thousands|scores|string|raft|crowd|couple|team|bunch|kind|sort|type)$/;
const ROLE =
  /^(?:president|minister|secretary|chancellor|chairman|chairwoman|chair|chief|director|governor|mayor|judge|general|admiral|captain|coach|manager|officer|leader|premier|principal|attorney|commissioner|ambassador)$/;
/** What these open is told as a fact, whatever stands before them. */
const TELLS_A_FACT = /^(?:after|when|because|since|while|although|though|and|but)$/;
const JOINS = /^(?:and|but|or|yet|then|nor)$/;

/** Each cut leaves every word with the head, the subject and the scope that it had in the copy. */
export function checkHeads({ alignment, cuts, kind }: Checked): Finding[] {
  if (!alignment) return [];
  const { region } = alignment;
  const whole = objection(kind === 'keyPoint' ? RULES_FOR_POINTS : RULES_FOR_ALL, alignment);
  return [
    ...(whole === undefined ? [] : [headsFinding(whole, placeOf(region, 0, region.tokens.length - 1))]),
    ...cuts.flatMap((cut) => {
      const message = objection(RULES, alignment, withoutLegalForm(region.tokens, cut), kind);
      return message === undefined ? [] : [headsFinding(message, placeOf(region, cut.first, cut.last))];
    }),
  ];
}

const headsFinding = (message: string, copy: Evidence): Finding => ({ check: 'heads', message, copy });

/** "Sarn Brandt | Co, known for its boats, | sold": what is cut of the sentence begins behind the name. */
function withoutLegalForm(tokens: readonly Token[], cut: Cut): Cut {
  let { first } = cut;
  while (first < cut.last && isLegalForm(tokens[first]!.text)) first++;
  if (first === cut.first || cut.before < 0 || tokens[first]!.text !== ',') return cut;
  return { ...cut, first, words: cut.words.filter(({ start }) => start > tokens[first]!.start) };
}

/** The words of a cut without the adjectives and nouns that only describe the kept noun behind them ("Sen. | Klobuchar"). */
function beforeModifiers({ region: { tokens } }: Alignment, cut: Cut): { rest: Token[]; modifiers: Token[] } {
  const words = [...cut.words];
  const modifiers: Token[] = [];
  if (!isNominal(tokens[cut.after]) && tokens[cut.after]?.pos !== 'ADJ') return { rest: words, modifiers };
  let at = cut.last;
  const describes = (token: Token) =>
    /^(?:ADJ|NOUN|PROPN|NUM|SYM)$/.test(token.pos) || /^(?:based|born|owned|winning|backed|led)$/.test(token.norm);
  const isParticiple = (i: number) =>
    tokens[i]!.pos === 'VERB' &&
    /(?:ed|ing)$/.test(tokens[i]!.norm) &&
    (modifiers.length > 0 || tokens[i - 1]?.pos === 'DET');
  while (words.length > 0 && words.at(-1) === tokens[at] && (describes(tokens[at]!) || isParticiple(at))) {
    modifiers.unshift(words.pop()!);
    at--;
    while (tokens[at]?.text === '-' && at > cut.first) at--;
  }
  return { rest: words, modifiers };
}

function splitName({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  return splitsWord(tokens, cut) ? `“${wordsOf(cut)}” is a part of a word that stays.` : undefined;
}

/** "Iran | talks" fail, not Iran; "a toy | gun" is not a gun. */
function lostHead(alignment: Alignment, cut: Cut): string | undefined {
  const { tokens } = alignment.region;
  if (cut.words.every(({ text }) => isLegalForm(text))) return undefined;
  const before = tokens[cut.before];
  const first = tokens[cut.first]!;
  // "Brandt | & Venn's yard".
  if (first.text === '&' && isNominal(before) && isNominal(tokens[cut.first + 1]))
    return `“${before!.text}” is a part of a name.`;
  if (
    cut.before === cut.first - 1 &&
    isNominal(before) &&
    before!.pos !== 'NUM' &&
    // "her husband | Leo Brandt": the name says who he is.
    !(before!.pos === 'NOUN' && first.pos === 'PROPN') &&
    isNominal(first) &&
    !isTime([first]) &&
    !isNominal(tokens[cut.after])
  )
    return `“${before!.text}” only describes “${wordsOf(cut)}” here.`;
  // "the Brandt | shipping firm": the name describes the firm.
  if (isNamedKind(tokens, cut)) return `“${before!.text}” only describes “${wordsOf(cut)}” here.`;
  const { modifiers } = beforeModifiers(alignment, cut);
  // A name is who she is without any title; only a part of one makes her another ("Vice | President Lee").
  const isName = tokens[cut.after]?.pos === 'PROPN' && !ROLE.test(tokens[cut.after]!.norm);
  const changing = isName ? undefined : modifiers.find((word) => changesItsNoun(word, tokens[cut.after]!));
  return changing && `“${changing.text}” makes “${tokens[cut.after]!.text}” something else.`;
}

/** "the Brandt | shipping firm": an article before a name is that of a noun behind it. */
const isNamedKind = (tokens: readonly Token[], { before, first }: Cut): boolean =>
  before === first - 1 &&
  tokens[before]?.pos === 'PROPN' &&
  tokens[before - 1]?.pos === 'DET' &&
  /ing$/.test(tokens[first]!.norm);

/** "health minister | Ann Lee and trade minister | Karl Venn": what stands before one name is not lent to the next. */
function lentTitle({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const before = tokens[cut.before];
  const first = tokens[cut.first]!;
  if (!isNominal(before) || before!.pos === 'NUM' || !isNominal(first) || isTime([first]) || isBreak(tokens[cut.last]))
    return undefined;
  const run = tokens.slice(cut.first, cut.last + 1);
  const next = run.some((token, i) => i > 0 && (token.text === ',' || token.norm === 'and' || token.norm === 'or'));
  return next && isNominal(tokens[cut.after]) ? `“${before!.text}” stands before “${first.text}”.` : undefined;
}

/** "The mother of | Smith died": what hung on a preposition does not become the subject. */
function promotedObject(alignment: Alignment, cut: Cut): string | undefined {
  const { tokens } = alignment.region;
  const after = tokens[cut.after];
  if (after === undefined || !/^(?:NOUN|PROPN|NUM|ADJ|PRON|SYM)$/.test(after.pos)) return undefined;
  // "On Monday | Mr Lee left": a time in front of the sentence holds nobody.
  if (cut.before < 0 && isTime(cut.words) && cut.words.length > 1) return undefined;
  const { rest: whole } = beforeModifiers(alignment, cut);
  // "The | head of the | council": the article that stays may be either one.
  const rest = whole.at(-1)?.pos === 'DET' ? whole.slice(0, -1) : whole;
  const last = rest.at(-1);
  if (!last || !isPreposition(last)) return undefined;
  if (TELLS_A_FACT.test(last.norm) && cut.before < 0) return undefined;
  if (last.norm === 'of' && MEASURE.test(rest.at(-2)?.norm ?? '')) return undefined;
  if (isPreposition(tokens[cut.before]) && rest.length === 1) return undefined;
  return `“${after.text}” hangs on “${wordsOf(cut)}”.`;
}

/** "Police found that | Smith lied": what a clause is embedded in does not go. */
function promotedClause(alignment: Alignment, cut: Cut): string | undefined {
  if (cut.before >= 0 || cut.after < 0) return undefined;
  const { tokens } = alignment.region;
  const { rest } = beforeModifiers(alignment, cut);
  const last = rest.at(-1);
  if (!last || alignment.attribution) return undefined;
  if (TELLS_A_FACT.test(last.norm)) return undefined;
  if (RELATIVE.test(last.norm)) return `“${wordsOf(cut)}” governs what follows.`;
  if (!rest.some(isFiniteVerb)) return undefined;
  // "At a dinner held in Aldport, | Brandt won": all its verbs stand in a phrase that is closed.
  const closed = tokens.findLastIndex((token, i) => i >= cut.first && i <= cut.last && isBreak(token));
  if (isPreposition(rest[0]) && closed > 0 && !hasVerb(tokens.slice(closed, cut.last + 1))) return undefined;
  const behind = tokens[tokens.indexOf(last) + 1];
  if (JOINS.test(last.norm) || isBreak(behind)) return undefined;
  return `“${wordsOf(cut)}” governs what follows.`;
}

/** "Smith met Jones, who | was arrested": a verb keeps its own subject. */
function borrowedVerb(alignment: Alignment, cut: Cut, kind: ElementKind): string | undefined {
  const { tokens, reported } = alignment.region;
  const before = tokens[cut.before];
  const after = tokens[cut.after];
  if (!before || !after) return undefined;
  if (isRelativeOpener(tokens, cut)) return undefined;
  const hidden = opensClause(tokens, cut) && (/^(?:VERB|AUX)$/.test(after.pos) || after.norm === 'to');
  if (hidden) return `“${after.text}” does not belong to “${before.text}”.`;
  if (!/^(?:VERB|AUX)$/.test(after.pos)) return undefined;
  // "Lee noted the protest, | accusing the leaders": she does both.
  const speaks = reported.find(({ cue }) => cue === cut.after)?.speaker;
  if (
    /ing$/.test(after.norm) &&
    isBreak(tokens[cut.last]) &&
    speaks &&
    speaks[0] <= cut.before &&
    cut.before <= speaks[1]
  )
    return undefined;
  const words = cut.words;
  const [first] = words;
  const last = words.at(-1)!;
  if (words.every(({ pos }) => pos === 'ADV')) return undefined;
  const message = `“${after.text}” does not belong to “${before.text}”.`;
  // "talks | were | delayed": headlines do without.
  if (kind === 'keyPoint' && omitsAuxiliary(alignment, cut)) return undefined;
  if (words.every(({ pos }) => pos === 'AUX' || pos === 'PART' || pos === 'ADV')) return message;
  if (!hasVerb(words) && last.norm !== 'to') return undefined;
  if (last.norm === 'to' || last.pos === 'AUX') return message;
  // "Peptide T, a compound that can be made, effectively | blocks it".
  let end = cut.last;
  while (end > cut.first && tokens[end]!.pos === 'ADV') end--;
  const closed = isBreak(tokens[end]);
  if (isBreak(tokens[cut.first]) && closed)
    return JOINS.test(first!.norm) && words.some(isFiniteVerb) ? message : undefined;
  if (JOINS.test(last.norm) || (last.pos === 'ADV' && JOINS.test(words.at(-2)?.norm ?? '')))
    return first!.pos === 'VERB' || first!.pos === 'AUX' || JOINS.test(first!.norm) ? undefined : message;
  if (RELATIVE.test(last.norm)) return message;
  if (RELATIVE.test(first!.norm) && isNominal(before)) return undefined;
  if (isPreposition(first)) return undefined;
  if (
    first!.pos === 'VERB' &&
    (/ing$/.test(first!.norm) || /^(?:ADP|PART|ADV)$/.test(words[1]?.pos ?? '') || isTime(words.slice(1, 3)))
  )
    return undefined;
  if (JOINS.test(first!.norm) && !words.some(isFiniteVerb)) return undefined;
  return message;
}

/** "praised his lawyer and attacked | the judge", "left Paris for | London": an object keeps its own verb. */
function borrowedObject(alignment: Alignment, cut: Cut): string | undefined {
  const { tokens } = alignment.region;
  const before = tokens[cut.before];
  const after = tokens[cut.after];
  if (!before || !after) return undefined;
  // "cleared | of fraud but convicted | of perjury", "won the race | and celebrated | in Aldport".
  if (after.pos === 'ADP' && joinsVerb(cut.words) && !isBreak(tokens[cut.last]))
    return `“${after.text}” does not belong to “${before.text}”.`;
  // "was filmed | emptying | out the cupboard".
  if (before.pos === 'VERB' && /^(?:out|off|up|down|away|apart)$/.test(after.norm) && isVerbal(cut.words.at(-1)!))
    return `“${after.text}” belongs to “${cut.words.at(-1)!.text}”.`;
  if (!/^(?:NOUN|PROPN|NUM|ADJ|PRON|SYM)$/.test(after.pos)) return undefined;
  const { rest } = beforeModifiers(alignment, cut);
  if (rest.length === 0 || rest.every(({ pos }) => pos === 'ADV')) return undefined;
  const message = `“${after.text}” does not belong to “${before.text}”.`;
  const aside = isBreak(tokens[cut.first]) && isBreak(tokens[cut.last]);
  if (/^(?:VERB|AUX|ADP|PART)$/.test(before.pos) && hasVerb(rest) && !aside) return message;
  const last = rest.at(-1)!;
  // "arrested the man whose | Venn's brother …": what the relative opens has an owner of its own.
  if (RELATIVE.test(last.norm) && (hasVerb(rest) || /^['’]s$/.test(tokens[cut.after + 1]?.norm ?? ''))) return message;
  return undefined;
}

const isVerbal = ({ pos, norm }: Token): boolean => pos === 'VERB' || /ing$/.test(norm);
const joinsVerb = (words: readonly Token[]): boolean =>
  words.some(({ norm }, i) => JOINS.test(norm) && hasVerb(words.slice(i + 1)));
