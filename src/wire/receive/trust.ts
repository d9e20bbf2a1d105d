import { getCACertificates } from 'node:tls';

/** TLS options that trust one more authority (PEM) besides those that this machine trusts anyway. */
export function trusting(certificate: string | undefined): { readonly ca?: string[] } {
  return certificate === undefined ? {} : { ca: [...getCACertificates('default'), certificate] };
}
