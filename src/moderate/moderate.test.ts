import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { models } from '../../test/support/judging.ts';
import type { Comment, CommentState } from '../story/discussion/comment.ts';
import { DEFAULT_MODERATION } from '../story/discussion/moderation-settings.ts';
import { writtenLength } from '../text/length/written-length.ts';
import { sharedRuns, wordRuns } from '../text/word-runs.ts';
import { judgeComment } from './judgements.ts';
import { moderate } from './moderate.ts';
import type { Context, Phase } from './verdict.ts';

const said = (text: string) => ({ storyId: 7, fullName: 'Meera Nair', text, readerToken: 'reader-a' });
const before = (text: string, state: CommentState = 'pending', storyId = 7): Comment => ({
  id: 41,
  storyId,
  name: 'Meera N',
  text,
  state,
  createdAt: '2026-03-02T09:00:00.000Z',
});
const policy = { kind: 'set', settings: DEFAULT_MODERATION } as const;
const record = { readerId: 1, standing: { kind: 'good' }, approved: 9, stopped: 0, waiting: 0 } as const;
const about = (text: string, recent: readonly Comment[] = []): Context => ({
  recent,
  alike: [],
  record,
  policy,
  judged: { kind: 'judged', judgements: judgeComment({ text }, models) },
});
const decided = (text: string, recent: readonly Comment[] = []) => moderate(said(text), about(text, recent));
const NEWS = {
  headline: 'A ferry is to stop for a month',
  text: 'The ferry to school stops for a month, the harbour says.',
};
const codes = (text: string): string[] => decided(text).reasons.map((reason) => reason.code);

const thoughtful =
  'The ferry is the only way to school for my children, so “a short delay” means a lost day for half the village.';

