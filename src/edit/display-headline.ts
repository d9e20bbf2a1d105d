import type { Draft } from '../story/furniture.ts';
import { linesOf, proseOf } from '../story/reading/rows.ts';
import { oncePer } from '../text/memory/once-per.ts';
import { withoutTickers } from '../text/tickers.ts';
import { STOP_WORDS } from '../text/words/function-words.ts';
import { clausesOf } from './cutting/clause.ts';
import { onDemand } from './cutting/on-demand.ts';
import { isSound } from './cutting/sound.ts';
import { capital, draftOf } from './cutting/write.ts';
import { headlineForms, type Short } from './headline-forms.ts';
import { isCaption } from './is-caption.ts';
import { likelyWords, wordsOf } from './likely-words.ts';
import { overlap } from './overlap.ts';
import { plainForm } from './plain-form.ts';
import { salience } from './salience.ts';
import type { CopyToEdit, SentenceView, StoryView } from './story-view.ts';
import { writtenForms } from './written-forms.ts';

const MOST_CHARACTERS = 80;
const MOST = { words: 18, characters: 92 };
/** Sentences among which one is looked for that stands as it is. */
const LOOKED_AT = 40;
const fits = (text: string): boolean => text.length <= MOST_CHARACTERS && text.length >= 12;

/** Headlines of at most 80 characters in title case: the agency's, with its speaker; then shorter forms of it; then of the copy. */
export function displayHeadlines(story: StoryView): Iterable<Draft> {
  return onDemand(function* () {
    const last: Draft[] = [];
    for (const source of [fromHeadline, fromText]) {
      for (const draft of source(story, fits)) {
        if (trails(draft)) last.push(draft);
        else yield draft;
      }
    }
    yield* last;
    // The agency's own headline is better than any of these.
    if (story.headline) return;
    yield* widely(story);
    yield* wholeSentences(story);
  });
}

/** More forms of what the copy says first, where hardly any can be proved. */
function* widely(story: StoryView): Generator<Draft> {
  for (const sentence of story.sentences.slice(0, 4)) {
    const forms = clausesOf(sentence, story, 'present').flatMap((clause) =>
      headlineForms(clause, story, { fits, title: true, per: 80, most: MOST }),
    );
    for (const { draft } of forms.sort((a, b) => b.worth - a.worth)) yield draft;
  }
}

/** Sentences of the copy that are short enough to be a headline, where nothing else can be proved. */
function* wholeSentences(story: StoryView): Generator<Draft> {
  for (const sentence of story.sentences.slice(0, LOOKED_AT)) {
    const { text, evidence } = plainForm(sentence, story);
    const words = text.replace(/(?<!\b\p{Lu})[.]$/u, '');
    if (fits(words)) yield draftOf(words, evidence, story, true);
  }
}

/** "…, Rubio Says" is the last choice: the speaker reads better in front; so is "Police Say She Left", which asks who. */
const trails = ({ text }: Draft): boolean => /\b(?:said|says)$|\b(?:he|she|they)\b/i.test(text);

/**
 * Forms of the agency's headline that fit, each with the sentence of the copy that bears it out: the headline as it is first,
 * then shorter forms; with `sound` only those that read as if they were written so.
 */
export function* fromHeadline(
  story: StoryView,
  room: (text: string) => boolean,
  { sound = false, title = true }: { readonly sound?: boolean; readonly title?: boolean } = {},
): Generator<Draft> {
  const { headline, copy } = story;
  if (!headline) return;
  const proof = proofOf(headline, story);
  const plain = plainHeadline(copy);
  const evidence = [{ part: 'headline', start: 0, end: copy.headline.length } as const, ...proof];
  if (room(plain) && headline.reported.every(({ cue }) => headline.tokens[cue]!.text !== ':'))
    yield draftOf(plain, evidence, story, title);
  const recase = (words: string) => capital(recased(words, copy));
  const forms = clausesOf(headline, story, 'present')
    .flatMap((clause) => [
      ...headlineForms(clause, story, { fits: room, title, per: 6, most: MOST, finish: recase }),
      ...headlineForms(clause, story, {
        fits: room,
        title,
        per: 2,
        most: MOST,
        finish: (words) => partnerFirst(recase(words)),
      }),
    ])
    .filter(({ shortened }) => !sound || isSound(shortened))
    .sort((a, b) => b.worth - a.worth)
    .map(({ draft }) => ({ ...draft, evidence: [...draft.evidence, ...proof] }));
  yield* forms;
}

/** "talks with Iran" is "Iran talks" where room is short. */
const partnerFirst = (text: string): string =>
  text.replace(/\b(talks|deal|war|ties|trade|treaty|summit) with (\p{Lu}\p{Ll}+)\b(?! \p{Lu})/u, '$2 $1');

/**
 * Forms of the copy's most telling sentences that fit; those that read as if they were written so come first, and where no agency
 * says what the story is about, those first that hold most of the words that a summary is likely to have.
 */
