import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ReceiveError } from './receiver.ts';

const local = new BlockList();
// Loopback, private and link-local networks and what else is nobody's public server (RFC 6890 and its registries).
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  local.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  local.addSubnet(network, bits, 'ipv6');

/** Whether an IP address is of this machine or of the network around it, also in IPv6's dress; false for names. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  const version = isIP(bare);
  return version !== 0 && local.check(bare, version === 6 ? 'ipv6' : 'ipv4');
}

/** Looks a name up for a connection, and refuses it when any of its addresses is private: what was checked is what is connected to. */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const hidden = addresses?.find(({ address }) => isPrivateAddress(address));
    if (error) done(error, []);
    else if (hidden) done(privateRefused(host), []);
    else if (options.all) done(null, addresses);
    else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
  });
};

export const privateRefused = (host: string): ReceiveError =>
  new ReceiveError(
    `The server sends us on to ${host}, which is in a private network. That is not followed. If it is meant, make it the source's own address.`,
  );
