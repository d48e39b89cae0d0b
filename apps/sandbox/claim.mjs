import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname } from 'node:path';

/**
 * Claims `file` for this process, as long as it lives. Answers `{ release }`, or `{ heldBy: text }` with what the
 * holder says about itself. The claim is an open port, which the operating system closes with the process: after
 * a crash or a power cut nothing needs cleaning up, and a process number used again deceives nobody.
 */
export async function claim(file, saying) {
  for (;;) {
    const heldBy = await ask(file);
    if (heldBy !== undefined) return { heldBy };
    const claimed = await take(file, saying);
    if (claimed) return claimed;
  }
}

/** Waits until `file` is free, then claims it. `waiting` is called once, when somebody else has it. */
export async function claimInTurn(file, saying, waiting) {
  for (let tries = 0; ; tries += 1) {
    const answer = await claim(file, () => saying);
    if (answer.heldBy === undefined) return answer;
    if (tries === 0) waiting(answer.heldBy);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** What the holder says, or undefined when nobody holds the claim; then a dead holder's file is gone too. */
async function ask(file) {
  const left = read(file);
  if (left === undefined) {
    if (existsSync(file)) rmSync(file, { force: true });
    return undefined;
  }
  const said = await listen(left.port);
  if (said?.startsWith(left.key)) return said.slice(left.key.length);
  // Another process may have replaced the dead holder meanwhile: only the file we asked about is removed.
  if (read(file)?.key === left.key) rmSync(file, { force: true });
  return undefined;
}

function listen(port) {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ port, host: '127.0.0.1', timeout: 3000 });
    socket.setEncoding('utf8');
    socket.on('data', (part) => (text += part));
    socket.on('end', () => resolve(text));
    socket.on('error', () => resolve(undefined));
    socket.on('timeout', () => {
      socket.destroy();
      resolve(undefined);
    });
  });
}

async function take(file, saying) {
  const key = randomUUID();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(key + saying());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  if (!createWhole(file, JSON.stringify({ port: server.address().port, key }))) {
    server.close();
    return undefined;
  }
  const release = () => {
    server.close();
    if (read(file)?.key === key) rmSync(file, { force: true });
  };
  return { release };
}

/** Creates the file with all its content at once, so that nobody reads half of it; false when it is there already. */
function createWhole(file, content) {
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
