import { z } from 'zod';
import { canDecode } from './url-passwords.ts';

/** What DATABASE_URL may be; the messages follow its name. */
export const databaseUrlSchema = z
  .string()
  .regex(/^(postgres(ql)?:\/\/.|pglite:.)/, 'must be postgres://… of a server, or pglite: and a folder')
  .refine(
    (url) => !url.includes('://') || URL.canParse(url),
    'must be an address: a # or / in its password is written as %23 or %2F',
  )
  .refine(canDecode, 'has a % that begins no number, perhaps in its password: write %25 instead');
