import type { Draft, Maker } from '../../story/furniture.ts';
import type { Evidence } from '../../story/span.ts';
import { titleCase } from '../../text/title-case.ts';
import type { Token } from '../../text/tokens.ts';
import { GOES_ON } from '../../text/words/abbreviations.ts';
import { OF_PLACES } from '../../text/words/name-words.ts';
import type { StoryView } from '../story-view.ts';
import type { Said } from './clause-speaker.ts';
import type { Shortened } from './compress.ts';
import { inHouseSpelling } from './house-spelling.ts';

/** The engine that comes with Copydesk; the number rises when its output changes. */
export const ENGINE: Maker = { kind: 'engine', version: '9' };

/**
 * How the speaker is named: "Rubio says …", "Rubio: …", "Officials: …" for "Senior USDA officials", "…, Rubio says", or not at
 * all because the clause names her itself.
 */
export type Voice = 'lead' | 'colon' | 'brief' | 'tail' | 'none';

/** The kept tokens as text, with the spaces of the copy, the words that are written otherwise, and no loose marks. */
export function wordsOf({ clause, keep }: Pick<Shortened, 'clause' | 'keep'>, story: StoryView): string {
  const { tokens, part } = clause.sentence;
  const copy = story.copy[part];
  let text = '';
  // Words that stand side by side are taken from the copy together: from where to where.
  let from = 0;
  let to = 0;
  for (let k = 0; k < keep.length; k++) {
    const i = keep[k]!;
    const token = tokens[i]!;
    const beside = keep[k - 1] === i - 1;
    // A loose mark goes; a comma survives in front of what it opens (", adding …").
    if (!beside && isMark(token.text) && !(k > 0 && token.text === ',' && keep[k + 1] === i + 1)) continue;
    const replaced = clause.written.get(i);
    const goesOn = to > from && beside && tokens[i - 1]!.end === to && isSpace(copy, to, token.start);
    if (goesOn && replaced === undefined) {
      to = token.end;
      continue;
    }
    text += copy.slice(from, to);
    from = to = 0;
    const joined = beside ? tokens[i - 1]!.end === token.start : JOINED.has(token.text);
    if (text !== '' && !joined) text += ' ';
    if (text === '' || replaced !== undefined) {
      const word = replaced ?? copy.slice(token.start, token.end);
      const isName = replaced !== undefined && token.pos === 'PRON';
      text += text === '' && !isName ? small(word, token, i, { story, part }) : word;
    } else {
      from = token.start;
      to = token.end;
    }
  }
  return tidy(text + copy.slice(from, to));
}

/** Nothing or one space stands between two tokens, as it will be written. */
const isSpace = (copy: string, from: number, to: number): boolean =>
  to === from || (to === from + 1 && copy.charCodeAt(from) === 32);

/** The first word of a sentence loses its capital (it gets one again where it opens the draft) unless it is a name. */
function small(word: string, token: Token, at: number, copy: Part): string {
  const lower = word.charAt(0).toLowerCase() + word.slice(1);
  if (at <= 1 && writesInside(lower, copy)) return lower;
  if (token.pos === 'PROPN' || /\p{L}\p{Lu}|\d|\./u.test(word) || word === 'I' || OF_PLACES.has(lower)) return word;
  return at <= 1 || /^(?:DET|PRON|ADP|ADV)$/.test(token.pos) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}

type Part = { readonly story: StoryView; readonly part: Evidence['part'] };

const inside = {
  headline: new WeakMap<StoryView, Map<string, boolean>>(),
  text: new WeakMap<StoryView, Map<string, boolean>>(),
};

/** Whether the headline or the text writes a word behind a space, before a space or a mark; looked for once. */
function writesInside(word: string, { story, part }: Part): boolean {
  const asked = inside[part].get(story) ?? new Map<string, boolean>();
  inside[part].set(story, asked);
  const known = asked.get(word);
  if (known !== undefined) return known;
  const copy = story.copy[part];
  const found = !/[ ,.\n]/.test(word) && [' ', ',', '.'].some((mark) => copy.includes(` ${word}${mark}`));
  asked.set(word, found);
  return found;
}

