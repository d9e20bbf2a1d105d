import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furnish } from '../furnish.ts';

const text = `The island council will rebuild the old ferry quay next spring, harbour master Ines Calder said.

But a court in Saltmouth cleared the builder of every charge that the county had brought.

The quay was closed in January after a storm broke two of its piers and flooded the ticket hall.

About 400 islanders had asked for a temporary landing stage on the northern beach.`;
const { furniture } = furnish({ headline: 'Council to rebuild ferry quay', text }, { language: 'en-US' });
const summary = furniture.summary.map((element) => element.text);

describe('the summary', () => {
  it('puts the speaker in front instead of letting her trail behind', () => {
    assert.ok(
      summary.some((words) => /Calder said .*ferry quay/.test(words)),
      summary.join('\n'),
    );
    for (const words of [...summary, furniture.standfirst?.text ?? '']) assert.doesNotMatch(words, /said\.$/);
  });

  it('takes a sentence without the But that leans on another', () => {
    assert.ok(
      summary.some((words) => /^A court in Saltmouth/.test(words)),
      summary.join('\n'),
    );
  });

  it('keeps the order of the copy and whole sentences', () => {
    const places = furniture.summary.map(({ evidence: [first] }) => first?.start ?? 0);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(summary.length >= 3);
  });
});
