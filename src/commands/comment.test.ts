import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { databases, type TestDatabase } from '../../test/support/databases.ts';
import { listComments, saveComment } from '../store/comments.ts';
import { readDiscussionState } from '../store/discussion/switch-discussion.ts';
import { saveDelivery } from '../store/filing/save-delivery.ts';

const module = new URL('./comment.ts', import.meta.url).href;
const NOW = new Date('2026-03-02T09:00:00.000Z');
const WORDS =
  'Nobody has asked the people on the hill.\n\nThey would have said that the last bus is the one they need.';

/** Runs the subcommand in a process of its own. */
function run(
  env: Record<string, string>,
  args: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  const script = `const { commentCommand } = await import(${JSON.stringify(module)});
    process.exitCode = await commentCommand.run(${JSON.stringify(args)});`;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--input-type=module', '-e', script],
      { env: { ...process.env, ...env } },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

for (const database of databases) {
  describe(`copydesk comment, on ${database.name}`, () => {
    let opened: TestDatabase;
    let env: Record<string, string> = {};
    let storyId = 0;
    let ids: number[] = [];

    before(async () => {
      opened = await database.open();
      env = { COPYDESK_DATA: opened.dataFolder, DATABASE_URL: opened.databaseUrl ?? '' };
      const blocks = [{ kind: 'paragraph', text: 'The county put a new bus timetable into force on Monday.' }] as const;
      const copy = {
        headline: 'County puts new bus timetable into force',
        blocks,
        text: blocks[0].text,
        language: 'en',
        keywords: [],
        pubStatus: 'usable',
        signals: [],
      } as const;
      const items = [{ guid: 'urn:npa:bus', copy, replaces: [] }];
      const delivery = {
        source: 'npa',
        name: 'bus',
        format: 'ninjs',
        bytes: Buffer.from('bus'),
        receivedAt: NOW,
        items,
      };
      storyId = (await saveDelivery(opened.store, delivery)).stories[0]?.storyId ?? 0;
      const save = (fullName: string, name: string, text: string, state: 'pending' | 'held' = 'pending') =>
        saveComment(opened.store, {
          submission: { storyId, fullName, text, readerToken: fullName },
          name,
          state,
          reasons: [{ code: 'links', message: '3 links: “a.example”.' }],
          by: 'policy',
          now: NOW,
        });
      ids = [
        (await save('Priya Sharma', 'Priya S', WORDS)).id,
        (await save('Sukarno', 'Sukarno', `${WORDS} \u001b[31m`)).id,
        (await save('Petra Lindqvist', 'Petra L', WORDS, 'held')).id,
      ];
    });
    after(() => opened.destroy());

    it('lists what waits with all that a moderator needs, and nothing that commands her terminal', async () => {
      const { code, out } = await run(env, ['list']);
      assert.equal(code, 0);
      assert.ok(
        out.startsWith(
          `${ids[0]}  pending  2026-03-02 09:00  Priya Sharma (shown as Priya S)  on county-puts-new-bus-timetable-into-force\n` +
            '    ! 3 links: “a.example”.\n' +
            '    Nobody has asked the people on the hill.\n\n' +
            '    They would have said that the last bus is the one they need.\n\n',
        ),
        out,
      );
      assert.match(out, new RegExp(`${ids[1]} {2}pending {2}2026-03-02 09:00 {2}Sukarno {2}on`));
      assert.doesNotMatch(out, /\u001b/);
      assert.match(out, new RegExp(`${ids[2]} {2}held {2}2026-03-02 09:00 {2}Petra Lindqvist`));
      assert.doesNotMatch((await run(env, ['list', '--state', 'pending'])).out, /Petra/);
    });

    it('lists one JSON object a line', async () => {
      const { out } = await run(env, ['list', '--json', '--limit', '2']);
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: number; fullName: string });
      assert.deepEqual(
        lines.map((line) => [line.id, line.fullName]),
        [
          [ids[0], 'Priya Sharma'],
          [ids[1], 'Sukarno'],
        ],
      );
    });

    it('approves and removes, goes on past a number that is not there, and says so', async () => {
      const approved = await run(env, ['approve', '99999', `#${ids[0]}`, String(ids[1])]);
      assert.equal(approved.code, 1);
      assert.match(approved.err, /99999/);
      assert.equal(approved.out, `${ids[0]} by Priya S is approved\n${ids[1]} by Sukarno is approved\n`);
      const removed = await run(env, ['remove', String(ids[1]), '--reason', 'Somebody else’s words.']);
      assert.equal(removed.code, 0);
      assert.deepEqual(
        (await listComments(opened.store, { storyId })).map((comment) => comment.id),
        [ids[0]],
      );
      assert.match((await run(env, ['list', '--state', 'removed'])).out, /! Somebody else’s words\./);
    });

    it('picks a comment that readers see, closes and opens a discussion, and says what cannot be done', async () => {
      const picked = await run(env, ['pick', String(ids[0]), String(ids[1])]);
      assert.equal(picked.code, 1);
      assert.equal(picked.out, `${ids[0]} is an editor’s pick\n`);
      assert.match(picked.err, /Cannot pick comment \d+: it is removed\./);
      assert.equal((await run(env, ['unpick', String(ids[0])])).out, `${ids[0]} is no pick any more\n`);
      const story = await opened.store.read
        .selectFrom('story')
        .select(['id', 'slug'])
        .where('id', '=', storyId)
        .executeTakeFirstOrThrow();
      const isOpen = async () => (await readDiscussionState(opened.store, story, new Date())).open;
      const closed = await run(env, ['close', 'no-such-story', story.slug]);
      assert.equal(closed.code, 1);
      assert.equal(closed.out, `${story.slug}: the discussion is closed\n`);
      assert.match(closed.err, /no-such-story/);
      assert.equal(await isOpen(), false);
      await run(env, ['open', story.slug]);
      assert.equal(await isOpen(), true);
    });

    it('says what is wrong with a call', async () => {
      const calls = [
        [],
        ['approve'],
        ['approve', 'all'],
        ['list', '--limit', '0'],
        ['list', '--limit', '1e99'],
        ['list', '--limit', '99999999999999999999'],
        ['list', '--state', 'new'],
        ['delete', '1'],
        ['close'],
      ];
      const answers = await Promise.all(calls.map((call) => run(env, call)));
      assert.deepEqual(
        answers.map((answer) => answer.code),
        calls.map(() => 2),
      );
      assert.deepEqual(
        answers.filter((answer) => !/^copydesk: .+ Run "copydesk comment --help"\.\n$/.test(answer.err)),
        [],
      );
    });
  });
}
