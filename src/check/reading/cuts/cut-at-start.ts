import type { Token } from '../../../text/tokens.ts';
import { reportingVerb } from '../../../text/words/reporting-verbs.ts';
import type { Alignment } from '../align.ts';
import { hasVerb, isNominal } from '../phrase.ts';
import type { Cut } from './cut.ts';

const ROLE =
  /^(?:secretary|minister|chief|head|director|leader|member|chairman|chairwoman|governor|president|mayor|duke|duchess|prince|earl|chancellor|speaker|master|archbishop|bishop)$/;

/** Whether the words before the first kept one may go: an opening phrase, "X said that", "And", a role before a name, an adjective. */
export function mayOpen({ region }: Alignment, cut: Cut): boolean {
  const { tokens } = region;
  const next = tokens[cut.after]!;
  if (isNumbering(tokens, cut) || isPlaceLine(tokens, cut)) return true;
  let last = cut.last;
  while (last > cut.first && /^(?:a|an|the|any)$/.test(tokens[last]!.norm)) last--;
  const end = tokens[last]!;
  if (/^(?:[,:;)”"—–]|--|'')$/.test(end.text)) return true;
  if (/^["“]$/.test(end.text)) last--;
  const word = tokens[last] ?? end;
  const before = tokens[last - 1];
  // "earnings from continuing" reports nothing.
  if (reportingVerb(word.norm) && word.pos === 'VERB' && before?.pos !== 'ADP' && before?.norm !== 'to') return true;
  const cue = tokens
    .slice(Math.max(cut.first, last - 6), last)
    .some((token) => reportingVerb(token.norm) && token.pos === 'VERB');
  if (word.norm === 'that' && cue) return true;
  if (/^(?:after|while|because|although|though|as)$/.test(word.norm) && isClause(tokens, cut.after)) return true;
  if (/^(?:and|but|with)$/.test(word.norm) && (last === cut.first || /^[,;—–]$/.test(before?.text ?? ''))) return true;
  if (cut.words.every(({ pos }) => pos === 'CCONJ' || pos === 'ADV') && cut.words.length <= 2) return true;
  if (cut.words.every(({ pos }) => pos === 'ADJ') && isNominal(next)) return true;
  return next.pos === 'PROPN' && isRole(cut.words);
}

/** "US Secretary of State" before "Marco Rubio"; not "A spokesman for President" before "Bush". */
export function isRole(words: readonly Token[]): boolean {
  if (hasVerb(words) || words.length > 8) return false;
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(words.at(-1)?.pos ?? '')) return false;
  const possessive = words.some(({ norm }) => norm === "'s");
  if (words.some(({ norm }) => norm === 'and') || (possessive && words.at(-1)!.pos !== 'NOUN')) return false;
  return words.every(
    (word, i) =>
      word.pos !== 'ADP' ||
      (/^(?:of|for)$/.test(word.norm) && ROLE.test(words[i - 1]?.norm ?? '') && words[i + 1]?.pos !== 'DET'),
  );
}

/** "1. " and "2) " number a list; "18:42 " and "6.15 p.m. " say when an entry of a running report was written. */
function isNumbering(tokens: readonly Token[], { first, words, after }: Cut): boolean {
  if (first !== 0) return false;
  const [number, ...rest] = words.map(({ text }) => text);
  if (/^\d{1,2}$/.test(number ?? '')) return rest.length === 0 && /^[.)]$/.test(tokens[1]?.text ?? '');
  const isTime =
    /^\d{1,2}[:.]\d{2}$/.test(number ?? '') && rest.every((word) => /^(?:[ap]\.?m\.?|GMT|UTC)$/.test(word));
  return isTime && /^\p{Lu}/u.test(tokens[after]?.text ?? '');
}

/** "SARN - ", "PORT ELLERY (CLN) - The": where it was written, in capitals before a dash; an article may go with it. */
function isPlaceLine(tokens: readonly Token[], { first, last, words }: Cut): boolean {
  const dash = /^(?:an?|the)$/.test(tokens[last]?.norm ?? '') ? last - 1 : last;
  return (
    first === 0 &&
    words.length <= 5 &&
    /^[-–—]{1,2}$/.test(tokens[dash]?.text ?? '') &&
    /^\p{Lu}{3,}$/u.test(words[0]?.text ?? '') &&
    words.every(({ text }) => /^\p{Lu}/u.test(text))
  );
}

/** Whether a finite clause with a subject of its own begins here. */
function isClause(tokens: readonly Token[], at: number): boolean {
  const verb = tokens.findIndex((token, i) => i >= at && (token.pos === 'VERB' || token.pos === 'AUX'));
  if (verb <= at || /ing$/.test(tokens[verb]!.norm)) return false;
  return tokens.slice(at, verb).some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/.test(pos));
}
