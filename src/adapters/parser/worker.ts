import { parentPort } from 'node:worker_threads';
import { readDrafts } from '../../newsletter/read-drafts.ts';
import { readSubmission } from '../../newsletter/read-submission.ts';
import type { ParserReply, ParserRequest } from './protocol.ts';

function answer(request: ParserRequest): ParserReply {
  return request.kind === 'submission'
    ? { kind: 'submission', read: readSubmission(request.files, request.outline) }
    : { kind: 'drafts', drafts: readDrafts(request.drafts, request.outline) };
}

const port = parentPort;
port?.on('message', (request: ParserRequest) => port.postMessage(answer(request)));
port?.postMessage({ kind: 'ready' } satisfies ParserReply);
