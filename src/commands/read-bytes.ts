import { readFile } from 'node:fs/promises';

/** All of standard input. */
export async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The bytes of a file, or of standard input for "-"; a string says why there are none and what to do. */
export async function readBytes(file: string): Promise<Uint8Array | string> {
  try {
    return file === '-' ? await readStandardInput() : await readFile(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `"${file}" cannot be opened (${why}). Check its name and that you may read it.`;
  }
}
