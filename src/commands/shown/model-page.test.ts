import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { complete, furnishWith, type ModelServer, modelServer } from '../../../test/support/model-server.ts';
import { copyWith } from '../../../test/support/stories.ts';
import { modelPage } from './model-page.ts';

describe('what a language model would write', () => {
  let server: ModelServer;
  const copy = copyWith();
  const show = () =>
    modelPage(
      copy,
      { url: server.url, name: 'small-model', timeLimit: 5000, prices: { in: 1, out: 1 } },
      { language: 'en-US', columns: 96 },
    );
  beforeEach(async () => {
    server = await modelServer();
  });
  afterEach(() => server.close());

  it('stands with what the checks say of each element before the page as it would be', async () => {
    server.answer((response) =>
      furnishWith(response, {
        keyPoints: [
          { text: 'Engineers replace two bearings', sentences: [3] },
          { text: 'Engineers replace nine bearings', sentences: [3] },
          { text: 'Nobody knows why', sentences: [44] },
        ],
      }),
    );
    const page = await show();
    assert.ok(typeof page === 'string');
    assert.match(page, /^WHAT small-model WROTE \(\d\.\d s, 900 tokens in, 120 out, cost 0.00102\)/);
    assert.match(page, /passes {3}keyPoint: Engineers replace two bearings/);
    assert.match(page, /refused {2}keyPoint: Engineers replace nine bearings\n +└ The copy does not say “nine” here\./);
    assert.match(page, /dropped {2}The model’s key point is dropped: there is no sentence 44/);
    assert.match(page, /• Engineers replace two bearings/);
    assert.match(page, /MADE BY .*model small-model/);
  });

  it('is a failure in one line when there is nothing to show', async () => {
    server.answer((response) => complete(response, 'Sorry, I cannot help with that.'));
    assert.match(
      JSON.stringify(await show()),
      /The language model small-model answered with something that is no furn/,
    );
  });
});
