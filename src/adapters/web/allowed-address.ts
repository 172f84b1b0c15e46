import ipaddr from 'ipaddr.js';

/** The machine that answers for Azure's platform stands at an address that is public by its range. */
const METADATA = '168.63.129.16';

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether a numeric address, without brackets, belongs to the public internet. Everything that is private, special, or
 * leads to an IPv4 address by detours is not; nor is what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address === METADATA) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? isGlobal(parsed) : ipaddr.IPv4.isValidFourPartDecimal(address);
}

function isGlobal(address: ipaddr.IPv6): boolean {
  const [, , , , fifth = 0, sixth = 0] = address.parts;
  // ISATAP: the last half is an IPv4 address of the local network.
  const isTunnel = sixth === 0x5e_fe && (fifth === 0 || fifth === 0x2_00);
  return address.zoneId === undefined && address.match(GLOBAL_UNICAST) && !isTunnel;
}

/** Names that never lead to the public internet, whatever a resolver says. */
const PRIVATE_NAMES = [
  'localhost',
  'localdomain',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'home.arpa',
  'onion',
  'alt',
  'test',
  'example',
  'invalid',
];

/** Whether a host, as `URL` spells it, may be looked up at all. A name without a dot is one of the local network. */
export function isPublicName(host: string): boolean {
  const name = host.replace(/\.$/, '');
  return name.includes('.') && !PRIVATE_NAMES.some((end) => `.${name}`.endsWith(`.${end}`));
}

/** The numeric address that a host of a `URL` is; undefined for a name. */
export function getLiteral(host: string): string | undefined {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : undefined;
}
