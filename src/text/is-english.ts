const COMMON = new Set(
  'the of and to a in is was for on that with as by at from it he she they be are were have has had this which an not but will said who its or been their after than more would about his her'.split(
    ' ',
  ),
);
const LONGEST = Math.max(...[...COMMON].map((word) => word.length));
/** English prose has about four of these in ten words; headlines and lists fewer. Other languages have nearly none. */
const LEAST = 0.12;

/** Whether a text reads as English, from the share of its most common words. A text of under five words is given the benefit. */
export function isEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < 5) return /^[\x20-\x7e\s‘’“”–—]*$/u.test(text);
  const common = words.filter((word) => word.length <= LONGEST && COMMON.has(word));
  return common.length / words.length >= LEAST;
}
