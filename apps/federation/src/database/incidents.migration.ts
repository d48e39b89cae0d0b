import { Incidents1767225604720 } from '@passerelle/doors';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When something did not serve as it should: the tables in which a node keeps that, here too. */
export class Incidents1767225764000 implements MigrationInterface {
  readonly name = 'Incidents1767225764000';
  private readonly tables = new Incidents1767225604720();

  up(runner: QueryRunner): Promise<void> {
    return this.tables.up(runner);
  }

  down(): Promise<void> {
    return this.tables.down();
  }
}
