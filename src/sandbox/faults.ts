import { createRandom } from './create-random.ts';

/** What can go wrong with a request to the API. `before` and `after` are seen from the effect. */
export type ApiFault =
  | { readonly kind: 'bad-gateway-before' | 'bad-gateway-after' | 'cut-before' | 'cut-after' | 'primary-limit' }
  | { readonly kind: 'secondary-limit'; readonly status?: 403 | 429; readonly retryAfter?: number }
  /** What is to be compared is too much; only for the files of a pull request. */
  | { readonly kind: 'too-large' }
  /** What changes is not computed yet; only for the files of a pull request. */
  | { readonly kind: 'no-files' }
  /** One of GitHub's databases lags behind: the same request gets the same answer as before. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

/** What can go wrong with a webhook. `reorder` holds it back until the next one has gone out. */
export type WebhookFault =
  { readonly kind: 'lose' | 'double' | 'reorder' } | { readonly kind: 'delay'; readonly milliseconds: number };

/** When a fault strikes. */
interface Trigger {
  /** Part of the operation (`/reviews`, `graphql mutation`) or of the event (`pull_request`); missing: any. */
  readonly on?: string;
  /** How often at most. */
  readonly times?: number;
  /** Of the matching ones, from 0 to 1; missing: all. */
  readonly share?: number;
}

export type ApiFaultRule = Trigger & { readonly fault: ApiFault };
export type WebhookFaultRule = Trigger & { readonly fault: WebhookFault };

export interface Faults {
  readonly addApiFault: (rule: ApiFaultRule) => void;
  readonly addWebhookFault: (rule: WebhookFaultRule) => void;
  readonly clear: () => void;
  /** The fault that strikes this operation now, if one does; uses it up. */
  readonly takeApiFault: (operation: string) => ApiFault | undefined;
  readonly takeWebhookFault: (event: string) => WebhookFault | undefined;
}

/** Faults that strike the same way in every run with the same seed and the same order of requests. */
export function createFaults(seed = 1): Faults {
  const random = createRandom(seed);
  const api = createRules<ApiFault>(random);
  const webhooks = createRules<WebhookFault>(random);
  return {
    addApiFault: api.add,
    addWebhookFault: webhooks.add,
    clear: () => {
      api.clear();
      webhooks.clear();
    },
    takeApiFault: api.take,
    takeWebhookFault: webhooks.take,
  };
}

function createRules<Fault>(random: () => number) {
  const rules: { readonly rule: Trigger & { readonly fault: Fault }; left: number }[] = [];
  return {
    add: (rule: Trigger & { readonly fault: Fault }) => {
      rules.push({ rule, left: rule.times ?? Infinity });
    },
    clear: () => {
      rules.length = 0;
    },
    take: (name: string): Fault | undefined => {
      const hit = rules.find(
        ({ rule, left }) =>
          left > 0 && name.includes(rule.on ?? '') && (rule.share === undefined || random() < rule.share),
      );
      if (hit === undefined) return undefined;
      hit.left -= 1;
      return hit.rule.fault;
    },
  };
}
