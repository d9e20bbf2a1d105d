import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runCopydesk } from '../../../test/support/running.ts';

/** Longer than what a pipe hands over at once, so that lines come in pieces. */
const LONG = 'The ferry ran late, because the tide was low. '.repeat(4000);

describe('lines of JSON', () => {
  it('are answered in order, in whatever pieces they come, the last one also without an end', async () => {
    const lines = Array.from({ length: 40 }, (_, id) =>
      JSON.stringify({ id, text: id % 9 === 0 ? LONG : 'Well said – é.' }),
    );
    const { code, stdout } = await runCopydesk(['judge', '--jsonl'], { input: lines.join('\r\n') });
    const answers = stdout.trimEnd().split('\n');
    assert.deepEqual(
      answers.map((answer) => JSON.parse(answer).id),
      lines.map((_, id) => id),
    );
    assert.equal(code, 0);
  });

  it('may hold a line separator of Unicode inside a string', async () => {
    const input = '{"id":"one","text":"First line.\u2028Second line."}\n';
    const { code, stdout, stderr } = await runCopydesk(['judge', '--jsonl'], { input });
    assert.equal(JSON.parse(stdout).id, 'one', stderr);
    assert.equal(code, 0);
  });

  it('that cannot be read are named by their number, and the others are answered', async () => {
    const input = '\n{"id":1,"text":"Fine words."}\n{"id":2}\nnothing\n[]\n{"id":3,"text":"More words."}\n';
    const { code, stdout, stderr } = await runCopydesk(['judge', '--jsonl'], { input });
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((answer) => JSON.parse(answer).id),
      [1, 3],
    );
    assert.match(stderr, /line 3: "text" is wanted.*\n.*line 4: this is no JSON\.\n.*line 5: an object is wanted\./);
    assert.equal(code, 1);
  });
});
