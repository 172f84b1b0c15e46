import { needApp } from '../authenticate.ts';
import type { Attempt } from '../records/log.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Call, Reply, Route } from './route.ts';
import { route } from './route.ts';

const MAX_PER_PAGE = 100;

/** GitHub forgets deliveries after this time. */
const KEPT_MILLISECONDS = 3 * 24 * 3_600_000;

/** The app's list of webhook deliveries, which only the app itself may read. */
export const deliveryRoutes: readonly Route[] = [
  route('GET /app/hook/deliveries', listAttempts),
  route('POST /app/hook/deliveries/{delivery_id}/attempts', (call) => {
    needApp(call.actor);
    const found = listKept(call).find((one) => String(one.id) === call.params['delivery_id']);
    if (found === undefined) throw notFound();
    call.world.repeat(found.delivery);
    return { status: 202, body: {} };
  }),
];

/** The newest first; further pages by cursor, not by number. */
function listAttempts(call: Call): Reply {
  needApp(call.actor);
  const { searchParams } = call.url;
  if (searchParams.has('page')) throw new Refusal(422, 'Use the cursor parameter to paginate.');
  const size = Math.min(Number(searchParams.get('per_page') ?? 30), MAX_PER_PAGE);
  const before = Number(searchParams.get('cursor')?.replace('v1_', '') ?? Infinity);
  const older = listKept(call).filter(({ id }) => id < before);
  const page = older.slice(0, size);
  const last = page.at(-1);
  const next = new URL(call.url);
  next.searchParams.set('cursor', `v1_${last?.id ?? 0}`);
  const headers = older.length > size ? { link: `<${next.href}>; rel="next"` } : {};
  return { status: 200, body: page.map(renderAttempt), headers };
}

function listKept({ world }: Call): readonly Attempt[] {
  const oldest = world.now().getTime() - KEPT_MILLISECONDS;
  return world.attempts.filter(({ at }) => at.getTime() >= oldest).toReversed();
}

function renderAttempt({ id, delivery, at, isRedelivery, status }: Attempt) {
  const { installation, repository } = delivery.payload;
  return {
    id,
    guid: delivery.id,
    delivered_at: at.toISOString(),
    redelivery: isRedelivery,
    duration: 0.1,
    status: describe(status),
    status_code: status ?? 502,
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: idOf(installation),
    repository_id: idOf(repository),
  };
}

function describe(status: number | undefined): string {
  if (status === undefined) return 'failed to connect to host';
  return status < 300 ? 'OK' : `Invalid HTTP Response: ${status}`;
}

function idOf(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number' ? value.id : null;
}
