import type { Command } from './command.ts';

/** The subcommands, in the order in which help lists them. Each is loaded only when it is called: starts stay quick. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  receive: async () => (await import('./receive.ts')).receiveCommand,
  source: async () => (await import('./source.ts')).sourceCommand,
  story: async () => (await import('./story.ts')).storyCommand,
  comment: async () => (await import('./comment.ts')).commentCommand,
  staff: async () => (await import('./staff.ts')).staffCommand,
  mail: async () => (await import('./mail.ts')).mailCommand,
  key: async () => (await import('./key.ts')).keyCommand,
  webhook: async () => (await import('./webhook.ts')).webhookCommand,
  import: async () => (await import('./import.ts')).importCommand,
  embed: async () => (await import('./embed.ts')).embedCommand,
  'export-comments': async () => (await import('./export-comments.ts')).exportCommentsCommand,
  moderate: async () => (await import('./moderate.ts')).moderateCommand,
  judge: async () => (await import('./judge.ts')).judgeCommand,
  parse: async () => (await import('./parse.ts')).parseCommand,
  edit: async () => (await import('./edit.ts')).editCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  package: async () => (await import('./package.ts')).packageCommand,
  edition: async () => (await import('./edition.ts')).editionCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
};
