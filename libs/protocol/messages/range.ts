import { z } from 'zod';
import { uuid } from '../fields.js';

/** An end of a range of obligation ids: `from` is included, `to` is not, and an empty one means without end. */
export const bound = z.union([z.literal(''), uuid]);
