import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findNameProblem } from './find-name-problem.ts';
import { shortName } from './short-name.ts';

/** Each name with what stands over the comment. */
function shown(expected: Readonly<Record<string, string>>): void {
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, shortName(name)])), expected);
}

/** Each name with the message that its owner reads. */
function refused(expected: Readonly<Record<string, RegExp>>): void {
  const messages = Object.entries(expected).map(([name, pattern]) => [
    name,
    pattern.test(findNameProblem(name) ?? 'no problem'),
  ]);
  assert.deepEqual(
    messages,
    Object.keys(expected).map((name) => [name, true]),
  );
  assert.deepEqual(
    Object.keys(expected).filter((name) => shortName(name) !== undefined),
    [],
  );
}

describe('the name over a comment', () => {
  it('is the first name and the initial of the last one', () => {
    shown({
      'Priya Sharma': 'Priya S',
      'Björk Guðmundsdóttir': 'Björk G',
      'Mary Jane Watson': 'Mary W',
      'Karthik R': 'Karthik R',
    });
  });

  it('is written as a name, however it was typed', () => {
    shown({
      '  priya \t sharma ': 'Priya S',
      'PRIYA SHARMA': 'Priya S',
      'JEAN-PIERRE DUPONT': 'Jean-Pierre D',
      "d'arcy o'neill": "D'Arcy O",
      'şule çelik': 'Şule Ç',
      'АННА КАРЕНИНА': 'Анна К',
      'PRIYA Sharma': 'Priya S',
      'LeAnn McDonald': 'LeAnn M',
      'გიორგი ბერიძე': 'გიორგი ბ',
    });
  });

  it('keeps a name of one word, and never makes an initial of its only word', () => {
    shown({ Priya: 'Priya', sukarno: 'Sukarno', 'Mr Smith': 'Smith', Dr: 'Dr', 王: '王' });
  });

  it('shows the initial as a reader of its script sees it', () => {
    shown({
      'क्षितिज शर्मा': 'क्षितिज श',
      'नरेश क्षत्रिय': 'नरेश क्ष',
      'தமிழ்ச்செல்வி முருகன்': 'தமிழ்ச்செல்வி மு',
      'রবীন্দ্রনাথ ঠাকুর': 'রবীন্দ্রনাথ ঠা',
      'محمد صلاح': 'محمد ص',
      'דוד בן גוריון': 'דוד ג',
      'Ørsted A\u030aberg': 'Ørsted Å',
    });
  });

  it('takes Chinese, Japanese and Korean names family first, and leaves them whole when nothing parts them', () => {
    shown({
      王小明: '王小明',
      '王 小明': '小明 王',
      김민수: '김민수',
      '김 민수': '민수 김',
      山田太郎: '山田太郎',
      '山田 太郎': '太郎 山',
      山田さん: '山田',
      'ジョン・スミス': 'ジョン ス',
      约翰·史密斯: '约翰 史',
    });
  });

  it('passes over particles and middle names to the last one', () => {
    shown({
      'Ludwig van Beethoven': 'Ludwig B',
      'Maria de la Cruz': 'Maria C',
      'Ahmed al-Masri': 'Ahmed M',
      'Ахмед аль-Масри': 'Ахмед М',
      "Gerard 't Hooft": 'Gerard H',
      'Léa d’Artagnan': 'Léa D',
      "Siobhán O'Brien": 'Siobhán O',
      'Anna Smith-Jones': 'Anna S',
    });
  });

  it('prefers a first name to initials, and keeps initials that stand for it', () => {
    shown({
      'J. R. R. Tolkien': 'J T',
      'J.R.R.Tolkien': 'J T',
      'JRR Tolkien': 'JRR T',
      'JP MORGAN': 'JP M',
      'A. P. J. Abdul Kalam': 'Abdul K',
      'O. Henry': 'O H',
      'Priya S.': 'Priya S',
    });
  });

  it('drops titles, degrees and suffixes', () => {
    shown({
      'Dr Priya Sharma': 'Priya S',
      'Dr.Priya Sharma': 'Priya S',
      'Prof. Dr. Hans Müller': 'Hans M',
      'Smt. Lakshmi Devi': 'Lakshmi D',
      'श्री नरेश कुमार': 'नरेश कु',
      'डॉ. अनीता देसाई': 'अनीता दे',
      'திரு. குமரன் வேலு': 'குமரன் வே',
      'الدكتور أحمد زويل': 'أحمد ز',
      'Martin Luther King, Jr.': 'Martin K',
      'Henry Ford III': 'Henry F',
      'Ravi Kumar Ph.D.': 'Ravi K',
      'Priya ji': 'Priya',
      'Hon. Asha Rao': 'Asha R',
      'Hon Nguyen': 'Hon N',
      'Sri Mulyani Indrawati': 'Sri I',
    });
  });

  it('drops nicknames, places and pictures, and turns “Sharma, Priya” round', () => {
    shown({
      'Robert "Bob" Smith': 'Robert S',
      'Priya (Mumbai) Sharma': 'Priya S',
      'Priya 🌸 Sharma ✓': 'Priya S',
      'Priya Sharma, Mumbai': 'Priya S',
      'Sharma, Priya': 'Priya S',
    });
  });

  it('folds what only looks different', () => {
    shown({
      'Ｐｒｉｙａ Ｓｈａｒｍａ': 'Priya S',
      '𝐏𝐫𝐢𝐲𝐚 𝐒𝐡𝐚𝐫𝐦𝐚': 'Priya S',
      '\u200bPriya\u200b \u2060Sharma\ufeff': 'Priya S',
    });
  });

  it('lets nobody pile marks over other people’s lines', () => {
    assert.equal(shortName(`Zo${'\u0336'.repeat(60)}e Xu`), `Zo${'\u0336'.repeat(4)}e X`);
  });
});

