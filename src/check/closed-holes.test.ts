import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkClaim } from './check-claim.ts';

const refuses = (text: string, claim: string) =>
  assert.equal(checkClaim(claim, { headline: '', text }).ok, false, `passed: ${claim}`);
const passes = (text: string, claim: string) => {
  const { ok, findings } = checkClaim(claim, { headline: '', text });
  assert.equal(ok, true, `${claim}: ${findings.map(({ message }) => message).join(' ')}`);
};

describe('what once got past the gate', () => {
  it('a sentence from the middle of a quotation is not told as a fact', () => {
    const text = '"We looked at every option. The market loses money. It will shut," Mayor Ana Duarte told reporters.';
    refuses(text, 'The market loses money.');
    passes(text, text);
  });

  it('sentences of a quotation are not joined over one that is missing', () => {
    const text =
      '"We looked at every option. The market loses money. Nobody wants it shut," Ana Duarte told reporters.';
    refuses(text, '"We looked at every option. Nobody wants it shut," Ana Duarte told reporters.');
  });

  it('what is to be decided is no less needed than a condition', () => {
    refuses('The board has been asked to decide if the pier is safe.', 'The board has been asked to decide.');
  });

  it('a condition without an “if” is one', () => {
    refuses('Should the talks fail, Westmere would lose 400 jobs.', 'Westmere would lose 400 jobs.');
    refuses('Were the minister to resign, the coalition would collapse.', 'The coalition would collapse.');
    refuses('Unless a deal is signed by Friday, the port will close.', 'Unless a deal is signed, the port will close.');
  });

  it('few farmers are not a few farmers', () => {
    refuses('Few farmers support the plan.', 'A few farmers support the plan.');
    passes('A few farmers support the plan.', 'A few farmers support the plan.');
  });

  it('a number keeps its sign, its comparison and both its ends', () => {
    refuses('It was -12 degrees in Aldport on Sunday.', 'It was 12 degrees in Aldport on Sunday.');
    refuses('The tank holds 40 litres more than the old one.', 'The tank holds 40 litres.');
    refuses('Prices rose between 20 and 30 percent.', 'Prices rose 20 and 30 percent.');
    passes('Prices rose between 20 and 30 percent on Sunday.', 'Prices rose between 20 and 30 percent.');
  });

  it('a possessive keeps its owner', () => {
    refuses(
      'Police arrested Karl Venn near the warehouse that Venn’s brother owns.',
      'Police arrested Venn’s brother.',
    );
  });

  it('who they all were is not one of them', () => {
    refuses('The winners were Port Meridian, Westmere and Aldport.', 'The winners were Port Meridian.');
  });

  it('what holds of some is not told of all', () => {
    refuses('The drug cut deaths among smokers.', 'The drug cut deaths.');
  });

  it('a speaker in an aside is not what her role hangs on', () => {
    const text =
      'Its spokeswoman on pensions, Yara Holmqvist, said that the tax would fall hardest on villages. The head of the council, Ana Brandt, said that the fees would rise. Protesters outside the ministry said that the law was void.';
    refuses(text, 'Pensions say the tax would fall hardest on villages.');
    refuses(text, 'The council said that the fees would rise.');
    refuses(text, 'The ministry said that the law was void.');
    passes(text, 'Yara Holmqvist said that the tax would fall hardest on villages.');
    passes(text, 'The head of the council said that the fees would rise.');
  });

  it('a proportion keeps both its numbers', () => {
    refuses('Officials will visit one home in 50, chosen at random.', 'Officials will visit one home.');
    refuses('Two in three members voted for the plan.', 'Two voted for the plan.');
    refuses('Nine out of ten patients recovered.', 'Nine patients recovered.');
    passes('Two attacks in three days closed the bridge.', 'Two attacks closed the bridge.');
  });

  it('what may or may not be is not lent away', () => {
    refuses('The port would be closed and the bridge opened.', 'The bridge opened.');
    refuses('The plan could be a disaster.', 'The plan a disaster.');
    passes('The driver who would have been 38 today was found dead.', 'The driver was found dead.');
  });

  it('small words that change nothing may go', () => {
    passes('She has just signed the law.', 'She has signed the law.');
    passes(
      'The city fines those who park on grass, even if it is their own.',
      'The city fines those who park on grass.',
    );
    refuses('She is just asking.', 'She is asking.');
  });

  it('a title is not lent to the next name, nor a verb’s particle to the verb before it', () => {
    const sentence = 'Health minister Dan Porter, trade minister Tom Blake and Ana Duarte signed the law.';
    refuses(sentence, 'Health minister Tom Blake and Ana Duarte signed the law.');
    refuses('The girl was filmed emptying out the cupboard.', 'The girl was filmed out the cupboard.');
  });

  it('what was so, or was said wrongly, or is played, is not told as it is', () => {
    refuses('Duarte said she was formerly a spy.', 'Duarte said she was a spy.');
    refuses('Duarte was wrongly accused of theft.', 'Duarte was accused of theft.');
    refuses('In the film, Venn kills the king.', 'Venn kills the king.');
  });

  it('a but takes back, wherever it stands', () => {
    refuses('The strike ended in Aldport but went on in Westmere.', 'The strike ended.');
    refuses('Prices fell in every town but Aldport.', 'Prices fell in Aldport.');
    refuses('The deal was worth 4m crowns less than planned.', 'The deal was worth 4m crowns.');
  });

  it('a plural speaker behind her words is one', () => {
    refuses('A judge should look into the fire, the unions say.', 'A judge should look into the fire.');
    passes('A judge should look into the fire, the unions say.', 'A judge should look into the fire, the unions say.');
  });

  it('a rate keeps its time, a year its era, and what was poorly done was poorly done', () => {
    refuses(
      'About three million people a week were watching the show.',
      'About three million people were watching the show.',
    );
    refuses(
      'Experts have dated the coin to between 300 BC and 264 BC.',
      'Experts have dated the coin to between 300 and 264.',
    );
    refuses('The film was poorly received by critics.', 'The film was received by critics.');
  });

  it('what stands before “whom he called” are not his words', () => {
    const text = 'On Monday Mr Ferrow left the board after remarks about sailors, who he called "lazy".';
    refuses(text, 'Ferrow called Mr Ferrow left the board after remarks about sailors.');
    passes(text, 'Mr Ferrow left the board after remarks about sailors.');
  });

  it('a firm may lose its legal form, and neither a word of its name nor what it belongs to', () => {
    passes('Norrland Tool Co raised its forecast on Monday.', 'Norrland Tool raised its forecast on Monday.');
    refuses('Norrland Bank Holdings Ltd raised its forecast.', 'Norrland raised its forecast.');
    refuses("Norrland Tool Co's chief raised its forecast.", 'Norrland Tool raised its forecast.');
    refuses('The board of Norrland Tool Co raised its forecast.', 'Norrland Tool raised its forecast.');
  });

  it('whoever fears, wants or decides something does not do it', () => {
    refuses('The union fears the firm will cut 300 jobs.', 'The union will cut 300 jobs.');
    refuses('The union fears management will cut 300 jobs.', 'The union will cut 300 jobs.');
    refuses('The union claims the firm paid bribes.', 'The union paid bribes.');
    refuses('Voters decide whether the city may borrow 212 million crowns.', 'Voters may borrow 212 million crowns.');
    refuses('Ministers discuss how the country could leave the pact.', 'Ministers could leave the pact.');
    refuses('The mayor wants the city to sell the harbour.', 'The mayor to sell the harbour.');
    refuses('The group wants ministers to ban the nets.', 'The group to ban the nets.');
    passes('The bank cut its rate and raised its forecast.', 'The bank raised its forecast.');
    passes('Lee noted the protest on Monday, accusing the leaders of theft.', 'Lee accuses the leaders of theft.');
    refuses(
      'Lee met the minister on Monday, accusing the leaders of theft.',
      'The minister accuses the leaders of theft.',
    );
    passes('The bank led by Mr Lee will close three branches.', 'The bank will close three branches.');
    passes('Families living near the quay will be moved.', 'Families will be moved.');
  });

  it('what was reported by somebody does not begin to say so', () => {
    const text = 'The cost of fraud reported by consumers was 546 million crowns.';
    refuses(text, 'The cost of fraud says by consumers was 546 million crowns.');
    passes(text, 'Cost of fraud reported by consumers was 546 million crowns.');
  });
});
