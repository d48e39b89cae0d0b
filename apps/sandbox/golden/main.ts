import { answerers } from './answerers.js';
import { readGolden } from './read.js';
import { report, runGolden } from './run.js';

// `npm run golden -- FILE...`: every published value in the files, reproduced by the rules or listed as a miss.
const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Name the files to check: npm run golden -- path/to/be-sample.json\n');
  process.exitCode = 2;
} else {
  const outcomes = runGolden(files.flatMap(readGolden), answerers);
  process.stdout.write(`${report(outcomes)}\n`);
  if (outcomes.some(({ misses }) => misses.length > 0)) process.exitCode = 1;
}
