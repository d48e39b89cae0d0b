import { showDate } from '@passerelle/i18n';
import { addressLines } from './address.js';
import { drawHead, drawSection, drawSides } from './blocks.js';
import { type ContractSays, agreedFacts, lawFacts, lawfulSentences } from './contract-parts.js';
import { type Acceptance, attachShown, drawEvidence } from './evidence-page.js';
import { type MissionContract, missionSays } from './mission-contract.js';
import { type MonthlyContract, monthlySays } from './monthly-contract.js';
import { Sheet } from './sheet.js';
import { type ContractWords, contractWords } from './words/contract.js';
import { filled } from './words/filled.js';

/** What a worker and her cooperative sign. */
export type ContractPaper = MissionContract | MonthlyContract;

/** The name under which the contract as it was offered travels inside the signed one. */
const insideName = 'contract-as-offered.pdf';

/** The contract as the cooperative offers it. */
export function contractPaper(contract: ContractPaper): Promise<Uint8Array> {
  const sheet = sheetOf(contract);
  drawContract(sheet, contract);
  return sheet.finish(footOf(contract));
}

/** The same contract with a page that proves who signed it. What was `shown`, as `contractPaper` made it, is inside. */
export async function signedContractPaper(
  contract: ContractPaper,
  signed: { readonly shown: Uint8Array; readonly acceptance: Acceptance; readonly email: string },
): Promise<Uint8Array> {
  const { language, locale, reference, employer, worker, termsHash } = contract;
  const { shown, acceptance, email } = signed;
  const words = contractWords[language];
  const sheet = sheetOf({ ...contract, made: acceptance.at });
  attachShown(sheet, { language, shown, insideName });
  drawContract(sheet, contract);
  drawEvidence(sheet, {
    language,
    locale,
    by: employer.name,
    reference,
    sentence: filled(words.signed, { worker: worker.name, employer: employer.name }),
    who: `${worker.name}, ${worker.role}`,
    how: filled(words.byAccount, { email }),
    acceptance,
    termsHash,
    shown,
    insideName,
  });
  return sheet.finish(footOf(contract));
}

const sheetOf = ({ language, locale, made, reference, employer, form }: ContractPaper): Sheet =>
  new Sheet({ title: `${form.words[language]} ${reference}`, author: employer.name, locale, made });

const footOf = ({ employer: { name, address }, reference }: ContractPaper): string =>
  `${name} · ${address.street}, ${address.postcode} ${address.town} · ${reference}`;

function drawContract(sheet: Sheet, contract: ContractPaper): void {
  const { language, reference, version, employer, form } = contract;
  const words = contractWords[language];
  const { work, pay, sentences } = saysOf(contract);
  const agreed = agreedFacts(contract);
  const numbered = `${reference} · ${filled(words.version, { version: String(version) })}`;
  drawHead(sheet, employer.name, form.words[language], numbered);
  drawBoth(sheet, contract, words);
  drawSection(sheet, words.what, work);
  if (agreed.length > 0) drawSection(sheet, words.agreed, agreed);
  drawSection(sheet, words.pay, pay);
  drawSection(sheet, words.law, lawFacts(contract));
  drawTerms(sheet, words.terms, [...sentences, ...lawfulSentences(contract)]);
}

const saysOf = (contract: ContractPaper): ContractSays =>
  contract.kind === 'mission' ? missionSays(contract) : monthlySays(contract);

function drawBoth(sheet: Sheet, { employer, worker, locale }: ContractPaper, words: ContractWords): void {
  drawSides(sheet, [
    {
      label: words.employer,
      name: employer.name,
      lines: [...addressLines(employer.address, locale), `${words.vatNumber} ${employer.vatNumber}`],
    },
    {
      label: words.worker,
      name: worker.name,
      lines: [
        worker.role,
        worker.address ?? words.noAddress,
        ...(worker.bornOn === null ? [] : [`${words.bornOn} ${showDate(worker.bornOn, locale)}`]),
      ],
    },
  ]);
}

function drawTerms(sheet: Sheet, title: string, sentences: readonly string[]): void {
  sheet.need(60);
  sheet.write('H2', title, { size: 11, weight: 'bold', ink: 'brand' });
  sheet.space(5);
  sentences.forEach((sentence, index) => {
    sheet.write('P', `${index + 1}. ${sentence}`);
    sheet.space(5);
  });
}
