import { generateKeyPairSync } from 'node:crypto';

/** A new private key, as GitHub hands out those of apps. */
export function makeAppKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;
}
