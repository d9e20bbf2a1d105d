import { ReceiveError } from './receiver.ts';

const LATE = '@ did not answer in time. It is tried again; if it goes on, check host, port and firewall.';
const BROKEN_OFF = '@ broke the connection off. It is tried again; if it goes on, ask the agency.';

// What the codes of network and TLS errors mean to a publisher. `@` stands for the server.
const meanings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server called @. Check the spelling of the host, and that this machine is on the network.',
  EAI_AGAIN: 'The name @ could not be looked up just now. Check the network of this machine; it is tried again.',
  ECONNREFUSED: 'Nothing answers at @. Check host and port with the agency; its server may be down.',
  ECONNRESET: BROKEN_OFF,
  EPIPE: BROKEN_OFF,
  EHOSTUNREACH: '@ cannot be reached from here. Check the network and the firewall of this machine.',
  ENETUNREACH: '@ cannot be reached from here. Check the network and the firewall of this machine.',
  ETIMEDOUT: LATE,
  TimeoutError: LATE,
  CERT_HAS_EXPIRED: 'The certificate of @ has run out. Tell the agency; nothing is fetched until it is renewed.',
  CERT_NOT_YET_VALID: 'The certificate of @ is not valid yet. Check the clock of this machine, then ask the agency.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate that @ shows is for another name. Check the host with the agency.',
  EPROTO: '@ does not speak TLS here. Check the port, and whether the connection is to be secure.',
  ERR_SSL_WRONG_VERSION_NUMBER:
    '@ does not speak TLS here. Check the port, and whether the connection is to be secure.',
  // What imapflow adds.
  ETIMEOUT: LATE,
  CONNECT_TIMEOUT: LATE,
  GREETING_TIMEOUT: LATE,
  UPGRADE_TIMEOUT: LATE,
  EConnectionClosed: BROKEN_OFF,
  NoConnection: BROKEN_OFF,
};

const UNKNOWN_AUTHORITY =
  'The certificate of @ is signed by nobody that this machine trusts. If the agency has its own authority, put that authority’s certificate into the source’s "certificate".';

const unknownAuthority: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

/** Any failure of a transport as a sentence that says what to do, without the secrets. `server` is host and port. */
export function explainFailure(
  error: unknown,
  { server, secrets = [] }: { readonly server: string; readonly secrets?: readonly (string | undefined)[] },
): ReceiveError {
  if (error instanceof ReceiveError) return error;
  const words = [...codesOf(error)].map(meaningOf).find((meaning) => meaning !== undefined);
  if (words) return new ReceiveError(words.replaceAll('@', server));
  const said = error instanceof Error ? error.message : String(error);
  return new ReceiveError(`${server} could not be read: ${withoutSecrets(said, secrets).slice(0, 300)}`);
}

/** `text` with every secret blanked, as it is and as an address or a header carries it. */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  let safe = text;
  for (const secret of secrets) {
    if (!secret) continue;
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')])
      safe = safe.replaceAll(form, '…');
  }
  return safe;
}

const meaningOf = (code: string): string | undefined =>
  unknownAuthority.has(code) ? UNKNOWN_AUTHORITY : Object.hasOwn(meanings, code) ? meanings[code] : undefined;

/** The codes of an error and of those inside it: Node wraps the attempts at several addresses into one. */
function* codesOf(error: unknown, depth = 0): Generator<string> {
  if (depth > 3 || typeof error !== 'object' || error === null) return;
  if ('code' in error && typeof error.code === 'string') yield error.code;
  if ('name' in error && typeof error.name === 'string') yield error.name;
  if ('cause' in error) yield* codesOf(error.cause, depth + 1);
  if ('errors' in error && Array.isArray(error.errors))
    for (const inner of error.errors.slice(0, 4)) yield* codesOf(inner, depth + 1);
}
