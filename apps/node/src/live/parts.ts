/**
 * The parts of the desk, by the names of their routes, each with the tables that are written when it changes. A table that
 * is missing here is a change that nobody is told of; one that the database does not have is refused at the first look.
 */
export const tablesOf = {
  inbox: ['inbox_delegation'],
  missions: ['mission', 'mission_event', 'confirmation_link'],
  formalities: ['formality', 'a1_document'],
  expenses: ['expense', 'expense_receipt'],
  payroll: ['payslip', 'payroll_problem'],
  'payroll-runs': ['payroll_run', 'payroll_run_step', 'payroll_run_item', 'wage', 'wage_payment'],
  invoices: ['invoice', 'invoice_held', 'invoice_payment', 'credit_note'],
  recovery: ['recovery_event'],
  bank: [
    'bank_statement',
    'bank_line',
    'bank_line_explained',
    'bank_announced',
    'bank_announced_seen',
    'debit_explanation',
    'debit_return',
    'client_refund',
  ],
  obligations: ['obligation', 'obligation_blocked'],
  guarantee: ['fund_entry'],
  payouts: ['payout', 'payout_line', 'payout_file', 'transfer_order', 'transfer_seen'],
  contracts: ['contract', 'contract_signature'],
  declarations: ['declaration', 'declaration_step'],
  legs: ['leg', 'payment_word'],
  partners: ['pair_settlement'],
  stuck: ['parked'],
  system: ['doctor_finding', 'doctor_ack'],
} as const;

export type PartName = keyof typeof tablesOf;
export const partNames = Object.keys(tablesOf) as readonly PartName[];
