import { readFileSync } from 'node:fs';
import { run } from './command.js';

const { code, out, err } = run(process.argv.slice(2), (file) => readFileSync(file, 'utf8'));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;
