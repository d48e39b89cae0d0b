/** One table as far as it tells of a member. */
export interface Section {
  readonly table: string;
  /** Which of its rows are hers; $1 is the member, `t` the table. */
  readonly hers: string;
  /** Columns that prove who somebody is, or tell of somebody else. */
  readonly without?: readonly string[];
  /** A file, whose bytes are sealed in the table and given to her as they came. */
  readonly isFile?: boolean;
}

const byMember = 't.member = $1';
const missions = '(select id from mission where member = $1)';
const byMission = `t.mission in ${missions}`;
const payslips = '(select id from payslip where member = $1)';
const expenses = '(select id from expense where member = $1)';
const account = '(select id from account where subject = $1::text)';

/** Everything a node keeps of a member, room by room. A table that tells of her and is not named here is a fault. */
export const sections: readonly Section[] = [
  { table: 'member', hers: 't.id = $1' },
  { table: 'account', hers: 't.subject = $1::text', without: ['password_hash'] },
  { table: 'provider_identity', hers: `t.account in ${account}` },
  { table: 'passkey', hers: `t.account in ${account}`, without: ['credential', 'public_key'] },
  { table: 'session', hers: `t.account in ${account}`, without: ['token_hash'] },
  { table: 'password_link', hers: `t.account in ${account}`, without: ['token_hash'] },
  { table: 'password_link_asked', hers: 'lower(trim(t.email)) = (select email from member where id = $1)' },
  {
    table: 'trail_entry',
    hers: `t.things && array(
      select $1::uuid union all select id from mission where member = $1 union all select id from payslip where member = $1
      union all select id from expense where member = $1 union all select id from receipt where member = $1
      union all select id from refused_file where member = $1)`,
    without: ['who', 'name'],
  },
  { table: 'member_situation', hers: byMember },
  { table: 'client', hers: 't.brought_by = $1' },
  { table: 'mission', hers: byMember },
  { table: 'mission_event', hers: byMission },
  {
    table: 'inbox_delegation',
    hers: `t.item in (select 'mis_' || replace(id::text, '-', '') from mission where member = $1
      union all select 'exp_' || replace(id::text, '-', '') from expense where member = $1)`,
    without: ['given_by', 'given_to', 'taken_back_by'],
  },
  { table: 'confirmation_link', hers: byMission, without: ['token_hash', 'evidence'] },
  { table: 'counting', hers: byMember },
  { table: 'counting_consent', hers: byMember },
  { table: 'formality', hers: byMission },
  { table: 'a1_document', hers: byMember, isFile: true },
  { table: 'mission_supply', hers: byMission },
  { table: 'invoice', hers: byMember },
  { table: 'invoice_held', hers: byMission },
  { table: 'credit_note', hers: 't.invoice in (select id from invoice where member = $1)' },
  { table: 'mission_receipt', hers: byMission },
  { table: 'activity_member', hers: byMember },
  { table: 'activity_grant', hers: '$1 in (t.giver, t.receiver)' },
  { table: 'set_aside', hers: byMission },
  { table: 'expense', hers: byMember },
  { table: 'expense_receipt', hers: `t.expense in ${expenses}` },
  { table: 'receipt', hers: byMember, isFile: true },
  { table: 'refused_file', hers: byMember, isFile: true },
  { table: 'payslip', hers: byMember },
  { table: 'payroll_problem', hers: byMember },
  { table: 'contract', hers: byMember },
  { table: 'contract_signature', hers: 't.contract in (select id from contract where member = $1)' },
  { table: 'year_to_date', hers: byMember },
  { table: 'payslip_published', hers: `t.payslip in ${payslips}` },
  { table: 'payroll_run_item', hers: byMember },
  { table: 'wage_plan', hers: byMember },
  { table: 'wage_plan_warning', hers: byMember },
  { table: 'wage_month', hers: byMember },
  { table: 'income_kept', hers: byMember },
  { table: 'wage_draw', hers: `t.payslip in ${payslips}` },
  { table: 'declaration', hers: byMember },
  { table: 'declaration_step', hers: 't.declaration in (select id from declaration where member = $1)' },
  { table: 'declared_pay', hers: byMember },
  { table: 'wage', hers: byMember },
  { table: 'wage_payment', hers: `t.payslip in ${payslips}` },
  { table: 'wage_part', hers: `t.payslip in ${payslips}` },
  { table: 'wage_part_payment', hers: `t.payslip in ${payslips}` },
  {
    table: 'transfer_order',
    hers: `t.id in (select transfer from wage_payment where payslip in ${payslips})
      or t.cause in (select 'expense:' || id from expense where member = $1)`,
  },
  { table: 'posting', hers: `t.account like '%:' || $1::text` },
  { table: 'notification', hers: byMember },
  { table: 'notification_wish', hers: byMember },
  { table: 'erasure', hers: byMember },
  { table: 'mail', hers: `t.letter ->> 'to' = (select email from member where id = $1)` },
];

/** Tables that name a member, a mission or a payslip and tell nothing more of her, each with the reason. */
export const notHers: Readonly<Record<string, string>> = {
  fact: 'repeats what the other tables say, in order, for the rooms that follow',
  fund_entry: 'the money of the fund, whose entries name a mission and no person',
  obligation: 'what one cooperative owes another',
  obligation_blocked: 'what one cooperative owes another',
};
