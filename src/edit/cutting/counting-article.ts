import type { Token } from '../../text/tokens.ts';
import { wordSet } from '../../text/words/word-set.ts';

const AMOUNTS = wordSet('few little lot number series range');
const RATES = wordSet('share head');
const MEASURES = wordSet(
  'second minute hour day night week fortnight month quarter year decade century generation barrel gallon tonne ton litre unit pound ounce mile kilometre metre point dozen hundred thousand million billion third half fifth tenth cent penny dollar euro',
);

/** "three million people | a | week", "within | a | year", "at least | a | point", "there is | a | shot": an article that counts, which headlines keep. */
export function isCountingArticle(tokens: readonly Token[], at: number): boolean {
  if (!/^an?$/u.test(tokens[at]!.norm)) return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]?.norm ?? ''];
  if (AMOUNTS.has(next) || MEASURES.has(next)) return true;
  // "an estimated 50,000 people".
  if (tokens[at + 2]?.pos === 'NUM') return true;
  if (RATES.has(next) && /^(?:NOUN|NUM|SYM)$/u.test(before?.pos ?? '')) return true;
  return (
    /^(?:such|half|what|quite|than|only)$/u.test(before?.norm ?? '') ||
    (/^(?:least|most)$/u.test(before?.norm ?? '') && tokens[at - 2]?.norm === 'at') ||
    (before?.pos === 'AUX' && tokens[at - 2]?.norm === 'there')
  );
}
