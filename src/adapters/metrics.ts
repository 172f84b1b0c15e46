import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { JobEnd } from '../ports.ts';
import type { RunJob } from '../ports/job.ts';
import type { Backlog } from './queue/server-lanes.ts';

/** What the process counts about itself, for Prometheus. */
export interface Metrics {
  readonly countDelivery: (event: string, status: number) => void;
  /** The same way of running jobs, counted and timed. */
  readonly watchJobs: (run: RunJob) => RunJob;
  /** The same way of asking GitHub, counted. */
  readonly watchFetch: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
  /** All figures as text; `backlog` is undefined where the lanes could not be asked. */
  readonly render: (backlog: Backlog | undefined) => Promise<string>;
  readonly contentType: string;
}

/** Events of other names share one figure, so that nobody can make many. */
const EVENTS = ['check_run', 'check_suite', 'issue_comment', 'pull_request', 'pull_request_review_comment', 'push'];
const SECONDS = [0.1, 0.3, 1, 3, 10, 30, 60, 300, 1800, 7200];

/** Figures that start at zero, in a registry of their own: prom-client’s is shared by the whole process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const deliveries = new Counter({
    ...{ name: 'copydesk_deliveries_total', help: 'Webhooks by event and answer.', registers },
    labelNames: ['event', 'status'],
  });
  const setBacklog = createBacklogGauges(registers);
  return {
    countDelivery: (event, status) => {
      deliveries.inc({ event: EVENTS.includes(event) ? event : 'other', status: String(status) });
    },
    watchJobs: createJobWatch(registers),
    watchFetch: createFetchWatch(registers),
    render: (backlog) => {
      setBacklog(backlog);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function createJobWatch(registers: Registry[]): Metrics['watchJobs'] {
  const labelNames = ['kind', 'outcome'] as const;
  const ran = new Histogram({
    ...{ name: 'copydesk_job_seconds', help: 'How long jobs ran, by outcome.', registers, labelNames },
    buckets: SECONDS,
  });
  const latency = new Histogram({
    ...{ name: 'copydesk_latency_seconds', help: 'From being asked for to being done, all waits included.', registers },
    ...{ labelNames: ['kind'], buckets: SECONDS },
  });
  return (run) => async (job, turn) => {
    const end = ran.startTimer({ kind: job.kind });
    const outcome: JobEnd = await run(job, turn).catch((error: unknown) => {
      end({ outcome: 'threw' });
      throw error;
    });
    end({ outcome: outcome.kind });
    const isDone = outcome.kind === 'done' && turn.since !== undefined;
    if (isDone) latency.observe({ kind: job.kind }, (Date.now() - turn.since.getTime()) / 1000);
    return outcome;
  };
}

function createFetchWatch(registers: Registry[]): Metrics['watchFetch'] {
  const calls = new Counter({
    ...{ name: 'copydesk_api_calls_total', help: 'Requests to GitHub, by resource and answer.', registers },
    labelNames: ['resource', 'status'],
  });
  const left = new Gauge({
    ...{ name: 'copydesk_api_limit_remaining', help: 'What the last answer said is left this hour.', registers },
    labelNames: ['resource'],
  });
  return (fetch) => async (input, init) => {
    const answer = await fetch(input, init).catch((error: unknown) => {
      calls.inc({ resource: 'none', status: 'no answer' });
      throw error;
    });
    const resource = answer.headers.get('x-ratelimit-resource') ?? 'none';
    calls.inc({ resource, status: String(answer.status) });
    const remaining = answer.headers.get('x-ratelimit-remaining');
    if (remaining !== null) left.set({ resource }, Number(remaining));
    return answer;
  };
}

function createBacklogGauges(registers: Registry[]): (backlog: Backlog | undefined) => void {
  const jobs = new Gauge({
    ...{ name: 'copydesk_jobs', help: 'Jobs by state.', registers },
    labelNames: ['state'],
  });
  const oldest = new Gauge({
    ...{
      name: 'copydesk_oldest_job_seconds',
      help: 'How long the first job has waited whose time has come.',
      registers,
    },
  });
  const quiet = new Gauge({
    ...{ name: 'copydesk_quiet_seconds', help: 'Since a job of this process ended, or since its start.', registers },
  });
  const isUp = new Gauge({ name: 'copydesk_lanes_up', help: '1 where the lanes can take work.', registers });
  return (backlog) => {
    isUp.set(backlog === undefined ? 0 : 1);
    if (backlog === undefined) return;
    const { oldestSeconds, quietSeconds, ...counts } = backlog;
    quiet.set(quietSeconds);
    for (const [state, count] of Object.entries(counts)) jobs.set({ state }, count);
    oldest.set(oldestSeconds);
  };
}
