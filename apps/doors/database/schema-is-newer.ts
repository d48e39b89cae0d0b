/** An older program met the database of a newer one. Nothing has been changed. */
export class SchemaIsNewer extends Error {
  constructor(readonly unknown: readonly string[]) {
    super(
      `This program is older than its database, which already has the changes ${unknown.join(', ')}. ` +
        'Nothing was changed. Start the newer program again, or restore the backup taken before the upgrade.',
    );
    this.name = 'SchemaIsNewer';
  }
}
