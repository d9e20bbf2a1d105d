import { leaveDemo } from '../demo.ts';
import type { Command } from './command.ts';
import { withStore } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';

/** `copydesk demo leave`: an empty newsroom of one's own. */
export const demoCommand: Command = {
  name: 'demo',
  summary: 'leave the demo newsroom',
  usage: `Usage: copydesk demo leave

An empty newsroom starts with demo stories. "demo leave" removes them with their comments and pictures, keeps everything that you
received yourself, and never brings them back.
Exit codes: 0 done; 2 wrongly called.`,
  async run(args) {
    if (args.length !== 1 || args[0] !== 'leave') {
      return wronglyCalled('demo', 'say "copydesk demo leave".');
    }
    return withStore(async (store) => {
      const removed = await leaveDemo(store);
      process.stdout.write(
        `The demo is gone (${removed} ${removed === 1 ? 'story' : 'stories'}). Receive your own: copydesk receive FILE\n`,
      );
      return 0;
    });
  },
};
