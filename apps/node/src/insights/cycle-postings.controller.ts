import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController, Database, notFound, type Page, pageOf, PageQuery, Problem } from '@passerelle/doors';
import type { TransactionId } from '@passerelle/ledger';
import { Books } from '../books/books.service.js';
import { TransactionBody, TransactionsPage } from '../books/transactions.bodies.js';
import { CyclePipe } from '../settlement/cycles/cycles.bodies.js';
import { Cycles } from '../settlement/cycles/cycles.service.js';
import { clearingOf } from '../settlement/obligations/obligation.js';

/** What the books of this node say because of a cycle. */
@ApiController('cycles')
export class CyclePostingsController {
  constructor(
    private readonly database: Database,
    private readonly books: Books,
    private readonly cycles: Cycles,
  ) {}

  @Allow('finance', 'adviser', 'payroll')
  @Get(':id/postings')
  @ApiOperation({ summary: 'Everything the books say of the debts and payments that a cycle settles, oldest first' })
  @ApiOkResponse({ type: TransactionsPage })
  async postings(@Param('id', new CyclePipe()) id: string, @Query() query: PageQuery): Promise<Page<TransactionBody>> {
    const page = { after: query.after() as TransactionId | undefined, limit: query.limit + 1 };
    const rows = await this.database.report(async (work) => {
      if (!(await this.cycles.find(work, id))) throw new Problem(notFound);
      return this.books.around(work, clearingOf(id), page);
    });
    return pageOf(rows, { limit: query.limit, keyOf: (each) => each.id, show: (each) => TransactionBody.of(each) });
  }
}
