import type { PublishedLink } from '../../archive/published-link.ts';
import type { SectionModel } from '../../classifier/section-model.ts';

/** What the training's worker is asked, once; then it is ended. */
export interface TrainingRequest {
  readonly links: readonly PublishedLink[];
}

/** What it answers. */
export interface TrainingReply {
  readonly model: SectionModel | undefined;
}
