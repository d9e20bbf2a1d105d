import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { publish } from '../../test/support/stories.ts';
import { listCommentsForDesk, saveComment } from '../store/comments.ts';
import { findStory } from '../store/stories.ts';

const command = fileURLToPath(new URL('../../bin/copydesk.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'copydesk-moderate-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, value: unknown) => {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return join(folder, name);
};
const DAY = 86_400_000;

for (const database of databases) {
  describe(`copydesk moderate, on ${database.name}`, () => {
    let opened: TestDatabase;
    let storyId = 0;
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [command, 'moderate', ...args], {
        encoding: 'utf8',
        env: { ...process.env, COPYDESK_DATA: opened.dataFolder, DATABASE_URL: opened.databaseUrl ?? '' },
      });
    const write = (text: string, daysAgo: number) =>
      saveComment(opened.store, {
        submission: { storyId, fullName: 'Priya Venkat', text, readerToken: `priya ${text}` },
        name: 'Priya V',
        state: 'pending',
        reasons: [],
        by: 'policy',
        now: new Date(Date.now() - daysAgo * DAY),
      });

    before(async () => {
      opened = await database.open();
      const slug = await publish(opened.store, {}, new Date(Date.now() - 90 * DAY));
      storyId = (await findStory(opened.store, slug))!.id;
      await write('The council are idiots and pathetic morons, every one of them, what utter scum they are.', 1);
      await write(
        'See https://one.example and https://two.example because both of them explain the plan very well.',
        2,
      );
      await write('This one came long ago, and says why the plan is good because it costs less than the other.', 60);
    });
    after(() => opened.destroy());

    it('shows the rules as a file that it takes back, and applies them to what comes from now on', () => {
      const shown = run('show');
      assert.equal(shown.status, 0);
      const rules = JSON.parse(shown.stdout);
      assert.deepEqual([rules.publish, rules.firstComments, rules.links], ['passed', 2, 2]);
      const changed = file('rules.json', { ...rules, firstComments: 0, links: 1 });
      assert.match(run('check', changed).stdout, /is right/);
      assert.equal(JSON.parse(run('show').stdout).links, 2);
      assert.equal(run('apply', changed).status, 0);
      assert.equal(JSON.parse(run('show').stdout).links, 1);
    });

    it('names every mistake of a file with its place, and changes nothing', () => {
      const { status, stderr } = run(
        'apply',
        file('wrong.json', { links: 'many', hold: { respect: 7 }, colour: 'red' }),
      );
      assert.equal(status, 1);
      assert.match(stderr, /hold\.respect: .*links: |links: .*hold\.respect: /);
      assert.match(stderr, /colour/);
      assert.match(run('check', file('broken.json', '{"links": ')).stderr, /cannot be read as JSON/);
      assert.match(run('check', join(folder, 'no-such-file')).stderr, /no such file/);
      assert.equal(JSON.parse(run('show').stdout).links, 1);
    });

    it('says what other rules would have decided about the last days, and changes nothing', async () => {
      const strict = file('strict.json', { firstComments: 0, links: 1 });
      const lax = file('lax.json', { firstComments: 0, links: 5, hold: { respect: null, topic: null } });
      assert.equal(run('apply', strict).status, 0);
      const { status, stdout } = run('replay', '--with', lax);
      assert.equal(status, 0);
      assert.match(stdout, /2 comments\. By the rules as they are: 0 appear at once, 0 wait for a person, 2 are held/);
      assert.match(stdout, /By the other rules: 2 appear at once, .*2 would fare otherwise/);
      assert.match(stdout, /held → approved \(today pending\).*\n {6}.*morons/);
      const all = run('replay', '--since', '90d', '--json')
        .stdout.trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        all.map(({ before: then, after: now }) => then === now),
        [true, true, true],
      );
      const states = (await listCommentsForDesk(opened.store, { limit: 10 })).map(({ state }) => state);
      assert.deepEqual(states, ['pending', 'pending', 'pending']);
    });

    it('says so when the rules that are kept cannot be read', async () => {
      await opened.store.write((tx) =>
        tx.db.updateTable('setting').set({ value: '{"publish": ' }).where('key', '=', 'moderation').execute(),
      );
      const { status, stderr } = run('show');
      assert.equal(status, 1);
      assert.match(stderr, /every comment is held: .*Run "copydesk moderate apply FILE"/);
      assert.equal(run('replay').status, 1);
    });

    it('says how it is called', () => {
      assert.equal(run().status, 2);
      assert.equal(run('show', 'me', 'all').status, 2);
      assert.match(run('replay', '--since', 'ever').stderr, /--since is a number of days/);
    });
  });
}
