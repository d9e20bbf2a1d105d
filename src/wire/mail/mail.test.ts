import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { processorTime } from '../../../test/support/processor-time.ts';
import { copyOf } from '../copy-of.ts';
import { parse } from '../parse.ts';
import type { WireItem } from '../wire-item.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
function readAll(text: string | Uint8Array): readonly WireItem[] {
  const parsed = parse(typeof text === 'string' ? bytes(text) : text);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.refusal.message);
  assert.match(parsed.format, /^e-mail/);
  return parsed.items;
}
function read(text: string | Uint8Array): WireItem {
  const [item] = readAll(text);
  assert.ok(item);
  return item;
}
function refusalOf(text: string) {
  const parsed = parse(bytes(text));
  assert.ok(!parsed.ok);
  return parsed.refusal;
}
const bodyOf = (item: WireItem) => item.body?.map(({ text }) => text);
const head = (more = '') =>
  `From: Jo Park <jo@northwire.example>\nTo: wire@gazette.example\nDate: Mon, 2 Mar 2026 21:00:00 +0000\nMessage-ID: <m1@northwire.example>\nMIME-Version: 1.0\n${more}`;
const plain = (subject: string, text: string, more = '') => `${head(`Subject: ${subject}\n${more}`)}\n${text}`;
const mixed = (subject: string, ...parts: string[]) =>
  `${head(`Subject: ${subject}\nContent-Type: multipart/mixed; boundary=b1\n`)}\n${parts.map((part) => `--b1\n${part}\n`).join('')}--b1--\n`;
const ninjs = JSON.stringify({
  uri: 'urn:nw:1',
  version: '4',
  type: 'text',
  headline: 'Port opens',
  body_text: 'It opened.',
});

