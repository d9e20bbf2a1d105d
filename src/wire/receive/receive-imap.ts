import type { ImapFlow } from 'imapflow';
import type { ImapTransport } from '../../story/sources/transport.ts';
import { explainFailure, withoutSecrets } from './explain-failure.ts';
import { LARGEST_FILE, type Receive, ReceiveError, type Round, type RoundResult } from './receiver.ts';
import { type RememberedSet, rememberedSet } from './remembered-set.ts';
import { type Offer, takeEach } from './take-each.ts';
import { trusting } from './trust.ts';

const MEBIBYTE = 1024 * 1024;
/** So many messages a round, oldest first; a mailbox of years is read in many rounds. */
const MOST_A_ROUND = 500;

type Limits = { readonly bytes: number; readonly seconds: number };

/**
 * Takes the messages of a mailbox that nobody has seen, each whole, as a mail file named for its UID. After one was kept
 * it is flagged as seen, moved or deleted; nothing else in the mailbox is touched.
 */
export function receiveImap(transport: ImapTransport, limits: Limits = { bytes: LARGEST_FILE, seconds: 60 }): Receive {
  return async (round) => {
    const client = await openClient(transport, limits);
    // What broke the connection is told here; the command that it broke only knows that it is gone.
    let broken: unknown;
    client.on('error', (error: unknown) => {
      broken ??= error;
    });
    const close = () => client.close();
    round.signal.addEventListener('abort', close);
    try {
      round.signal.throwIfAborted();
      await client.connect();
      return await receiveFrom(client, { transport, limits, round });
    } catch (error) {
      round.signal.throwIfAborted();
      throw explainImap(error instanceof ReceiveError ? error : (broken ?? error), transport);
    } finally {
      round.signal.removeEventListener('abort', close);
      // The parting is a courtesy; a server that does not answer it is not waited for.
      client.close();
    }
  };
}

/** @NOTE Loaded here and not above: a newsroom without a mailbox never pays its memory. */
async function openClient(transport: ImapTransport, limits: Limits): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow');
  const milliseconds = limits.seconds * 1000;
  return new ImapFlow({
    host: transport.host,
    port: transport.port,
    secure: transport.secure,
    auth: { user: transport.user, pass: transport.password },
    tls: trusting(transport.certificate),
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    maxLiteralSize: limits.bytes + MEBIBYTE,
  });
}

type Job = { readonly transport: ImapTransport; readonly limits: Limits; readonly round: Round };

async function receiveFrom(client: ImapFlow, { transport, limits, round }: Job): Promise<RoundResult> {
  const box = await openMailbox(client, transport);
  const found = (await client.search({ seen: false, deleted: false }, { uid: true })) || [];
  const uids = found.sort((a, b) => a - b).slice(0, MOST_A_ROUND);
  if (uids.length === 0) return { received: 0, refused: 0 };
  const sizes = await client.fetchAll(uids, { uid: true, size: true }, { uid: true });

  const kept = await rememberedSet(round.memory, 'kept');
  const markOf = (uid: number) => `${box.uidValidity}.${uid}`;
  kept.keepOnly(new Set(uids.map(markOf)));
  const offers: Offer[] = [];
  for (const { uid, size = 0 } of sizes) {
    const mark = markOf(uid);
    const acknowledge = () => acknowledgeMessage(client, transport, uid);
    // Kept in an earlier round whose acknowledgement failed.
    if (kept.has(mark)) await acknowledge();
    else offers.push(offerOf(client, { uid, size, limits, acknowledge: () => keepThen(kept, mark, acknowledge) }));
  }
  try {
    return await takeEach(round, offers);
  } finally {
    await kept.save();
  }
}

async function openMailbox(client: ImapFlow, { host, port, mailbox, then, moveTo }: ImapTransport) {
  // Most servers say that it is there already, each in other words; if it is not, the move will say so.
  if (then === 'move' && moveTo !== undefined) await client.mailboxCreate(moveTo).catch(() => undefined);
  return client.mailboxOpen(mailbox).catch((error: unknown) => {
    if (!isObject(error) || typeof error['responseStatus'] !== 'string') throw error;
    throw new ReceiveError(
      `${host}:${port} does not open the mailbox "${mailbox}". Correct its name, make it, or ask for the right to read it.`,
    );
  });
}

async function keepThen(kept: RememberedSet, mark: string, acknowledge: () => Promise<void>): Promise<void> {
  await kept.add(mark);
  await acknowledge();
}

type Message = {
  readonly uid: number;
  readonly size: number;
  readonly limits: Limits;
  readonly acknowledge: () => Promise<void>;
};

function offerOf(client: ImapFlow, { uid, size, limits, acknowledge }: Message): Offer {
  const tooLarge = (bytes: number) => ({
    problem: `The message ${uid} has ${(bytes / MEBIBYTE).toFixed(0)} MiB; at most ${Math.round(limits.bytes / MEBIBYTE)} are taken. It stays in the mailbox, unseen.`,
  });
  return {
    name: `${uid}.eml`,
    async load() {
      if (size > limits.bytes) return tooLarge(size);
      const message = await client.fetchOne(`${uid}`, { uid: true, source: true }, { uid: true });
      if (!message || message.source === undefined) return undefined;
      return message.source.byteLength > limits.bytes ? tooLarge(message.source.byteLength) : message.source;
    },
    settle: acknowledge,
  };
}

async function acknowledgeMessage(client: ImapFlow, { then, moveTo }: ImapTransport, uid: number): Promise<void> {
  const done =
    then === 'seen'
      ? await client.messageFlagsAdd([uid], ['\\Seen'], { uid: true })
      : then === 'delete'
        ? await client.messageDelete([uid], { uid: true })
        : await client.messageMove([uid], moveTo ?? '', { uid: true });
  if (!done)
    throw new ReceiveError(
      `It was kept, but the mailbox does not let it be ${then === 'seen' ? 'flagged' : `${then}d`}. Ask for the right to.`,
    );
}

function explainImap(error: unknown, { host, port, password }: ImapTransport): ReceiveError {
  if (error instanceof ReceiveError) return error;
  const server = `${host}:${port}`;
  const said = isObject(error) && typeof error['responseText'] === 'string' ? error['responseText'] : '';
  if (isObject(error) && error['authenticationFailed'] === true)
    return new ReceiveError(
      `${server} refuses the sign-in. Check user and password; some providers want a password made for this program alone.`,
    );
  if (said !== '') return new ReceiveError(`${server} says: ${withoutSecrets(said, [password]).slice(0, 300)}`);
  return explainFailure(error, { server, secrets: [password] });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
