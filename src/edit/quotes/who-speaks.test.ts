import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findQuotations } from './quotations.ts';

/** The speakers of a text's quotations, in order. */
const speakers = (text: string) => findQuotations(text).map(({ speaker }) => speaker?.text ?? null);
/** [kind, words said, speaker] */
const said = (text: string) =>
  findQuotations(text).map(({ kind, start, end, speaker }) => [kind, text.slice(start, end), speaker?.text ?? null]);

describe('who speaks', () => {
  it('is found over a party in brackets and a relative clause', () => {
    const text =
      'Rep. Zoe Loft (D-Aldport), who wrote a bill on ferries, said in a statement that the steps were “long overdue”.';
    assert.deepEqual(speakers(text), ['Rep. Zoe Loft']);
  });

  it('is whoever does the verb that an infinitive hangs on', () => {
    assert.deepEqual(speakers('The judge turned to an old case to say that courts must weigh “every word of it”.'), [
      'The judge',
    ]);
    assert.deepEqual(speakers('Menon came to the quay to talk about fares, telling the crowd, “We will cut them.”'), [
      'Menon',
    ]);
  });

  it('is not the one who is asked', () => {
    assert.deepEqual(speakers('Menon was asked, “What is the safest port?”'), [null]);
    assert.deepEqual(speakers('Menon was asked by host Piet Quell, “What is the safest port?”'), ['host Piet Quell']);
  });

  it('is the one whose participle stands beside her, not the one who quotes', () => {
    assert.deepEqual(speakers('The Aldport Register quoted one trader as saying “the price is too low”.'), [
      'one trader',
    ]);
    assert.deepEqual(speakers('Menon reminds me of Asa Quell saying that “the sea is never late”.'), ['Asa Quell']);
  });

  it('changes where another speaker begins inside the sentence', () => {
    assert.deepEqual(
      said('Menon said that the quay was safe, while Quell said that the “walls are too low” for winter.'),
      [
        ['indirect', 'the quay was safe', 'Menon'],
        ['mixed', 'the “walls are too low” for winter', 'Quell'],
      ],
    );
  });

  it('says both of two stretches that “and” joins', () => {
    assert.deepEqual(speakers('The fares are “far too high” and “a tax on islanders,” Dale Orrin said.'), [
      'Dale Orrin',
      'Dale Orrin',
    ]);
  });

  it('stands behind words of the reporter’s own', () => {
    assert.deepEqual(speakers('“We’re extremely happy” about the vote, said Asha Menon, head of the union.'), [
      'Asha Menon',
    ]);
  });

  it('may bear a forename that is also a common word', () => {
    assert.deepEqual(speakers('“It is a costly plan,” said Will Orrin, a diver.'), ['Will Orrin']);
  });

  it('may sign a quotation in the paragraph below it', () => {
    assert.deepEqual(speakers('The plan became law.\n\n“Big boats pay no fees.”\n\n— Menon'), ['Menon']);
  });

  it('may sign each of several quotations behind it', () => {
    const text = '“The port needs boats. We have none.” ― Ann Ode\n“No sympathy, a fiasco.” ― Oscar P. Quell';
    assert.deepEqual(speakers(text), ['Ann Ode', 'Oscar P. Quell']);
  });

  it('is the one who tells what she believes', () => {
    const text = 'Menon told the crowd that she believes in boats, saying that “the sea decides too much”.';
    assert.equal(speakers(text).at(-1), 'Menon');
  });

  it('is the person in a film, not the film', () => {
    assert.deepEqual(speakers('The ad uses footage of Asha Menon asking, “Why are we late?”'), ['Asha Menon']);
  });

  it('may follow a heading and a dash', () => {
    assert.deepEqual(speakers('MORE BOATS IN ALDPORT - Asha Menon: “At long last the season is open.”'), [
      'Asha Menon',
    ]);
  });

  it('is who says so in front, rather than who only feels it', () => {
    assert.deepEqual(
      speakers('Menon says the road is long but she feels sure that boats will “win the day”.').at(-1),
      'Menon',
    );
  });

  it('is nobody where the words are denied', () => {
    assert.deepEqual(speakers('Tarr never said the boat was “a floating coffin”.'), [null]);
  });

  it('may speak with any verb where nothing but a name and that verb follows', () => {
    assert.deepEqual(speakers('“It will always float,” an angry Menon retaliated. “It never gives up.”'), [
      'an angry Menon',
      'an angry Menon',
    ]);
  });

  it('is not the owner of remarks', () => {
    assert.deepEqual(speakers('Orrin denounced Menon’s remarks as “hurtful and wrong” on Monday.'), ['Orrin']);
  });

  it('may speak herself', () => {
    assert.deepEqual(speakers('Menon herself said the plan was “far too late”.'), ['Menon']);
  });
});

describe('the name behind a pronoun', () => {
  const names = (text: string) => findQuotations(text).map(({ name }) => name ?? null);

  it('is not that of the one who is spoken to', () => {
    const text = 'Dale Orrin, 54, heard the case. “The law is plain,” she told Orrin.';
    assert.deepEqual(names(text), [null]);
  });

  it('is not guessed where a stranger was named in between', () => {
    const text = 'Dale Orrin, 54, spoke. “It held,” Orrin said. But Brennick, a diver, disagreed. “It fell,” he said.';
    assert.deepEqual(names(text), ['Dale Orrin', null]);
  });

  it('is not guessed where somebody with a role and no name has the word since', () => {
    const text =
      'Leo Menon, who owns a ferry, called the new fare unfair. Mr Menon said he was “stunned to read of it”. A council spokesman disagreed. “As we told everybody in May, the old boats cannot go on for ever. This is a fair price,” he said.';
    assert.deepEqual(names(text), ['Leo Menon', null]);
  });

  it('is found where only the next sentence begins with it', () => {
    const text = 'Dale Orrin, 54, spoke. “It held,” Orrin said. “We slept,” he said.\n\nOrrin left.';
    assert.deepEqual(names(text), ['Dale Orrin', 'Dale Orrin']);
  });

  it('is the main bearer’s where another one is only named further on', () => {
    const text = 'Asha Menon, 54, spoke. “It held,” Menon said. Her brother, Ravi Menon, 50, left.';
    assert.deepEqual(names(text), ['Asha Menon']);
  });
});