describe('e-mail as copy', () => {
  it('reads headers in their encodings, the richest text that loses no word, and names the files it does not read', () => {
    const item = read(readFileSync(new URL('../../../fixtures/wire/mail/story.eml', import.meta.url)));
    assert.equal(item.headline, 'Ferry runs aground off Cape Löwell');
    assert.equal(item.guid, '20260302.2112.117@northwire.example');
    assert.equal(item.versionCreated, '2026-03-02T21:12:00Z');
    assert.equal(item.source, 'Northwire Désk');
    assert.equal(item.language, 'en-GB');
    assert.equal(item.byline, 'By Lena Ortiz');
    assert.equal(item.dateline?.text, 'CAPE LÖWELL, March 2 (Northwire)');
    assert.deepEqual(item.body, [
      {
        kind: 'paragraph',
        text: 'A ferry with 80 people aboard ran aground on Monday, the coastguard said.',
        marks: [{ kind: 'strong', start: 13, end: 15 }],
      },
      { kind: 'paragraph', text: 'Nobody was hurt.' },
    ]);
    assert.match(item.privateNote ?? '', /\+1 555 0100/);
    assert.match(item.privateNote ?? '', /Not read: Fähre map\.pdf/);
  });

  it('takes the plain text where HTML beside it says less', () => {
    const item = read(
      `${head('Subject: Port opens\nContent-Type: multipart/alternative; boundary=b1\n')}\n--b1\n\nThe port opened on Monday. Two ships came in.\n--b1\nContent-Type: text/html\n\n<p>The port opened</p>\n--b1--\n`,
    );
    assert.deepEqual(bodyOf(item), ['The port opened on Monday. Two ships came in.']);
  });

  it('moves signatures and legal words into the private note', () => {
    const item = read(
      plain(
        'Port opens',
        'The port opened on Monday.\n\n-- \nJo Park\n\nThis e-mail and any attachments are\nconfidential and intended only for the addressee.\n',
      ),
    );
    assert.deepEqual(bodyOf(item), ['The port opened on Monday.']);
    assert.match(item.privateNote ?? '', /Jo Park\nThis e-mail and any attachments are\nconfidential/);
    const legal = read(
      plain('Port opens', 'The port opened.\n\n*****\nConfidentiality notice: for the addressee only.'),
    );
    assert.deepEqual(bodyOf(legal), ['The port opened.']);
  });

  it('ends a release where it says so, and a list’s mail at the rule above its footer', () => {
    const release = read(
      plain(
        'PRESS RELEASE: Ferry line opens',
        'FOR IMMEDIATE RELEASE\n\nFerry line opens\n\nThe line opens in June.\n\n-ENDS-\n\nContact: Jo Park, +1 555 0100\n',
      ),
    );
    assert.equal(release.headline, 'Ferry line opens');
    assert.deepEqual(bodyOf(release), ['The line opens in June.']);
    assert.match(release.privateNote ?? '', /Contact: Jo Park/);
    const list = read(
      plain('Port', 'It opened.\n\nAll is well.\n_______________\nwire list\nTo unsubscribe write to x@y.example\n'),
    );
    assert.deepEqual(bodyOf(list), ['It opened.', 'All is well.']);
  });

  it('keeps copy that only speaks of confidential mail', () => {
    const item = read(plain('Minister sorry', 'The minister sent an e-mail that was confidential.\n\nShe is sorry.'));
    assert.deepEqual(bodyOf(item), ['The minister sent an e-mail that was confidential.', 'She is sorry.']);
  });

  it('takes the marks of answers off the subject, and the copy out of what was sent on', () => {
    const item = read(
      plain(
        'Fwd: RE: [EXTERNAL] Port opens',
        'For you.\n\n---------- Forwarded message ---------\nFrom: Northwire Desk <desk@northwire.example>\nDate: Sun, 1 Mar 2026 10:00:00 +0000\nSubject: Harbour opens\nTo: Jo\n\nThe harbour opened on Sunday.\n',
      ),
    );
    assert.equal(item.headline, 'Harbour opens');
    assert.equal(item.source, 'Northwire Desk');
    assert.equal(item.versionCreated, '2026-03-01T10:00:00Z');
    assert.deepEqual(bodyOf(item), ['The harbour opened on Sunday.']);
    assert.match(item.privateNote ?? '', /For you\./);
    assert.equal(read(plain('AW: WG: Port opens', 'It opened.')).headline, 'Port opens');
  });

  it('leaves the mail that was answered to out of the story', () => {
    const item = read(
      plain(
        'Re: Port',
        'The port opened.\n\nOn Mon, 2 Mar 2026 at 20:00, Lena Ortiz <l@n.example> wrote:\n> Is it open?\n',
      ),
    );
    assert.deepEqual(bodyOf(item), ['The port opened.']);
  });

  it('holds what the subject embargoes, with the time where it is certain', () => {
    const until = read(
      plain('EMBARGOED UNTIL 0600 GMT 3 March 2026: Council to vote', 'The council votes on Tuesday.'),
    );
    assert.equal(until.embargoedUntil, '2026-03-03T06:00:00Z');
    assert.equal(until.headline, 'Council to vote');
    const vague = read(plain('Council to vote (embargoed until Tuesday)', 'The council votes.'));
    assert.equal(copyOf(vague).copy.embargoedUntil, 'unreadable');
    assert.equal(vague.headline, 'Council to vote');
    const bare = read(plain('Embargoed: Tram line', 'EMBARGOED UNTIL 0600 GMT, March 3, 2026\n\nThe council votes.'));
    assert.equal(bare.embargoedUntil, '2026-03-03T06:00:00Z');
    assert.equal(bare.headline, 'Tram line');
    const behind = read(plain('Council to vote - embargoed 3 March 2026 0600 GMT', 'The council votes.'));
    assert.equal(behind.embargoedUntil, '2026-03-03T06:00:00Z');
    assert.equal(behind.headline, 'Council to vote');
    const news = read(plain('Embargo on oil exports lifted', 'The ministers agreed.'));
    assert.equal(news.embargoedUntil, undefined);
    assert.equal(news.headline, 'Embargo on oil exports lifted');
  });

  it('follows a correction to the mail that it answers', () => {
    const item = read(
      plain('CORRECTION: Port opens', 'The port opened on Tuesday.', 'In-Reply-To: <m0@northwire.example>\n'),
    );
    assert.equal(item.headline, 'Port opens');
    assert.deepEqual(item.signals, ['correction']);
    assert.deepEqual(item.replaces, ['m0@northwire.example']);
    const talk = read(plain('Re: Port opens', 'A second story.', 'In-Reply-To: <m0@northwire.example>\n'));
    assert.equal(talk.replaces, undefined);
  });

  it('keeps a kill by mail for a person to see', () => {
    const item = read(plain('KILL KILL KILL: Port opens', 'Please kill the story. The port is closed.'));
    assert.notEqual(copyOf(item).killWords, undefined);
    assert.equal(item.pubStatus, undefined);
  });

  it('takes copy that came as a file for the story, and the mail for a note', () => {
    const text = 'Content-Type: text/plain\n\nHello desk, not before Tuesday noon please.\n';
    const json = `Content-Type: application/json; name=port.json\nContent-Transfer-Encoding: base64\n\n${Buffer.from(ninjs).toString('base64')}\n`;
    const [item, ...others] = readAll(mixed('Evening file', text, json));
    assert.equal(others.length, 0);
    assert.equal(item?.guid, 'urn:nw:1');
    assert.equal(item?.version, '4');
    assert.deepEqual(item && bodyOf(item), ['It opened.']);
    assert.match(item?.privateNote ?? '', /Evening file\n/);
    assert.match(item?.privateNote ?? '', /Hello desk/);
  });

  it('holds the copy in a file by an embargo that only the mail tells', () => {
    const json = `Content-Type: application/json\n\n${ninjs}\n`;
    assert.equal(
      read(mixed('EMBARGOED UNTIL 0600 GMT 3 March 2026: Port', json)).embargoedUntil,
      '2026-03-03T06:00:00Z',
    );
  });

  it('takes one story that came in two files once, with the agency’s own id', () => {
    const words =
      'The port opened on Monday after a week of repairs. The first ship was the ferry from Cape Lowell, with 80 people aboard.';
    const json = JSON.stringify({ uri: 'urn:nw:2', type: 'text', headline: 'Port opens', body_text: words });
    const mailed = readAll(
      mixed(
        'Port',
        `Content-Type: text/plain; name=port.txt\nContent-Disposition: attachment\n\n${words}\n`,
        `Content-Type: application/json\n\n${json}\n`,
      ),
    );
    assert.deepEqual(
      mailed.map(({ guid }) => guid),
      ['urn:nw:2'],
    );
  });

  it('opens mail in mail, but not without end', () => {
    const wrap = (inner: string) =>
      mixed('Fwd: Port', `Content-Type: message/rfc822\n\n${inner.replaceAll('b1', 'b2')}`);
    const once = wrap(plain('Port opens', 'The port opened.'));
    assert.equal(read(once).headline, 'Port opens');
    const nested = (inner: string, depth: number): string =>
      depth === 0
        ? inner
        : nested(
            `${head(`Subject: s\nContent-Type: multipart/mixed; boundary=n${depth}\n`)}\n--n${depth}\nContent-Type: message/rfc822\n\n${inner}\n--n${depth}--\n`,
            depth - 1,
          );
    assert.equal(read(nested(plain('Port opens', 'The port opened.'), 3)).headline, 'Port opens');
    assert.match(refusalOf(nested(plain('Port opens', 'The port opened.'), 9)).message, /Not read: message\/rfc822/);
  });

  it('reads text in an encoding that it does not name, or names wrongly', () => {
    const latin = Buffer.from(
      plain('Port', 'The caf\u00e9 opened.', 'Content-Type: text/plain; charset=bogus\n'),
      'latin1',
    );
    assert.deepEqual(bodyOf(read(latin)), ['The café opened.']);
    const utf8 = plain('Port', 'The café opened.', 'Content-Type: text/plain; charset=iso-8859-1\n');
    assert.deepEqual(bodyOf(read(utf8)), ['The café opened.']);
    assert.equal(read(plain('=?utf-8?Q?Caf=C3?=\n =?utf-8?Q?=A9_opens?=', 'It opened.')).headline, 'Café opens');
    const japanese = `${head('Subject: =?iso-2022-jp?B?GyRCOUE7VBsoQg==?=\nContent-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: base64\n')}\nGyRCOUE7VBsoQg==\n`;
    assert.equal(read(japanese).headline, '港市');
  });

  it('refuses mail that was cut off, that nests too deep, or that holds nothing to read', () => {
    const whole = mixed('Port opens', 'Content-Type: text/plain\n\nThe port opened on Monday.\n');
    assert.equal(refusalOf(whole.slice(0, -20)).kind, 'unreadable');
    const deep = Array.from({ length: 30 }).reduce<string>(
      (inner, _none, at) => `Content-Type: multipart/mixed; boundary=x${at}\n\n--x${at}\n${inner}\n--x${at}--\n`,
      'Text.',
    );
    assert.equal(refusalOf(`${head()}${deep}`).kind, 'too-large');
    const many = mixed('Port', ...Array.from({ length: 300 }, () => 'Content-Type: text/plain\n\nx'));
    assert.equal(refusalOf(many).kind, 'too-large');
    assert.equal(read(plain('Ferry aground off Cape Lowell', '')).headline, 'Ferry aground off Cape Lowell');
    const pdf = mixed('Ferry aground off Cape Lowell', 'Content-Type: application/pdf; name=a.pdf\n\n%PDF-1.4');
    assert.match(refusalOf(pdf).message, /Not read: a\.pdf/);
  });

  it('answers within a second, whatever megabytes of boundaries, codes and headers say', () => {
    const hostile = [
      plain('x', '=\n'.repeat(900_000), 'Content-Transfer-Encoding: quoted-printable\n'),
      `${head(`Subject: ${'=?utf-8?Q?a?= '.repeat(300_000)}\n`)}\nText.`,
      `${head(`Content-Type: text/plain${'; a="\\'.repeat(500_000)}\n`)}\nText.`,
      `${head('Content-Type: multipart/mixed; boundary=b\n')}\n${'--b\n'.repeat(1_000_000)}`,
      `${head('Content-Type: multipart/mixed; boundary="-"\n')}\n${'-'.repeat(4_000_000)}`,
      plain('x', `${'From: a\nTo: b\n'.repeat(130_000)}`),
      plain('x', `${'On a wrote:\n> '.repeat(130_000)}`),
      plain('x', `${'--\n'.repeat(650_000)}`),
      plain(`${'Re: '.repeat(1_000_000)}x`, 'Text.'),
    ];
    const slow = hostile.filter((text) => {
      const started = processorTime();
      parse(bytes(text));
      return processorTime() - started > 2000;
    });
    assert.deepEqual(
      slow.map((text) => text.slice(0, 300)),
      [],
    );
  });
});
