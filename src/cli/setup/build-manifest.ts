import { parse } from 'yaml';
import { z } from 'zod';

const access = z.enum(['read', 'write']);

const manifestSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  url: z.url(),
  public: z.boolean(),
  hook_attributes: z.strictObject({ url: z.url(), active: z.boolean() }),
  redirect_url: z.url(),
  default_permissions: z.record(z.string(), access),
  default_events: z.array(z.string()),
});

/** What GitHub's form "register an app from a manifest" takes. */
export interface Manifest extends z.infer<typeof manifestSchema> {}

/** What only the person who runs `copydesk setup` knows. */
export interface ManifestChoices {
  readonly name: string | undefined;
  /** Where GitHub shall send webhooks. */
  readonly webhookUrl: string;
  /** Where GitHub shall send the browser afterwards. */
  readonly redirectUrl: string;
  /** Mode `publish`: the bot may also open pull requests of its own. */
  readonly mayPublish: boolean;
}

/** The manifest in app.yml's text, completed. Throws on a text that is no manifest: app.yml is ours. */
export function buildManifest(appYml: string, choices: ManifestChoices): Manifest {
  const manifest = manifestSchema.parse(parse(appYml));
  const wider = choices.mayPublish ? ({ contents: 'write', issues: 'write' } as const) : {};
  return {
    ...manifest,
    name: choices.name ?? manifest.name,
    hook_attributes: { ...manifest.hook_attributes, url: choices.webhookUrl },
    redirect_url: choices.redirectUrl,
    default_permissions: { ...manifest.default_permissions, ...wider },
  };
}
