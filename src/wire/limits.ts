import { refuse } from './refuse.ts';
import type { Parsed, WireItem } from './wire-item.ts';

// What is read of one file takes a second of one processor at most, whatever the file (bench/hostile.ts tries). Bytes alone do
// not bound that: eight mebibytes of "<p/>" cost ten times what eight of news do. Each limit is above what the densest tables
// that agencies send would reach in a file of the largest size.
const LARGEST = 8 * 1024 * 1024;
const MOST = { '<': 300_000, '&': 400_000, '"': 600_000, '{': 150_000, '\\': 700_000, '\n': 500_000 } as const;
const DENSEST = Math.min(...Object.values(MOST));
const MOST_FEED_TAGS = 120_000;
/** Items in a file of a format that lists them. */
const MOST_ITEMS = 10_000;
/** One story: three long novels, or as many paragraphs as no paper ever printed. */
const LONGEST_STORY = 2_000_000;
const MOST_BLOCKS = 20_000;

const SPLIT = 'Split it, or ask for fewer entries at a time.';

/** Refuses a file for its size, in bytes; undefined when it may be read. `what` begins the message. */
export function refuseLarge(size: number, what: string): (Parsed & { ok: false }) | undefined {
  if (size <= LARGEST) return undefined;
  return refuse('too-large', `${what} has ${(size / (1024 * 1024)).toFixed(1)} MiB; at most 8 are read. ${SPLIT}`);
}

/** Refuses text that has more marks of structure than any copy: it would take longer to read than a file may. */
export function refuseDense(text: string, what: string): (Parsed & { ok: false }) | undefined {
  if (text.length < DENSEST) return undefined;
  let [angles, ampersands, quotes, braces, escapes, lines] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 60:
        angles++;
        break;
      case 38:
        ampersands++;
        break;
      case 34:
        quotes++;
        break;
      case 91:
      case 123:
        braces++;
        break;
      case 92:
        escapes++;
        break;
      case 10:
      case 13:
        lines++;
    }
  }
  const found: readonly (readonly [keyof typeof MOST, number])[] = [
    ['<', angles],
    ['&', ampersands],
    ['"', quotes],
    ['{', braces],
    ['\\', escapes],
    ['\n', lines],
  ];
  const over = found.find(([mark, count]) => count > MOST[mark]);
  if (!over) return undefined;
  const [mark, count] = over;
  const name = mark === '\n' ? 'lines' : mark === '{' ? '“{” and “[”' : `“${mark}”`;
  return refuse('too-large', `${what} has ${count} ${name}, more than a file of news: at most ${MOST[mark]}. ${SPLIT}`);
}

/** Refuses a feed with more tags than feeds have: what parses feeds takes five times as long over a tag as we do. */
export function refuseTags(text: string, format: string): (Parsed & { ok: false }) | undefined {
  let count = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count++;
  return count > MOST_FEED_TAGS
    ? refuse(
        'too-large',
        `It holds ${count} tags, more than a feed of news: at most ${MOST_FEED_TAGS}. ${SPLIT}`,
        format,
      )
    : undefined;
}

/** Refuses a list of more items than are read from one file; none of them is passed over in silence. */
export function refuseMany(
  count: number,
  format: string,
  most: number = MOST_ITEMS,
): (Parsed & { ok: false }) | undefined {
  return count > most
    ? refuse('too-large', `It holds ${count} items; at most ${most} are read from one file. Split it.`, format)
    : undefined;
}

/** Why an item is longer than any story, as a sentence; undefined for stories. */
export function whyEndless({ body = [] }: WireItem): string | undefined {
  if (body.length > MOST_BLOCKS) return `It has ${body.length} paragraphs, more than the ${MOST_BLOCKS} of any story.`;
  const length = body.reduce((sum, block) => sum + block.text.length, 0);
  return length > LONGEST_STORY
    ? `It has ${length} characters, more than the ${LONGEST_STORY} of any story.`
    : undefined;
}
