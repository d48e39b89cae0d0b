import type { DynamicModule, Type } from '@nestjs/common';

/** The rooms of the node, from the ground up. A new room is one more line. */
export const rooms: readonly (Type | DynamicModule)[] = [];
