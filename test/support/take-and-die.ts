import { fileStory } from '../../src/file-story.ts';
import { openNewsroom } from '../../src/newsroom.ts';
import { receiveFolder } from '../../src/wire/receive/receive-folder.ts';

/**
 * A process that receives the drop folder `argv[2]` into the newsroom of the data folder `argv[3]`. With `argv[4]` = `die` it
 * is killed between the first file's being kept and its acknowledgement. Prints what became of each file, a JSON line each.
 */
const [, , folder = '', dataFolder = '', end] = process.argv;
const newsroom = await openNewsroom({ port: 0, host: '127.0.0.1', url: 'https://courier.example', dataFolder });
await receiveFolder({ kind: 'folder', path: folder, settleSeconds: 0.05 })({
  signal: new AbortController().signal,
  now: newsroom.now,
  memory: { read: async () => undefined, write: async () => {} },
  async take(file) {
    const filed = await fileStory(newsroom, { source: 'nordwire', ...file });
    if (end === 'die') process.kill(process.pid, 'SIGKILL');
    if (!filed.ok) return { ok: false, reason: filed.refusal.message };
    process.stdout.write(
      `${JSON.stringify({ name: file.name, duplicate: filed.duplicate, stories: filed.stories })}\n`,
    );
    return { ok: true };
  },
});
await newsroom.store.close();
