import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeskLine } from './desk-lines.ts';

const isOne = (words: string) => assert.equal(isDeskLine(words), true, words);
const isNone = (words: string) => assert.equal(isDeskLine(words), false, words);

describe('a line of the desk', () => {
  it('says who wrote, or asks something of the reader', () => {
    isOne('Ann Lee contributed to this report.');
    isOne('Watch the video above for a preview of the next part.');
    isOne('Watch the interview segment here.');
    isOne('Share and comment below.');
    isOne('Story by Ann Lee Video produced by Tom Venn.');
    isNone('Photos by the sea were sold.');
    isOne('Click here to read the whole list.');
    isOne('Tweet author="sarn" tweet_id="6721">The pier looks bad.');
    isOne('Mara Venn is editor in chief of The Sarn Post.');
    isOne('Mara Venn is a senior political correspondent for The Sarn Post.');
    isNone('Mara Venn is the mayor of Sarn.');
    isNone('Watchdogs said the video above the bar was false.');
    isNone('Mara Venn is a reporter who was held in Sarn.');
  });

  it('may be a heading', () => {
    isOne('3 Lena Ode Responds To Every Harbour Critic In Sarn');
    isNone('Lena Ode answered every critic of the harbour in Sarn.');
    isNone('President Ann Lee met Prime Minister Tom Ode.');
    isNone('Port Alder City won.');
  });
});
