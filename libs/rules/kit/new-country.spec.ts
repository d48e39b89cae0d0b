import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const kit = fileURLToPath(new URL('.', import.meta.url));
const root = join(kit, '..', '..', '..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-country-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const newCountry = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(kit, 'new-country.mjs'), ...args], { encoding: 'utf8' });

describe('a new country', () => {
  it('is made from the empty shape, and one is told how to add it to the list', () => {
    const { status, stdout } = newCountry('pt', folder);
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'pt')).sort()).toEqual([
      'README.md',
      'amounts.ts',
      'examples',
      'index.ts',
      'wage-tax.ts',
    ]);
    expect(readFileSync(join(folder, 'pt', 'index.ts'), 'utf8')).toContain('export const portugal: Country');
    expect(stdout).toContain("import { portugal } from './pt/index.js';");
    expect(stdout).toContain('libs/rules/index.ts');
  });

  it('compiles as it is', () => {
    newCountry('pt', folder);
    symlinkSync(kit, join(folder, 'kit'), 'dir');
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const file = join(folder, 'pt', 'index.ts');
    const program = ts.createProgram([file], { ...options, noEmit: true, types: [], rootDir: undefined });
    const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(folder, 'pt')));
    const faults = own.flatMap((source) => program.getSemanticDiagnostics(source));
    expect(own).toHaveLength(3);
    expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });

  it('is refused where the country exists already', () => {
    newCountry('pt', folder);
    const { status, stderr } = newCountry('pt', folder);
    expect(status).toBe(1);
    expect(stderr).toContain('libs/rules/pt exists already');
  });

  it.each(['', 'xx', 'uk', 'portugal', '../pt', 'zz'])('is refused for the code "%s"', (code) => {
    const { status, stderr } = newCountry(code, folder);
    expect(status).toBe(1);
    expect(stderr).toContain('pt');
    expect(existsSync(join(folder, 'pt'))).toBe(false);
  });
});
