import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from './postgres.ts';

/** Whether a server answers at this address. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  // The server may end while it answers: then it does not.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

describe('the PostgreSQL of the tests', () => {
  it('is 15 or newer, sorts as a publisher’s would, and is gone when stopped', async () => {
    const server = await startPostgres();
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int >= 150000 as recent, 'a-b' < 'ab' as bytes, 'B' < 'a' as capitals`,
    );
    await client.end();
    assert.deepEqual(rows, [{ recent: true, bytes: true, capitals: false }]);
    await server.stop();
    assert.equal(await answers(server.url), false);
  });

  it('ends when the process that started it is killed', async () => {
    const program = `
      import { startPostgres } from ${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)};
      const server = await startPostgres();
      process.stdout.write(server.url);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = await once(child.stdout, 'data');
    assert.equal(await answers(String(url)), true);
    child.kill('SIGKILL');
    for (let tries = 0; (await answers(String(url))) && tries < 100; tries++) await sleep(50);
    assert.equal(await answers(String(url)), false);
  });
});
