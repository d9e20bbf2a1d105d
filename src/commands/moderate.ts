import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadJudging } from '../judging.ts';
import { replayModeration } from '../replay-moderation.ts';
import { readPolicy, savePolicy } from '../store/moderation/policy.ts';
import type { Store } from '../store/store.ts';
import { type ModerationSettings, readModeration } from '../story/discussion/moderation-settings.ts';
import type { Command } from './command.ts';
import { withStore } from './open-newsroom.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

const DAY = 86_400_000;
/** Comments that replay shows in full. */
const MOST_SHOWN = 50;

/** `copydesk moderate show|check|apply|replay`. */
export const moderateCommand: Command = {
  name: 'moderate',
  summary: 'set the rules by which comments are judged, and see first what others would have decided',
  usage: `Usage: copydesk moderate show
       copydesk moderate check FILE
       copydesk moderate apply FILE
       copydesk moderate replay [--since 30d] [--with FILE] [--json]

  show    the rules as they are, as a file that apply takes
  check   whether FILE could be applied
  apply   take the rules of FILE over, for the comments that come from now on
  replay  judge the comments of the last days anew, by the rules as they are and by those of FILE: how many would appear at once,
          wait, be held or refused, and which would fare otherwise. Nothing is changed

FILE is JSON; what is not written has the default:
  {"publish": "passed",                     or "reviewed": a person looks at every comment first
   "firstComments": 2,                      so many of a reader's comments wait for a person
   "trustedAfter": 20,                      after so many approved and hardly any stopped, topic and thought are left to the reader
   "hold": {"respect": 0.4, "topic": 0.25, "thought": null},   below these (0 to 1) a person looks; null never
   "words": {"banned": [], "suspect": []},  refused for, and held for; disguises are seen through
   "links": 2, "stoppedShare": 0.3}         more links, or more of a reader's comments stopped, and a person looks

Exit codes: 0 done; 1 a file cannot be read or is wrong; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        since: { type: 'string', default: '30d' },
        with: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [verb, file, ...more] = positionals;
    if (more.length > 0) return wronglyCalled('moderate', 'that is one word too many');
    if (verb === 'show' && file === undefined) return withStore(show);
    if (verb === 'replay' && file === undefined) return replay(values);
    if ((verb === 'check' || verb === 'apply') && file !== undefined) return apply(file, verb === 'apply');
    return wronglyCalled('moderate', 'say "show", "replay", or "check" or "apply" with a file');
  },
};

async function show(store: Store): Promise<number> {
  const policy = await readPolicy(store);
  if (policy.kind === 'unreadable')
    return complain(
      `The rules cannot be read, so every comment is held: ${policy.why}. Run "copydesk moderate apply FILE".`,
    );
  process.stdout.write(`${JSON.stringify(policy.settings, null, 2)}\n`);
  return 0;
}

async function apply(file: string, keep: boolean): Promise<number> {
  const settings = await readFrom(file);
  if (typeof settings === 'string') return complain(settings);
  if (!keep) {
    process.stdout.write(`${file} is right.\n`);
    return 0;
  }
  return withStore(async (store) => {
    await savePolicy(store, settings);
    process.stdout.write('The rules are taken over, for the comments that come from now on.\n');
    return 0;
  });
}

/** The rules of a file, or what is wrong with it. */
async function readFrom(file: string): Promise<ModerationSettings | string> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    return `"${file}" cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const read = readModeration(value);
  return read.ok ? read.settings : `"${file}" is wrong: ${read.problems.join('; ')}.`;
}

async function replay(options: { since: string; with?: string | undefined; json: boolean }): Promise<number> {
  const days = /^(\d{1,4})d$/.exec(options.since)?.[1];
  if (days === undefined) return wronglyCalled('moderate', '--since is a number of days, as "30d"');
  const judging = loadJudging();
  if (judging.kind === 'missing') return complain(`Nothing can be judged: ${judging.why}.`);
  const other = options.with === undefined ? undefined : await readFrom(options.with);
  if (typeof other === 'string') return complain(other);
  return withStore(async (store) => {
    const policy = await readPolicy(store);
    if (policy.kind === 'unreadable') return complain(`The rules cannot be read: ${policy.why}.`);
    const rules = {
      since: new Date(Date.now() - Number(days) * DAY),
      before: policy.settings,
      after: other ?? policy.settings,
    };
    await print(replayModeration({ store, judging: () => judging }, rules), options.json, other !== undefined);
    return 0;
  });
}

async function print(decisions: ReturnType<typeof replayModeration>, json: boolean, compares: boolean): Promise<void> {
  const counts = { before: new Map<string, number>(), after: new Map<string, number>() };
  const count = (map: Map<string, number>, state: string) => map.set(state, (map.get(state) ?? 0) + 1);
  let all = 0;
  let changed = 0;
  for await (const { comment, before, after } of decisions) {
    all++;
    count(counts.before, before.state);
    count(counts.after, after.state);
    if (json) {
      const line = {
        id: comment.id,
        state: comment.state,
        before: before.state,
        after: after.state,
        reasons: after.reasons,
      };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    } else if (before.state !== after.state && ++changed <= MOST_SHOWN) {
      const why = (after.reasons.length > 0 ? after : before).reasons.map(({ message }) => message).join(' ');
      process.stdout.write(
        `${comment.id}  ${before.state} → ${after.state} (today ${comment.state})  ${lineForTerminal(comment.text.slice(0, 70))}\n      ${lineForTerminal(why)}\n`,
      );
    }
  }
  if (json) return;
  const line = (map: Map<string, number>) =>
    ['approved', 'pending', 'held', 'refused'].map((state) => `${map.get(state) ?? 0} ${SAYS[state]}`).join(', ');
  process.stdout.write(`${all} comments. By the rules as they are: ${line(counts.before)}.\n`);
  if (compares) process.stdout.write(`By the other rules: ${line(counts.after)}. ${changed} would fare otherwise.\n`);
}

const SAYS: Readonly<Record<string, string>> = {
  approved: 'appear at once',
  pending: 'wait for a person',
  held: 'are held',
  refused: 'are refused',
};
