import type { PullQuote } from '../story/furniture.ts';
import { copyTokens } from '../story/reading/copy-tokens.ts';
import type { Quotation } from '../story/speech/quotation.ts';
import { isSplit, isTurnedRound } from '../story/speech/split-quotation.ts';
import { wordCount } from '../text/length/word-count.ts';
import { sentences } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { isClosed, isSecondHand, namesCertainly, namesOneOf } from './quotes/certain-quotation.ts';
import { weigh } from './salience.ts';
import type { StoryView } from './story-view.ts';

const FEWEST = 8;
const MOST = 35;
const LEANS =
  /^(?:and|but|so|or|because|he|she|it|they|that|this|those|these|then|also|as far as|which|who|well|yes|no|however|in contrast|otherwise|therefore|thus|instead|similarly|for this reason|on the other hand)\b/i;
/** Hangs on what was said before, or fills a pause. */
const LOOSE = /^(?:and|but|so|or|because|which|who)\b|\b(?:you know|I mean)\b,|,['’]?$|\bdo so$|(?:^|\s)['‘]/iu;
const STANCE =
  /\b(?:we|i|our|my|never|must|cannot|can't|won't|don't|will|should|need|believe|want|hope|fear|love|hate|wrong|right|proud|shame|disgrace|crisis|victory|peace|future)\b/gi;
const WEAKEST = 2.1;

/** Whole sentences of one quotation, 8 to 35 words, whose speaker's full name is certain; the most telling first, none if all are weak. */
export function pullQuotes(story: StoryView): PullQuote[] {
  return story.quotations
    .flatMap((quotation) =>
      quotation.kind === 'direct' &&
      quotation.name &&
      isClosed(quotation, story.copy.text) &&
      namesCertainly(quotation) &&
      !isSecondHand(quotation, story.copy.text)
        ? windows(quotation, quotation.name, story)
        : [],
    )
    .filter(({ value }) => value >= WEAKEST)
    .sort((a, b) => b.value - a.value)
    .slice(0, 12)
    .map(({ quote }) => quote);
}

function windows(quotation: Quotation, speaker: string, story: StoryView): { quote: PullQuote; value: number }[] {
  const said = story.copy.text.slice(quotation.start, quotation.end);
  if (/\n/.test(said) || !/^["“]?\p{Lu}/u.test(said)) return [];
  const list = sentences(said);
  return list.flatMap((first, i) =>
    list.slice(i, i + 3).flatMap((last) => {
      const whole = said.slice(first.start, last.end);
      const text = whole.replace(/,$/, '');
      const count = wordCount(text);
      if (count < FEWEST || count > MOST || /["“”\n]|''/.test(text) || namesOneOf(speaker, text)) return [];
      const start = quotation.start + first.start;
      const quote: PullQuote = { text, speaker, start, end: start + text.length };
      if (isSplit(story.copy.text, quote) || isTurnedRound(story.copy.text, quote) || LOOSE.test(text)) return [];
      return [{ quote, value: telling(quote, count, story) }];
    }),
  );
}

/** How well a quotation stands alone and how much of the story, and of the speaker's own stance, is in it. */
function telling({ text, start, end }: PullQuote, count: number, story: StoryView): number {
  const list = copyTokens(story.copy.text).filter((token) => token.start >= start && token.end <= end);
  const weight = list.reduce((sum, token) => sum + weigh(token, story), 0) / (count + 6);
  const stance = Math.min(3, new Set(text.toLowerCase().match(STANCE)).size) * 0.6;
  const length = count >= 10 && count <= 26 ? 0.8 : 0;
  const firm = (/^(?:we|i)\b/i.test(text) ? 0.4 : 0) + (/n['’]t\b|\bnot\b|\bnever\b/i.test(text) ? 0.5 : 0);
  const leans = LEANS.test(text) ? -1.6 : 0;
  const vague = (text.match(/\b(?:it|that|this|they|them|he|she|things?|something)\b/gi)?.length ?? 0) * -0.2;
  const unnamed = pointsOutside(list) ? -1.1 : 0;
  const broken = /--|—|\.\.\.|…|\(|\[/.test(text) ? -1 : /\?/.test(text) ? -1.5 : 0;
  const inside = /[.!?]$/.test(text) ? 0.2 : 0;
  return 1 + weight + stance + firm + length + leans + vague + unnamed + broken + inside;
}

/** "I have talked to him about these issues": of whom and of what stands in the copy before the quotation. */
function pointsOutside(list: readonly Token[]): boolean {
  let named = false;
  for (const { norm, pos } of list) {
    if (/^(?:NOUN|PROPN)$/.test(pos)) named = true;
    const points =
      /^(?:he|she|they|him|her|them|his|their|these|those)$/.test(norm) ||
      (/^(?:this|that)$/.test(norm) && pos === 'PRON');
    if (points && !named) return true;
  }
  return false;
}
