import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Comment, CommentState } from '../story/comment.ts';
import { writtenLength } from '../text/written-length.ts';
import { moderate } from './moderate.ts';
import type { Phase } from './verdict.ts';

const said = (text: string) => ({ storyId: 7, fullName: 'Meera Nair', text, readerToken: 'reader-a' });
const before = (text: string, state: CommentState = 'pending', storyId = 7): Comment => ({
  id: 41,
  storyId,
  name: 'Meera N',
  text,
  state,
  createdAt: '2026-03-02T09:00:00.000Z',
});
const nothing = { recent: [] };
const codes = (text: string): string[] => moderate(said(text), nothing).reasons.map((reason) => reason.code);

const thoughtful =
  'The ferry is the only way to school for my children, so “a short delay” means a lost day for half the village.';

describe('the decision about a comment', () => {
  it('an ordinary comment waits for a person, with nothing held against it', () => {
    assert.deepEqual(moderate(said(thoughtful), nothing), { state: 'pending', reasons: [], problems: [] });
  });

  it('nothing is ever approved by itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => moderate(said(text), nothing).state !== ('approved' as string),
      ),
    );
  });

  it('fewer than fifty characters are refused, with the count', () => {
    const decision = moderate(said('Well said, I agree.'), nothing);
    assert.equal(decision.state, 'refused');
    assert.deepEqual(decision.problems, [
      {
        field: 'text',
        message:
          'Please write at least 50 characters. This is 19, not counting spaces at the ends and repeated padding.',
      },
    ]);
  });

  it('fifty characters are enough, forty-nine and a heap of exclamation marks are not', () => {
    assert.deepEqual(codes('Fifty characters are what a comment here must have'), []);
    assert.deepEqual(codes('Nine-and-forty characters is what this one has!!!!!!!!!!!!!!!!!!!!'), ['too-short']);
  });

  it('an empty comment is told to be written', () => {
    const { problems } = moderate(said(' \n\u200b '), nothing);
    assert.deepEqual(problems, [{ field: 'text', message: 'Please write your comment: at least 50 characters.' }]);
  });

  it('more than five thousand characters are refused, however they are made up', () => {
    const sentence = (at: number) => `Point ${at} on my list of complaints about the new timetable. `;
    const long = Array.from({ length: 100 }, (_, at) => sentence(at)).join('');
    assert.deepEqual(codes(long), ['too-long']);
    assert.deepEqual(codes(`${thoughtful}${'\u0336'.repeat(30_000)}`), ['too-long']);
    assert.deepEqual(codes(`${thoughtful}${' '.repeat(30_000)}`), ['too-long']);
  });

  it('five thousand characters of a script whose characters are made of several units fit', () => {
    const long = Array.from({ length: 140 }, (_, at) => `किसान ${at}: बारिश देर से आई और फसल सूख गई।`).join(' ');
    assert.ok(writtenLength(long) > 4000);
    assert.ok(long.length > 5000);
    assert.equal(moderate(said(long), nothing).state, 'pending');
  });

  it('the same words under the same story are refused kindly, in whatever case and with whatever full stops', () => {
    const again = thoughtful.toUpperCase().replace('.', ' !!');
    const decision = moderate(said(again), { recent: [before(thoughtful)] });
    assert.equal(decision.state, 'refused');
    assert.deepEqual(decision.problems, [
      {
        field: 'text',
        message: 'You have posted this comment already. It is with our moderators; there is no need to send it again.',
      },
    ]);
  });

  it('the same words under another story, or after a refusal, are another comment', () => {
    assert.equal(moderate(said(thoughtful), { recent: [before(thoughtful, 'approved', 8)] }).state, 'pending');
    assert.equal(moderate(said(thoughtful), { recent: [before(thoughtful, 'refused')] }).state, 'pending');
  });

  it('a comment of emoji alone is not the same as another one', () => {
    const faces = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x1f600 + at)).join('');
    const animals = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x1f400 + at)).join('');
    assert.equal(moderate(said(faces), { recent: [before(animals)] }).state, 'pending');
    assert.equal(moderate(said(faces), { recent: [before(faces)] }).state, 'refused');
  });
});

