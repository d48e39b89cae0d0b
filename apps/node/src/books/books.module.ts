import { Module } from '@nestjs/common';
import { BooksMetrics } from './books.metrics.js';
import { Books, BooksStore } from './books.service.js';
import { PostgresBooksStore } from './books.store.js';

@Module({
  providers: [
    { provide: BooksStore, useClass: PostgresBooksStore },
    { provide: Books, useFactory: (store: BooksStore) => new Books(store), inject: [BooksStore] },
    BooksMetrics,
  ],
  exports: [Books],
})
export class BooksModule {}
