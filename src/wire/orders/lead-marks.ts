/** What the marks in a slug or headline say about a version. `title` is what is left when they are taken off. */
export type LeadMarks = {
  readonly title: string;
  /** "2nd Ld-Writethru" and "UPDATE 2-" are 2; undefined when no number is given. */
  readonly lead?: number;
  readonly update: boolean;
  readonly correction: boolean;
  /** An order not to use the story, as a mark behind its slug. */
  readonly kill: boolean;
  /** "1st Add", "Take 2": only a further piece of the text, so it never stands for the story. */
  readonly part: boolean;
};

const LONGEST = 300;
const ordinal = '\\d{1,2}(?:st|nd|rd|th|er|ère|e|ème|eme|ª|º|\\.)?';
const leads = `${ordinal}[\\s-]?(?:ld|lead|net|ldall)(?![\\p{L}\\d])|(?:first|second|third|fourth|fifth) lead`;
const numbered = `(?:${leads})(?:[\\s-]?(?:write-?thru|all))?`;
const update = 'write-?thr(?:u|ough)|recasts?|updates?(?:\\s\\d{1,2})?|new lead';
const correction =
  'correct(?:ed|s|ion)|refile[ds]?|berichtigung|korrektur|rectificati(?:f|on)|rettelse|rättelse|retting';
const kill =
  '(?:bulletin[\\s-]|mandatory[\\s-])?kill|withhold|elimination|withdrawn|annulation|zurückgezogen|zurückziehung';
const rank = 'urgent|bulletin|flash|alert|eil(?:meldung)?|abridged';
// @NOTE "Weather-Alert" and "Bear Kill" are slugs: words that a slug may end in are marks only behind a comma or a stroke.
const behind = new RegExp(
  `(?:(?:^|[\\s,/(-]{1,3})\\(?${numbered}|(?:^|[,/(]\\s?)\\(?(?:${update}|${correction}|${kill}|${rank}))\\)?\\s{0,3}$`,
  'iu',
);
const before =
  /^(?:(?:update|wrapup|roundup)\s\d{1,2}|(?:official\s)?correct(?:ed|ion)|refile|rpt|repeat|berichtigung|korrektur)\s?[-–—:/]\s?/i;
const part = new RegExp(
  `(?:^|[\\s,(-])(?:${ordinal}\\sadd|add\\s\\d{1,2}|take\\s\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)\\stake)\\b`,
  'iu',
);
const words: readonly string[] = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/** Reads and takes off the marks of a version: "…, 1st Ld-Writethru", "UPDATE 2-…", "2ND LEAD 3RD NET", "…, BULLETIN KILL". */
export function readLeadMarks(text: string): LeadMarks {
  let title = text.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const said: string[] = [];
  for (let round = 0; round < 6; round++) {
    const mark = behind.exec(title) ?? before.exec(title);
    if (!mark) break;
    said.push(mark[0]);
    title = mark.index === 0 ? title.slice(mark[0].length) : title.slice(0, mark.index);
    title = title.replace(/[\s,/(-]+$/, '').trim();
  }
  const marks = said.join(' ');
  const lead = leadNumber(marks);
  return {
    title,
    ...(lead === undefined ? {} : { lead }),
    update: new RegExp(`(?:${numbered}|${update}|wrapup)`, 'iu').test(marks),
    correction: new RegExp(correction, 'iu').test(marks),
    kill: new RegExp(kill, 'iu').test(marks),
    part: part.test(text.slice(0, LONGEST)),
  };
}

function leadNumber(marks: string): number | undefined {
  const digits = /(\d{1,2})(?:[\p{L}ªº.]{1,4})?[\s-]?(?:ld|lead)|(?:update|wrapup)\s(\d{1,2})/iu.exec(marks);
  if (digits) return Number(digits[1] ?? digits[2]);
  const word = /(first|second|third|fourth|fifth) lead/i.exec(marks)?.[1]?.toLowerCase();
  return word === undefined ? undefined : words.indexOf(word);
}
