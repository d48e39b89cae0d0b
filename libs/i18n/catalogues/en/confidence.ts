export const confidence = {
  confirmed: 'Taken from the law',
  secondary: 'Taken from a secondary source',
  inferred: 'Computed from known figures',
  'to-confirm': 'Not yet confirmed',
};
