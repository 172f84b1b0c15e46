import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** What GitHub and an app know of each other; made anew for each demo and good for nothing else. */
export interface Credentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** PEM. */
  readonly publicKey: string;
  readonly webhookSecret: string;
}

/** Draws a new RSA key and secret; the app’s id is always 1. */
export function makeCredentials(): Credentials {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { appId: 1, privateKey, publicKey, webhookSecret: randomBytes(24).toString('hex') };
}
