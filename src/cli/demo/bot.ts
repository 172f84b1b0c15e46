import { systemClock } from '../../adapters/clock.ts';

/**
 * The bot as it always is, but for its clock: it shows what the embedded GitHub's does. A week in which sections are
 * looked for would otherwise depend on the day on which somebody watches the demo.
 */
const offset = Date.parse(process.env['DEMO_STARTS_AT'] ?? '') - Date.now();
Object.assign(systemClock, { now: () => new Date(Date.now() + offset) });
await import('../../main.ts');
