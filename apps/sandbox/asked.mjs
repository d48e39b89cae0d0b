// Imported for its effect by what `npm start` runs, first of all: whoever asks for help, or for what there is not, has
// nothing installed or started.
const help = `npm start: a whole federation on this machine, three nodes and the federation app, on real PostgreSQL and NATS.

It takes no arguments. It is set by the environment:
  PASSERELLE_CLOCK   the moment at which the story begins, such as 2026-03-02T08:00:00Z (that one unless said), or "real"
  DATABASE_URL       a PostgreSQL server to use instead of one of its own, as somebody who may create databases

Example:
  PASSERELLE_CLOCK=real npm start

What it keeps lies in .passerelle; remove that folder to begin anew. Ctrl-C stops everything, and a later start goes on
from there. What can be run beside it (npm run story, npm run screenshots and others) stands in README.md.`;

const [asked] = process.argv.slice(2);
if (asked === '--help' || asked === '-h') {
  console.log(help);
  process.exit(0);
}
if (asked !== undefined) {
  console.error(
    `npm start takes no arguments, and was given "${asked}". "npm start -- --help" says by what it is set.`,
  );
  process.exit(64);
}
