import { readFile } from 'node:fs/promises';
import { CopydeskError } from '../story/errors.ts';
import type { ResolveSecret } from '../story/sources/transport-settings.ts';

/** Finds secrets in these environment variables and in files. They are read anew each time, so a changed file counts at once. */
export function secretsFrom(env: Readonly<Record<string, string | undefined>>): ResolveSecret {
  return async (secret) => {
    const value = 'env' in secret ? fromEnvironment(env, secret.env) : await readSecret(secret.file);
    if (value !== undefined && value !== '') return value;
    const what =
      'env' in secret
        ? `The environment variable ${secret.env} is not set. Set it where "copydesk start" runs.`
        : `The file "${secret.file}" is empty. Put the secret into it.`;
    throw new CopydeskError('bad-setting', what);
  };
}

const fromEnvironment = (env: Readonly<Record<string, string | undefined>>, name: string) =>
  Object.hasOwn(env, name) ? env[name] : undefined;

/** A file's text without the line break that an editor puts at its end. */
async function readSecret(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CopydeskError('bad-setting', `The secret in "${file}" cannot be read (${why}).`, { cause: error });
  }
}
