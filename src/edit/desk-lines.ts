/** Who helped to write it, what a page asks of its reader, and who an author is. */
const OF_THE_DESK =
  /\bcontributed to this (?:report|story|article)\b|\bwriters? (?:\S+ ){1,12}contributed from\b|^(?:scroll down|click (?:here|on)|sign up|read more|share and comment|watch (?:the |more |a |this )?(?:video|clip|interview)|(?:see|check out) (?:the |more )?(?:video|photos|gallery)|follow \S+ \S* ?on (?:twitter|facebook))\b/iu;
const CREDIT = /^(?:Story|Photos?|Video|Reporting|Text) by \p{Lu}/u;
const AUTHOR =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3} is (?:an? |the )?(?:[\p{L}-]+ ){0,3}(?:editor(?:[ -]in[ -]chief)?|columnist|correspondent|contributor|staff writer|reporter|opinion writer|political analyst) (?:of|for|at|with|to)\b/u;
/** What a page's own marks left in the words: "tweet_id="6721"". */
const MARKUP = /\b[\p{L}_]{2,20}="[^"]*"|<\/?[a-z]{1,12}>/u;
/** Words of so many letters have a capital in a heading; fewer such words are no sign. */
const LONG_WORD = /(?<![\p{L}\p{N}])\p{L}{4,}/gu;
const FEWEST_LONG = 5;

/** Whether a sentence is a line of the desk or a page's own: no news of a story, whatever it says. */
export const isDeskLine = (words: string): boolean =>
  OF_THE_DESK.test(words) || CREDIT.test(words) || AUTHOR.test(words) || MARKUP.test(words) || isHeading(words);

/** "3 Lena Ode Responds To Harbour Critics": each long word with a capital, and one in small letters would be no name's. */
function isHeading(words: string): boolean {
  const long = words.match(LONG_WORD) ?? [];
  return long.length >= FEWEST_LONG && long.every((word) => /^\p{Lu}/u.test(word)) && /\p{Ll}/u.test(words);
}
