import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadJudging } from './judging.ts';

const MODELS = fileURLToPath(new URL('../models/', import.meta.url));

describe('the models that judge comments', () => {
  it('are missing, with the reason, while a file is gone or cut, and there again when it is put back', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-models-'));
    test.after(() => rm(folder, { recursive: true, force: true }));
    const url = pathToFileURL(`${folder}/`);
    const gone = loadJudging(url);
    assert.ok(gone.kind === 'missing' && gone.why.includes('models/'));
    await cp(MODELS, folder, { recursive: true });
    await writeFile(join(folder, 'topic/words.bin'), 'CDTOPIC1 and then nothing');
    const cut = loadJudging(url);
    assert.ok(cut.kind === 'missing' && cut.why.includes('Put back'));
    assert.equal(loadJudging(url), cut, 'nothing has changed, so nothing is read again');
    await cp(MODELS, folder, { recursive: true });
    assert.equal(loadJudging(url).kind, 'ready');
  });
});
