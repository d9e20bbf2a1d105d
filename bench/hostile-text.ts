/** What makes a hostile file; made when it is asked for. */
export type Shapes = Readonly<Record<string, () => string>>;

export const MiB = 1024 * 1024;
export const paragraph =
  'The harbour council of Port Eldon said on Monday that the tram line would open in May, after years of work.';

/** The unit as often as it fits, by default into a file of the largest size. */
export const fill = (unit: string, size = 8 * MiB - 4000): string =>
  unit.repeat(Math.floor(size / Buffer.byteLength(unit)));

const para = paragraph;
const mailHead = (type: string, extra = '') =>
  `From: NPA <desk@npa.example>\r\nTo: x@example.org\r\nSubject: Harbour opens\r\nDate: Mon, 2 Mar 2026 12:00:00 +0000\r\nMessage-ID: <a@npa.example>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n${extra}\r\n`;
const ninjs = (o: object) =>
  JSON.stringify({ uri: 'urn:a', version: '1', type: 'text', headline: 'Harbour opens', ...o });
const anpaMsg =
  '\x16\x16\x01a0001\x1f_x\r\nr a \x13\x11 BC-Harbour 03-02 0010\r\n\x02^BC-Harbour,10<\r\n^Harbour opens<\r\n\tPORT ELDON (NPA) - The tram runs.\r\n\x03AP-WF-03-02-26 0745GMT<\r\n\x04';
const i7901 =
  '\x01abc0001 4 pl 10  npa 001\r\n\r\nharbour/\r\n\x02Harbour opens =\r\nPort Eldon (npa) - The tram runs.\r\n\x03021200 Mar 26\r\n\x7f\n\x7f\x04';
const p1 = (s: string) =>
  `<?xml version="1.0"?><nitf><head><title>T</title></head><body><body.head><hedline><hl1>Harbour opens</hl1></hedline></body.head><body.content>${s}</body.content></body></nitf>`;

