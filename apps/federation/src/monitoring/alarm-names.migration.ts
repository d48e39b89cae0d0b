import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Alarms are named by UUIDs, as everything else that the trail follows. The name is made of the same hash as before, so
 * what was said of an alarm goes on being said of it.
 */
export class AlarmNames1767225764010 implements MigrationInterface {
  readonly name = 'AlarmNames1767225764010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update alarm_acknowledgement
         set alarm = encode(decode(translate(alarm, '-_', '+/') || '==', 'base64'), 'hex')::uuid::text
       where length(alarm) = 22`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore the backup taken before the upgrade');
  }
}
