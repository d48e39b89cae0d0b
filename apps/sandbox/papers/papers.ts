import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ublOf } from '@passerelle/formats';
import { a1RequestPaper } from '../../node/src/papers/a1-request-paper.js';
import { contractPaper, signedContractPaper } from '../../node/src/papers/contract-paper.js';
import { invoicePaper } from '../../node/src/papers/invoice-paper.js';
import { orderPaper, signedOrderPaper } from '../../node/src/papers/order-paper.js';
import { payslipPaper } from '../../node/src/papers/payslip-paper.js';
import { contractOf, monthlyContractOf } from './contracts.js';
import { type Land, countries } from './countries.js';
import { declarationsOf } from './declarations.js';
import { invoicesOf } from './invoices.js';
import { a1RequestOf, acceptanceOf, orderOf } from './orders.js';
import { paymentsOf } from './payments.js';
import { inEveryLanguage, payslipOf, reckonedOf } from './payslips.js';
import { made } from './scene.js';

/** A document and how it is made: drawing pages takes time, so nothing is made before it is asked for. */
export interface Paper {
  readonly file: string;
  readonly make: () => string | Promise<Uint8Array>;
}

/** One of each document of a country, by the product's own code. */
export function papersOf(land: Land): readonly Paper[] {
  const country = countries[land];
  const invoices = invoicesOf(country);
  const payslip = payslipOf(country);
  const order = orderOf(country, invoices[0]!);
  const contracts = { 'contract.pdf': contractOf(country), 'contract-monthly.pdf': monthlyContractOf(country) };
  return [
    ...invoices.flatMap((paper): Paper[] => [
      { file: `${paper.file}.xml`, make: () => ublOf(paper.invoice) },
      { file: `${paper.file}.pdf`, make: () => invoicePaper({ ...paper, made }) },
    ]),
    ...paymentsOf(country, payslip).map(([file, xml]): Paper => ({ file, make: () => xml })),
    ...inEveryLanguage(payslip).map((paper): Paper => ({
      file: `payslip.${paper.language}.pdf`,
      make: () => payslipPaper(paper),
    })),
    {
      file: 'order.pdf',
      make: async () => signedOrderPaper(order, { shown: await orderPaper(order), acceptance: acceptanceOf(country) }),
    },
    ...Object.entries(contracts).map(([file, contract]): Paper => ({
      file,
      make: async () => {
        const signed = { acceptance: acceptanceOf(country), email: `${land}.worker@passerelle.example` };
        return signedContractPaper(contract, { shown: await contractPaper(contract), ...signed });
      },
    })),
    { file: 'a1-request.pdf', make: () => a1RequestPaper(a1RequestOf(country)) },
    ...declarationsOf(country, reckonedOf(country)).map(([file, content]): Paper => ({ file, make: () => content })),
  ];
}

/** Writes the papers of a country into a folder of its name, and says each file when it is there. */
export async function writePapers(folder: string, land: Land, say: (file: string) => void): Promise<void> {
  const own = join(folder, land);
  mkdirSync(own, { recursive: true });
  for (const { file, make } of papersOf(land)) {
    const path = join(own, file);
    writeFileSync(path, await make());
    say(path);
  }
}
