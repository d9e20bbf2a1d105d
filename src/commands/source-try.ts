import { secretsFrom } from '../sources/secrets.ts';
import { runRound } from '../sources/source-round.ts';
import { readHealth } from '../store/sources/source-rounds.ts';
import { findStory } from '../store/stories.ts';
import { CopydeskError } from '../story/errors.ts';
import { withNewsroom } from './open-newsroom.ts';
import { complain } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';
import { wantedSource } from './wanted-source.ts';

/** `source try NAME`: one round now, and what came. Ctrl+C ends it; what came before that is kept. */
export async function trySource(name: string): Promise<number> {
  return withNewsroom(async (newsroom) => {
    const source = await wantedSource(newsroom.store, name);
    if (!source.transport || source.transport.kind === 'push')
      throw new CopydeskError(
        'not-allowed',
        `Cannot ask "${name}": ${source.transport ? 'it pushes by itself' : 'people bring its files'}.`,
      );
    const { failures } = (await readHealth(newsroom.store)).of(source.id);
    const ending = new AbortController();
    const end = () => ending.abort(new Error('It was ended by hand.'));
    process.once('SIGINT', end);
    const report = await runRound(newsroom, {
      source,
      failures,
      dueOnly: false,
      signal: ending.signal,
      secrets: secretsFrom(process.env),
    });
    process.off('SIGINT', end);
    if (!report) {
      return complain(`${name} is being asked at this moment; see "copydesk source list".`);
    }
    const { received, duplicates, refused, slugs, problems, error } = report;
    const parts = [`${received} ${received === 1 ? 'file' : 'files'} came`];
    if (duplicates > 0) parts.push(`${duplicates} had come before`);
    if (refused > 0) parts.push(`${refused} could not be read`);
    process.stdout.write(`${parts.join(', ')}.\n`);
    for (const slug of slugs) {
      const story = await findStory(newsroom.store, slug);
      const reason = story?.reason === undefined ? '' : `: ${story.reason}`;
      process.stdout.write(`  ${lineForTerminal(`${slug}  ${story?.state ?? ''}${reason}`)}\n`);
    }
    for (const problem of problems) process.stderr.write(`${lineForTerminal(problem)}\n`);
    if (error !== undefined) complain(error);
    return error === undefined ? 0 : 1;
  });
}
