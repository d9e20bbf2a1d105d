// Wire files as nobody should send them: ours, damaged in every way that we could think of. The same seed gives the same file.

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What damage works with: chance, and every file, to cut pieces from. */
type Chance = {
  readonly random: () => number;
  /** A whole number from 0 up to, not with, `below`. */
  number(below: number): number;
  one<T>(of: readonly T[]): T;
  readonly files: readonly Buffer[];
};
type Damage = (file: Buffer, chance: Chance) => Buffer;

/** Longer than this no damaged file gets, in bytes: parse refuses what has more than 8 MiB. */
const LONGEST = 3_000_000;

const put = (file: Buffer, at: number, piece: Buffer | string): Buffer =>
  Buffer.concat([file.subarray(0, at), Buffer.from(piece), file.subarray(at)]).subarray(0, LONGEST);
const inText = (file: Buffer, change: (text: string) => string): Buffer =>
  Buffer.from(change(file.toString('latin1')), 'latin1').subarray(0, LONGEST);
const replaceOne = (text: string, pattern: RegExp, by: string, { number }: Chance): string => {
  const found = [...text.matchAll(pattern)];
  const hit = found[number(Math.max(1, found.length))];
  return hit ? text.slice(0, hit.index) + by + text.slice(hit.index + hit[0].length) : text;
};

const TIMES = [10, 10, 300, 300, 300, 5_000, 5_000, 60_000] as const;
const LENGTHS = [2_000, 2_000, 2_000, 40_000, 40_000, 40_000, 700_000] as const;
const DATES = [
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:60+99:99',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '20261399T256199Z',
  '31 Feb 2026 25:61 IST',
  `${'9'.repeat(400)}`,
  'Mo, 30 Okt 2026 08:00 MESZ',
  'NaN',
  '1e308',
];
/** Pieces that some rule looks for, again and again: where a pattern can be slow, it is here. */
const LURES = [
  'KILL ',
  'embargoed until ',
  'EDS: ',
  '(AP) - ',
  'PORT ALDER, March 2 (NPA) - ',
  '- ',
  '. ',
  '=\r\n',
  '\t|\t',
  '&amp;',
  '&#65;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '"\\u00',
  '“',
  '(',
  'a,',
  ' \n',
  '\r',
  'ZCZC ',
  '^',
  '<',
  'http://a.',
  'a@b.',
  'von ',
  '1st Ld-',
  '\u0001\u0002\u0003',
];
const XML_BOMB = `<!DOCTYPE x [<!ENTITY a "${'lol'.repeat(20)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}<!ENTITY ext SYSTEM "file:///etc/passwd">]>`;

