import type { DynamicModule, Type } from '@nestjs/common';
import { BooksModule } from './books/books.module.js';
import { FactsModule } from './facts/facts.module.js';

/** The rooms of the node, from the ground up. A new room is one more line. */
export const rooms: readonly (Type | DynamicModule)[] = [FactsModule, BooksModule];
