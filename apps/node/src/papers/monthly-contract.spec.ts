import { type Language, countries } from '@passerelle/rules';
import { languages } from '@passerelle/rules/kit';
import { day } from '@passerelle/values';
import { contractPaper } from './contract-paper.js';
import type { MonthlyContract } from './monthly-contract.js';
import { monthlyContract } from './testing/papers.js';
import { readPdf } from './testing/pdf-text.js';
import { contractWords } from './words/contract.js';

const textOf = async (paper: MonthlyContract): Promise<string> =>
  readPdf(await contractPaper(paper))
    .pages.flat()
    .join(' ')
    .replace(/\s+/g, ' ');

describe('the paper of a contract by the month', () => {
  it('says since when, for how much each month, where, and when the wage of a month is paid', async () => {
    const text = await textOf(monthlyContract);
    for (const said of [
      '2026-05 · Version 2',
      'Contrat de travail à durée indéterminée',
      '1 mai 2026',
      'aucun : l’emploi est à durée indéterminée',
      '3 000,00 €',
      'dans les 7 jours ouvrables qui suivent chaque mois (juillet 2026 : le 11 août 2026 au plus tard)',
      'Siège de l’employeur : Rue Coenraets 72, 1060 Bruxelles · Belgique.',
      'Convenus au jour de ce document : Lille, France.',
    ])
      expect(text).toContain(said);
  });

  it('names the version it changes by the day and the fingerprint of its signature; a first one names none', async () => {
    const text = await textOf(monthlyContract);
    expect(text.replaceAll(' ', '')).toContain(`signéele20avr.2026,SHA-256${'ab'.repeat(32)}`);
    expect(text).toContain('À partir du 1 juil. 2026, cette version remplace la version 1');
    const first = await textOf({ ...monthlyContract, version: 1, from: monthlyContract.since, former: null });
    expect(first).not.toMatch(/SHA-256 [0-9a-f]|remplace la version|Cette version vaut/);
  });

  it('names the last day where the wage stops', async () => {
    const text = await textOf({ ...monthlyContract, last: day('2026-08-31') });
    expect(text).toContain('le dernier jour de l’emploi est le 31 août 2026');
    expect(text).not.toContain('aucun : l’emploi');
  });

  it('says how either side ends it by the law of the country, and what is still to be told', async () => {
    const text = await textOf(monthlyContract);
    expect(text).toContain('art. 37 et 37/2');
    expect(text).toContain(`absent de ce document : ${contractWords.fr.topics.leave}`);
    expect(text).not.toContain(contractWords.fr.topics.notice);
  });

  it.each(countries.map(({ code }) => code))('is of an employment without a last day in %s', async (code) => {
    const { contracts, facts, openEnded } = countries.find((country) => country.code === code)!;
    const form = contracts.monthlyFormOf(openEnded(Object.fromEntries(facts.map((fact) => [fact.name, fact.assumed]))));
    expect([form.isOpenEnded, form.terms.some(({ about }) => about === 'notice')]).toEqual([true, true]);
    expect(await textOf({ ...monthlyContract, form, language: 'en', locale: 'en-GB' })).toContain(form.localName);
  });

  it.each<Language>(languages)('is whole in %s', async (language) => {
    const text = await textOf({ ...monthlyContract, language });
    expect(text).toContain(contractWords[language].pay);
    expect(text).not.toMatch(/\{\{|undefined/);
  });
});
