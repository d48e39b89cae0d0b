import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export interface OwnDatabase {
  /** The name of the database, and of the user who owns it. */
  readonly name: string;
  readonly password: string;
}

/**
 * Makes sure the database exists, belongs to a user of the same name with this password, and is closed to everybody
 * else's users. Answers its address. May be called any number of times.
 */
export async function ensureDatabase(server: string, { name, password }: OwnDatabase): Promise<string> {
  await administer(server, async (admin) => {
    await ensureUser(admin, name, password);
    const found = await admin.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await admin.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(name)}`);
    }
    await admin.query(`revoke connect, temporary on database ${escapeIdentifier(name)} from public`);
  });
  const url = new URL(server);
  url.username = name;
  url.password = password;
  url.pathname = `/${name}`;
  return url.href;
}

/** On a server of our own the shared databases are closed too: a node's user has no business there. */
export async function closeSharedDatabases(server: string): Promise<void> {
  await administer(server, async (admin) => {
    await admin.query('revoke connect, temporary on database postgres, template1 from public');
  });
}

async function ensureUser(admin: Client, name: string, password: string): Promise<void> {
  const user = escapeIdentifier(name);
  const found = await admin.query('select from pg_roles where rolname = $1', [name]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  await admin.query(`${verb} role ${user} with login password ${escapeLiteral(password)}`);
  const me = await admin.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  // Only a member of a role, or a superuser, may make that role the owner of a database.
  if (me.rows[0]?.super === false) await admin.query(`grant ${user} to current_user`);
}

async function administer(server: string, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: server, connectionTimeoutMillis: 10_000 });
  await admin.connect().catch((error: unknown) => {
    throw new Error(`the database server does not let us in (${hidden(server)}): ${String(error)}`);
  });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function hidden(server: string): string {
  const url = new URL(server);
  if (url.password) url.password = '…';
  return decodeURI(url.href);
}
