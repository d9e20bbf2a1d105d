import { wordCount } from '../text/length/word-count.ts';
import { sentences } from '../text/sentences.ts';
import type { CopyToEdit } from './story-view.ts';

/** Copy that says what was wrong elsewhere. */
const MARK = /^(?:corrections?|clarifications?)(?:$|\s*[:(–—-]|\s+(?:to|and clarifications)\b)/iu;
const ERROR =
  /\b(?:erroneously|incorrectly|wrongly|mistakenly|in error|misstated|misspelled|misspelt|misidentified|misquoted)\b/iu;
/** "In a story published November 20", "our report on the vote". */
const ABOUT_COPY =
  /\b(?:an?|our|the|this|that) (?:\p{L}+ ){0,2}(?:story|stories|article|report|item|version|caption|headline|graphic|picture)\b/iu;
/** A correction of fewer words is a notice. */
const LONGEST_NOTICE = 150;

/** Whether the copy says what was wrong in copy before it: by its mark, which an agency's may have left in the metadata. */
export const correctsItself = ({ headline, text, signals }: CopyToEdit): boolean =>
  MARK.test(headline.trim()) ||
  MARK.test(text.slice(0, 40)) ||
  ((signals?.includes('correction') || ERROR.test(text)) && ABOUT_COPY.test(opening(text)));

/** Copy that is nothing else: what was wrong and what is right are told together or not at all. */
export const isNotice = (copy: CopyToEdit): boolean => wordCount(copy.text) <= LONGEST_NOTICE && correctsItself(copy);

/** Whether a sentence says the error once more. */
export const saysTheError = (sentence: string): boolean => ERROR.test(sentence);

const opening = (text: string): string => {
  const [first] = sentences(text.slice(0, 600));
  return first ? text.slice(first.start, first.end) : '';
};
