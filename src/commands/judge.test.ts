import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/copydesk.js', import.meta.url));
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [command, 'judge', ...args], { input, encoding: 'utf8' });
const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
const article = {
  headline: 'Harbour bridge to close for eleven weeks',
  text: 'The swing bridge over Eldon harbour will close while engineers replace its worn bearings. A free ferry will run.',
};

describe('copydesk judge', () => {
  it('gives each comment its three judgements, from 0 to 1, with reasons that quote it, and what the rules make of it', () => {
    const { status, stdout } = run(
      ['--jsonl'],
      lines([
        {
          id: 'good',
          article,
          text: 'The ferry should run until midnight, because the bakery shift ends at half past eleven.',
        },
        { id: 'insult', article, text: 'The council are idiots and pathetic morons, every one of them, what scum.' },
        { id: 'alone', text: 'I have nothing to compare this with.' },
      ]),
    );
    assert.equal(status, 0);
    const [good, insult, alone] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const { respectful, onTopic, thoughtful } of [good, insult])
      for (const score of [respectful, onTopic, thoughtful]) assert.ok(score >= 0 && score <= 1);
    assert.deepEqual([good.id, good.decision], ['good', 'pass']);
    assert.ok(good.thoughtful > insult.thoughtful && good.respectful > insult.respectful);
    assert.equal(insult.decision, 'hold');
    assert.match(JSON.stringify(insult.reasons), /disrespect.*“[^”]*morons[^”]*”/);
    assert.equal(alone.onTopic, null);
  });

  it('names a line that is no comment, and goes on', () => {
    const { status, stdout, stderr } = run(
      ['--jsonl'],
      `{broken\n${lines([{ id: 1 }, { id: 2, text: 'x', thread: 'y' }, { id: 3, text: 'x', article: 7 }, { id: 4, text: 'A whole comment.' }])}`,
    );
    assert.equal(status, 1);
    assert.match(stderr, /line 1: this is no JSON/);
    assert.match(stderr, /line 2: .*"text" is wanted/);
    assert.match(stderr, /line 3: .*"thread" is a list/);
    assert.match(stderr, /line 4: .*"article" is/);
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
      [4],
    );
  });

  it('says how it is called', () => {
    const { status, stderr } = run([]);
    assert.equal(status, 2);
    assert.match(stderr, /judge reads lines of JSON: add --jsonl\. Run "copydesk judge --help"/);
  });
});
