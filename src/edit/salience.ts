import type { Token } from '../text/tokens.ts';
import { isContent, type SentenceView, type StoryView } from './story-view.ts';

const DECISIONS =
  /^(?:announce|agree|approve|sign|launch|win|lose|kill|die|arrest|charge|sentence|convict|ban|vote|elect|appoint|resign|sue|buy|sell|acquire|merge|cut|raise|rise|fall|increase|reject|pass|order|rule|close|open|begin|end|halt|suspend|beat|defeat|release|unveil|pledge|warn|accuse|confirm|plan)$/;
const BACKGROUND = new Set(
  'ago earlier previously meanwhile since formerly historically founded born known'.split(' '),
);

const hasFigure = (text: string): boolean => /\d/.test(text);

/** How much a word of this story tells: frequent words of the story more, names and numbers more still. 0 for function words. */
export function weigh(token: Token, story: StoryView): number {
  if (!isContent(token)) return 0;
  const often = Math.log2(1 + (story.frequency.get(token.lemma) ?? 1));
  return often + (token.pos === 'PROPN' ? 0.5 : 0) + (token.pos === 'NUM' || hasFigure(token.text) ? 0.6 : 0);
}

/**
 * How much a sentence tells of its story: how central its words are, how early it stands, whether it shares words with the
 * agency's headline, decides or counts something; less when it is background or only half the reporter's.
 */
export function salience(sentence: SentenceView, story: StoryView): number {
  const known = found.get(sentence);
  if (known !== undefined) return known;
  const made = workOut(sentence, story);
  found.set(sentence, made);
  return made;
}

/** Every place asks for the same sentences. */
const found = new WeakMap<SentenceView, number>();

function workOut({ tokens, content, quoted: marked, index }: SentenceView, story: StoryView): number {
  if (content.length === 0) return 0;
  const total = content.reduce((sum, token) => sum + weigh(token, story), 0);
  const central = total / (content.length + 4);
  const position = 2.2 / (1 + 0.35 * index) + (index === 0 ? 0.8 : 0);
  const shared =
    content.filter(({ lemma }) => story.headline?.about.has(lemma)).length /
    Math.max(1, story.headline?.about.size ?? 0);
  const decides = content.some(({ lemma, pos }) => pos === 'VERB' && DECISIONS.test(lemma)) ? 0.4 : 0;
  const counts = content.some(({ text }) => hasFigure(text)) ? 0.3 : 0;
  const background = tokens.some(({ norm }) => BACKGROUND.has(norm)) ? -0.5 : 0;
  const quoted = marked.filter(Boolean).length / tokens.length > 0.6 ? -0.6 : 0;
  const length = content.length < 4 ? -0.8 : 0;
  return central + position + 1.2 * shared + decides + counts + background + quoted + length;
}
