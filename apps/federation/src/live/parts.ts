/** The parts of the picture, by the names of their routes. */
export const partNames = [
  'nodes',
  'links',
  'positions',
  'cycles',
  'alarms',
  'ageing',
  'disputes',
  'stuck',
  'fund',
] as const;

export type PartName = (typeof partNames)[number];
