/** One request to the API, as it was answered. */
export interface LoggedRequest {
  readonly method: string;
  /** As asked for, with its query. */
  readonly path: string;
  /** GitHub's template (`GET /repos/{owner}/{repo}`), `graphql query Name`, or `unknown`. */
  readonly operation: string;
  readonly status: number;
  /** `app`, a login, or `anonymous`. */
  readonly actor: string;
  /** Answered 304 to a conditional request: free of the rate limit. */
  readonly wasConditional304: boolean;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

/** One webhook, from the moment it was decided on. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Set when answered; undefined while under way, or when it was lost. */
  status: number | undefined;
  outcome: 'waiting' | 'answered' | 'failed' | 'lost' | 'not sent';
}

/** One try at handing over a webhook, as the app's list of deliveries shows it. One that a fault lost is not in it. */
export interface Attempt {
  readonly id: number;
  readonly delivery: Delivery;
  readonly at: Date;
  readonly isRedelivery: boolean;
  /** undefined: nobody answered in time. */
  readonly status: number | undefined;
}

/** Somebody whom a text would have notified, or a thread it would have linked itself to. */
export interface Notification {
  readonly kind: 'mention' | 'cross-reference';
  readonly target: string;
  /** E.g. `comment on rust/news#12`. */
  readonly where: string;
  readonly by: string;
}
