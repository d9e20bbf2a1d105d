import type { ReadClause } from '../../text/needs/clause-needs.ts';
import { verbsMeet } from '../../text/needs/main-clause.ts';
import type { Token } from '../../text/tokens.ts';
import { NEGATIONS } from '../../text/words/function-words.ts';
import { wordSet } from '../../text/words/word-set.ts';
import type { Clause } from '../cutting/clause.ts';
import { beginsOnDeed } from '../cutting/sound.ts';
import { isContent } from '../story-view.ts';
import { inOrder, readingOf, tokensIn } from './clause-reading.ts';

/** Nouns that stand before the words they speak of. */
const ANNOUNCES = wordSet(
  'phrase phrases word words slogan title titles line lines message headline question following likes',
);
/** They wait for the word behind them: "has long | been". */
const WAITS = wordSet('long almost nearly so too even only just never always very most');
/** Fewer words with a content of their own tell nothing. */
const LEAST_CONTENT = 3;

/** The phrases that are kept of a clause, its last kept phrase and its last kept word. */
type Form = ReadClause & {
  readonly clause: Clause;
  readonly set: ReadonlySet<number>;
  readonly last: number;
  readonly word: Token;
};

/** Signs, in no order, that the clause was not read rightly or that the form says nothing. */
const SIGNS: readonly ((form: Form) => boolean)[] = [
  endsOnOwner,
  announces,
  endsOnQuotedWord,
  beginsInsideName,
  tellsSomebody,
  saysNoun,
  lacksFirstOfMany,
  lacksItsDeed,
  saysOfItself,
  beginsWithAbbreviation,
  (form) => beginsOnDeed(tokensIn(form, form.set).map((at) => form.tokens[at]!)),
  waitsForWord,
  leavesMarkOpen,
  hasTwoVerbs,
  endsOnHyphen,
  endsOnMeasure,
  cutsList,
  stopsInsideNoun,
  stopsInsideWord,
  lacksOneOfBoth,
  saysLittle,
];

/** Whether something about the form of these phrases shows that the reading went wrong. */
export function looksMisread(clause: Clause, set: ReadonlySet<number>): boolean {
  const read = readingOf(clause).read!;
  const last = Math.max(...set);
  const form = { ...read, clause, set, last, word: read.tokens[read.phrases[last]!.to - 1]! };
  return SIGNS.some((sign) => sign(form));
}

