import { cited } from '@passerelle/rules';
import { money } from '@passerelle/values';
import { payslipPaper } from './payslip-paper.js';
import { payslip } from './testing/papers.js';
import { readPdf } from './testing/pdf-text.js';

const textsOf = async (paper: typeof payslip) => readPdf(await payslipPaper(paper)).pages.flat();

describe('the paper of a payslip', () => {
  it.each([
    ['en', 'en-GB', 'Payslip', '€1,004.54', '-€169.91'],
    ['fr', 'fr-BE', 'Fiche de paie', '1\u202F004,54\u00A0€', '-169,91\u00A0€'],
    ['nl', 'nl-BE', 'Loonfiche', '€\u00A01.004,54', '€\u00A0-169,91'],
    ['sv', 'sv-SE', 'Lönespecifikation', '1\u00A0004,54\u00A0€', '\u2212169,91\u00A0€'],
    ['de', 'de-DE', 'Lohnabrechnung', '1.004,54\u00A0€', '-169,91\u00A0€'],
  ] as const)(
    'is written in %s with its thousands, decimals and minus',
    async (language, locale, title, net, heldBack) => {
      const texts = await textsOf({ ...payslip, language, locale });
      expect(texts).toContain(title);
      expect(texts.filter((text) => text === net).length).toBeGreaterThanOrEqual(2);
      expect(texts).toContain(heldBack);
      expect(texts.join('')).not.toContain('\uFFFD');
    },
  );

  it('explains every line: name, law, figure, base and rate', async () => {
    const whole = (await textsOf(payslip)).join(' ').replace(/\s+/g, ' ');
    for (const { title, law, figures } of payslip.lines) {
      expect(whole).toContain(title.fr);
      expect(whole).toContain(`${cited(law!.act).fr}, ${law!.article}`);
      expect(whole).toContain(cited(figures[0]!.source).fr);
    }
    expect(whole).toContain('1 300,00 € × 13,07 %');
    expect(whole).toContain('salaire brut · arrondi au centime');
  });

  it('of a month names the month instead of a mission, and no price', async () => {
    const texts = await textsOf({ ...payslip, mission: null });
    expect(texts).toEqual(expect.arrayContaining(['Mois', 'mars 2026']));
    expect(texts.join(' ')).toContain('est couvert par le travail');
    expect(texts).not.toContain('Mission');
    expect(texts).not.toContain('Prix hors TVA');
  });

  it('says the net and the day first, and no account', async () => {
    const texts = await textsOf(payslip);
    const line = texts.findIndex((text) => text === 'Ligne');
    expect(texts.indexOf('1\u202F004,54\u00A0€')).toBeLessThan(line);
    expect(texts.indexOf('Jour de paie : 8 avr. 2026')).toBeLessThan(line);
    expect(texts.join(' ')).not.toContain('BE71');
  });

  it('has in every row of a table as many cells as columns, for readers that speak', async () => {
    const { plain } = readPdf(await payslipPaper(payslip));
    const kids = (id: string) =>
      new RegExp(`^${id} 0 obj\\n[\\s\\S]*?\\/K \\[([^\\]]*)\\]`, 'm').exec(plain)?.[1] ?? '';
    const rows = [...plain.matchAll(/^(\d+) 0 obj\n<<\n\/S \/TR\n/gm)].map(
      ([, id]) => kids(id!).match(/ 0 R/g)?.length,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows)).toEqual(new Set([3, 2]));
  });

  it('leads from the price to the cost', async () => {
    const texts = await textsOf(payslip);
    expect(texts).toEqual(expect.arrayContaining(['Prix hors TVA', '1\u202F773,34\u00A0€', '-112,86\u00A0€']));
    const alone = { ...payslip.budget, hostShare: money('0.00', 'EUR'), price: money('1737.87', 'EUR') };
    expect(await textsOf({ ...payslip, budget: alone })).not.toContain('Part de la coopérative d’accueil');
  });

  it('shows what was set aside for expenses, which is no wage', async () => {
    const setAside = { amount: money('50.00', 'EUR') };
    const budget = { ...payslip.budget, price: money('1823.34', 'EUR'), setAside };
    const texts = await textsOf({ ...payslip, budget });
    expect(texts).toEqual(expect.arrayContaining(['Mis de côté pour des frais', '-50,00\u00A0€']));
    expect(await textsOf(payslip)).not.toContain('Mis de côté pour des frais');
  });

  it('is not made when its lines do not add up to its net or its cost', async () => {
    await expect((async () => payslipPaper({ ...payslip, net: money('1004.55', 'EUR') }))()).rejects.toThrow(/net/);
    await expect((async () => payslipPaper({ ...payslip, cost: money('1625.01', 'EUR') }))()).rejects.toThrow(/cost/);
    const budget = { ...payslip.budget, setAside: { amount: money('0.01', 'EUR') } };
    await expect((async () => payslipPaper({ ...payslip, budget }))()).rejects.toThrow(/left for employment/);
  });
});