const MARKS = new Set([...',;:.—–-', '--']);
const isMark = (text: string): boolean => MARKS.has(text);
/** These need no space before them, wherever they come from. */
const JOINED = new Set(["'s", '’s', "n't", 'n’t', '%', ',']);

function tidy(text: string): string {
  const close = /\s[\s,.;:]/.test(text) ? text.replace(/\s+/g, ' ').replace(/\s([,.;:])/g, '$1') : text;
  const bare = /[,;:\s–—-]$/u.test(close) ? close.replace(/[,;:\s–—-]+$/u, '') : close;
  // "is nine pct.": the stop was the sentence's too.
  const clean = bare.replace(/(?<= (?:pct|dlrs|mln|stg))\.$/, '');
  if (!/["“”]/u.test(clean)) return clean;
  const straight = (clean.match(/"/g)?.length ?? 0) % 2 === 1;
  const open = clean.match(/“/g)?.length !== clean.match(/”/g)?.length;
  return straight || open ? clean.replace(/["“”]/gu, '').replace(/ {2,}/g, ' ').trim() : clean;
}

/** Adds the speaker and a capital. The result has no final full stop. */
export function withVoice(text: string, said: Said | null, voice: Voice): string {
  if (!said || voice === 'none') return capital(text);
  if (voice === 'lead')
    return capital(`${/ed$|said/.test(said.verb) ? (said.mention ?? said.name) : said.name} ${said.verb} ${text}`);
  if (voice === 'tail') return `${capital(text)}, ${said.name} ${said.verb}`;
  return `${capital(voice === 'brief' ? (said.brief ?? said.name) : said.name)}: ${capital(text)}`;
}

export const capital = (text: string): string =>
  opensLarge(text)
    ? text
    : text.replace(/^(["“‘'(]*)(\p{Ll})/u, (_, marks: string, letter: string) => marks + letter.toUpperCase());

/** Most texts open with a plain capital or a figure: nothing is to be done. */
const opensLarge = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
};

/** The proof of a shortened clause: its place from first to last kept token, and the place of the speaker that is named. */
export function evidenceOf({ clause, keep }: Shortened, voice: Voice = 'none'): Evidence[] {
  const { tokens, part } = clause.sentence;
  const start = tokens[keep[0] ?? 0]!.start;
  const end = tokens[keep.at(-1) ?? 0]!.end;
  const evidence: Evidence[] = [{ part, start, end }, ...clause.sources.map((place) => ({ part, ...place }))];
  for (const place of (voice === 'none' ? null : clause.said)?.places ?? []) {
    if (part !== 'text' || place.start < start || place.end > end) evidence.push({ part, ...place });
  }
  return evidence;
}

/** A draft in house spelling; headlines in title case. */
export function draftOf(text: string, evidence: readonly Evidence[], story: StoryView, title = false): Draft {
  const spelled = inHouseSpelling(afterInitials(text), story.language);
  return { text: title ? titleCase(spelled) : spelled, madeBy: ENGINE, evidence };
}

/** "the U.S. Would act", which an agency's program wrote: the stop ends no sentence. */
const afterInitials = (text: string): string => text.replace(GOING_ON, (word) => word.toLowerCase());
const GOING_ON = new RegExp(String.raw`(?<=\b(?:\p{Lu}\.){2,3} )(?:${GOES_ON}|And)(?= \p{L})`, 'gu');

/** Headlines and points write the short names of states and unions as the copy does, and "%" behind figures. */
export function abbreviate(text: string, { copy }: Pick<StoryView, 'copy'>): string {
  const short = /united|european/i.test(text) ? withShortNames(text, copy.text) : text;
  return /\d (?:p|pct\b)/.test(short)
    ? short.replace(/(\d) (?:per ?cent|pct)\b(?!-)/g, '$1%').replace(/%\.$/, '%')
    : short;
}

const withShortNames = (text: string, copy: string): string =>
  text
    .replace(/\b(?:the )?United States\b(?! of)/giu, /\bU\.S\./.test(copy) ? 'U.S.' : 'US')
    .replace(/\b(?:the )?United Kingdom\b/giu, 'UK')
    .replace(/\b(?:the )?United Nations\b/giu, 'UN')
    .replace(/\b(?:the )?European Union\b/giu, 'EU');
