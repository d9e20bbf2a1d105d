import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leans } from './leans.ts';

describe('a sentence that leans on another', () => {
  it('points to what was told before it', () => {
    for (const text of [
      'Of this amount 40 million went to the pier.',
      'The mayor was asked for copies of these letters.',
      'Owners of boats will seek a way out of this.',
      'In a letter, she asked for more.',
      'At the end of May they were worth 40 million.',
      'While liberals dismissed him as an actor, he was a good governor.',
      'Critics said he was playing for time.',
      'Namely, that the pier was never safe.',
      'The bill would then be sent to the mayor.',
      'Lee: Well, the pier is bad.',
      'Have separately asked for more boats.',
      'In one instance, that letter included a threat.',
      'As a result the pier was closed.',
      'To that end they created a board.',
      'Indeed, the pier may be closed.',
      'Will carry other marks.',
      'The party did not elaborate.',
      '“Out!” the crowd yelled.',
    ])
      assert.equal(leans(text), true, text);
  });

  it('stands by itself where it points to a time, or says whom it means', () => {
    for (const text of [
      'By this summer the pier will be open.',
      'The town will pay for those who lost a boat.',
      'Fares fell to 4 crowns on Monday.',
      'At the end of May fares were lower.',
      'Brandt said he was leaving.',
    ])
      assert.equal(leans(text), false, text);
  });
});
