export const payslip = {
  gross: 'Gross pay',
  net: 'Net pay',
  price: 'Price without VAT',
  paidOn: 'Paid on {{date}}',
};
