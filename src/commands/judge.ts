import { parseArgs } from 'node:util';
import { loadJudging } from '../judging.ts';
import { type JudgingModels, judgeComment, type ToJudge } from '../moderate/judgements.ts';
import { outcomeOf } from '../moderate/outcome.ts';
import { DEFAULT_MODERATION } from '../story/discussion/moderation-settings.ts';
import type { Command } from './command.ts';
import { wronglyCalled } from './shown/complain.ts';
import { answerLines } from './shown/json-lines.ts';

/** `copydesk judge --jsonl`: the three judgements by themselves. */
export const judgeCommand: Command = {
  name: 'judge',
  summary: 'judge comments: respectful, on-topic, thoughtful, each with its reasons',
  usage: `Usage: copydesk judge --jsonl < LINES

Reads {"id","text","article"?:{"headline","text"},"parent"?,"thread"?:["…"]} per line from standard input: a comment, the article that
it stands under, the comment that it answers, and others of the discussion. Answers each with one line:

  {"id","respectful","onTopic","thoughtful","reasons":[{"code","message","spans"?}],"decision"}

The three are 0 to 1, 1 is best; onTopic is null where neither an article nor other comments are given. decision is what the rules
make of it before anything is known of the reader: "pass" or "hold". All is computed on this machine; nothing is stored or sent.
Exit codes: 0 every line was read; 1 a line could not be read, or a model is missing; 2 wrongly called.`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { jsonl: { type: 'boolean', default: false } } });
    if (!values.jsonl) {
      return wronglyCalled('judge', 'judge reads lines of JSON: add --jsonl.');
    }
    const judging = loadJudging();
    if (judging.kind === 'missing') {
      process.stderr.write(
        `copydesk: nothing can be judged: ${judging.why}. Put back the folder models/ of this version.\n`,
      );
      return 1;
    }
    return answerLines(process.stdin, readLine, (line) => answer(line, judging.models));
  },
};

type Line = ToJudge & { readonly id: unknown };

function answer({ id, ...comment }: Line, models: JudgingModels): object {
  const judgements = judgeComment(comment, models);
  const { respectful, onTopic, thoughtful } = judgements;
  return {
    id,
    respectful: rounded(respectful.score),
    onTopic: onTopic === null ? null : rounded(onTopic.score),
    thoughtful: rounded(thoughtful.score),
    reasons: [...respectful.reasons, ...(onTopic?.reasons ?? []), ...thoughtful.reasons],
    decision: outcomeOf(judgements, DEFAULT_MODERATION).length > 0 ? 'hold' : 'pass',
  };
}

const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

function readLine(value: Readonly<Record<string, unknown>>): Line | string {
  const { id, text, article, parent, thread } = value;
  if (typeof text !== 'string') return '"text" is wanted, the words of the comment.';
  if (parent !== undefined && parent !== null && typeof parent !== 'string')
    return '"parent" is the words of a comment.';
  if (
    thread !== undefined &&
    thread !== null &&
    !(Array.isArray(thread) && thread.every((one) => typeof one === 'string'))
  )
    return '"thread" is a list of the words of comments.';
  const about = readArticle(article);
  if (typeof about === 'string') return about;
  return {
    id,
    text,
    ...(about && { article: about }),
    ...(typeof parent === 'string' && { parent }),
    ...(Array.isArray(thread) && { thread: thread as string[] }),
  };
}

function readArticle(article: unknown): { headline: string; text: string } | undefined | string {
  if (article === undefined || article === null) return undefined;
  if (typeof article !== 'object') return '"article" is {"headline","text"}.';
  const { headline = '', text = '' } = article as { headline?: unknown; text?: unknown };
  return typeof headline === 'string' && typeof text === 'string'
    ? { headline, text }
    : '"article" is {"headline","text"}.';
}