const damages: readonly Damage[] = [
  // Cut off, in front or behind.
  (file, { number }) => file.subarray(0, number(file.length)),
  (file, { number }) => file.subarray(number(file.length)),
  // Single bytes.
  (file, { number }) => {
    const copy = Buffer.from(file);
    for (let count = 1 + number(30); count > 0 && copy.length > 0; count--) copy[number(copy.length)] = number(256);
    return copy;
  },
  // A piece again and again.
  (file, { number, one }) => {
    const at = number(file.length);
    const piece = file.subarray(at, at + 1 + number(400));
    const times = Math.min(one(TIMES), Math.floor(LONGEST / 4 / Math.max(1, piece.length)));
    return put(file, at, Buffer.concat(Array(times).fill(piece)));
  },
  // The front of one format and the back of another.
  (file, { number, one, files }) => {
    const other = one(files);
    return Buffer.concat([file.subarray(0, number(file.length)), other.subarray(number(other.length))]);
  },
  // One format inside another.
  (file, { number, one, files }) => put(file, number(file.length), one(files)),
  // Other encodings than it says.
  (file, { one }) => {
    const text = file.toString('utf8');
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return one([
      utf16,
      Buffer.from(utf16.subarray(0, utf16.length & ~1)).swap16(),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'latin1'),
      Buffer.from(text.replace(/encoding="[^"]*"/, 'encoding="x-nonsense"')),
      Buffer.from(text.replace(/encoding="[^"]*"/, 'encoding="utf-16"')),
      Buffer.from(file.toString('latin1')),
    ]);
  },
  // Control characters, half characters, bytes that no encoding has.
  (file, { number, one }) =>
    put(
      file,
      number(file.length),
      one([
        '\0',
        '\0'.repeat(1000),
        '\x1b[2J',
        '\b\x10',
        '\ufeff',
        '\u202e',
        '\x04\x03\x02\x01',
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from([0xff, 0xfe, 0xfd]),
        Buffer.from([0xf4, 0x90, 0x80, 0x80]),
      ]),
    ),
  // Depth.
  (file, { number, one }) => {
    const times = one(TIMES);
    const open = one([
      '<a>',
      '<p><b>',
      '<div>',
      '[',
      '{"a":',
      '<ul><li>',
      '<table><tr><td>',
      '("',
      '<?x ',
      '<newsItem>',
    ]);
    return put(file, number(file.length), open.repeat(Math.min(times, Math.floor(LONGEST / 4 / open.length))));
  },
  // Entities that grow, and that fetch.
  (file, { number }) =>
    inText(file, (text) =>
      text
        .replace(/^(<\?xml[^>]{0,200}\?>)?/, `$1${XML_BOMB}`)
        .replace(/>([^<]{3})/g, (all, some) => (number(4) === 0 ? `>&j;&ext;${some}` : all)),
    ),
  // Long lines.
  (file, { number, one }) =>
    put(
      file,
      number(file.length),
      one([' ', 'a', '-', '=', '\t', '>', '"', '\\', '.', '\u00e9', '0']).repeat(one(LENGTHS)),
    ),
  // Rules' own words, many times.
  (file, { number, one }) => put(file, number(file.length), one(LURES).repeat(one(TIMES))),
  // Huge numbers.
  (file, chance) =>
    inText(file, (text) =>
      replaceOne(text, /\d+/g, chance.one(['9'.repeat(400), '-1', '1e999', '0x10', '00', '1.5']), chance),
    ),
  // Names that objects have already.
  (file, chance) =>
    inText(file, (text) =>
      replaceOne(
        text,
        /"[a-z_]+"(?=\s*:)|(?<=<\/?)[A-Za-z.]+/g,
        chance.one(['"__proto__"', '"constructor"', '__proto__', 'toString', '"hasOwnProperty"']),
        chance,
      ),
    ),
  // A line twice: two of one key, two of one element.
  (file, { number }) =>
    inText(file, (text) => {
      const lines = text.split('\n');
      const at = number(lines.length);
      return [...lines.slice(0, at), lines[at], ...lines.slice(at)].join('\n');
    }),
  // Dates.
  (file, chance) =>
    inText(file, (text) =>
      replaceOne(text, /\d{4}-?\d\d-?\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?/g, chance.one(DATES), chance),
    ),
  // Values of another kind than they are.
  (file, chance) =>
    inText(file, (text) =>
      replaceOne(
        text,
        /:\s*(?:"[^"\n]*"|\d+|true|null)/g,
        chance.one([':null', ':[]', ':{}', ':[[[]]]', ':7', ':true', ':"\\ud800"']),
        chance,
      ),
    ),
  // Other line ends, or none.
  (file, { one }) =>
    inText(file, (text) => text.replace(/\r?\n/g, one(['\r', '\n\r', '', '\r\r\n', '\u0085', '\n\n\n']))),
  // Mail that unfolds: parts in parts, and a part that is larger than it looks.
  (file, { number, one }) => {
    const times = one([3, 50, 800]);
    const head = Array.from(
      { length: times },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join('');
    const bodies = [
      file.toString('base64'),
      `=${'3D'.repeat(number(50_000))}`,
      'AAAA'.repeat(number(100_000)),
      file.toString('latin1'),
    ];
    return Buffer.from(
      `From: a@b.example\r\nSubject: =?utf-8?B?${'w6k='.repeat(number(200))}?=\r\nMIME-Version: 1.0\r\n${head}Content-Type: ${one(['text/plain', 'text/html', 'application/json', 'message/rfc822', 'application/zip'])}; charset=${one(['utf-8', 'utf-7', 'x-none', 'utf-16', 'iso-2022-jp'])}\r\nContent-Transfer-Encoding: ${one(['base64', 'quoted-printable', '8bit', 'x-uuencode'])}\r\n\r\n${one(bodies)}`,
    ).subarray(0, LONGEST);
  },
];

/** A hostile file: one of `files`, or of no format at all, after one to four kinds of damage. */
export function hostileFile(seed: number, files: readonly Buffer[]): Buffer {
  const random = randomOf(seed);
  const number = (below: number) => Math.floor(random() * below);
  const one = <T>(of: readonly T[]): T => of[number(of.length)]!;
  const chance: Chance = { random, number, one, files };
  let file: Buffer = Buffer.from(one(files));
  for (let count = 1 + number(4); count > 0; count--) file = one(damages)(file, chance);
  return file;
}