/** "Brandt's", and "Brandt's 4.76% | stake". */
function endsOnOwner({ tokens, phrases, last, word }: Form): boolean {
  return /^['’]s?$/.test(word.text) || (word.text === '%' && tokens[phrases[last]!.to - 3]?.norm === "'s");
}

/** "used the word | : …", "in the following way". */
function announces({ tokens, phrases, last, end, word }: Form): boolean {
  const before = tokens.slice(phrases[last]!.from, phrases[last]!.to - 1);
  if (before.some(({ norm }, i) => norm === 'following' && before[i - 1]?.norm === 'the')) return true;
  return ANNOUNCES.has(word.norm) && last + 1 === end && end < phrases.length;
}

/** "for his “bad” | jibe". */
function endsOnQuotedWord({ tokens, phrases, last, word }: Form): boolean {
  return /^["”’]$/.test(word.text) && /^["“‘]$/.test(tokens[phrases[last]!.to - 3]?.text ?? '');
}

/** "the Securities and | Exchange Commission". */
function beginsInsideName({ tokens, clause: { sentence, from } }: Form): boolean {
  return (
    sentence.tokens[from - 1]?.norm === 'and' &&
    sentence.tokens[from - 2]?.pos === 'PROPN' &&
    tokens[0]?.pos === 'PROPN'
  );
}

/** "told the agency in Port Sel talks were …": who was told is no news, and what was said has a place of its own. */
function tellsSomebody({ phrases, verb }: Form): boolean {
  return phrases[verb]!.verb?.lemma === 'tell';
}

/** "reported the incident" is not "says the incident". */
function saysNoun({ phrases, verb, set, clause }: Form): boolean {
  const written = clause.written.get(readingOf(clause).places[phrases[verb]!.head]!) ?? '';
  const tellsClause = [...set].some((k) => k > verb && /^(?:opener|verb)$/.test(phrases[k]!.kind));
  return /^says?$/.test(written) && !tellsClause;
}

/** "Brandt, Venn and | Calder were": one who "are", of a list that began before the clause; "Sarn, Port Sel, | Venn and Brandt agreed". */
function lacksFirstOfMany({ tokens, phrases, subject, verb, clause: { sentence, from } }: Form): boolean {
  if (phrases[subject - 1]?.kind === 'joint') return true;
  const before = sentence.tokens[from - 1];
  if (before?.text === ',' && isListItem(sentence.tokens, from - 1) && tokens[0]!.pos === 'PROPN') return true;
  if (!before) return false;
  // "As Brandt and | Calder led the field": the first has no verb of its own.
  if (before.pos === 'CCONJ' && !hasVerbBefore(sentence.tokens, from - 1)) return true;
  if (!/^(?:are|were|have)$/.test(tokens[phrases[verb]!.from]!.norm)) return false;
  const isListed = before.text === ',' && /^(?:NOUN|PROPN)$/.test(sentence.tokens[from - 2]?.pos ?? '');
  return before.pos === 'CCONJ' || isListed;
}

/** Between a place and the mark before it, or the beginning, stands nothing, or a verb. */
function hasVerbBefore(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && !/^[,;:–—]$|^--$/.test(tokens[i]!.text)) {
    if (tokens[i]!.pos === 'VERB' || tokens[i]!.pos === 'AUX') return true;
    i--;
  }
  return i === at - 1;
}

/** Between the comma at a place and the one before it stands one name and nothing else. */
function isListItem(tokens: readonly Token[], comma: number): boolean {
  let at = comma - 1;
  while (at >= 0 && /^(?:PROPN|DET)$/.test(tokens[at]!.pos) && comma - at < 6) at--;
  return at < comma - 1 && tokens[at]?.text === ',';
}

/** "will all": an auxiliary whose verb was not found. */
function lacksItsDeed({ tokens, phrases, verb }: Form): boolean {
  const { from, to, verb: form } = phrases[verb]!;
  return (
    !form?.links &&
    tokens
      .slice(from, to)
      .every(({ pos, norm }) => pos === 'AUX' && norm !== 'had' && norm !== 'has' && norm !== 'have')
  );
}

/** "Participants say participants …". */
function saysOfItself({ tokens, phrases, subject, clause: { said } }: Form): boolean {
  const noun = tokens[phrases[subject]!.head]!.norm;
  return said !== null && said.name.split(' ').at(-1)!.toLowerCase() === noun && noun.length > 2;
}

/** "Jr. is seen". */
function beginsWithAbbreviation({ tokens, phrases, set }: Form): boolean {
  const { to } = phrases[Math.min(...set)]!;
  return to === 1 && tokens[0]!.text.endsWith('.');
}

/** "has long | been", "quick, fair | and open". */
function waitsForWord({ phrases, last, word }: Form): boolean {
  const listed = phrases[last + 1]?.kind === 'mark' && phrases[last + 2]?.kind === 'adjective';
  return WAITS.has(word.norm) || (word.pos === 'ADJ' && listed);
}

