// Visits the sites whose ports stand on its input, eight at a time, and tells how much memory that took.
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { systemClock } from '../../../src/adapters/clock.ts';
import { createPages } from '../../../src/adapters/web/create-pages.ts';
import type { Guard } from '../../../src/adapters/web/guarded-connector.ts';

const address = '93.184.216.34';
const given: unknown = JSON.parse(await text(process.stdin));
const ports = new Map(Object.entries(z.record(z.string(), z.number()).parse(given)));

const guard: Guard = {
  resolve: () => Promise.resolve({ kind: 'addresses', addresses: [address] }),
  dial: async ({ servername }) => {
    const socket = connect({ host: '127.0.0.1', port: ports.get(`https://${servername}`) ?? 0 });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return { socket, peer: address };
  },
};
const pages = createPages({ clock: systemClock, proxyUrl: undefined, guard, limits: { total: 1000, pause: 0 } });

await pages.read('https://good.dev/');
const idle = process.memoryUsage.rss();
let peak = idle;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
const sites = [...ports.keys()].filter((origin) => origin !== 'https://good.dev');
await Promise.all(sites.map(async (origin) => pages.read(`${origin}/`)));
peak = Math.max(peak, process.memoryUsage.rss());
clearInterval(watch);
process.stdout.write(JSON.stringify({ idle, peak, visits: sites.length }));
await pages.close();
