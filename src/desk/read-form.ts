import { z } from 'zod';
import { CopydeskError } from '../story/errors.ts';

/** Words that somebody typed: without the space around them, at most a thousand characters; nothing when they are missing. */
export const typedWords = z.string().trim().max(1000).catch('');

/** A form's values; @throws CopydeskError `bad-input` for a form that no page of ours sends. */
export function readForm<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new CopydeskError(
    'bad-input',
    'This form could not be read, so nothing was done. Please send it from the desk again.',
  );
}
