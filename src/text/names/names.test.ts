import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findNames } from './names.ts';

const named = (text: string, full: string) => {
  const name = findNames(text).find((each) => each.full === full);
  return name && { ...name, mentions: name.mentions.map(({ start, end }) => text.slice(start, end)) };
};

describe('findNames', () => {
  it('links a surname to the one full name that ends in it', () => {
    const text = 'Harbour Minister Asha Menon opened the port. Menon thanked the crews, and Ms. Menon left.';
    assert.deepEqual(named(text, 'Asha Menon'), {
      kind: 'person',
      full: 'Asha Menon',
      mentions: ['Asha Menon', 'Menon', 'Menon'],
      role: 'Harbour Minister',
      pronoun: 'she',
    });
  });

  it('a surname that two people share is linked to neither', () => {
    const text = 'Mayor Asha Menon met Captain Ravi Menon. Menon spoke first.';
    assert.deepEqual(named(text, 'Asha Menon')?.mentions, ['Asha Menon']);
    assert.deepEqual(named(text, 'Ravi Menon')?.mentions, ['Ravi Menon']);
  });

  it('a surname is linked to nobody where the text has another bearer whom it never names in full', () => {
    assert.deepEqual(named('Mr. Menon met Asha Menon. Menon spoke.', 'Asha Menon')?.mentions, ['Asha Menon']);
    const text = 'President Menon met the diver Ravi Menon. Menon spoke.';
    assert.deepEqual(named(text, 'Ravi Menon')?.mentions, ['Ravi Menon']);
  });

  it('one person has one name, whatever opens the sentence, and whatever initials or place are added', () => {
    const text = 'Asha Menon left. Rival Asha Menon won. Asha B. Menon spoke. Mayor Asha Menon of Port Sel sang.';
    assert.equal(named(text, 'Asha Menon')?.mentions.length, 4);
    assert.equal(named('Said Dale Orrin, 54, on the quay: it held.', 'Dale Orrin')?.kind, 'person');
  });

  it('reads roles before and behind a name', () => {
    assert.equal(
      named('Talks with US Secretary of State Dale Orrin began.', 'Dale Orrin')?.role,
      'US Secretary of State',
    );
    assert.equal(named('Dale Orrin, the mayor of Port Sel, left.', 'Dale Orrin')?.role, 'mayor of Port Sel');
    assert.equal(named('They met harbour master Dale Orrin.', 'Dale Orrin')?.role, 'harbour master');
    assert.equal(
      named('They met the yard managing director Dale Orrin.', 'Dale Orrin')?.role,
      'yard managing director',
    );
  });

  it('an age behind a name shows a person', () => {
    assert.equal(named('Zuri Quell, 54, left early.', 'Zuri Quell')?.kind, 'person');
  });

  it('ministries, rivers and places are no people', () => {
    const text = 'The Ministry of Health in Port Sel warned that the Kander River rose.';
    assert.deepEqual(
      findNames(text).map(({ full, kind }) => [full, kind]),
      [
        ['Ministry of Health', 'other'],
        ['Port Sel', 'other'],
        ['Kander River', 'other'],
      ],
    );
  });

  it('mentions lie inside any text', () => {
    const bits = fc.array(
      fc.constantFrom(
        'Ann',
        'Mr',
        '.',
        ' ',
        'of',
        'the',
        'Secretary',
        'Ode',
        ',',
        '54',
        '-',
        '\n\n',
        'said',
        'President',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          bits.map((list) => list.join(' ')),
        ),
        (text) => {
          for (const { mentions, full } of findNames(text)) {
            assert.notEqual(full, '');
            for (const { start, end } of mentions) assert.ok(start < end && end <= text.length);
          }
        },
      ),
    );
  });

  it('a long text of capital letters is read in linear time', { timeout: 20_000 }, () => {
    for (const bit of ['Ann ', 'A. ', 'President ', 'Secretary of ', 'Ann, ', 'Ode-'])
      findNames(bit.repeat(300_000 / bit.length));
  });
});