/** Text, mail and JSON with too much of one thing, and with almost too much. */
export const textShapes: Shapes = {
  'text: one line': () => fill('word and '),
  'text: paragraphs': () => `Harbour opens\n\nPORT ELDON, March 2 (NPA) - x\n\n${fill(`${para}\n\n`)}`,
  'text: short lines': () => fill('A b.\n'),
  'text: short paragraphs': () => fill('A b.\n\n'),
  'text: blank lines': () => `${fill('\n')}x`,
  'text: caps lines': () => fill('EMBARGO HOLD\n'),
  'text: 1 MiB of paragraphs': () => `Harbour opens\n\n${fill(`${para}\n\n`, MiB - 4000)}`,
  'text: 1 MiB of short lines': () => fill('A b.\n', MiB - 4000),
  'text: 1 MiB of embargo lines': () => fill('Embargoed until Monday.\n', MiB - 4000),
  'text: 1 MiB tabs': () => fill('a\tb  c\n', MiB - 4000),
  'text: 1 MiB one line': () => fill('Kill embargo ', MiB - 4000),
  'text: 1 MiB spaces': () => `a${fill(' ', MiB - 4000)}b`,
  'text: 1 MiB quotes': () => fill('“"', MiB - 4000),
  'zczc: tiny': () => fill('ZCZC\nA\n\nB\nNNNN\n'),
  'zczc: tinier': () => fill('ZCZC\nNNNN\n'),
  'zczc: one long': () => `ZCZC ABC123\nHarbour opens\n\n${fill(`${para}\n\n`)}NNNN\n`,
  'zczc: one, short lines': () => `ZCZC ABC123\nHarbour opens\n\n${fill(`a b\n`)}NNNN\n`,
  'anpa: many': () => fill(anpaMsg),
  'anpa: one long': () => anpaMsg.replace('The tram runs.', fill(`${para}\r\n\t`)),
  'anpa: one, short': () => anpaMsg.replace('The tram runs.', fill(`a\r\n\t`)),
  '7901: many': () => fill(i7901),
  '7901: one long': () => i7901.replace('The tram runs.', fill(`${para}\r\n\r\n`)),
  '7901: one, short': () => i7901.replace('The tram runs.', fill(`a\r\n\r\n`)),
  '7901: one, short lines': () => i7901.replace('The tram runs.', fill(`a b\r\n`)),
  'mail: text': () => mailHead('text/plain; charset=utf-8') + fill(`${para}\r\n\r\n`),
  'mail: short lines': () => mailHead('text/plain; charset=utf-8') + fill(`a b\r\n`),
  'mail: html 2 MiB': () =>
    `${mailHead('text/html; charset=utf-8')}<html><body>${fill('<p>a b</p>', 2 * MiB)}</body></html>`,
  'mail: html 2 MiB text': () =>
    `${mailHead('text/html; charset=utf-8')}<html><body>${fill(`<p>${para}</p>`, 2 * MiB)}</body></html>`,
  'mail: html 8 MiB': () => `${mailHead('text/html; charset=utf-8')}<html><body>${fill('<p>a b</p>')}</body></html>`,
  'mail: html br': () => `${mailHead('text/html; charset=utf-8')}<html><body>${fill('a<br>', MiB)}</body></html>`,
  'mail: html tags': () => `${mailHead('text/html; charset=utf-8')}<html><body>${fill('<b>', MiB)}</body></html>`,
  'mail: html font': () => `${mailHead('text/html; charset=utf-8')}<html><body>${fill('<a><b><p>', MiB)}</body></html>`,
  'mail: html tables': () =>
    `${mailHead('text/html; charset=utf-8')}<html><body>${fill('<table><tr><td>a', MiB)}</body></html>`,
  'mail: qp': () =>
    mailHead('text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable\r\n') + fill('=41=42 c=\r\n'),
  'mail: base64': () =>
    mailHead('text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64\r\n') +
    Buffer.from(fill(`${para}\n\n`, 6 * MiB))
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n'),
  'mail: parts': () =>
    `${mailHead('multipart/mixed; boundary=x') + fill('--x\r\nContent-Type: text/plain\r\n\r\na\r\n')}--x--`,
  'mail: headers': () => `${mailHead('text/plain', fill('X-A: b\r\n'))}a`,
  'ninjs: html p': () => ninjs({ body_xhtml: fill('<p>a b</p>') }),
  'ninjs: html long p': () => ninjs({ body_xhtml: fill(`<p>${para}</p>`) }),
  'ninjs: html b': () => ninjs({ body_xhtml: fill('<b>') }),
  'ninjs: html nested': () => ninjs({ body_xhtml: fill('<div>') }),
  'ninjs: html a p': () => ninjs({ body_xhtml: fill('<a><p>') }),
  'ninjs: html tables': () => ninjs({ body_xhtml: fill('<table><tr><td>a') }),
  'ninjs: html 1M p': () => ninjs({ body_xhtml: fill('<p>a b</p>', 1 * MiB) }),
  'ninjs: html 1M a p': () => ninjs({ body_xhtml: fill('<a><p>', 1 * MiB) }),
  'ninjs: html 1M b p': () => ninjs({ body_xhtml: fill('<b><p>', 1 * MiB) }),
  'ninjs: text': () => ninjs({ body_text: fill(`${para}\n\n`) }),
  'ninjs: text lines': () => ninjs({ body_text: fill(`a\n`) }),
  'ninjs: headline html': () => ninjs({ headline: fill('<b>a</b>'), body_text: 'x' }),
  'ninjs: headline p': () => ninjs({ headline: fill('<p>a'), body_text: 'x' }),
  'ninjs: byline html': () => ninjs({ byline: fill('<b>a</b>'), body_text: 'x' }),
  'ninjs: subjects': () => ninjs({ body_text: 'x', subject: JSON.parse(`[${fill('{"code":"a"},')}{}]`) }),
  'ninjs: nested json': () => `{"uri":"a","x":${'['.repeat(4 * MiB)}${']'.repeat(4 * MiB - 100)}}`,
  'json: broken': () => `{"uri":"a","headline":"${fill('a\\“\n')}"`,
  'json: many keys': () => `{"uri":"a",${Array.from({ length: 500_000 }, (_, i) => `"a${i}":1`).join(',')}}`,
  'json: duplicate keys': () => `{"uri":"a",${fill('"status":"usable",')}"a":1}`,
  'json: array of ninjs': () => `[${fill('{"uri":"a","headline":"b"},')}{}]`,
  fingerpost: () => `{"slug":"a","headline":"b","byline":"c","priority":"4","body_text":"${fill('<p>a b</p>')}"}`,
  'json feed': () =>
    `{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[${fill('{"id":"a","title":"b"},')}{"id":"z"}]}`,
  'ninjs: 199,000 tags': () => ninjs({ body_xhtml: '<p>a b</p>'.repeat(199_000) + ' and so on'.repeat(500_000) }),
  'ninjs: 400,000 a p': () => ninjs({ body_xhtml: '<a><b><p>a'.repeat(130_000) }),
  'ninjs: escaped tags': () => ninjs({ body_xhtml: '<p>a b</p>'.repeat(340_000) }).replaceAll('<', '\\u003c'),
  'ninjs: 20,000 items': () =>
    `[${'{"uri":"a","headline":"b","body_text":"PORT ELDON (NPA) - a b\\n\\nc"},'.repeat(20_000)}{}]`,
  'ninjs: stories': () =>
    `[${`{"uri":"a","headline":"b","body_text":"${`${para}\\n\\n`.repeat(40)}"},`.repeat(1_700)}{}]`,
  'ninjs: 140,000 subjects': () =>
    ninjs({ body_text: 'x', subject: Array.from({ length: 140_000 }, (_, i) => ({ code: `a${i}` })) }),
  'ninjs: 990,000 quotes': () =>
    ninjs({ body_text: 'x', keywords: Array.from({ length: 490_000 }, (_, i) => `a${i}`) }),
  'json: 240,000 keys': () => `{"uri":"a",${Array.from({ length: 480_000 }, (_, i) => `"a${i}":1`).join(',')}}`,
  'json: 1 MiB broken': () => `{"uri":"a","headline":"${fill('a\\“\n', MiB - 5000)}"`,
  'json: 1 MiB broken 2': () => `{"uri":"a","headline":"${fill('a" b', MiB - 5000)}"}`,
  'json: nested 149,000': () => `{"uri":"a","x":${'['.repeat(149_000)}${']'.repeat(149_000)}}`,
  'text: 900 KB of embargo lines': () => fill('Not until the harbour said so, hold on\n', 900_000),
  'text: 900 KB, tables': () => fill('harbour opens | b | c |\n', 900_000),
  'zczc: 4900': () =>
    `ZCZC ABC1\nHarbour opens\n\nPORT ELDON (NPA) - ${para}\n\n${para}\n\n${para.repeat(10)}\nNNNN\n`.repeat(4900),
  'zczc: 249 KB': () => `ZCZC ABC1\nHarbour opens\n\n${'harbour a b\n'.repeat(20_000)}\nNNNN\n`.repeat(24),
  'anpa: 4900': () => anpaMsg.replace('The tram runs.', `The tram runs. ${para.repeat(13)}`).repeat(4900),
  '7901: 4900': () => i7901.replace('The tram runs.', `The tram runs. ${para.repeat(13)}`).repeat(4900),
  'mail: 200 parts': () =>
    mailHead('multipart/mixed; boundary=x') +
    `--x\r\nContent-Type: text/plain\r\n\r\n${para.repeat(90)}\r\n`.repeat(199) +
    '--x--',
  'mail: 7 MiB NITF in base64': () =>
    `${mailHead('multipart/mixed; boundary=x')}--x\r\nContent-Type: application/xml; name="a.xml"\r\nContent-Disposition: attachment; filename="a.xml"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(
      p1('<p>a b</p>'.repeat(190_000)),
    )
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n')}\r\n--x--`,
  'mail: 3 NITF': () =>
    `${mailHead('multipart/mixed; boundary=x')}${`--x\r\nContent-Type: application/xml; name="a.xml"\r\nContent-Disposition: attachment; filename="a.xml"\r\n\r\n${p1('<p>a b</p>\r\n'.repeat(65_000))}\r\n`.repeat(3)}--x--`,
  'mail: html 1.9 MiB': () =>
    `${mailHead('text/html; charset=utf-8')}<html><body>${`<p>${para}</p>\r\n`.repeat(16_000)}</body></html>`,
  'mail: html 1.9 MiB dense': () =>
    `${mailHead('text/html; charset=utf-8')}<html><body>${'<p>a b</p>\r\n'.repeat(160_000)}</body></html>`,
  'mail: html 1.9 MiB br': () =>
    `${mailHead('text/html; charset=utf-8')}<html><body>${'a b<br>\r\n'.repeat(200_000)}</body></html>`,
  'ninjs: 10 items, 29,000 keys': () =>
    `[${`{"uri":"a","headline":"b",${Array.from({ length: 29_000 }, (_, i) => `"Aa${i}":1`).join(',')}},`.repeat(10)}{}]`,
  'ninjs: 1400 items, 199 keys': () =>
    `[${`{"uri":"a","headline":"b",${Array.from({ length: 195 }, (_, i) => `"Aa${i}":1`).join(',')}},`.repeat(1400)}{}]`,
  'ninjs: 9,900 items': () =>
    `[${'{"uri":"a","headline":"b","body_text":"PORT ELDON (NPA) - a b\\n\\nc"},'.repeat(9_900)}{}]`,
  'ninjs: 149,000 p': () => ninjs({ body_xhtml: `<p>a b ${'c d '.repeat(9)}</p>`.repeat(149_000) }),
  'ninjs: 74,000 a p': () => ninjs({ body_xhtml: '<a href="https://a.example/">b</a><p>cc'.repeat(74_000) }),
  'json: 290,000 keys': () => `{"uri":"a",${Array.from({ length: 290_000 }, (_, i) => `"a${i}":1`).join(',')}}`,
};
