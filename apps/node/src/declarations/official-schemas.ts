import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import type { Declaration } from './declaration.js';
import { declarationXml } from './declaration-xml.js';

export interface SchemaMistake {
  /** Of the file that was checked; of the schema itself when that cannot be read. */
  readonly line: number;
  readonly reason: string;
}

/** A declaration as XML, and what the official schema says of it: null where the operator has put none. */
export interface CheckedXml {
  readonly xml: string;
  readonly schema: {
    readonly file: string;
    readonly sha256: string;
    readonly mistakes: readonly SchemaMistake[];
  } | null;
}

/** The official schemas that an operator laid in a folder, one for each form: `be.dimona.xsd`. They count at once. */
export class OfficialSchemas {
  constructor(private readonly folder: string | undefined) {}

  async check(declaration: Declaration): Promise<CheckedXml> {
    const file = `${declaration.form.id}.xsd`;
    const schema = this.folder === undefined ? null : await contentOf(join(this.folder, file));
    if (schema === null || this.folder === undefined) return { xml: declarationXml(declaration), schema: null };
    const sha256 = createHash('sha256').update(schema).digest('hex');
    const url = pathToFileURL(join(this.folder, file)).href;
    return checked(declaration, { schema, url }, { file, sha256 });
  }
}

/** A folder or file that is not there is no schema; one that cannot be read is a fault of the installation. */
async function contentOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function checked(
  declaration: Declaration,
  { schema, url }: { readonly schema: Uint8Array; readonly url: string },
  named: { readonly file: string; readonly sha256: string },
): CheckedXml {
  let xml = declarationXml(declaration);
  const mistakes = mistakesOf(() => {
    // A schema may include others that lie beside it.
    xmlRegisterFsInputProviders();
    using parsed = XmlDocument.fromBuffer(schema, { url });
    xml = declarationXml(declaration, parsed.root.attr('targetNamespace')?.value ?? null);
    using validator = XsdValidator.fromDoc(parsed);
    using document = XmlDocument.fromString(xml);
    validator.validate(document);
  });
  return { xml, schema: { ...named, mistakes } };
}

function mistakesOf(validate: () => void): readonly SchemaMistake[] {
  try {
    validate();
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ line, message }) => ({ line, reason: message.trim() }));
  }
}
