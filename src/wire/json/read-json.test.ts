import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { processorTime } from '../../../test/support/processor-time.ts';
import { parse } from '../parse.ts';
import { readJson } from './read-json.ts';

describe('JSON as agencies send it', () => {
  it('is repaired where no word changes', () => {
    assert.deepEqual(readJson('{"a":"one\ntwo\tthree\u0001"}'), { a: 'one\ntwo\tthree ' });
    assert.deepEqual(readJson('{"a":"he said \\“no\\” and \\u12"}'), { a: 'he said “no” and \\u12' });
    const long = 'A fire. '.repeat(20_000);
    assert.deepEqual(readJson(`{"a":"\\“${long}\\”"}`), { a: `“${long}”` });
    assert.deepEqual(readJson('{"a":[1,2,],,"b":3,}'), { a: [1, 2], b: 3 });
    assert.deepEqual(readJson('{"a":1}\n{"a":2}\n'), [{ a: 1 }, { a: 2 }]);
    assert.deepEqual(readJson('{"a":"b"}\u0000\u001a'), { a: 'b' });
    assert.deepEqual(readJson("{'a':'b', 'c': None}"), { a: 'b', c: null });
  });

  it('keeps quotation marks that were left bare in their sentence', () => {
    assert.deepEqual(readJson('{"a":"He said "no", then "perhaps" and left","b":"c"}'), {
      a: 'He said "no", then "perhaps" and left',
      b: 'c',
    });
  });

  it('is refused where its end is missing: half a story is none', () => {
    const whole = '{"uri":"x","type":"text","headline":"Fire","body_text":"A fire. Nobody was hurt."}';
    const cuts = Array.from({ length: whole.length - 1 }, (_, at) => readJson(whole.slice(0, at + 1)));
    assert.deepEqual(new Set(cuts), new Set([undefined]));
    const parsed = parse(new TextEncoder().encode(whole.slice(0, 60)));
    assert.equal(!parsed.ok && parsed.refusal.kind, 'unreadable');
  });

  it('shows both of two statuses, and the strictest wins', () => {
    const item = '{"uri":"x","type":"text","headline":"h","pubstatus":"canceled","pubstatus":"usable"}';
    assert.deepEqual(Object.values(readJson(item) as object), ['x', 'text', 'h', 'canceled', 'usable']);
    const killed = parse(new TextEncoder().encode(item));
    assert.equal(killed.ok && killed.items[0]?.pubStatus, 'canceled');
    const escaped = parse(new TextEncoder().encode(item.replace('pubstatus', 'pub\\u0073tatus')));
    assert.equal(escaped.ok && escaped.items[0]?.pubStatus, 'canceled');
  });

  it('has no hold on objects through "__proto__"', () => {
    const json = '{"uri":"x","type":"text","__proto__":{"headline":"h","polluted":1},"headline":"Fire"}';
    const parsed = parse(new TextEncoder().encode(json));
    assert.equal(parsed.ok && parsed.items[0]?.headline, 'Fire');
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it('is unreadable where it is nested deeper than a wire nests, whole or broken off', () => {
    const deep = '{"role":"Sam","headlines":['.repeat(8000);
    for (const json of [`${deep}${']}'.repeat(8000)}`, `${deep} ] } ] }`]) {
      const parsed = parse(new TextEncoder().encode(json));
      assert.equal(!parsed.ok && parsed.refusal.kind, 'unreadable');
    }
  });

  it('answers within a second, whatever a megabyte of brackets, quotation marks and backslashes says', () => {
    const hostile = ['[', '{"a":', '"', '{"', '\\', "'", '“', '",', '{"pubstatus":1,"a":', '"a" ', '/*'];
    const slow = hostile.filter((part) => {
      const text = `{${part.repeat(1_000_000 / part.length)}`;
      const started = processorTime();
      readJson(text);
      return processorTime() - started > 1000;
    });
    assert.deepEqual(slow, []);
  });

  it('reads every value that JSON writes as it stands', () => {
    fc.assert(
      fc.property(fc.object(), (value) => {
        const json = JSON.stringify(value);
        assert.deepEqual(readJson(json), JSON.parse(json));
      }),
    );
  });
});
