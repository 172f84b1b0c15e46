import { nodeId } from './node-id.ts';
import { renderAccount } from './render/render-account.ts';
import { renderRepository } from './render/render-repository.ts';
import type { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';

/** Returns what turns an event into a webhook to the app, where the app is installed and gets such events. */
export function createSend(world: World, webhooks: Webhooks): World['send'] {
  return (event, repository, sender, fields, { always = false } = {}) => {
    const { app } = world;
    const installation = world.installations.find((one) => one.app === app && one.account === repository.owner);
    if (installation === undefined || !(always || app.events.includes(event))) return;
    const { owner } = repository;
    webhooks.deliver(event, {
      ...fields,
      repository: renderRepository(world, repository),
      ...(owner.kind === 'Organization' ? { organization: renderAccount(world, owner) } : {}),
      sender: renderAccount(world, sender),
      installation: { id: installation.id, node_id: nodeId('Installation', installation.id) },
    });
  };
}
