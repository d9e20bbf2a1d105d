import { BlockList, isIP, isIPv6 } from 'node:net';

/** Where a proxy of the publisher's own stands: this machine, or a private network (RFC 1918, 6598, 3927, 4193, 4291). */
const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addSubnet('100.64.0.0', 10);
near.addSubnet('169.254.0.0', 16);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

const isNear = (address: string): boolean => near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * The address that a comment comes from. `forwardedFor` (X-Forwarded-For) is believed only when the connection itself is
 * from nearby, and then from the right: each proxy writes behind what it was told, so the first address that is not
 * nearby is the last one that nobody could make up. `connection` is undefined when there is no socket to an outsider
 * (a Unix socket, or a call within the process), which is nearby too.
 */
export function clientAddress(connection: string | undefined, forwardedFor: string | undefined): string {
  let client = readAddress(connection ?? '') ?? 'local';
  const told = (forwardedFor ?? '').split(',').map((entry) => readAddress(entry));
  while ((client === 'local' || isNear(client)) && told.length > 0) {
    const before = told.pop();
    // "unknown", or something made up: what stands left of it is worth nothing.
    if (before === undefined) break;
    client = before;
  }
  return client;
}

/** What counts as one sender: an IPv4 address; of IPv6 the /64, which is what one household or one server has. */
export function senderOf(address: string): string {
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

/** An address without port, brackets and zone, IPv4 in IPv6 as IPv4; undefined when it is none. */
function readAddress(written: string): string | undefined {
  const text = written.trim();
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
  return isIP(mapped) ? mapped : undefined;
}

/** The eight groups of an IPv6 address, without leading zeros: all the ways to write it become one. */
function groupsOf(address: string): string[] {
  // The URL parser writes addresses in the shortest form (RFC 5952), IPv4 tails as groups.
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  if (tail === undefined) return groups(head);
  const [left, right] = [groups(head), groups(tail)];
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}
