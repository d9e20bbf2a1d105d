// Prints how many MB of NewsML-G2 one core reads per second: `parse` from bytes to items, `saxes` with empty handlers. A
// process for each, for in one both make the other's code slower. The seconds are the processor's, of all threads: the
// collector's and the compiler's count, other processes do not.
import { SaxesParser } from 'saxes';
import { parse } from '../src/wire/parse.ts';
import { newsMessage } from './wire-corpus.ts';

const MESSAGES = 160;
const [WARM, ROUNDS] = [4, 9];

const files = Array.from({ length: MESSAGES }, (_, number) => new TextEncoder().encode(newsMessage(number)));
const megabytes = files.reduce((sum, file) => sum + file.byteLength, 0) / 1e6;
const work = process.argv[2] === 'saxes' ? bareSaxes : (file: Uint8Array) => parse(file).ok;
const rates: number[] = [];
for (let round = 0; round < WARM + ROUNDS; round++) {
  const before = process.cpuUsage();
  for (const file of files) work(file);
  const { user, system } = process.cpuUsage(before);
  if (round >= WARM) rates.push(megabytes / ((user + system) / 1e6));
}
rates.sort((a, b) => a - b);
process.stdout.write(`${rates[ROUNDS >> 1]} ${megabytes}\n`);

/** The parser under ours, told to do nothing with what it finds. */
function bareSaxes(file: Uint8Array): boolean {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', () => {});
  parser.on('closetag', () => {});
  parser.on('text', () => {});
  parser.on('cdata', () => {});
  parser.write(new TextDecoder().decode(file)).close();
  return true;
}
