import { ciiOf, readCii } from '@passerelle/formats';
import { day, money } from '@passerelle/values';
import { codeOf, invoicePaper } from './invoice-paper.js';
import { billFrom, invoiceFrom, made, sides } from './testing/papers.js';
import { readPdf } from './testing/pdf-text.js';

const french = invoiceFrom(billFrom('FR', 'FR'));
const inFrench = { language: 'fr', locale: 'fr-FR', made } as const;
const textsOf = async (paper: Parameters<typeof invoicePaper>[0]) => readPdf(await invoicePaper(paper)).pages.flat();

describe('the paper of an invoice', () => {
  it.each([
    ['en', 'en-GB', 'Invoice', '€1,481.40'],
    ['fr', 'fr-FR', 'Facture', '1\u202F481,40\u00A0€'],
    ['nl', 'nl-BE', 'Factuur', '€\u00A01.481,40'],
    ['sv', 'sv-SE', 'Faktura', '1\u00A0481,40\u00A0€'],
    ['de', 'de-DE', 'Rechnung', '1.481,40\u00A0€'],
  ] as const)('is written in %s as its reader writes', async (language, locale, title, due) => {
    const texts = await textsOf({ invoice: french, language, locale, made });
    expect(texts).toContain(title);
    expect(texts).toContain(due);
  });

  it('can be read aloud: it has a title, a language, a structure, and fonts of its own', async () => {
    const { plain } = readPdf(await invoicePaper({ invoice: french, ...inFrench }));
    for (const sign of [
      '/StructTreeRoot',
      '/Marked true',
      '/Lang (fr-FR)',
      '/DisplayDocTitle true',
      '/S /Table',
      '/S /H1',
      '/Alt',
      '/FontFile2',
    ])
      expect(plain).toContain(sign);
    expect(plain).not.toContain('/BaseFont /Helvetica');
    expect(plain).toContain('<pdfaid:part>3</pdfaid:part>');
  });

  it('keeps what PDF/A-3b asks of the file itself: its colours, its fonts, its name, and nothing hidden or active', async () => {
    const { plain } = readPdf(await invoicePaper({ invoice: french, ...inFrench }));
    const counted = (sign: string): number => plain.split(sign).length - 1;
    expect(plain).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}/);
    expect(plain).toMatch(/\/ID \[<([0-9a-f]{32})> <\1>\]/);
    for (const once of ['/S /GTS_PDFA1', '/DestOutputProfile', '<pdfaid:conformance>B<', '/AF [', '/Type /Filespec'])
      expect([once, counted(once)]).toEqual([once, 1]);
    const fonts = ['/Subtype /CIDFontType2', '/CIDToGIDMap /Identity', '/ToUnicode', '/FontFile2', '/Subtype /Type0'];
    expect(fonts.map(counted)).toEqual(fonts.map(() => 2));
    expect(plain).toMatch(/<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</);
    for (const forbidden of [
      '/Encrypt',
      '/JavaScript',
      '/Launch',
      '/OpenAction',
      '/LZWDecode',
      '/SMask',
      '/BM ',
      '/Annot',
    ])
      expect(plain).not.toContain(forbidden);
  });

  it('in France holds the same invoice for programs, under the name of Factur-X', async () => {
    const { attachments, plain } = readPdf(await invoicePaper({ invoice: french, ...inFrench }));
    expect(attachments).toHaveLength(1);
    const inside = new TextDecoder().decode(attachments[0]);
    expect(inside).toBe(ciiOf(french));
    expect(readCii(inside)).toEqual({ ok: true, value: french });
    for (const sign of ['(factur-x.xml)', '/AFRelationship /Alternative', '<fx:ConformanceLevel>EN 16931<'])
      expect(plain).toContain(sign);
  });

  it('elsewhere holds no other document', async () => {
    const invoice = invoiceFrom(billFrom('BE', 'FR'));
    expect(readPdf(await invoicePaper({ invoice, ...inFrench })).attachments).toEqual([]);
  });

  it('is the same to the byte when made again', async () => {
    const [one, other] = [
      await invoicePaper({ invoice: french, ...inFrench }),
      await invoicePaper({ invoice: french, ...inFrench }),
    ];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('names the countries of both sides as its reader does, whose codes programs read', async () => {
    const texts = readPdf(await invoicePaper({ invoice: french, ...inFrench, language: 'sv', locale: 'sv-SE' })).pages;
    expect(texts.flat()).toEqual(expect.arrayContaining([expect.stringMatching(/ · Frankrike$/)]));
    expect(texts.flat().join(' ')).not.toMatch(/ · [A-Z]{2}(?![a-z])/);
  });

  it('says why there is no VAT, and both VAT numbers', async () => {
    const texts = await textsOf({ invoice: invoiceFrom(billFrom('BE', 'FR')), ...inFrench });
    expect(texts).toContain('Autoliquidation');
    expect(texts).toContain('N° de TVA BE0428759497');
    expect(texts).toContain('N° de TVA FR40303265045');
  });

  it('does not print the code by which platforms sort it', async () => {
    expect(await textsOf({ invoice: french, ...inFrench })).not.toContain('B2B');
  });

  it('names the invoice that a credit note takes back, and asks for no money', async () => {
    const preceding = [{ number: '2026-0001', issuedOn: day('2026-04-01') }];
    const invoice = invoiceFrom(
      billFrom('FR', 'FR', { kind: 'credit-note', number: 'CN-2026-0001', preceding, payment: null, dueOn: null }),
    );
    const texts = await textsOf({ invoice, ...inFrench });
    expect(texts).toEqual(expect.arrayContaining(['Note de crédit', '2026-0001, 1 avr. 2026', 'En votre faveur']));
    expect(texts).not.toContain('Comment payer');
  });

  it('breaks long names and many lines without losing a word', async () => {
    const name =
      'Association internationale pour la promotion des musiques improvisées et des arts de la rue en milieu rural';
    const [line] = billFrom('FR', 'FR').lines;
    const lines = Array.from({ length: 40 }, (_, index) => ({ ...line!, name: `Ligne ${index} ${name}` }));
    const invoice = invoiceFrom(billFrom('FR', 'FR', { buyer: { ...sides.FR, name }, lines }));
    const { pages } = readPdf(await invoicePaper({ invoice, ...inFrench }));
    expect(pages.length).toBeGreaterThan(1);
    const whole = pages.flat().join(' ').replace(/\s+/g, ' ');
    for (const { name: text } of invoice.lines) expect(whole).toContain(text);
    expect(pages.at(-1)!.join('')).toContain(`${pages.length} / ${pages.length}`);
    expect(pages.every((texts) => !texts.join('').includes('\uFFFD'))).toBe(true);
  });
});

