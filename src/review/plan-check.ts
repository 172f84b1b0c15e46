import { MAX_ANNOTATIONS } from '../wording/limits.ts';
import { listUnposted, parseExternalId, toExternalId } from './external-id.ts';
import type { Annotation, CheckContent, CheckPlan, CheckRequest, EarlierCheck } from './review-plan.ts';

/** The newest check run of a pull request; another one with the same head commit has its own. */
export function findOwnCheck(checks: readonly EarlierCheck[], number: number): EarlierCheck | undefined {
  return checks.find(({ externalId }) => parseExternalId(externalId)?.number === number);
}

/**
 * Says it in the earlier check run of the head where that can be brought to say exactly this, else in a new one, which
 * GitHub then shows. undefined where the earlier one is complete and says exactly this already, unless somebody asked.
 */
export function planCheck(
  content: CheckContent,
  number: number,
  earlier: EarlierCheck | undefined,
  isAskedFor = false,
): CheckPlan | undefined {
  const { annotations } = content;
  const externalId = toExternalId(number, content, annotations);
  if (!isAskedFor && earlier?.isCompleted === true && earlier.externalId === externalId) return undefined;
  const unposted = listMissing(earlier, annotations);
  const checkRunId = unposted && earlier?.checkRunId;
  const missing = checkRunId === undefined ? annotations : (unposted ?? annotations);
  const posted = checkRunId === undefined ? [] : annotations.filter((one) => !missing.includes(one));
  const requests = cutUp(missing).map((batch, index, batches): CheckRequest => {
    const all = [...posted, ...missing.slice(0, (index + 1) * MAX_ANNOTATIONS)];
    const isLast = index === batches.length - 1;
    return { externalId: isLast ? externalId : toExternalId(number, content, all, false), annotations: batch };
  });
  return { ...content, externalId, checkRunId, requests };
}

/** Annotations that the earlier check run still needs; undefined where it has others that are no longer true. */
function listMissing(earlier: EarlierCheck | undefined, annotations: readonly Annotation[]) {
  const identity = earlier && parseExternalId(earlier.externalId);
  return identity && listUnposted(identity.posted, annotations);
}

/** What each request adds; there is one at least. */
function cutUp(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  const length = Math.max(1, Math.ceil(annotations.length / MAX_ANNOTATIONS));
  return Array.from({ length }, (_, index) =>
    annotations.slice(index * MAX_ANNOTATIONS, (index + 1) * MAX_ANNOTATIONS),
  );
}