describe('a name that is no name', () => {
  it('is refused in words that say what to do', () => {
    refused({
      '': /write your name/,
      ' \u200b\u3164 ': /write your name/,
      '😀😀': /write your name/,
      'https://spam.example/x': /web address/,
      'www.spam.example': /web address/,
      'cheap-phones.shop': /web address/,
      'priya@example.in': /e-mail/,
      '@priya': /e-mail/,
      '12345': /full name/,
      '...': /full name/,
      P: /full name/,
      '<b>Priya</b>': /letters/,
      priya_sharma: /letters/,
      'Pri\u202eya': /hidden/,
      'Pri\u0007ya': /hidden/,
      '\ud800 Priya': /hidden/,
    });
  });

  it('is too long past eighty characters, and a megabyte of it is no trouble', () => {
    refused({ ['Priya '.repeat(14)]: /80 characters/, ['a'.repeat(1_000_000)]: /80 characters/ });
    assert.equal(shortName(`Priya ${'क्षि'.repeat(70)}`), 'Priya क्षि');
  });

  it('may not pose as the newsroom', () => {
    refused({
      Admin: /newsroom/,
      'Site Admin': /newsroom/,
      M0derat0r: /newsroom/,
      Admin2: /newsroom/,
      'The Editor': /newsroom/,
      'Chief Editor': /newsroom/,
      Ａｄｍｉｎ: /newsroom/,
      модератор: /newsroom/,
      संपादक: /newsroom/,
      管理员: /newsroom/,
      'Aдмin Rao': /one alphabet/,
    });
    shown({ 'Leon Staff': 'Leon S', 'Amanda Desk': 'Amanda D', 'Madmini Perera': 'Madmini P' });
  });
});

describe('any name at all', () => {
  const graphemes = (text: string): number => [...new Intl.Segmenter('en').segment(text)].length;
  const pieces = fc.constantFrom(
    ...[
      'Priya',
      'SHARMA',
      'de',
      'la',
      'Dr.',
      'Jr',
      'J.',
      'van',
      'al-Masri',
      "O'Neill",
      'शर्मा',
      'முருகன்',
      '王',
      '小明',
      '김',
      'محمد',
    ],
    ...[
      ' ',
      ' ',
      '  ',
      ', ',
      '.',
      '-',
      '"',
      '(',
      ')',
      '·',
      '・',
      "'",
      '\u200d',
      '\u0301',
      '🌸',
      'ﬁ',
      'ß',
      'ŉ',
      'İ',
      'ǆ',
      '1',
      'さん',
    ],
  );
  const names = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((some) => some.join('')),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );

  it('either gives a short name or says what is wrong, never both, and never throws', () => {
    fc.assert(fc.property(names, (name) => (shortName(name) === undefined) === (findNameProblem(name) !== undefined)));
  });

  it('never becomes longer, and never carries what cannot be seen', () => {
    fc.assert(
      fc.property(names, (name) => {
        const short = shortName(name) ?? '';
        assert.ok(graphemes(short) <= graphemes(name.normalize('NFKC')));
        assert.doesNotMatch(short, /\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff<>&@]|^\s|\s$|\s\s/u);
      }),
    );
  });
});
