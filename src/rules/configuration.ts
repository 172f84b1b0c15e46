import { defineRule, noOptions } from './define-rule.ts';

export const configuration = defineRule({
  id: 'configuration',
  severity: 'error',
  summary: 'a mistake in `.github/copydesk.yml`, the newsletter’s own settings',
  options: noOptions,
  needs: [],
  check: ({ proposedConfig }) => {
    if (proposedConfig === undefined) return [];
    const { path, problems } = proposedConfig;
    return problems.map((problem) => ({
      path,
      ...problem,
      subject: JSON.stringify([problem.message, problem.quotes]),
    }));
  },
});
