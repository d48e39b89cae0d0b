import { doorsEntities } from '@passerelle/doors';

/** Every room's rows. */
export const entities = [...doorsEntities];
