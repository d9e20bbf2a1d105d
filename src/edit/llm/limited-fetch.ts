/** More bytes than this are no furniture. */
const MOST = 1 << 20;

/** An answer that would not end. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

/** `fetch` that reads at most a mebibyte and follows no redirect: copy and key go where the publisher says, and nowhere else. */
export const limitedFetch: typeof fetch = async (input, init) => {
  const answer = await fetch(input, { ...init, redirect: 'error' });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > MOST) throw new AnswerTooLong(`more than ${MOST} bytes`);
    chunks.push(chunk);
  }
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after', 'retry-after-ms']) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(chunks.length === 0 ? null : Buffer.concat(chunks), { status: answer.status, headers });
};
