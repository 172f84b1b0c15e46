/** What the template of This Week in Rust leaves to be filled in, as options of the rule `placeholder-left`. */
export const defaultPlaceholders = {
  placeholders: ['REDDIT_LINK_HERE', 'INSERT_LINK_HERE', '$twir_', 'TWiR-xxx'],
  instructions: [
    'go here, use this format',
    'COTW goes here',
    'QOTW goes here',
    'Rust updates go here',
    'Perf results go here',
    'Either remove the group from the',
    'Sample commit message',
    'Each submitted link should be of the form',
    '[Title of the linked',
    '[Item title](Item URL)',
    '[Group](Group URL)',
    '[Repo Name](Repo URL)',
  ],
  filledSections: [
    'Crate of the Week',
    'Updates from the Rust Project',
    'Rust Compiler Performance Triage',
    'Approved RFCs',
    'Tracking Issues & PRs',
    'New and Updated RFCs',
  ],
  standingText: [
    '[Please submit your suggestions and votes for next week]',
    '[submit_crate]:',
    'Changes to Rust follow the Rust [RFC (request for comments) process]',
    'Every week, [the team](https://www.rust-lang.org/team.html) announces',
    'Every week, the team announces',
    'Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked',
  ],
};