export function* fromText(
  story: StoryView,
  room: (text: string) => boolean,
  { sound = false }: { readonly sound?: boolean } = {},
): Generator<Draft> {
  const rest: Draft[] = [];
  const likely = story.sentences
    .slice(0, 12)
    .filter((sentence) => !isCaption(sentence, story))
    .map((sentence) => ({ sentence, value: salience(sentence, story) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, story.headline ? 4 : 8);
  const formsOf = function* (list: typeof likely) {
    for (const { sentence } of list) {
      const forms = clausesOf(sentence, story, 'present').flatMap((clause) =>
        headlineForms(clause, story, { fits: room, title: true, per: 12, most: MOST }),
      );
      yield* forms.sort((a, b) => b.worth - a.worth).slice(0, 20);
    }
  };
  const first = likely.slice(0, FIRST);
  for (const forms of [
    story.headline ? formsOf(first) : mostTelling(formsOf(first), story),
    formsOf(likely.slice(FIRST)),
  ])
    for (const { draft, shortened } of forms) {
      if (isSound(shortened)) yield draft;
      else if (!sound) rest.push(draft);
    }
  yield* rest;
}

/** Sentences whose forms are compared where there is no headline: comparing needs all of them. */
const FIRST = 3;

function mostTelling(found: Iterable<Short>, story: StoryView): Short[] {
  const odds = likelyWords(story);
  const told = (text: string) =>
    [...new Set(wordsOf(text))].reduce((sum, word) => sum + (STOP_WORDS.has(word) ? 0 : (odds.get(word)?.[0] ?? 0)), 0);
  return [...found]
    .map((form) => ({ form, value: told(form.draft.text) }))
    .sort((a, b) => b.value - a.value)
    .map(({ form }) => form);
}

/** The sentence near the front that shares most with the headline; the first where none does, the first line where there is none. */
function proofOf(headline: SentenceView, story: StoryView): Draft['evidence'] {
  let best: { sentence: SentenceView; value: number } | null = null;
  for (const sentence of story.sentences.slice(0, 10)) {
    const value = overlap(headline.about, sentence.about) - 0.01 * sentence.index;
    if (best === null || value > best.value) best = { sentence, value };
  }
  const place = best?.sentence ?? linesOf(story.copy.text)[0];
  return place ? [{ part: 'text', start: place.start, end: place.end }] : [];
}

/** Without a closing full stop, line breaks or ticker symbols, in small letters where it came in capitals. */
function plainHeadline(copy: CopyToEdit): string {
  return capital(
    recased(
      copy.headline
        .replace(/\s+/gu, ' ')
        // How fast it came is for the desk.
        .replace(/^\s*(?:urgent|news ?alert|alert|breaking(?: news)?|flash)\s*[:–—-]+\s*/iu, '')
        .replace(/(?<!\b\p{Lu})\.$/u, '')
        .trim(),
      copy,
    ),
  );
}

/** Capitals throughout become small, except what the copy itself writes so ("NATO"); "<HYO>" is for machines, as are marks around a name. */
function recased(words: string, copy: CopyToEdit): string {
  const one = withoutTickers(words).replace(/<(?=\p{L})|(?<=[\p{L}.])>/gu, '');
  const shouted = (one.match(/\p{Lu}/gu)?.length ?? 0) > 3 * (one.match(/\p{Ll}/gu)?.length ?? 0);
  if (!shouted || !/\p{Ll}/u.test(copy.text)) return one;
  const { text, forms, known } = casingsOf(copy);
  return one.replace(/[\p{L}\p{N}.&'’]+/gu, (word) => {
    const cased = known.get(word) ?? asWritten(word, text, forms);
    known.set(word, cased);
    return cased;
  });
}

/** What tells how the words of a shouted headline are written; every form of it asks for the same ones. */
const casingsOf = oncePer((copy: CopyToEdit) => {
  const text = casedText(copy.text);
  return { text, forms: writtenForms(text), known: new Map<string, string>() };
});

/** The heads of a table's columns are shouted too: they do not tell how a word is written. */
const casedText = (text: string): string =>
  proseOf(text)
    .split('\n')
    .filter((line) => /\p{Ll}/u.test(line))
    .join('\n');

const asWritten = (word: string, text: string, forms: ReturnType<typeof writtenForms>): string =>
  /\p{Ll}|^(?:\p{Lu}\.)+(?:\p{Lu}|\p{Lu}\.)$/u.test(word) || writes(text, word)
    ? word
    : (ownCapitals(word, forms) ?? (isLetters(word, forms) ? word : word.toLowerCase()));

/** "GM", "NY": letters that make no word, where the copy has none of that spelling; "MLN" and "PCT" are agencies' short words. */
const isLetters = (word: string, forms: ReturnType<typeof writtenForms>): boolean =>
  /^(?:[B-DF-HJ-NP-TV-XZ]{2,5}|NY)$/.test(word) && !SHORT_WORDS.has(word) && !forms.has(word.toLowerCase());
const SHORT_WORDS = new Set(
  'QTR QTLY PCT DLR DLRS MLN BLN ST ND RD TH STG LTD MKS LB LBS PL SHR SHRS RPT CT CTS NT NTS MTH MTHS YR YRS HR HRS MR MRS MS DR SR JR VS FT KM KG'.split(
    ' ',
  ),
);

/** "USAIR" as the copy writes it: "USAir". */
const ownCapitals = (word: string, forms: ReturnType<typeof writtenForms>): string | undefined =>
  forms.get(word.toLowerCase())?.[0]?.match(/^\p{Lu}*\p{L}*(?:\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll})\p{L}*$/u)?.[0];

/** Whether the text has a word with nothing of another one beside it. */
function writes(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!/[\p{L}<]$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^[\p{L}>]/u.test(text.slice(end, end + 2)))
      return true;
  }
  return false;
}