describe('the decision about a comment', () => {
  it('an ordinary comment of a reader who is known appears at once', () => {
    assert.deepEqual(decided(thoughtful), { state: 'approved', reasons: [], problems: [] });
  });

  it('the first comments of a reader wait for a person, with nothing held against them', () => {
    const first = moderate(said(thoughtful), { ...about(thoughtful), record: { ...record, approved: 1 } });
    assert.deepEqual([first.state, first.reasons[0]?.code], ['pending', 'first-comments']);
  });

  it('every comment waits where the publisher wants to see all', () => {
    const settings = { ...DEFAULT_MODERATION, publish: 'reviewed' } as const;
    assert.equal(
      moderate(said(thoughtful), { ...about(thoughtful), policy: { kind: 'set', settings } }).state,
      'pending',
    );
  });

  it('what could not be judged, or by rules that cannot be read, is held and says why', () => {
    const unjudged = moderate(said(thoughtful), { ...about(thoughtful), judged: { kind: 'failed', why: 'no model' } });
    assert.deepEqual([unjudged.state, unjudged.reasons[0]?.code], ['held', 'not-judged']);
    const lost = moderate(said(thoughtful), { ...about(thoughtful), policy: { kind: 'unreadable', why: 'no JSON' } });
    assert.deepEqual([lost.state, lost.reasons[0]?.code], ['held', 'policy-unreadable']);
  });

  it('an insult is held, with the words that drove it', () => {
    const text = 'Whoever wrote this is a complete idiot and should be ashamed of such pathetic rubbish.';
    const { state, reasons } = decided(text);
    assert.equal(state, 'held');
    assert.equal(reasons[0]?.code, 'disrespect');
    assert.ok(reasons[0]?.spans?.some(({ start, end }) => text.slice(start, end).includes('idiot')));
  });

  it('a comment in another language waits for somebody who reads it', () => {
    const { state, reasons } = decided('இந்தப் பாலம் பத்து ஆண்டுகளாகக் கட்டப்படுகிறது, இன்னும் முடியவில்லை என்பது வேதனை.');
    assert.deepEqual([state, reasons[0]?.code], ['pending', 'other-language']);
  });

  it('a banned word gives the comment back, also in disguise, and a suspect one holds it', () => {
    const settings = { ...DEFAULT_MODERATION, words: { banned: ['blighter'], suspect: ['tunnel'] } };
    const by = (text: string) => moderate(said(text), { ...about(text), policy: { kind: 'set', settings } });
    assert.equal(by('I think that every bl1ghter on this council should be asked about the ferry.').state, 'refused');
    assert.equal(by('I think that the tunnel will be dearer than the ferry for most of our village.').state, 'held');
    assert.equal(
      by('I think that the tunnels will be dearer than the ferry for most of our village.').state,
      'approved',
    );
  });

  it('words that hide from machines are held', () => {
    assert.deepEqual(
      codes('The council is a bunch of idіots, and everybody in our village has known it for years.').includes(
        'disguise',
      ),
      true,
    );
    assert.deepEqual(
      codes('The council\u202e is asked about the ferry\u202e and about\u2066 the bridge in our village.'),
      ['disguise'],
    );
  });

  it('a reader of whose comments many were stopped is read first', () => {
    const often = { ...record, approved: 5, stopped: 5 };
    assert.deepEqual(moderate(said(thoughtful), { ...about(thoughtful), record: often }).reasons[0]?.code, 'history');
  });

  it('words that came before from somebody else, or under another story, are held, but for a quotation of what is answered', () => {
    const text =
      'Our harbour tours leave every hour on the hour, and readers of this paper pay half the price until Sunday.';
    const copy = { id: 12, storyId: 7, readerId: 4, text: text.replace('half', '50%') };
    const by = (found: (typeof copy)[], words = text, parentId?: number) => {
      const alike = found.map((other) => ({ ...other, shared: sharedRuns(wordRuns(words), wordRuns(other.text)) }));
      return moderate({ ...said(words), ...(parentId !== undefined && { parentId }) }, { ...about(words), alike });
    };
    const { state, reasons } = by([copy, { ...copy, id: 15, storyId: 9 }]);
    assert.deepEqual([state, reasons[0]?.code], ['held', 'spam']);
    assert.match(reasons[0]?.message ?? '', /came 2 times in the last days: comment 12, 15\./);
    assert.equal(by([{ ...copy, readerId: record.readerId, storyId: 9 }]).state, 'held');
    assert.equal(by([{ ...copy, readerId: record.readerId }]).state, 'approved');
    assert.equal(
      by([copy], `“${text}” Is that so? I took one of those tours, and paid all of it.`, 12).state,
      'approved',
    );
    assert.equal(
      by([{ ...copy, text: 'The tours are full until Sunday, as far as I heard at the harbour.' }]).state,
      'approved',
    );
  });

  it('topic and manner are left to a reader who was approved often and hardly ever stopped, respect is not', () => {
    const hold = { respect: 0.4, topic: 1, thought: 1 };
    const by = (approved: number, stopped: number, trustedAfter: number | null = 20) =>
      moderate(said(thoughtful), {
        ...about(thoughtful),
        judged: { kind: 'judged', judgements: judgeComment({ text: thoughtful, article: NEWS }, models) },
        record: { ...record, approved, stopped },
        policy: { kind: 'set', settings: { ...DEFAULT_MODERATION, hold, trustedAfter } },
      }).state;
    assert.deepEqual([by(19, 0), by(20, 0), by(20, 2), by(60, 3)], ['held', 'approved', 'held', 'approved']);
    assert.equal(by(400, 0, null), 'held');
    const rude = 'Whoever wrote this is a complete idiot and should be ashamed of such pathetic rubbish.';
    assert.equal(moderate(said(rude), { ...about(rude), record: { ...record, approved: 400 } }).state, 'held');
  });

  it('fewer than fifty characters are refused, with the count', () => {
    const decision = decided('Well said, I agree.');
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
    const { problems } = decided(' \n\u200b ');
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
    assert.equal(decided(long).state, 'pending');
  });

  it('the same words under the same story are refused kindly, in whatever case and with whatever full stops', () => {
    const again = thoughtful.toUpperCase().replace('.', ' !!');
    const decision = decided(again, [before(thoughtful)]);
    assert.equal(decision.state, 'refused');
    assert.deepEqual(decision.problems, [
      {
        field: 'text',
        message: 'You have posted this comment already. It is with our moderators; there is no need to send it again.',
      },
    ]);
  });

  it('the same words under another story, or after a refusal, are another comment', () => {
    assert.equal(decided(thoughtful, [before(thoughtful, 'approved', 8)]).state, 'approved');
    assert.equal(decided(thoughtful, [before(thoughtful, 'refused')]).state, 'approved');
  });

  it('a comment of emoji alone is not the same as another one', () => {
    const faces = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x1f600 + at)).join('');
    const animals = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x1f400 + at)).join('');
    assert.equal(decided(faces, [before(animals)]).state, 'pending');
    assert.equal(decided(faces, [before(faces)]).state, 'refused');
  });
});

describe('what the moderator is told', () => {
  it('three links are held and named, two are nobody’s business', () => {
    const two =
      'The full report is at https://example.org/report and the map at www.example.com/map, both worth an hour.';
    assert.deepEqual(codes(two), []);
    const decision = decided(`${two} Cheap phones: best-deals.shop`);
    assert.equal(decision.state, 'held');
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
    assert.deepEqual(codes('मैंने यह सब अपनी आँखों से देखा है, किसी को पूछना हो तो ९८४५०१२३४५ पर फ़ोन करे।'), [
      'other-language',
      'contact-details',
    ]);
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
      ['other-language'],
    );
  });

  it('a comment that is padding for the most part is pointed out', () => {
    assert.deepEqual(codes(`${thoughtful} ${'ha'.repeat(200)}`), ['padding']);
    assert.deepEqual(codes(`${thoughtful}${'\u200b'.repeat(300)}`), ['disguise', 'padding']);
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
    assert.deepEqual(moderate(said(thoughtful), about(thoughtful), [broken]), {
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
    assert.equal(moderate(said(thoughtful), about(thoughtful), [broken, refusing]).state, 'refused');
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
      decided(piece.repeat(Math.floor(20_000 / piece.length)));
      decided(thoughtful + piece.repeat(Math.floor(19_000 / piece.length)));
    }
    assert.ok(performance.now() - started < 60_000);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => decided(text).state.length > 0));
  });
});
