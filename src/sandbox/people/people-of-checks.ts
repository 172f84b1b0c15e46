import { type Fields, needNumber, needText } from '../fields.ts';
import type { CheckRun } from '../records/check.ts';
import { Refusal } from '../refusal.ts';
import { renderCheckRun, renderCheckSuite } from '../render/render-check.ts';
import type { World } from '../world.ts';
import { act } from './act.ts';
import { personIn, repositoryIn } from './look-up.ts';

export type CheckOrder = { readonly repo: string; readonly by: string; readonly checkRun: number };

/** Buttons of the checks panel, and of the app's list of deliveries. */
export function peopleOfChecks(world: World) {
  return {
    rerequestCheckRun: (order: Fields) =>
      act(() => {
        const run = runIn(world, order);
        tellOfRun(world, run, order, { action: 'rerequested' });
        return {};
      }),
    rerequestCheckSuite: (order: Fields) =>
      act(() => {
        const { suite } = runIn(world, order);
        const fields = { action: 'rerequested', check_suite: renderCheckSuite(world, suite) };
        world.send('check_suite', suite.repository, personIn(world, order), fields, { always: true });
        return {};
      }),
    requestAction: (order: Fields) =>
      act(() => {
        const run = runIn(world, order);
        const identifier = needText(order, 'identifier');
        if (!run.actions.some((one) => one.identifier === identifier)) {
          throw new Refusal(422, `the check run has no button ${identifier}`);
        }
        tellOfRun(world, run, order, { action: 'requested_action', requested_action: { identifier } });
        return {};
      }),
    redeliver: (order: Fields) =>
      act(() => {
        const id = needText(order, 'delivery');
        const found = world.deliveries.find((delivery) => delivery.id === id);
        if (found === undefined) throw new Refusal(404, `there is no delivery ${id}`);
        world.repeat(found);
        return {};
      }),
  };
}

function tellOfRun(world: World, run: CheckRun, order: Fields, fields: object) {
  const check_run = renderCheckRun(world, run);
  world.send('check_run', run.suite.repository, personIn(world, order), { ...fields, check_run }, { always: true });
}

function runIn(world: World, order: Fields): CheckRun {
  const id = needNumber(order, 'checkRun');
  const runs = repositoryIn(world, order).suites.flatMap((suite) => suite.runs);
  const found = runs.find((run) => run.id === id);
  if (found === undefined) throw new Refusal(404, `there is no check run ${id}`);
  return found;
}
