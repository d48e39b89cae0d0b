// npm run new:country pt: copies the empty shape of a country into libs/rules/pt and says what comes next.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kit = dirname(fileURLToPath(import.meta.url));
const shape = join(kit, 'shape');

const [given = '', folder = dirname(kit)] = process.argv.slice(2);
const code = given.toLowerCase();

/** The codes stand in one place, the value `country`; its list is read from there. */
const knownCodes = readFileSync(join(kit, '..', '..', 'values', 'country.ts'), 'utf8').match(/\b[A-Z]{2}\b/g) ?? [];

const fault = faultOf(code);
if (fault !== undefined) {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
} else {
  create(code);
}

function faultOf(wanted) {
  if (wanted === '') return 'Name the country by its two letters: npm run new:country pt';
  if (!/^[a-z]{2}$/.test(wanted) || wanted === 'xx' || !knownCodes.includes(wanted.toUpperCase()))
    return `"${given}" is not a country code of ISO 3166-1, such as pt (Greece is gr, the United Kingdom gb).`;
  if (existsSync(join(folder, wanted)))
    return `libs/rules/${wanted} exists already: open its README.md, or add the new year to its files.`;
  return undefined;
}

function create(wanted) {
  const name = new Intl.DisplayNames('en', { type: 'region' }).of(wanted.toUpperCase());
  const constant = constantOf(name);
  const words = { code: wanted, CODE: wanted.toUpperCase(), name, constant };
  const files = readdirSync(shape, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files) {
    const from = join(file.parentPath, file.name);
    const to = join(folder, wanted, from.slice(shape.length + 1).replace(/\.txt$/, ''));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(
      to,
      readFileSync(from, 'utf8').replace(/\{\{(\w+)\}\}/g, (_whole, word) => words[word]),
    );
  }
  process.stdout.write(`libs/rules/${wanted} is made: the empty shape of ${name}.

Next:
1. In libs/rules/index.ts add these two:
     import { ${constant} } from './${wanted}/index.js';
     ${constant} in the list \`countries\`
2. Fill libs/rules/${wanted}, one rule a file; libs/rules/xx shows a whole country.
3. npm run unit -- --selectProjects pure --testPathPatterns libs/rules/countries
   lists what is still missing, line by line, until nothing is.
`);
}

/** `Bosnia & Herzegovina` is `bosniaHerzegovina`. */
function constantOf(name) {
  const parts = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .split(/ +/)
    .filter(Boolean);
  return parts
    .map((part, index) => (index === 0 ? part[0].toLowerCase() : part[0].toUpperCase()) + part.slice(1))
    .join('');
}
