import { appRoutes } from './app-routes.ts';
import { branchRoutes } from './branch-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { gitRoutes } from './git-routes.ts';
import { issueCommentRoutes } from './issue-comment-routes.ts';
import { manifestRoutes } from './manifest-routes.ts';
import { pullWriteRoutes } from './pull-write-routes.ts';
import { pullRoutes } from './pull-routes.ts';
import { reactionRoutes } from './reaction-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { reviewCommentRoutes } from './review-comment-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import type { Route } from './route.ts';

/** Every REST operation the embedded GitHub knows. */
export const allRoutes: readonly Route[] = [
  ...appRoutes,
  ...deliveryRoutes,
  ...manifestRoutes,
  ...repositoryRoutes,
  ...pullRoutes,
  ...pullWriteRoutes,
  ...reviewRoutes,
  ...reviewCommentRoutes,
  ...issueCommentRoutes,
  ...reactionRoutes,
  ...checkRoutes,
  ...gitRoutes,
  ...branchRoutes,
];
