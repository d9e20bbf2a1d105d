import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startProcess } from './support/running.ts';

describe('a newsroom to which open pages listen', () => {
  it('tells them the count over HTTP as it comes, also where they take gzip, and shuts down without waiting for them', async () => {
    const server = await startProcess();
    const front = await (await fetch(server.address)).text();
    const path = /href="(\/story\/[^"#?]+)"/.exec(front)?.[1] ?? '';
    const headers = { 'accept-encoding': 'gzip, br' };
    const answer = await fetch(`${server.address}${path}/discussion/live`, { headers });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.match((await reader?.read())?.value ?? '', /^event: comments\ndata: \d+\n/);
    const asked = performance.now();
    assert.equal(await server.stop('SIGTERM'), 0);
    assert.ok(performance.now() - asked < 5000);
    assert.equal((await reader?.read())?.done, true);
    await server.destroy();
  });
});
