import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furnish } from '../../furnish/furnish.ts';
import { plainSentence } from '../cutting/sentence-forms.ts';
import { viewStory } from '../story-view.ts';
import { speakerFirst } from './speaker-first.ts';

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

describe('the sentences of a summary', () => {
  const told = (headline: string, paragraphs: readonly string[]) =>
    furnish({ headline, text: paragraphs.join('\n\n') }, { language: 'en-US' }).furniture;
  const storm = [
    'A storm tore the roof off the Saltmouth fish market on Monday and sank nine boats in the old harbor.',
    'The official Alder Coast news agency reported wind speeds of 140 kilometers an hour at the lighthouse.',
    'Fish traders set up stalls in the Saltmouth bus depot while the market has no roof, the harbor office of Alder County said.',
    'Of this sum, the county will pay a half.',
    'The gardens of the old abbey open at ten.',
    'The market and the harbor of Saltmouth will stay closed until the sunken boats are lifted in May.',
  ];

  it('begin with what the copy begins with, and leave out what has nothing to do with it', () => {
    const summary = told('Storm wrecks Saltmouth fish market', storm).summary.map(({ text: words }) => words);
    assert.equal(summary[0], storm[0]);
    assert.ok(summary.length >= 3, summary.join('\n'));
    assert.ok(!summary.includes(storm[4]!), summary.join('\n'));
  });

  it('do not lean on a sentence that may not stand before them', () => {
    const summary = told('Storm wrecks Saltmouth fish market', storm).summary.map(({ text: words }) => words);
    assert.ok(!summary.some((words) => words.startsWith('Of this sum')), summary.join('\n'));
  });

  it('have a speaker of many words in front of what she said', () => {
    const [first] = told('Ferries to stop for a week', [
      'All ferries to the outer islands will stop for a week, the transport office of Alder County said.',
      'Buses will run to the northern pier instead, and the ferries will return on Sunday.',
      'The islands have had no other link since the bridge was closed in March.',
    ]).summary;
    assert.equal(
      first?.text,
      'The transport office of Alder County said all ferries to the outer islands will stop for a week.',
    );
  });

  it('are no headings, and do not have “indeed” behind a speaker', () => {
    const text = 'FERRIES BACK ON SUNDAY.\n\nIndeed, the ferries may stop for a week, traders said.';
    const { sentences, ...story } = viewStory({ headline: '', text }, { language: null, quotations: [] });
    assert.equal(sentences.length, 1);
    assert.equal(speakerFirst(sentences[0]!, { ...story, sentences }), null);
    const capitals = { headline: '', text: 'THE FERRIES ARE BACK ON SUNDAY.\n\nTHEY STOPPED FOR A WEEK.\n\nEnds.' };
    assert.equal(viewStory(capitals, { language: null, quotations: [] }).sentences.length, 3);
  });

  it('go on in small letters behind “U.S.”, and do not end where what is said begins', () => {
    const text =
      'Traders said the U.S. Would open its fish market in May.\n\nAnn Ode said in a statement on Monday.\n\nThe market is old.';
    const { sentences, ...story } = viewStory({ headline: '', text }, { language: null, quotations: [] });
    assert.equal(sentences.length, 2);
    const plain = plainSentence(sentences[0]!, { ...story, sentences });
    assert.equal(plain.text, 'Traders said the U.S. would open its fish market in May.');
  });

  it('show no ticker symbols', () => {
    const { summary, displayHeadline } = told('NOVAK FERRIES <NVK.AL> TO BUY PIER', [
      'Novak Ferries <NVK> agreed to buy the northern pier of Saltmouth for 4 million dollars.',
      'The county sold the pier because its repair would have cost more than a new one.',
      'Novak Ferries will rebuild the pier next year and rent a part of it to fishermen.',
    ]);
    assert.match(summary[0]?.text ?? '', /^Novak Ferries agreed to buy/);
    assert.equal(displayHeadline?.text, 'Novak Ferries to Buy Pier');
  });
});

describe('a person in the summary', () => {
  it('is not introduced where her campaign is told of', () => {
    const story = `Saltmouth has been told that the Calder campaign will close its office on the pier after a crack was found in the deck.

"The pier was never built for lorries," former harbour master Ines Calder said.

Repairs will take until the spring, and ferries will use the northern quay of the port.`;
    const made = furnish({ headline: 'Crack closes pier office', text: story }, { language: 'en-US' }).furniture;
    const words = made.summary.map((element) => element.text).join(' ');
    assert.match(words, /the Calder campaign/);
  });

  it('is introduced with her role, also where a sentence begins with her', () => {
    const story = `The town of Saltmouth closed its oldest pier on Monday after a crack was found in the deck.

"The pier was never built for lorries," former harbour master Ines Calder said. Calder said the town had been warned twice.

Repairs will take until the spring, and ferries will use the northern quay of the port.`;
    const made = furnish(
      { headline: 'Saltmouth closes its oldest pier', text: story },
      { language: 'en-US' },
    ).furniture;
    const words = made.summary.map((element) => element.text).join(' ');
    assert.doesNotMatch(
      words.replace(/Former harbour master Ines Calder|former harbour master Ines Calder/, 'X'),
      /^[^X]*\bCalder\b/,
    );
    assert.match(words, /Former harbour master Ines Calder said/);
  });

  it('stands once in a sentence, and a spokesman has his article', () => {
    const story = `The ferry town of Saltmouth is looking at a new settlement for the owners of boats, Ann Lee, deputy head of the board, said.

No end is in sight to a strike by the majority of the island's dockers, a spokesman for the National Federation of Island Ports said.

Fares will rise by a tenth in May, and the northern quay of the port will be closed for repairs until the summer.`;
    const made = furnish({ headline: 'Saltmouth looks at a settlement', text: story }, { language: 'en-US' }).furniture;
    for (const { text: words } of made.summary) assert.doesNotMatch(words, /^Spokesman|, Ann Lee\.$/);
  });
});
