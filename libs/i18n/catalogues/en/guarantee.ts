export const guarantee = {
  covered: 'Covered by the guarantee fund',
  'not-covered': 'Not covered by the guarantee fund',
  conditional: 'Covered once the conditions are met',
};
