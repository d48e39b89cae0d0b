export const payslip = {
  group: {
    earned: 'Earned',
    worker_social: 'Held back for social protection',
    tax: 'Tax',
    employer_social: 'Paid by the cooperative on top',
    net_addition: 'Added to the net',
    net_deduction: 'Taken off the net',
  },
  gross: 'Gross pay',
  net: 'Net pay',
  cost: 'Employer cost',
  remainder: 'Remainder on your account',
  estimate: 'estimate',
  contribution: 'Contribution to the cooperative',
  price: 'Price without VAT',
  paidOn: 'Paid on {{date}}',
};
