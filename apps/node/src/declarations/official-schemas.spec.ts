import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countries } from '@passerelle/rules';
import { day } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { MemberId } from '../members/member.js';
import type { Declaration, DeclarationId, Written } from './declaration.js';
import { OfficialSchemas } from './official-schemas.js';

const declaration = (form: string, known: Written): Declaration => ({
  id: 'd' as DeclarationId,
  number: 1,
  form: countries.flatMap(({ declarations }) => declarations).find(({ id }) => id === form)!,
  entity: 'e' as EntityId,
  member: 'm' as MemberId,
  mission: null,
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  dueOn: day('2026-03-23'),
  known,
  steps: [],
});

const dimona = (first: string): Declaration =>
  declaration('be.dimona', {
    'employer.number': '0428759497',
    'work.first': first,
    'work.last': '2026-03-27',
    'worker.kind': 'OTH',
  });

/** Not an official schema: a small one that allows what the dictionary says. */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:dimona" targetNamespace="urn:dimona" elementFormDefault="qualified">
  <xs:include schemaLocation="parts.xsd"/>
  <xs:element name="Dimona"><xs:complexType><xs:sequence>
    <xs:element name="employer" type="employer"/>
    <xs:element name="dimonaIn"><xs:complexType><xs:sequence>
      <xs:element name="startDate" type="xs:date"/>
      <xs:element name="endDate" type="xs:date"/>
      <xs:element name="features"><xs:complexType><xs:sequence>
        <xs:element name="workerType" type="xs:string"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

const parts = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:complexType name="employer"><xs:sequence>
    <xs:element name="enterpriseNumber" type="xs:string"/>
  </xs:sequence></xs:complexType>
</xs:schema>`;

describe('the official schema of a declaration', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'schemas-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const laid = (file: string, content: string): void => writeFileSync(join(folder, file), content);
  const check = (about: Declaration) => new OfficialSchemas(folder).check(about);

  it('is missed where the operator has put none, and the file is made all the same', async () => {
    expect((await check(dimona('2026-03-23'))).schema).toBeNull();
    const { xml, schema: none } = await new OfficialSchemas(undefined).check(dimona('2026-03-23'));
    expect(none).toBeNull();
    expect(xml).toContain('<startDate>2026-03-23</startDate>');
  });

  it('counts from the moment it lies in the folder, with what it includes, in its own namespace', async () => {
    laid('be.dimona.xsd', schema);
    laid('parts.xsd', parts);
    const { xml, schema: read } = await check(dimona('2026-03-23'));
    expect(read).toEqual({ file: 'be.dimona.xsd', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), mistakes: [] });
    expect(xml).toContain('<Dimona xmlns="urn:dimona">');
  });

  it('names the line and the reason of each mistake', async () => {
    laid('be.dimona.xsd', schema);
    laid('parts.xsd', parts);
    const { xml, schema: read } = await check(dimona('2026-02-30'));
    const [mistake] = read!.mistakes;
    expect(mistake!.reason).toContain("'2026-02-30' is not a valid value");
    expect(xml.split('\n')[mistake!.line - 1]).toContain('2026-02-30');
  });

  it('stands in the way when it cannot be read itself', async () => {
    laid('be.dimona.xsd', '<xs:schema');
    expect((await check(dimona('2026-03-23'))).schema!.mistakes).not.toEqual([]);
    laid('be.dimona.xsd', schema);
    expect((await check(dimona('2026-03-23'))).schema!.mistakes).not.toEqual([]);
  });
});

describe('a declaration as a file', () => {
  it('writes the code of a Swedish field beside its name, and leaves out what nobody has said', async () => {
    const agi = declaration('se.agi', { 'employer.number': '165560125790', 'pay.tax': '300' });
    const { xml } = await new OfficialSchemas(undefined).check(agi);
    expect(xml.split('\n').slice(1)).toEqual([
      '<AGI>',
      '  <AgRegistreradId faltkod="201">165560125790</AgRegistreradId>',
      '  <AvdrPrelSkatt faltkod="001">300</AvdrPrelSkatt>',
      '</AGI>',
      '',
    ]);
  });

  it('nests what the authority groups, and makes a name of what people read', async () => {
    const { xml } = await new OfficialSchemas(undefined).check(dimona('2026-03-23'));
    expect(xml).toContain('<employer>\n    <enterpriseNumber>');
    expect(xml.match(/<dimonaIn>/g)).toHaveLength(1);
    const dpae = declaration('fr.dpae', { 'worker.name': 'Lucas & Fils' });
    const french = (await new OfficialSchemas(undefined).check(dpae)).xml;
    expect(french).toContain('<Nom_et_prénom>Lucas &amp; Fils</Nom_et_prénom>');
  });
});
