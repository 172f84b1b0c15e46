import { parentPort } from 'node:worker_threads';
import { readPublishedIssue } from '../../archive/read-published-issue.ts';
import { findFilled } from '../../newsletter/find-filled.ts';
import { readDrafts } from '../../newsletter/read-drafts.ts';
import { readSubmission } from '../../newsletter/read-submission.ts';
import type { ParserReply, ParserRequest } from './protocol.ts';

function answer(request: ParserRequest): ParserReply {
  switch (request.kind) {
    case 'submission':
      return { kind: 'submission', read: readSubmission(request.files, request.outline) };
    case 'drafts':
      return { kind: 'drafts', drafts: readDrafts(request.drafts, request.outline) };
    case 'filled':
      return { kind: 'filled', ids: findFilled(request.draft, request.sections, request.outline) };
    case 'archive':
      return { kind: 'archive', issues: request.files.map((file) => readPublishedIssue(file, request.settings)) };
  }
}

const port = parentPort;
port?.on('message', (request: ParserRequest) => port.postMessage(answer(request)));
port?.postMessage({ kind: 'ready' } satisfies ParserReply);
