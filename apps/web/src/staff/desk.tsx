import type { QueryKey } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Route, Routes } from 'react-router';
import { Empty } from '../app/loaded.js';
import { Live } from '../app/live.js';
import type { Session } from '../app/session.js';
import { InWords, useTexts } from '../app/texts.js';
import { Bank } from './bank.js';
import { ClientDesk, Clients } from './clients.js';
import { DeclarationDesk } from './declaration.js';
import { Declarations } from './declarations.js';
import { CreditNoteDone } from './done/credit-note-done.js';
import { DebitDone } from './done/debit-done.js';
import { EndowmentDone } from './done/endowment-done.js';
import { ExpenseDone } from './done/expense-done.js';
import { PayoutDone } from './done/payout-done.js';
import { RecoveryDone } from './done/recovery-done.js';
import { RefundDone } from './done/refund-done.js';
import { RunDone } from './done/run-done.js';
import { ExpenseDesk } from './expense.js';
import { Guarantee } from './guarantee.js';
import { Inbox } from './inbox/inbox.js';
import { Law } from './law.js';
import { MissionAmend } from './mission-amend.js';
import { MissionDesk } from './mission-desk.js';
import { NewMember } from './new-member.js';
import { ObligationDesk } from './obligation.js';
import { Partners } from './partners.js';
import { PayoutDesk, Payouts } from './payouts.js';
import { Payroll, PayrollNow } from './payroll.js';
import { People, Person } from './people.js';
import { Policies } from './policies.js';
import { Recovery, RecoveryDesk } from './recovery.js';
import { HeldInvoice, StoppedPayslip } from './stopped.js';

/** The desk of a branch: what its staff decides. Each list is open to those whom the API answers. */
export function Desk({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const ofAdviser = (page: JSX.Element): JSX.Element =>
    session.roles.includes('adviser') ? page : <Empty>{say('web.trouble.forbidden')}</Empty>;
  return (
    <InWords of="own">
      <InWords of="desk">
        <Live isOf={isOf}>
          <Routes>
            <Route path="inbox" element={<Inbox session={session} />} />
            <Route path="missions/:id" element={<MissionDesk session={session} />} />
            <Route path="missions/:id/amend" element={ofAdviser(<MissionAmend />)} />
            <Route path="bank" element={<Bank />} />
            <Route path="bank/:id/done" element={<DebitDone />} />
            <Route path="refunds/:id/done" element={<RefundDone />} />
            <Route path="payouts" element={<Payouts />} />
            <Route path="payouts/:id" element={<PayoutDesk session={session} />} />
            <Route path="payouts/:id/done" element={<PayoutDone />} />
            <Route path="recovery" element={<Recovery />} />
            <Route path="recovery/:id" element={<RecoveryDesk />} />
            <Route path="recovery/:id/done" element={<RecoveryDone />} />
            <Route path="recovery/:id/credited" element={<CreditNoteDone />} />
            <Route path="guarantee" element={<Guarantee session={session} />} />
            <Route path="guarantee/:id/done" element={<EndowmentDone />} />
            <Route path="clients" element={<Clients />} />
            <Route path="clients/:id" element={<ClientDesk />} />
            <Route path="people" element={<People session={session} />} />
            <Route path="people/new" element={ofAdviser(<NewMember />)} />
            <Route path="people/:id" element={<Person session={session} />} />
            <Route path="partners" element={<Partners session={session} />} />
            <Route path="obligations/:id" element={<ObligationDesk session={session} />} />
            <Route path="expenses/:id" element={<ExpenseDesk session={session} />} />
            <Route path="expenses/:id/done" element={<ExpenseDone />} />
            <Route path="payroll" element={<PayrollNow />} />
            <Route path="payroll/:period" element={<Payroll session={session} />} />
            <Route path="payroll/:period/:id/done" element={<RunDone />} />
            <Route path="declarations" element={<Declarations />} />
            <Route path="declarations/:id" element={<DeclarationDesk />} />
            <Route path="policies" element={<Policies session={session} />} />
            <Route path="rules" element={<Law session={session} />} />
            <Route path="payslips/:id" element={<StoppedPayslip session={session} />} />
            <Route path="invoices/:id" element={<HeldInvoice session={session} />} />
            <Route path="*" element={<Empty>{say('web.trouble.absent')}</Empty>} />
          </Routes>
        </Live>
      </InWords>
    </InWords>
  );
}

/** The inbox rests on every part; any other screen asks under the name of the part it shows. */
const isOf = ([part]: QueryKey, parts: readonly string[]): boolean =>
  part === 'inbox' || parts.includes(part as string);
