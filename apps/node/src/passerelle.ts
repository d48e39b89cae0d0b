import { runRosterCommand } from './peers/roster-command.js';

const { code, out, err } = runRosterCommand(process.argv.slice(2), process.env);
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
