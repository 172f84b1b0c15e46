import { MAX_ANNOTATIONS } from '../wording/limits.ts';
import { isBeginningOf, parseExternalId, toExternalId } from './external-id.ts';
import type { CheckContent, CheckPlan, CheckRequest, EarlierCheck } from './review-plan.ts';

/** The newest check run of a pull request; another one with the same head commit has its own. */
export function findOwnCheck(checks: readonly EarlierCheck[], number: number): EarlierCheck | undefined {
  return checks.find(({ externalId }) => parseExternalId(externalId)?.number === number);
}

/**
 * Says it in the earlier check run of the head where that can be brought to say exactly this, else in a new one, which
 * GitHub then shows. undefined where the earlier one is complete and says exactly this already.
 */
export function planCheck(
  content: CheckContent,
  number: number,
  earlier: EarlierCheck | undefined,
): CheckPlan | undefined {
  const { annotations } = content;
  const externalId = toExternalId(number, content, annotations);
  if (earlier?.isCompleted === true && earlier.externalId === externalId) return undefined;
  const posted = countPosted(earlier, annotations);
  const checkRunId = posted === undefined ? undefined : earlier?.checkRunId;
  const start = checkRunId === undefined ? 0 : (posted ?? 0);
  const requests = cutUp(annotations, start).map((end, index, ends): CheckRequest => {
    const begin = ends[index - 1] ?? start;
    return {
      externalId: toExternalId(number, content, annotations.slice(0, end)),
      annotations: annotations.slice(begin, end),
    };
  });
  return { ...content, externalId, checkRunId, requests };
}

/** How many of the annotations the earlier check run has; undefined where it has others. */
function countPosted(earlier: EarlierCheck | undefined, annotations: CheckContent['annotations']): number | undefined {
  const posted = earlier && parseExternalId(earlier.externalId)?.posted;
  return posted !== undefined && isBeginningOf(posted, annotations) ? posted.count : undefined;
}

/** Where each request ends; one at least. */
function cutUp(annotations: CheckContent['annotations'], start: number): readonly number[] {
  const length = Math.max(1, Math.ceil((annotations.length - start) / MAX_ANNOTATIONS));
  return Array.from({ length }, (_, index) => Math.min(annotations.length, start + (index + 1) * MAX_ANNOTATIONS));
}
