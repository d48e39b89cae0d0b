// Imported first: an old Node must hear a sentence, not a stack trace.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Passerelle needs Node 20.19 or newer; this is Node ${process.versions.node}.\n` +
      'Install a current release (https://nodejs.org/en/download), open a new terminal and try again.',
  );
  process.exit(1);
}
