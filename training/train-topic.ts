// Trains models/topic: node training/train-topic.ts --data DIR [--out FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contentWords } from '../src/moderate/topic/content-words.ts';
import { writeTopicModel } from '../src/moderate/topic/topic-model.ts';
import { readCsv } from './read-csv.ts';
import { learnTopics } from './topic/learn-topics.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (values.data === undefined) {
  process.stderr.write('usage: node training/train-topic.ts --data DIR [--out FILE]   (DIR: see training/README.md)\n');
  process.exit(64);
}
const out = values.out ?? join(dirname(fileURLToPath(import.meta.url)), '../models/topic/words.bin');
// Toxic Spans (CC0): comments under news, of which only the words are counted.
const rows = readCsv(readFileSync(join(values.data, 'toxic_spans/comments.csv'), 'utf8'));
const texts = rows.map((row) => contentWords(row['comment_text'] ?? ''));
const bytes = writeTopicModel(learnTopics(texts));
writeFileSync(out, bytes);
process.stdout.write(`${out}: ${bytes.length} bytes from ${texts.length} comments\n`);
