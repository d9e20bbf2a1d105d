const LONGEST_ORDER = 160;

// A clock, a date or a day: what an order to wait names, and news that begins with the same words seldom does.
const when =
  '(?:\\d{1,2}[:.]\\d{2}|\\d{3,4}\\s?(?:hrs?\\b|hours|[A-Z]{2,4}\\b)|\\d{1,2}\\s?(?:[ap]\\.?m\\b|uhr|h\\b)|\\d{4}-\\d{2}|\\d{1,2}[./]\\d{1,2}|\\b(?:noon|midnight|tomorrow|tonight|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?\\s\\d|\\d{1,2}\\s(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)))';
const line = (pattern: string) => new RegExp(`^[\\W_]{0,12}${pattern}`, 'i');
const until = '(?:until|till|to\\b|not before|before|prior to|pending|jusqu|hasta|bis\\b|fino|at[ée]\\b)';
const publish = '(?:publish|use|release|print|broadcast|run|post)';

// How a line orders readers to wait. Each is one rule, for lines no longer than an order is.
// @NOTE They only hold, so a doubtful line of news may be caught; an order that is missed goes live and cannot be taken back.
const orders: readonly RegExp[] = [
  // EMBARGO ; EMBARGOED: … ; *** EMBARGO *** 1 Jan ; Under embargo until … ; Embargoed for release
  line(
    `(?:strictly |press |media |news |(?:under|sous)(?: strict)? )?embargo(?:ed)?(?:[\\W_]*$|\\s?[:–—]|\\s-|-\\s|[\\W_]{1,10}\\d|[\\W_]{1,10}(?:${until}|for (?:release|publication)))`,
  ),
  line(
    `(?:strictly |under )?embargo(?:ed)?(?: (?:release|end))? (?:for|from|is|on|at|time|date|lifts|ends|expires)\\b.{0,12}?${when}`,
  ),
  line('strictly (?:under )?embargo'),
  /^[\W_]{0,12}(?:STRICTLY |UNDER )?EMBARGOED?\b(?=.*[a-z])/,
  /\bEMBARGOED (?:UNTIL|TILL|FOR|TO)\b|[([]\s?(?:strictly )?embargo(?:ed)?\b(?! goods)[^)\]]{0,80}[)\]]/,
  /[([]\s?(?:STRICTLY )?EMBARGO(?:ED)?\b/,
  line('this (?:story|copy|item|report|article|release|material|text|speech)\\b.{0,20} (?:embargoed|under embargo)\\b'),
  line('h[eo]ld for release\\b'),
  line(`hold (?:until|till|for)\\b.*?${when}`),
  line(
    `not for (?:publication|release|broadcast|use)(?: or (?:broadcast|publication|use))?(?:[\\W_]*$|[\\W_]+${until}|.*?${when})`,
  ),
  line(`not to be (?:published|used|released|broadcast|printed)\\b.*?(?:${until}|${when})`),
  line(
    `(?:please )?(?:do not|don['’]t) ${publish}(?: or ${publish})?(?: (?:this|it))?(?: (?:story|item|copy|text))? (?:before|until|till|prior)\\b`,
  ),
  line(`not (?:before|until)\\b.{0,20}?${when}`),
  line('(?:achtung\\W{1,3})?sperrfrist\\b'),
  line(`(?:advance )?for release(?! from\\b)\\b.*?(?:\\d|${when})`),
  line(`(?:advance|adv)\\.? for\\b.*?${when}`),
  line(`release (?:date|time)(?: and time)?[\\s:–—=-]+(?:is |on |at )?(?:\\d|${when})`),
];

// In capitals at the start of a paragraph that it runs into, of whatever length.
const shouted =
  /^[\W_]{0,12}(?:(?:STRICTLY |UNDER )?EMBARGO(?:ED)? ?(?:UNTIL|TILL|FOR RELEASE|:)|HOLD FOR RELEASE|NOT FOR (?:PUBLICATION|RELEASE|USE|BROADCAST) (?:BEFORE|UNTIL|PRIOR)|SPERRFRIST)/;
const lifted = /\b(?:no|not|lift(?:s|ed)|without)\b[^.]{0,20}\bembargo|\bembargo[^.]{0,20}\blifted\b/i;
const waits = /\b(?:until|till|unless|before|not yet)\b/i;
const atOnce = /^[\W_]{0,12}(?:press release\W{1,4})?for immediate (?:release|use|publication)\b/i;

/** Whether words say that there is no embargo, or none any more. "Embargoed until lifted" does not say so. */
export const isLifted = (words: string): boolean => lifted.test(words) && !waits.test(words);

/** The first line that orders the copy not to be used yet; undefined when there is none. News about an embargo is none. */
export function findEmbargoWords(texts: readonly (string | undefined)[]): string | undefined {
  for (const text of texts) {
    for (const each of text?.split('\n') ?? []) {
      const words = each.trim();
      if (words !== '' && isOrder(words)) return words.slice(0, LONGEST_ORDER);
    }
  }
  return undefined;
}

function isOrder(words: string): boolean {
  if (words.length > LONGEST_ORDER) return shouted.test(words.slice(0, LONGEST_ORDER));
  if (atOnce.test(words) || isLifted(words)) return false;
  return orders.some((order) => order.test(words));
}
