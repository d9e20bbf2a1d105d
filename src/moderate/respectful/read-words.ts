import type { Folded } from './fold-text.ts';
import type { Lexicon } from './lexicon.ts';
import { repairWord } from './repair-word.ts';
import { ENDINGS } from './short-forms.ts';
import type { Term } from './term.ts';

/** One word as it is meant, and where it stands in the folded text. */
export type Word = {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  /** Which sentence it belongs to, from 0. */
  readonly sentence: number;
  /** Whether it stands between quotation marks. */
  quoted: boolean;
};

/** Letters with the signs that people put in their place, and tails behind an apostrophe; or a mark that says something. */
const RUN = /[\p{L}\p{N}@$*#%+|!_]+(?:'\p{L}+)*|["\n.?;:…]/gu;
/** "i d i o t", "i.d.i.o.t", "i-d-i-o-t": at least three single letters with the like between them. */
const SPELT = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@$!][ ._*-]{1,2}){2,}[\p{L}\p{N}@$!](?![\p{L}\p{N}'])/gu;
/** A comment is read up to here; none that is let through has as many. */
const MOST_WORDS = 4000;
const LONGEST_QUOTATION = 30;
const PRONOUN = /^(?:he|she|it|that|there|what|who|here)$/;

/** The words of a folded text in order, disguises undone. `written` is the text before it was folded. */
export function readWords({ text, at }: Folded, written: string, lexicon: Lexicon): Word[] {
  const found: Word[] = [];
  const spelt = speltOut(text);
  let sentence = 0;
  let begun = false;
  let opened = -1;
  let skipTo = 0;
  for (const match of text.matchAll(RUN)) {
    if (found.length >= MOST_WORDS) break;
    const run = match[0];
    const start = match.index;
    if (start < skipTo) continue;
    const speltEnd = spelt?.get(start);
    if (speltEnd !== undefined) {
      const letters = text.slice(start, speltEnd).replace(/[ ._*-]/g, '');
      push(unspell(letters, lexicon), start, speltEnd);
      skipTo = speltEnd;
    } else if (run === '"') {
      if (opened >= 0 && found.length - opened <= LONGEST_QUOTATION)
        for (const word of found.slice(opened)) word.quoted = true;
      opened = opened >= 0 ? -1 : found.length;
    } else if (run.length === 1 && '\n.?;:…!'.includes(run)) {
      endSentence(start);
    } else {
      addRun(run, start);
      if (run.endsWith('!')) endSentence(start + run.length - 1);
    }
  }
  return found;

  function push(terms: readonly Term[], start: number, end: number): void {
    begun = true;
    for (const term of terms) found.push({ term, start, end, sentence, quoted: false });
  }

  /** A full stop within "a.m" or "example.org" ends nothing. */
  function endSentence(mark: number): void {
    if (!begun || /[\p{L}\p{N}]/u.test(text.charAt(mark + 1))) return;
    sentence++;
    begun = false;
  }

  function addRun(run: string, start: number): void {
    const apostrophe = run.indexOf("'");
    const whole = apostrophe < 0 ? run : run.slice(0, apostrophe);
    const stem = whole.replace(/^[!+|_#*%]+|[!+|_#%]+$/g, '');
    if (stem === '') return;
    const from = start + whole.indexOf(stem);
    if (apostrophe < 0) {
      addStem(stem, from, from + stem.length);
      return;
    }
    const tail = run.slice(apostrophe + 1);
    const end = start + run.length;
    const ending = ENDINGS.get(tail);
    if (ending === undefined) {
      addStem(stem + tail.replaceAll("'", ''), from, end);
      return;
    }
    addStem(stem, from, from + stem.length);
    if (ending !== '') push(repairWord(ending, false, lexicon), end - tail.length, end);
    else if (tail === 's' && PRONOUN.test(stem)) push(repairWord('is', false, lexicon), end - 1, end);
  }

  function addStem(stem: string, start: number, end: number): void {
    push(repairWord(stem, begun && isCapitalised(start), lexicon), start, end);
  }

  /** Whether the word has one capital letter, its first: within a sentence it is a name, and no misspelling. */
  function isCapitalised(start: number): boolean {
    const first = written.charCodeAt(at === undefined ? start : (at[start] ?? 0));
    const second = written.charCodeAt(at === undefined ? start + 1 : (at[start + 1] ?? 0));
    return first >= 65 && first <= 90 && !(second >= 65 && second <= 90);
  }
}

/** "a f o o l" is "a fool". */
function unspell(letters: string, lexicon: Lexicon): readonly Term[] {
  const whole = repairWord(letters, false, lexicon);
  const rest = letters.slice(1);
  const known = whole.length > 1 || whole[0]?.kinds !== undefined || !/^[ai]/.test(letters);
  return known || rest.length < 3
    ? whole
    : [...repairWord(letters.charAt(0), false, lexicon), ...repairWord(rest, false, lexicon)];
}

function speltOut(text: string): ReadonlyMap<number, number> | undefined {
  let found: Map<number, number> | undefined;
  for (const match of text.matchAll(SPELT)) {
    found ??= new Map();
    found.set(match.index, match.index + match[0].length);
  }
  return found;
}
