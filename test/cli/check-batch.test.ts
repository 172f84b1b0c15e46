import { afterAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { makePlaceToCheck, reportSchema } from './place-to-check.ts';
import { runCopydesk } from './run-copydesk.ts';

const { remove, repository } = makePlaceToCheck();

afterAll(remove);

const answerSchema = z.union([z.object({ error: z.string() }), reportSchema]);

describe('many at once', () => {
  test('one answer a line, in order; a bad line is told and the rest goes on', async () => {
    const lines = [
      '{"base":"main","head":"dirty","author":"ben","permission":"read","date":"2026-03-05T10:00:00","more":1}',
      '{"base":"main","head":"fine"}',
      'not json',
      '',
      '[]',
      '{"base":"main"}',
      '{"base":"main","head":7}',
      '{"base":"main","head":"nowhere"}',
      '{"base":"main","head":"fine","permission":"root"}',
      '{"base":"main","head":"fine","date":"yesterday"}',
      '{"base":"main","head":"\u2028fine"}',
      '{"base":"main","head":"dirty"}',
    ];
    const { code, output } = await runCopydesk(repository.folder, ['--batch'], lines.join('\n'));
    const answers = output
      .trimEnd()
      .split('\n')
      .map((line) => {
        const answer = answerSchema.parse(JSON.parse(line));
        return 'error' in answer
          ? answer.error
          : `${answer.submission.added.length} added, ${answer.findings.length} findings`;
      });
    expect(answers.join('\n')).toMatchInlineSnapshot(`
     "1 added, 2 findings
     1 added, 0 findings
     not JSON
     not a JSON object
     head is missing
     head must be a string
     unknown revision: nowhere
     unknown permission: root (read or write)
     bad date: yesterday (YYYY-MM-DD)
     unknown revision: ⟨U+2028⟩fine
     1 added, 2 findings"
    `);
    expect(code).toBe(2);
  });

  test.each([
    ['dirty', 1],
    ['fine', 0],
  ])('%s ends with %i', async (head, code) => {
    const line = JSON.stringify({ base: 'main', head });
    expect((await runCopydesk(repository.folder, ['--batch'], line)).code).toBe(code);
  });
});
