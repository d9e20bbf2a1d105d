import type { SentenceView, StoryView } from './story-view.ts';

/** What people do in pictures, and where it is said that it is one. */
const POSES =
  /\b(?:poses?|posing) (?:for|with|in|outside|alongside)\b|\blooks? (?:into|at) the camera\b|\bin this (?:file )?(?:photo|picture|image)\b|\bseen here\b|\bholds? (?:up )?a (?:picture|photo)/i;

/** "shakes hands with the mayor on Thursday": in the present, of a day that is over. */
const IN_VIEW =
  /\b(?:shakes? hands|waves?|speaks?|walks?|arrives?|listens?|gestures?|addresses|greets?|hugs?|kisses|smiles?|looks? on|reacts?|stands?|sits?|talks?|laughs?)\b[^.;]{0,80}\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

/** "Ann Lee (left) at the pier": what stood under a picture and came with the copy tells no news of its own. */
export const isCaption = ({ start, end }: SentenceView, { copy }: StoryView): boolean =>
  POSES.test(copy.text.slice(start, end)) ||
  IN_VIEW.test(copy.text.slice(start, end)) ||
  /\((?:(?:pictured|above|below|top|far)\b[^)]{0,20}|left|right|cent(?:re|er)|illustrated|file photo)\)/i.test(
    copy.text.slice(start, end),
  );
