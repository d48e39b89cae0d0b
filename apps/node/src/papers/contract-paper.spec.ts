import { createHash } from 'node:crypto';
import { countries, type Language } from '@passerelle/rules';
import { languages } from '@passerelle/rules/kit';
import { type ContractPaper, contractPaper, signedContractPaper } from './contract-paper.js';
import { contract } from './testing/papers.js';
import { readPdf } from './testing/pdf-text.js';
import { contractWords } from './words/contract.js';

const signed = {
  acceptance: {
    at: new Date('2026-03-20T14:05:09Z'),
    zone: 'Europe/Brussels',
    address: '203.0.113.7',
    userAgent: 'Mozilla/5.0 Firefox/128.0',
  },
  email: 'amina@demo.example',
};

const textOf = async (paper: ContractPaper): Promise<string> =>
  readPdf(await contractPaper(paper))
    .pages.flat()
    .join(' ')
    .replace(/\s+/g, ' ');

describe('the paper of a contract', () => {
  it('says who works where and when, what is paid and when, and who receives the contributions', async () => {
    const texts = readPdf(await contractPaper(contract)).pages.flat();
    expect(texts).toEqual(
      expect.arrayContaining([
        'be-2026-0001 · Version 2',
        'Deux concerts',
        'Lille, France',
        '23 mars 2026',
        '27 mars 2026',
        '625,02\u00A0€',
        '8 avr. 2026 au plus tard, que le client ait payé ou non',
        'le compte de la personne se terminant par 6769',
      ]),
    );
    expect(texts.join(' ')).not.toContain('BE71096123456769');
  });

  it('names the law of each sentence, and where nobody has opened it', async () => {
    const text = await textOf(contract);
    expect(text).toContain('art. 9) – pas encore vérifié par la coopérative dans la loi elle-même');
    expect(text).toMatch(/Office national des vacances annuelles[^–]*art\. 18\)/);
    expect(text).toContain('Adresse pas encore communiquée');
    expect(text).toContain('38 (valeur habituelle, personne n’a dit autre chose)');
  });

  it('says that work abroad is abroad, and what is still to be told within a month', async () => {
    const { notice, leave, trial } = contractWords.fr.topics;
    const text = await textOf(contract);
    expect(text).toContain('Le travail est fait à l’étranger');
    expect(text).toContain(`absent de ce document : ${trial}`);
    expect(text).toContain(notice);
    expect(text).not.toContain(leave);
    const home = await textOf({ ...contract, place: { town: 'Bruxelles', country: 'BE' } });
    expect(home).not.toContain('à l’étranger');
  });

  it('ends the mission and not the employment where that has no last day', async () => {
    const { formOf } = countries.find(({ code }) => code === 'FR')!.contracts;
    const text = await textOf({ ...contract, form: formOf({ status: 'employee', contract: 'cdi' }) });
    expect(text).toContain('met fin à la mission, non à l’emploi');
  });

  it.each<Language>(languages)('is whole in %s', async (language) => {
    const text = await textOf({ ...contract, language });
    expect(text).toContain(contractWords[language].pay);
    expect(text).toContain(contract.form.words[language].split(' ')[0]);
  });

  it('once signed ends with a page of evidence, holds what was offered, and is the same bytes whenever drawn', async () => {
    const shown = await contractPaper(contract);
    const paper = await signedContractPaper(contract, { shown, ...signed });
    const { pages, attachments } = readPdf(paper);
    const evidence = pages.at(-1)!.join(' ').replace(/\s+/g, ' ');
    expect(evidence).toContain('Amina a signé ce contrat, que Passerelle Bruxelles avait proposé.');
    expect(evidence).toContain('20 mars 2026 à 14:05:09 UTC');
    expect(evidence).toContain('15:05:09');
    expect(evidence).toContain('amina@demo.example');
    expect(evidence).toContain('203.0.113.7');
    expect(evidence.replaceAll(' ', '')).toContain(createHash('sha256').update(shown).digest('hex'));
    expect(Buffer.from(attachments[0]!).equals(Buffer.from(shown))).toBe(true);
    expect(Buffer.from(await signedContractPaper(contract, { shown, ...signed })).equals(Buffer.from(paper))).toBe(
      true,
    );
  });
});