describe('what the moderator is told', () => {
  it('three links are named, two are nobody’s business', () => {
    const two =
      'The full report is at https://example.org/report and the map at www.example.com/map, both worth an hour.';
    assert.deepEqual(codes(two), []);
    const decision = moderate(said(`${two} Cheap phones: best-deals.shop`), nothing);
    assert.equal(decision.state, 'pending');
    assert.equal(decision.reasons[0]?.code, 'links');
    assert.match(decision.reasons[0]?.message ?? '', /^3 links: “https:\/\/example\.org\/report”/);
  });

  it('a full stop without a space behind it is not a link', () => {
    assert.deepEqual(
      codes('We waited.Then we waited more.Nobody came.It was a long night at the station.So we walked home.'),
      [],
    );
  });

  it('an e-mail address or a telephone number is pointed out', () => {
    assert.deepEqual(
      codes('I saw it happen. Whoever wants my account can write to meera.nair@example.in at any time.'),
      ['contact-details'],
    );
    assert.deepEqual(codes('I saw it happen. Whoever wants my account can ring me on +91 98450 12345 at any time.'), [
      'contact-details',
    ]);
    assert.deepEqual(
      codes('I saw it happen. Whoever wants my account can ring me on (020) 7946 0123 in the evening.'),
      ['contact-details'],
    );
    assert.deepEqual(codes('मैंने यह सब अपनी आँखों से देखा है, किसी को पूछना हो तो ९८४५०१२३४५ पर फ़ोन करे।'), ['contact-details']);
  });

  it('years, sums, scores and dates are not telephone numbers', () => {
    assert.deepEqual(
      codes('From 1990-1994 and again in 1996-1998 the same bridge was closed for the same repairs.'),
      [],
    );
    assert.deepEqual(
      codes('They spent ₹1,25,00,00,000 in 2024-2025 and 3 000 000 000 before that, for one kilometre.'),
      [],
    );
    assert.deepEqual(
      codes('On 2026-03-02 10:00:00 the water stood at 4.35 metres, on 03-02-2025 at 2.10 metres only.'),
      [],
    );
  });

  it('mostly capitals are shouting; names, abbreviations and scripts without capitals are not', () => {
    assert.deepEqual(codes('WHY DOES NOBODY AT CITY HALL EVER ANSWER THE TELEPHONE WHEN WE CALL ABOUT WATER?'), [
      'shouting',
    ]);
    assert.deepEqual(
      codes('NATO, the UN and the EU met, and the IMF, the WHO and UNESCO all sent somebody to listen.'),
      [],
    );
    assert.deepEqual(
      codes(
        'இந்தப் பாலம் பத்து ஆண்டுகளாகக் கட்டப்படுகிறது, இன்னும் முடியவில்லை என்பது மக்களுக்கு வேதனை அளிக்கிறது. நகராட்சி பதில் சொல்ல வேண்டும்.',
      ),
      [],
    );
  });

  it('a comment that is padding for the most part is pointed out', () => {
    assert.deepEqual(codes(`${thoughtful} ${'ha'.repeat(200)}`), ['padding']);
    assert.deepEqual(codes(`${thoughtful}${'\u200b'.repeat(300)}`), ['padding']);
  });

  it('reasons are gathered, one for each rule', () => {
    const text =
      'BUY NOW AT WWW.A.EXAMPLE WWW.B.EXAMPLE WWW.C.EXAMPLE OR WRITE TO SALES@A.EXAMPLE, EVERYTHING MUST GO THIS WEEK AND NEXT';
    assert.deepEqual(codes(text), ['links', 'contact-details', 'shouting']);
  });
});

describe('the policy itself', () => {
  const broken: Phase = function brokenRule() {
    throw new Error('no model');
  };

  it('a phase that throws holds the comment and names itself', () => {
    assert.deepEqual(moderate(said(thoughtful), nothing, [broken]), {
      state: 'held',
      reasons: [{ code: 'phase-failed', message: 'The rule “brokenRule” could not be applied (no model).' }],
      problems: [],
    });
  });

  it('a refusal behind a broken phase is still a refusal', () => {
    const refusing: Phase = () => ({
      kind: 'refuse',
      reason: { code: 'no', message: 'No.' },
      problem: { field: 'text', message: 'Please, no.' },
    });
    assert.equal(moderate(said(thoughtful), nothing, [broken, refusing]).state, 'refused');
  });

  it('never throws and is quick, whatever is written', () => {
    const started = performance.now();
    for (const piece of [
      'a',
      'a.',
      'a@',
      '1',
      '1 ',
      '-',
      'www.',
      'http://',
      'A ',
      '١',
      '\u200b',
      'e\u0301',
      'x.com ',
      'a-',
      '+1(',
    ]) {
      moderate(said(piece.repeat(Math.floor(20_000 / piece.length))), nothing);
      moderate(said(thoughtful + piece.repeat(Math.floor(19_000 / piece.length))), nothing);
    }
    assert.ok(performance.now() - started < 5000);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => moderate(said(text), nothing).state.length > 0));
  });
});
