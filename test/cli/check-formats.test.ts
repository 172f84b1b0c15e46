import { afterAll, describe, expect, test } from '@jest/globals';
import { DRAFT, draftWith, OLD, OLD_SLIP, makePlaceToCheck } from './place-to-check.ts';

const { branch, remove, report, repository, tell } = makePlaceToCheck();

afterAll(remove);

describe('for programs and terminals', () => {
  test.each([
    ['draft/with blank.md'],
    ['draft/"quoted".md'],
    ['draft/-dash.md'],
    ['draft/two\nlines.md'],
    ['draft/\u001B[31mred.md'],
    ['draft/a,b:c%d.md'],
  ])('a draft called %j', async (name) => {
    branch('named');
    repository.commit({ [name]: draftWith('* [Pin](https://ben.example/pin?utm_source=mail)') });
    const revisions = ['--base', 'main', '--head', 'named', '--permission', 'read'];
    const { findings } = await report(repository.folder, ...revisions);
    expect(new Set(findings.map((finding) => finding.path))).toEqual(new Set([name]));
    const [text, github] = [await tell(...revisions), await tell(...revisions, '--format', 'github')];
    expect(text + github).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/);
    expect(github.split('\n').filter((line) => line.startsWith('::'))).toHaveLength(findings.length);
  });

  test('words of outsiders cannot move the cursor or start a workflow command', async () => {
    branch('hostile');
    repository.commit({
      [DRAFT]: draftWith(
        OLD,
        OLD_SLIP,
        '* [Pin \u001B[2J\u202E](https://ben.example/?utm_source=\u001B[0m) ::error::x%0A::set',
      ),
    });
    const revisions = ['--base', 'main', '--head', 'hostile', '--permission', 'read'];
    expect(await tell(...revisions)).toMatchInlineSnapshot(`
     "draft/2026-03-11-this-week-in-rust.md
       11:3 warning One square bracket in the title has no partner: close it, or take it out.
            title-form https://github.com/copydesk/copydesk/blob/main/docs/rules/title-form.md
       11:15 error The link tells where its readers came from: take the tracking parameter \`utm_source\` out.
            tracking-parameters https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md
       11:52 warning There is text after the link (\`::error::x%0A::set\`): an item is one link, so take it out.
            item-form https://github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md
          - * [Pin ⟨U+001B⟩[2J⟨U+202E⟩](https://ben.example/?utm_source=⟨U+001B⟩[0m) ::error::x%0A::set
          + * [Pin ⟨U+001B⟩[2J⟨U+202E⟩](https://ben.example/)

     1 error, 2 warnings (items: 1 added).
     exit 1"
    `);
    expect(await tell(...revisions, '--format', 'github')).toMatchInlineSnapshot(`
     "::warning file=draft/2026-03-11-this-week-in-rust.md,line=11,endLine=11,col=3,endColumn=9,title=Copydesk%3A title-form::One square bracket in the title has no partner: close it, or take it out. https://github.com/copydesk/copydesk/blob/main/docs/rules/title-form.md
     ::error file=draft/2026-03-11-this-week-in-rust.md,line=11,endLine=11,col=15,endColumn=51,title=Copydesk%3A tracking-parameters::The link tells where its readers came from: take the tracking parameter \`utm_source\` out. https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md
     ::warning file=draft/2026-03-11-this-week-in-rust.md,line=11,endLine=11,col=52,endColumn=71,title=Copydesk%3A item-form::There is text after the link (\`::error::x%250A::set\`): an item is one link, so take it out. https://github.com/copydesk/copydesk/blob/main/docs/rules/item-form.md
     1 error, 2 warnings (items: 1 added).
     exit 1"
    `);
  });

  test('SARIF', async () => {
    expect(await tell('--base', 'main', '--head', 'dirty', '--format', 'sarif')).toMatchInlineSnapshot(`
     "{
       "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
       "version": "2.1.0",
       "runs": [
         {
           "tool": {
             "driver": {
               "name": "Copydesk",
               "rules": [
                 {
                   "id": "item-bullet",
                   "helpUri": "https://github.com/copydesk/copydesk/blob/main/docs/rules/item-bullet.md"
                 },
                 {
                   "id": "tracking-parameters",
                   "helpUri": "https://github.com/copydesk/copydesk/blob/main/docs/rules/tracking-parameters.md"
                 }
               ]
             }
           },
           "columnKind": "utf16CodeUnits",
           "invocations": [
             {
               "executionSuccessful": true,
               "toolExecutionNotifications": [
                 {
                   "level": "note",
                   "message": {
                     "text": "Not checked in full: closed-section, outside-edits, right-file (what the author may do is not known here; say it with --permission)."
                   }
                 }
               ]
             }
           ],
           "results": [
             {
               "ruleId": "item-bullet",
               "ruleIndex": 0,
               "level": "error",
               "message": {
                 "text": "The bullet is \`-\`: start the line with \`* \`, as the other items do."
               },
               "locations": [
                 {
                   "physicalLocation": {
                     "artifactLocation": {
                       "uri": "draft/2026-03-11-this-week-in-rust.md",
                       "uriBaseId": "%SRCROOT%"
                     },
                     "region": {
                       "startLine": 11,
                       "startColumn": 1,
                       "endLine": 11,
                       "endColumn": 3
                     }
                   }
                 }
               ],
               "partialFingerprints": {
                 "copydesk/v1": "cf8e32b3a0552ac8"
               },
               "fixes": [
                 {
                   "artifactChanges": [
                     {
                       "artifactLocation": {
                         "uri": "draft/2026-03-11-this-week-in-rust.md",
                         "uriBaseId": "%SRCROOT%"
                       },
                       "replacements": [
                         {
                           "deletedRegion": {
                             "startLine": 11,
                             "startColumn": 1,
                             "endLine": 11,
                             "endColumn": 3
                           },
                           "insertedContent": {
                             "text": "* "
                           }
                         }
                       ]
                     }
                   ]
                 }
               ]
             },
             {
               "ruleId": "tracking-parameters",
               "ruleIndex": 1,
               "level": "error",
               "message": {
                 "text": "The link tells where its readers came from: take the tracking parameter \`utm_source\` out."
               },
               "locations": [
                 {
                   "physicalLocation": {
                     "artifactLocation": {
                       "uri": "draft/2026-03-11-this-week-in-rust.md",
                       "uriBaseId": "%SRCROOT%"
                     },
                     "region": {
                       "startLine": 11,
                       "startColumn": 21,
                       "endLine": 11,
                       "endColumn": 60
                     }
                   }
                 }
               ],
               "partialFingerprints": {
                 "copydesk/v1": "860c26f592c6b89c"
               },
               "fixes": [
                 {
                   "artifactChanges": [
                     {
                       "artifactLocation": {
                         "uri": "draft/2026-03-11-this-week-in-rust.md",
                         "uriBaseId": "%SRCROOT%"
                       },
                       "replacements": [
                         {
                           "deletedRegion": {
                             "startLine": 11,
                             "startColumn": 44,
                             "endLine": 11,
                             "endColumn": 60
                           },
                           "insertedContent": {
                             "text": ""
                           }
                         }
                       ]
                     }
                   ]
                 }
               ]
             }
           ]
         }
       ]
     }
     exit 1"
    `);
  });
});