describe('the payment square', () => {
  it('says what the invoice says: name, account, amount, reference', () => {
    expect(codeOf(french, french.payment!)?.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Passerelle Paris',
      'FR1420041010050500013M02606',
      'EUR1481.40',
      '',
      'RF18539007547034',
    ]);
  });

  it('carries a Belgian reference as text, because only an RF reference has a place of its own', () => {
    const payment = { ...french.payment!, remittance: '+++090/9337/55493+++' };
    expect(codeOf(french, payment)?.split('\n').slice(-2)).toEqual(['', '+++090/9337/55493+++']);
  });

  it('is not there for kronor, for a Bankgiro account, or when nothing is due', () => {
    const line = { ...billFrom('SE', 'SE').lines[0]!, net: money('100.00', 'SEK') };
    const kronor = invoiceFrom(billFrom('SE', 'SE', { currency: 'SEK', lines: [line] }));
    expect(codeOf(kronor, kronor.payment!)).toBeUndefined();
    const bankgiro = { ...french.payment!, account: { kind: 'bankgiro', number: '9912346' } } as const;
    expect(codeOf(french, bankgiro)).toBeUndefined();
    const paid = invoiceFrom(billFrom('FR', 'FR', { prepaid: money('1481.40', 'EUR') }));
    expect(codeOf(paid, paid.payment!)).toBeUndefined();
  });
});
