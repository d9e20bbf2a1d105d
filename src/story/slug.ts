/** Most characters of a slug, before the store tells it from others of the same words. */
const LONGEST = 80;

/**
 * The words of a headline as an address: "Harbour fire: 3 hurt" becomes `harbour-fire-3-hurt`. Letters of the Latin
 * alphabet lose their accents, those of other scripts stay. At most 80 characters, cut between words; never empty.
 */
export function slugOf(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’'‘ʼ]/gu, '')
    .replace(/[ßæœøđłþ]/gu, (letter) => LATIN[letter] ?? letter)
    // An accent is dropped where it stands on a Latin letter; in other scripts a mark belongs to the word.
    .replace(/(?<=[a-z]\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) return 'story';
  const slug = words.join('-');
  if (slug.length <= LONGEST) return slug;
  const end = slug.lastIndexOf('-', LONGEST);
  return end > 0 ? slug.slice(0, end) : shorten(slug);
}

/** One word without a gap, as long as a slug may be, never cut inside a letter. */
function shorten(word: string): string {
  let shortened = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)) {
    if (shortened.length + segment.length > LONGEST) break;
    shortened += segment;
  }
  // One "letter" of more than 80 marks is no word in any language.
  return shortened || 'story';
}

const LATIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', þ: 'th' };
