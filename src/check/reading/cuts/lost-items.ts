import type { Token } from '../../../text/tokens.ts';
import { ROLES } from '../../../text/words/name-words.ts';
import { wordSet } from '../../../text/words/word-set.ts';
import type { Alignment } from '../align.ts';
import { isFiniteVerb, isNominal, wordsOf } from '../phrase.ts';
import type { Cut } from './cut.ts';

/** Verbs that say of what parts a whole is. */
const MADE_OF = wordSet('consist comprise compose combine merge mix blend unite divide link pair split');

/** Who died is told of all of them. */
const KILLS = /^(?:kill|murder|drown|injure|wound|poison|execute)$/;

/** "The winners were Aldport | , Westmere and Port Meridian": who they all were is not one of them. */
export function lostItems({ region: { tokens } }: Alignment, cut: Cut): string | undefined {
  const before = tokens[cut.before];
  if (cut.after >= 0 || !isNominal(before)) return undefined;
  if (tokens[cut.first]!.norm === 'and') return lostSecond(tokens, cut);
  if (tokens[cut.first]!.text !== ',') return undefined;
  const end = cut.words.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const items = end < 0 ? cut.words : cut.words.slice(0, end);
  if (!isNominal(items[0]) || !items.some(({ norm }) => norm === 'and')) return undefined;
  const verb = tokens.slice(0, cut.before).findLast(({ pos }) => pos === 'VERB' || pos === 'AUX');
  // "most of it is in Sarn | , Venn and Ode".
  const isPlace = verb?.norm === 'is' && before!.pos === 'PROPN' && items[0]!.pos === 'PROPN';
  // "the leaders of Calder | , Norrland and Venn".
  const [many, of] = tokens.slice(Math.max(0, cut.before - 2), cut.before);
  const leads = of?.norm === 'of' && many?.pos === 'NOUN' && many.lemma !== many.norm && before!.pos === 'PROPN';
  const ofMany = leads || tokens.slice(Math.max(0, cut.before - 4), cut.before).some(({ norm }) => norm === 'names');
  return ofMany ||
    isPlace ||
    KILLS.test(verb?.lemma ?? '') ||
    /^(?:are|were|include|includes|included)$/.test(verb?.norm ?? '')
    ? `“${wordsOf(cut)}” belong to them too.`
    : undefined;
}

/** "consists of owners | and lawyers", "The winners were Westmere | and Aldport": two that make a whole only together. */
function lostSecond(tokens: readonly Token[], cut: Cut): string | undefined {
  if (!isNominal(cut.words[1]) && !/^(?:DET|ADJ|PRON)$/.test(cut.words[1]?.pos ?? '')) return undefined;
  if (cut.words.some(isFiniteVerb)) return undefined;
  // "Exports were 32 tonnes | and consumption 57": a clause of its own without its verb.
  if (cut.words.at(-1)!.pos === 'NUM' && cut.words[1]!.pos === 'NOUN' && cut.words.length < 5) return undefined;
  // "under presidents Venn | and Ode": the noun before the name is that of both.
  let name = cut.before;
  while (tokens[name]?.pos === 'PROPN') name--;
  const title = tokens[name];
  if (name < cut.before && title?.pos === 'NOUN' && ROLES.has(title.lemma) && title.lemma !== title.norm)
    return `“${wordsOf(cut)}” belong to them too.`;
  const verb = tokens.slice(0, cut.before).findLast(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return /^(?:are|were)$/.test(verb?.norm ?? '') || KILLS.test(verb?.lemma ?? '') || MADE_OF.has(verb?.lemma ?? '')
    ? `“${wordsOf(cut)}” belong to them too.`
    : undefined;
}
