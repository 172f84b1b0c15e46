import { z } from 'zod';

/** Quotes, blanks, line feeds or control characters in them would become settings of their own, or colours. */
const conversionSchema = z.object({
  id: z.int().positive(),
  slug: z.string().regex(/^[\w-]+$/),
  html_url: z.url({ protocol: /^https?$/ }).regex(/^[!-~]+$/),
  pem: z.string().regex(/^-----BEGIN (?:RSA )?PRIVATE KEY-----[\w+/=\r\n]+-----END (?:RSA )?PRIVATE KEY-----\s*$/),
  webhook_secret: z.string().regex(/^[\w.~+/=-]+$/),
});

/** What GitHub hands out once for a new app. Holds secrets: never print it. */
export interface AppCredentials {
  readonly appId: number;
  readonly slug: string;
  readonly pageUrl: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
}

/** The credentials, or why there are none in one sentence. */
export type Exchange =
  { readonly ok: true; readonly credentials: AppCredentials } | { readonly ok: false; readonly problem: string };

/** Trades the one-time code of a manifest for the app's credentials. GitHub accepts a code once, so this is not repeated. */
export async function exchangeCode(apiUrl: string, code: string, fetchPage: typeof fetch): Promise<Exchange> {
  try {
    const answer = await fetchPage(`${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`, {
      method: 'POST',
      headers: { accept: 'application/vnd.github+json', 'user-agent': 'copydesk-setup' },
      signal: AbortSignal.timeout(30_000),
    });
    if (!answer.ok) return { ok: false, problem: `GitHub refused the code (status ${answer.status}).` };
    return readConversion(await answer.json());
  } catch {
    // The error could quote the reply, and with it a secret.
    return { ok: false, problem: `${apiUrl} did not answer as GitHub does.` };
  }
}

function readConversion(reply: unknown): Exchange {
  const conversion = conversionSchema.safeParse(reply);
  if (!conversion.success) return { ok: false, problem: "GitHub's reply lacks the app's credentials." };
  const { id, slug, html_url: pageUrl, pem: privateKey, webhook_secret: webhookSecret } = conversion.data;
  return { ok: true, credentials: { appId: id, slug, pageUrl, privateKey, webhookSecret } };
}
