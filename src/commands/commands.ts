import type { Command } from './command.ts';
import { commentCommand } from './comment.ts';
import { demoCommand } from './demo.ts';
import { editionCommand } from './edition.ts';
import { packageCommand } from './package.ts';
import { parseCommand } from './parse.ts';
import { receiveCommand } from './receive.ts';
import { startCommand } from './start.ts';
import { storyCommand } from './story.ts';

/** The subcommands, in the order in which help lists them. */
export const commands: readonly Command[] = [
  startCommand,
  receiveCommand,
  storyCommand,
  commentCommand,
  parseCommand,
  packageCommand,
  editionCommand,
  demoCommand,
];
