import { nodeId } from '../node-id.ts';
import { type Labelled, type LabelEvent, listLabels } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import { renderTime } from '../render/render-time.ts';
import type { World } from '../world.ts';
import { viewActor } from './actor-view.ts';
import { connect, type FieldCall } from './connect.ts';
import { noteArguments, type View, wordsOf } from './view.ts';

/** Whether a thread has one of the labels; any thread where none is asked for. GitHub does not tell case apart. */
export function hasLabels(thread: Labelled, labels: readonly string[] | undefined): boolean {
  if (labels === undefined) return true;
  const wanted = labels.map((label) => label.toLowerCase());
  return listLabels(thread).some((label) => wanted.includes(label.toLowerCase()));
}

/** Labels of an issue or pull request, and when it got them. */
export function viewLabelling(world: World, repository: Repository, thread: Labelled): View {
  return {
    labels: (...call: FieldCall) =>
      connect(call, listLabels(thread), (name) => viewLabel(repository, name), { known: ['orderBy'] }),
    timelineItems: (...call: FieldCall) => {
      const types = wordsOf(call[0], 'itemTypes');
      // What else happens in a conversation is not told here.
      if (types?.every((type) => type === 'LABELED_EVENT') !== true) noteArguments(call[1], call[2], call[0], []);
      const toView = ({ label, at, by }: LabelEvent): View => ({
        __typename: 'LabeledEvent',
        actor: viewActor(world, by),
        createdAt: renderTime(at),
        label: viewLabel(repository, label),
      });
      return connect(call, thread.labelEvents, toView, { known: ['itemTypes'] });
    },
  };
}

function viewLabel(repository: Repository, name: string): View {
  return { __typename: 'Label', id: nodeId('Label', `${repository.id}:${name}`), name };
}
