import { parseArgs } from 'node:util';
import { exportComments } from '../store/others/export-comments.ts';
import { listSuggestedScores } from '../store/others/suggested-scores.ts';
import type { Command } from './command.ts';
import { withNewsroom } from './open-newsroom.ts';
import { writeOut } from './shown/write-out.ts';

const PAGE = 500;

/** `copydesk export-comments`: every discussion as JSON lines. */
export const exportCommentsCommand: Command = {
  name: 'export-comments',
  summary: 'write every comment, decision, reaction and report as JSON lines',
  usage: `Usage: copydesk export-comments > FILE

Writes to standard output, one JSON object a line: the newsroom, each story with a discussion, each comment in any state with
the decisions about it, who respected and who reported it, and each score that was suggested through the Perspective-compatible
endpoint. Full names are in it, for they are yours to keep; readers are told apart by a number, and no address is in it.
"copydesk import copydesk FILE" takes it back, here or in another newsroom.
Exit codes: 0 done; 2 wrongly called.`,
  async run(args) {
    parseArgs({ args: [...args], options: {} });
    return withNewsroom(async ({ store, url, now }) => {
      await writeLine({ kind: 'newsroom', version: 1, url, exportedAt: now().toISOString() });
      for await (const line of exportComments(store)) await writeLine(line);
      for (let after = 0; ; ) {
        const rows = await listSuggestedScores(store, { after, limit: PAGE });
        for (const { id: _, ...row } of rows) await writeLine({ kind: 'suggestion', ...row });
        const last = rows.at(-1);
        if (rows.length < PAGE || !last) return 0;
        after = last.id;
      }
    });
  },
};

const writeLine = (line: object): Promise<void> => writeOut(`${JSON.stringify(line)}\n`);
