import type { Config } from './schema.ts';

/** What a path is to the newsletter; undefined for a file that it does not read. Folders are not searched in depth. */
export function getFileRole(config: Config, path: string): 'draft' | 'archive' | 'template' | undefined {
  const { drafts, archive, templates, extensions } = config.paths;
  if (templates.includes(path)) return 'template';
  if (drafts.includes(path)) return 'draft';
  if (!extensions.some((extension) => path.endsWith(extension))) return undefined;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  if (drafts.includes(folder)) return 'draft';
  return archive.includes(folder) ? 'archive' : undefined;
}
