import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One element of an answer, as a model gives it. */
export type Said = { readonly text: string; readonly sentences: readonly number[] };

/** The answer that a test wants of its model; what is left out is null or empty. */
export type SaidAll = {
  readonly displayHeadline?: Said;
  readonly standfirst?: Said;
  readonly keyPointsTitle?: Said;
  readonly keyPoints?: readonly Said[];
  readonly summary?: readonly Said[];
};

/** A request as it came: `body` is what the protocol calls it, `authorization` its header. */
export type ModelRequest = {
  readonly authorization: string | undefined;
  readonly path: string | undefined;
  readonly body: {
    readonly model: string;
    readonly max_tokens: number;
    readonly response_format?: { readonly type: string };
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
};

export type ModelServer = {
  /** What a publisher sets as `COPYDESK_MODEL_URL`. */
  readonly url: string;
  readonly asked: ModelRequest[];
  /** From now on it answers so. */
  answer(next: (response: ServerResponse, request: ModelRequest, times: number) => void): void;
  close(): Promise<void>;
};

/** A server that speaks OpenAI's chat completions on loopback; it answers with nothing at all until it is told how. */
export async function modelServer(): Promise<ModelServer> {
  let next: (response: ServerResponse, request: ModelRequest, times: number) => void = () => {};
  const asked: ModelRequest[] = [];
  const server = createServer(async (incoming: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const request = { authorization: incoming.headers.authorization, path: incoming.url, body };
    asked.push(request);
    next(response, request, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answer(given) {
      next = given;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A completion with these words, 900 tokens in and 120 out. */
export function complete(response: ServerResponse, words: string): void {
  const message = { role: 'assistant', content: words };
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      id: 'c1',
      object: 'chat.completion',
      created: 1,
      model: 'test',
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage: { prompt_tokens: 900, completion_tokens: 120, total_tokens: 1020 },
    }),
  );
}

/** A completion with this furniture. */
export function furnishWith(response: ServerResponse, said: SaidAll): void {
  const empty = { displayHeadline: null, standfirst: null, keyPointsTitle: null, keyPoints: [], summary: [] };
  complete(response, JSON.stringify({ ...empty, ...said }));
}