/** "said there would be ‘continual testing": a mark is opened and not closed. */
function leavesMarkOpen(form: Form): boolean {
  const { tokens } = form;
  let open = 0;
  for (const i of tokensIn(form, form.set)) {
    const { text, start, end } = tokens[i]!;
    const isStraight = /^['"]/.test(text) && !/^['’]\p{L}/u.test(text);
    const opens = isStraight && tokens[i + 1]?.start === end && tokens[i - 1]?.end !== start;
    if (/^[‘“]/.test(text) || opens) open++;
    else if (/^[’”'"]$/.test(text)) open = Math.max(0, open - 1);
  }
  return open > 0;
}

/** "was supposed to be released | was delayed". */
function hasTwoVerbs(form: Form): boolean {
  return verbsMeet(form, inOrder(form.set));
}

/** "77 short- | and medium-distance flights", "145 mln dlr | bonds". */
function endsOnHyphen({ word }: Form): boolean {
  return word.text === '-' || word.norm === 'dlr';
}

/** "a part of a five-year", "must have two": what is counted, or lasts so long, is gone. */
function endsOnMeasure({ tokens, phrases, last, word }: Form): boolean {
  const { to } = phrases[last]!;
  const isLength = tokens[to - 2]?.text === '-' && tokens[to - 3]?.pos === 'NUM';
  const isCount = /^(?:two|three|four|five|six|seven|eight|nine|ten)$/.test(word.norm);
  return isLength || (isCount && /^(?:VERB|AUX)$/.test(tokens[to - 2]?.pos ?? ''));
}

/** "sold boats in Sarn | , Venn and Ode", "Underwriters are Brandt, Calder | , Venn and Ode", "the three issues were fish | , steel and oil": a list is told whole. */
function cutsList({ tokens, phrases, last, subject, verb }: Form): boolean {
  const [mark, next] = [phrases[last + 1], phrases[last + 2]];
  if (mark?.kind !== 'mark' || next?.kind !== 'noun' || tokens[mark.from]!.text !== ',') return false;
  const areNames = [tokens[phrases[last]!.to - 1]!, tokens[next.from]!].every(({ pos }) => pos === 'PROPN');
  const counted = tokens.slice(phrases[subject]!.from, phrases[subject]!.to).some(({ pos }) => pos === 'NUM');
  const goesOn = /^(?:mark|joint)$/.test(phrases[last + 3]?.kind ?? '');
  const isItem = phrases[last + 4]?.kind === 'noun' && tokens[phrases[last + 4]!.from]!.pos === 'PROPN';
  const endsList = tokens.slice(next.from + 1, next.to - 1).some(({ pos }) => pos === 'CCONJ');
  const isAmongPlaces = phrases[last]!.kind === 'preposition' && areNames && (isItem || endsList);
  if (isAmongPlaces && endsList) return true;
  return goesOn && (isAmongPlaces || (phrases[verb]!.verb?.links === true && (areNames || counted)));
}

/** "expects third quarter | sales", "the sale of the processing | business". */
function stopsInsideNoun({ tokens, phrases, last, end }: Form): boolean {
  const next = phrases[last + 1];
  return next?.kind === 'noun' && last + 1 < end && tokens[next.from]!.start <= tokens[phrases[last]!.to - 1]!.end + 1;
}

/** "a YouTube | .com video", "is well | -known", "with Sens | . Lee and Venn". */
function stopsInsideWord({ tokens, phrases, last, word }: Form): boolean {
  const [mark, rest] = [tokens[phrases[last]!.to], tokens[phrases[last]!.to + 1]];
  if (mark?.start !== word.end || !rest) return false;
  return mark.text === '.' ? /[\p{L}\p{N}]/u.test(rest.text) : /^[/@_-]$/.test(mark.text) && rest.start === mark.end;
}

/** "good both for Sarn | and for Venn". */
function lacksOneOfBoth(form: Form): boolean {
  const kept = tokensIn(form, form.set);
  return kept.some((i, n) => {
    const [word, next] = [form.tokens[i]!, form.tokens[i + 1]];
    const opens = word.norm === 'both' && next?.norm !== 'of' && /^(?:ADP|PART)$/.test(next?.pos ?? '');
    return opens && !kept.slice(n).some((at) => form.tokens[at]!.norm === 'and');
  });
}

function saysLittle(form: Form): boolean {
  const telling = tokensIn(form, form.set).filter((i) => {
    const token = form.tokens[i]!;
    return isContent(token) || NEGATIONS.has(token.norm);
  });
  return telling.length < LEAST_CONTENT;
}
