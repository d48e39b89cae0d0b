import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** Where the published schemas lie; they belong to others and are not part of this repository. */
const folder = resolve(process.env['PASSERELLE_SCHEMAS'] ?? '../shared/formats');

/** What is wrong with a document by its schema, in the schema's words; undefined when nothing is. */
export type SchemaCheck = (xml: string) => string | undefined;

/** A check against a schema, or undefined and one line of explanation where the schemas are not at hand. */
export function schemaCheck(file: string): SchemaCheck | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) {
    process.stderr.write(`Skipped: checks by ${file}, which is not in ${folder} (PASSERELLE_SCHEMAS).\n`);
    return undefined;
  }
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: pathToFileURL(path).href });
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      document.dispose();
    }
  };
}
