import { type InvoiceDocument, controlOf, readPain001, readUbl } from '@passerelle/formats';
import { country } from '@passerelle/values';
import { readPdf } from '../../node/src/papers/testing/pdf-text.js';
import { type Land, countries, lands } from './countries.js';
import { papersOf } from './papers.js';
import { payslipOf } from './payslips.js';

const made = async (land: Land, file: string): Promise<string | Uint8Array> => {
  const paper = papersOf(land).find((each) => each.file === file);
  if (!paper) throw new Error(`there is no ${file} of ${land}`);
  return paper.make();
};

const text = async (land: Land, file: string): Promise<string> => String(await made(land, file));

const invoice = async (land: Land, file: string): Promise<InvoiceDocument> => {
  const answer = readUbl(await text(land, `${file}.xml`));
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
};

const documents = [
  'invoice-domestic',
  'invoice-reverse-charge',
  'invoice-exempt',
  'invoice-between-cooperatives',
  'credit-note',
] as const;

describe.each(lands)('the papers of %s', (land) => {
  it('are one of each document', () => {
    const files = papersOf(land).map(({ file }) => file);
    expect(files).toEqual(
      expect.arrayContaining([
        ...documents.flatMap((name) => [`${name}.xml`, `${name}.pdf`]),
        'payments.xml',
        ...['en', 'fr', 'nl', 'sv', 'de'].map((language) => `payslip.${language}.pdf`),
        'order.pdf',
        'contract.pdf',
        'contract-monthly.pdf',
        'a1-request.pdf',
      ]),
    );
    expect(new Set(files).size).toBe(files.length);
  });

  it('bill each treatment of VAT by its category, in numbers without a gap', async () => {
    const [domestic, reverse, exempt, between] = await Promise.all(documents.map((name) => invoice(land, name)));
    const categories = (one: InvoiceDocument) => [...new Set(one.vatBreakdown.map(({ category }) => category))];
    expect([domestic, reverse, exempt, between].map((one) => categories(one!))).toEqual([['S'], ['AE'], ['E'], ['AE']]);
    expect(domestic!.vatBreakdown).toHaveLength(2);
    expect([domestic, reverse, exempt, between].map((one) => one!.number)).toEqual([
      '2026-0001',
      '2026-0002',
      '2026-0003',
      '2026-0004',
    ]);
  });

  it('credit what was billed, to the cent', async () => {
    const [billed, credited] = [await invoice(land, 'invoice-domestic'), await invoice(land, 'credit-note')];
    expect(credited.totals).toEqual(billed.totals);
    expect(credited.preceding).toEqual([{ number: billed.number, issuedOn: billed.issuedOn }]);
  });

  it('pay the net of the payslip, and nothing else as a wage', async () => {
    const answer = readPain001(await text(land, 'payments.xml'));
    if (!answer.ok) throw new Error(answer.refusal.detail);
    const wages = answer.value.batches
      .filter(({ purpose }) => purpose === 'SALA')
      .flatMap(({ transfers }) => transfers);
    expect(controlOf(wages, answer.value.currency)).toEqual({ count: 1, sum: payslipOf(countries[land]).net });
  });

  it('explain the payslip by the law of the country', async () => {
    const { pages } = readPdf((await made(land, 'payslip.en.pdf')) as Uint8Array);
    const whole = pages.flat().join(' ').replace(/\s+/g, ' ');
    for (const { title, law } of payslipOf(countries[land]).lines) {
      expect(whole).toContain(title.en);
      expect(whole).toContain(law!.act.split(' ').slice(0, 3).join(' '));
    }
  });
});

describe('the declarations among the papers', () => {
  it.each([
    ['be', 'dimona', '2026-03-23'],
    ['be', 'dmfa', '2026-07-31'],
    ['fr', 'dpae', '2026-03-23'],
    ['fr', 'dsn', '2026-05-15'],
    ['fr', 'aem', '2026-05-14'],
    ['se', 'agi', '2026-05-12'],
  ] as const)('of %s hold %s, due on %s, with the identity of the worker left open', async (land, name, due) => {
    const file = JSON.parse(await text(land, `declaration-${name}.json`)) as {
      dueOn: string;
      missing: string[];
      wrong: [];
    };
    expect([file.dueOn, file.wrong]).toEqual([due, []]);
    expect(file.missing).toContain('worker.nationalNumber');
  });
});

describe('the papers of Sweden', () => {
  it('are in kronor at home, with a Bankgiro number, and in euro abroad with the VAT in kronor', async () => {
    const home = await invoice('se', 'invoice-domestic');
    expect([home.currency, home.payment?.account.kind, home.totals.due.minor % 100n]).toEqual(['SEK', 'bankgiro', 0n]);
    const abroad = await invoice('se', 'invoice-reverse-charge');
    expect([abroad.currency, abroad.vatInBooks?.toString()]).toEqual(['EUR', '0.00 SEK']);
  });

  it('order kronor and euro in two files', async () => {
    expect(await text('se', 'payments.xml')).not.toContain('"EUR"');
    expect(await text('se', 'payments-eur.xml')).not.toContain('"SEK"');
  });
});

describe('the papers of France', () => {
  it('name the SIREN of both and the frame of billing', async () => {
    const { seller, buyer, profile } = await invoice('fr', 'invoice-domestic');
    expect(profile).toBe('xp-z12-012');
    expect([seller.legalId?.scheme, buyer.endpoint?.scheme]).toEqual(['0002', '0225']);
    expect(seller.address.country).toBe(country('FR'));
  });
});
