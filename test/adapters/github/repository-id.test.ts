import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { identityFields, toRepositoryId } from '../../../src/adapters/github/repository-id.ts';

test.each([
  ['by its number, whatever form its node id has', { id: 'MDEwOlJlcG9zaXRvcnkx', databaseId: 1296269 }, '1296269'],
  [
    'by its node id where its number is too large for GitHub’s Int',
    { id: 'R_kgDOABPHjQ', databaseId: null },
    'R_kgDOABPHjQ',
  ],
])('a repository is known %s', (_, reply, id) => {
  expect(toRepositoryId(z.object(identityFields).parse(reply))).toBe(id);
});
