import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { judgeForOthers } from './judge-for-others.ts';

const ABUSE = { text: 'You are a stupid idiot and a liar.', withSpans: true };

describe('the judging for other programs', () => {
  it('gives no score while the model is missing or broken, and scores once it is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-model-'));
    const file = join(folder, 'weights.bin');
    const judge = judgeForOthers(pathToFileURL(file));
    const missing = await judge(ABUSE);
    await writeFile(file, 'CDRESP1\nnot the rest of it');
    const broken = await judge(ABUSE);
    await copyFile(new URL('../models/respect/weights.bin', import.meta.url), file);
    const whole = await judge(ABUSE);
    await rm(folder, { recursive: true });
    assert.deepEqual([missing.kind, broken.kind, whole.kind], ['unavailable', 'unavailable', 'judged']);
    assert.match(missing.kind === 'unavailable' ? missing.why : '', /ENOENT/);
  });

  it('names places inside of the comment, each with a probability', async () => {
    const outcome = await judgeForOthers()({ ...ABUSE, text: `Good report 🚢. ${ABUSE.text}` });
    const spans = outcome.kind === 'judged' ? outcome.judged.spans : [];
    assert.ok(spans.length > 0);
    assert.ok(spans.every(({ begin, end, value }) => begin >= 16 && end > begin && value >= 0 && value <= 1));
  });
});
