import type { SentenceView, StoryView } from './story-view.ts';

/** "Ann Lee (left) at the pier": what stood under a picture and came with the copy tells no news of its own. */
export const isCaption = ({ start, end }: SentenceView, { copy }: StoryView): boolean =>
  /\((?:(?:pictured|above|below|top|far)\b[^)]{0,20}|left|right|cent(?:re|er)|illustrated|file photo)\)/i.test(
    copy.text.slice(start, end),
  );
