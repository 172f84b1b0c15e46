import { systemClock } from '../../adapters/clock.ts';

/**
 * Loaded before the bot, which then goes by the embedded GitHub's clock: what happened in the week would otherwise depend on the day on
 * which somebody watches the demo.
 */
const offset = Date.parse(process.env['DEMO_STARTS_AT'] ?? '') - Date.now();
Object.assign(systemClock, { now: () => new Date(Date.now() + offset) });
