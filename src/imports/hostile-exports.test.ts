import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesOf } from './author-name.ts';
import type { Exported } from './exported.ts';
import { plainComment } from './plain-comment.ts';
import { readCoral } from './read-coral.ts';
import { readDisqus } from './read-disqus.ts';
import { readTime } from './read-time.ts';
import { readStoryMap, slugsFor } from './story-map.ts';

const bytesOf = (...parts: string[]) =>
  (async function* () {
    for (const part of parts) yield new TextEncoder().encode(part);
  })();
const all = (items: AsyncGenerator<Exported>): Promise<Exported[]> => Array.fromAsync(items);

describe('a hostile export', () => {
  it('expands no entity that it declares itself', async () => {
    const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const file = `<!DOCTYPE disqus [<!ENTITY l0 "ha">${laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]><disqus>
<post dsq:id="1"><message>&l10;&x;</message><author><name>A B</name></author><thread dsq:id="2"/></post></disqus>`;
    const comment = (await all(readDisqus(bytesOf(file)))).find((one) => one.kind === 'comment');
    assert.ok(comment && comment.text.length < 100 && !comment.text.includes('root:'));
  });

  it('is given up when its elements stand too deep or its words never end', async () => {
    await assert.rejects(all(readDisqus(bytesOf('<a>'.repeat(100)))), /deep/);
    const endless = Array.from({ length: 20 }, () => 'x'.repeat(1024 * 1024));
    await assert.rejects(all(readDisqus(bytesOf('<disqus><post>', ...endless))), /16 MiB/);
    await assert.rejects(all(readCoral(bytesOf('{"a":"', ...endless))), /16 MiB/);
  });

  it('is read as far as it goes where it breaks off', async () => {
    const whole = '{"id":"s","url":"https://old.example/a"}';
    const read = await all(readCoral(bytesOf(whole, '\n{"id":"c","storyID":')));
    assert.deepEqual(
      read.map(({ kind }) => kind),
      ['thread', 'problem'],
    );
  });

  it('may cut letters, strings and escapes anywhere between its chunks', async () => {
    const line = JSON.stringify({
      id: 'c',
      storyID: 's',
      body: 'Ein "großes} Boot \\ 🚢.',
      createdAt: '2021-01-01T00:00:00Z',
    });
    const bytes = new TextEncoder().encode(line);
    const one = async function* () {
      for (const byte of bytes) yield Uint8Array.of(byte);
    };
    const [comment] = await all(readCoral(one()));
    assert.equal(comment?.kind === 'comment' && comment.text, 'Ein "großes} Boot \\ 🚢.');
  });

  it('brings no script, style or hidden direction into a comment', () => {
    const html = '<p>Hello<script>alert(1)</script> <style>p{}</style>there\u202e<img src=x onerror=alert(1)></p>';
    assert.equal(plainComment(html), 'Hello there');
  });

  it('does not take long over markup that begins and never ends', () => {
    const began = performance.now();
    plainComment(`${'<a href='.repeat(20_000)}${'<a href="x" '.repeat(20_000)}`);
    assert.ok(performance.now() - began < 2_000);
  });
});

describe('the name over an imported comment', () => {
  it('is short, or the pseudonym that was chosen, and never one that looks like the newsroom', () => {
    const written = ['Priya Sharma', 'fluffy_99', 'M0derat0r', 'The_Editor', 'jo@mail.example', '', '\u202eevil'];
    assert.deepEqual(
      written.map((name) => namesOf(name).short),
      ['Priya S', 'fluffy_99', 'A reader', 'A reader', 'A reader', 'A reader', 'Evil'],
    );
  });
});

describe('the time in an export', () => {
  it('is UTC where no zone is written, and what the zone says where one is', () => {
    assert.deepEqual(
      ['2012-06-01 10:00:00', '2012-06-01T10:00:00', '2012-06-01T10:00:00+05:30', '2012-06-01T10:00:00.5-0800'].map(
        readTime,
      ),
      ['2012-06-01T10:00:00.000Z', '2012-06-01T10:00:00.000Z', '2012-06-01T04:30:00.000Z', '2012-06-01T18:00:00.500Z'],
    );
  });

  it('is none where none can be read', () => {
    assert.deepEqual(
      ['0000-00-00 00:00:00', '1 June 2012', '', '9999-01-01T00:00:00Z', '2012-13-45 10:00:00', null].map(readTime),
      Array(6).fill(undefined),
    );
  });
});

describe('the story of an exported discussion', () => {
  const url = 'https://courier.example';
  const none = readStoryMap('');

  it('is what the map says, by address, number or slug', () => {
    const map = readStoryMap(
      '# old,new\n"https://old.example/?p=12",https://courier.example/story/the-bridge\n71\tthe-ferry\n',
    );
    assert.deepEqual(slugsFor({ keys: ['12', 'http://www.old.example/?p=12'] }, { map, url }), ['the-bridge']);
    assert.deepEqual(slugsFor({ keys: ['71'] }, { map, url }), ['the-ferry']);
  });

  it('is the one of our own address, of the slug, of the last part of the address', () => {
    const thread = { keys: [], address: 'https://courier.example/story/the-bridge?x=1', slug: 'bridge' };
    assert.deepEqual(slugsFor(thread, { map: none, url }), ['the-bridge', 'bridge']);
    assert.deepEqual(slugsFor({ keys: [], address: 'https://old.example/a/The-Ferry.html#c' }, { map: none, url }), [
      'the-ferry',
    ]);
  });

  it('is named by a line that can be read, or the line is named', () => {
    assert.throws(() => readStoryMap('only-one-word'), /Line 1 of the map is "only-one-word"/);
  });
});
