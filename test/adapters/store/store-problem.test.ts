import { expect, test } from '@jest/globals';
import { describeStoreError } from '../../../src/adapters/store/store-problem.ts';

test.each<[string, object, 'does not answer (' | 'refuses: ']>([
  [
    'a connection that broke before',
    new Error('Client has encountered a connection error and is not queryable'),
    'does not answer (',
  ],
  ['a statement in it', new Error('Connection terminated unexpectedly'), 'does not answer ('],
  ['a server that stops', Object.assign(new Error('terminating'), { code: '57P01' }), 'does not answer ('],
  [
    'a table that is not there',
    Object.assign(new Error('relation "x" does not exist'), { code: '42P01' }),
    'refuses: ',
  ],
])('%s', (_, error, meaning) => {
  expect(describeStoreError(error)).toContain(`the database ${meaning}`);
});
