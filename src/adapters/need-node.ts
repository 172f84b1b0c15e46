// Imported first, for its effect: on an older Node whatever comes next fails, or misjudges, with words that help nobody.

/** What package.json asks for under `engines`. */
const OLDEST = '22.20';

const { node } = process.versions;
if (node.localeCompare(OLDEST, 'en', { numeric: true }) < 0) {
  process.stderr.write(`Copydesk needs Node ${OLDEST} or newer, and this is Node ${node}.\n`);
  process.exit(2);
}
