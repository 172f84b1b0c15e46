import type { Proposals } from '../../../ports/proposals.ts';
import { Latest } from '../../../shared/latest.ts';
import type { ClientOptions } from '../installation-client.ts';
import type { ClientOf } from '../installation-clients.ts';
import type { KnownConfiguration } from '../read-configuration.ts';
import { toOutcome } from '../to-outcome.ts';
import { publishProposal } from './publish-proposal.ts';
import { readAnswer } from './read-answer.ts';
import { readDesk } from './read-desk.ts';
import { readOwnTexts } from './read-own-texts.ts';
import { readProposal } from './read-proposal.ts';
import { showSections } from './show-sections.ts';

/** Of so many repositories the configuration is remembered. */
const MAX_KNOWN = 500;

/** GitHub as proposals use it, through the clients of the app's installations. */
export function createProposals(options: ClientOptions, clientOf: ClientOf): Proposals {
  const known = new Latest<KnownConfiguration>(MAX_KNOWN);
  return {
    readDesk: (ref, read) => toOutcome(() => readDesk(clientOf(ref), ref, { read, known })),
    readProposal: (ref, place) => toOutcome(() => readProposal(clientOf(ref), ref, place)),
    readOwnTexts: (ref, place) => toOutcome(() => readOwnTexts(clientOf(ref), ref, place)),
    publishProposal: (ref, plan, base) => toOutcome(() => publishProposal(clientOf(ref), ref, plan, base)),
    readAnswer: (ref, command) => toOutcome(() => readAnswer(clientOf(ref), command)),
    closeProposal: (ref, { number }) =>
      toOutcome(async () => {
        const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}';
        const pull = { owner: ref.owner, repo: ref.repository, pull_number: number };
        await clientOf(ref).send(route, { ...pull, state: 'closed' });
      }),
    showSections: (ref, shown) => toOutcome(() => showSections(clientOf(ref), ref, shown, options.appId)),
  };
}
