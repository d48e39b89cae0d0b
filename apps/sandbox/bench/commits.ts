import { Client } from 'pg';

const measuredMs = 5000;
const accounts = 1000;

/**
 * What this machine and its PostgreSQL can commit at all: each of the clients inserts one row and changes another, over
 * and over. In transactions a second; the nodes' own figures are to be read beside it.
 */
export async function commitsPerSecond(databaseUrl: string, clients: number): Promise<number> {
  const connections = await Promise.all(Array.from({ length: clients }, () => opened(databaseUrl)));
  try {
    await connections[0]!.query(`
      create table account (id int primary key, balance bigint not null);
      insert into account select id, 0 from generate_series(1, ${accounts}) as id;
      create table entry (id bigint generated always as identity primary key, account int not null, amount bigint not null)`);
    const began = performance.now();
    const done = await Promise.all(connections.map((connection) => keepCommitting(connection, began + measuredMs)));
    return (done.reduce((sum, each) => sum + each, 0) * 1000) / (performance.now() - began);
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
}

async function keepCommitting(connection: Client, untilMs: number): Promise<number> {
  let done = 0;
  while (performance.now() < untilMs) {
    const account = 1 + Math.floor(Math.random() * accounts);
    await connection.query('begin');
    await connection.query('insert into entry (account, amount) values ($1, 1)', [account]);
    await connection.query('update account set balance = balance + 1 where id = $1', [account]);
    await connection.query('commit');
    done += 1;
  }
  return done;
}

async function opened(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

const bareRows = 20_000;
const rowsACommit = 100;

/**
 * How many rows of the size of a stored message one client inserts at all, one by one, 100 to a commit, into a table
 * with the inbox's key. In rows a second.
 */
export async function insertsPerSecond(databaseUrl: string, text: string): Promise<number> {
  const connection = await opened(databaseUrl);
  try {
    await connection.query(
      'create table bare (peer text, seq bigint, m text not null, at timestamptz default now(), primary key (peer, seq))',
    );
    const began = performance.now();
    for (let row = 0; row < bareRows; row += rowsACommit) {
      await connection.query('begin');
      for (let at = row; at < row + rowsACommit; at += 1)
        await connection.query('insert into bare (peer, seq, m) values ($1, $2, $3)', ['be', at, text]);
      await connection.query('commit');
    }
    return (bareRows * 1000) / (performance.now() - began);
  } finally {
    await connection.end();
  }
}
