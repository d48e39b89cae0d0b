export const confidence = {
  confirmed: 'Read in the law',
  secondary: 'Read at a publisher',
  inferred: 'Computed from known figures',
  'to-confirm': 'Not yet confirmed',
};
