import type { Command, Run } from './command.js';
import { elsewhere } from './elsewhere.js';
import { referenceFile } from './reference-file.js';

/** A verb with all that is told about it; what it does is read when it runs. */
const verb = (
  name: string,
  told: Omit<Command, 'name' | 'options' | 'load'> & Partial<Pick<Command, 'options'>>,
  load: () => Promise<Run>,
): Command => ({ name, options: {}, ...told, load });

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const running: readonly Command[] = [
  verb(
    'serve',
    {
      summary: 'Runs the node until it is told to stop, or with a role only part of its work, beside other replicas.',
      takes: '[--role web|worker|exchange]',
      example: 'passerelle serve --role worker',
      options: { role: text },
    },
    async () => (await import('./serve.commands.js')).serve,
  ),
  verb(
    'upgrade',
    {
      summary: 'After a new release: backup, changes of the schema, doctor, and then serve. Started again it goes on.',
      takes: '[--role web|worker|exchange]',
      example: 'passerelle upgrade',
      options: { role: text },
    },
    async () => (await import('./serve.commands.js')).upgrade,
  ),
  verb(
    'config check',
    { summary: 'Tells all problems of the configuration at once.', takes: '', example: 'passerelle config check' },
    async () => (await import('./config.commands.js')).check,
  ),
  verb(
    'config print',
    {
      summary: 'Shows the value that is in force for each setting and where it comes from; secrets are hidden.',
      takes: '',
      example: 'passerelle config print --json',
    },
    async () => (await import('./config.commands.js')).print,
  ),
  verb(
    'config reference',
    {
      summary: `Prints the reference of all settings; with --check compares it with ${referenceFile}.`,
      takes: '[--check]',
      example: `passerelle config reference > ${referenceFile}`,
      options: { check: flag },
    },
    async () => (await import('./config.commands.js')).reference,
  ),
  verb(
    'doctor',
    {
      summary: 'Looks at everything the node stands on and changes nothing; each finding says what mends it.',
      takes: '[--quick] [--only CHECK]',
      example: 'passerelle doctor --only peers',
      options: { quick: flag, only: text },
    },
    async () => (await import('./doctor/doctor.commands.js')).doctor,
  ),
  verb(
    'doctor ack',
    {
      summary: 'Says that a finding is known, and why, until a day: it is shown, and counts no more.',
      takes: 'FINDING --reason TEXT --until DAY',
      example: 'passerelle doctor ack peer se --reason "Malmö moves its server" --until 2026-04-01',
      options: { reason: text, until: text },
    },
    async () => (await import('./doctor/doctor.commands.js')).ack,
  ),
  verb(
    'status',
    {
      summary: 'One screen: version, what waits, links, the newest cycle.',
      takes: '',
      example: 'passerelle status --json',
    },
    async () => (await import('./status.commands.js')).status,
  ),
];

const keeping: readonly Command[] = [
  verb(
    'migrate status',
    {
      summary:
        'Tells which changes of the schema are pending, or waits until none is, and whether the database is of a newer program.',
      takes: '[--wait SECONDS]',
      example: 'passerelle migrate status --wait 600',
      options: { wait: text },
    },
    async () => (await import('./schema.commands.js')).status,
  ),
  verb(
    'migrate up',
    {
      summary: 'Brings the schema up to date, after a backup when there is a key for one; an interrupted run goes on.',
      takes: '',
      example: 'passerelle migrate up',
    },
    async () => (await import('./schema.commands.js')).up,
  ),
  verb(
    'backup create',
    {
      summary:
        'Keeps database, documents, keys and positions of channels in one sealed file; the node goes on meanwhile.',
      takes: '[--file FILE]',
      example: 'passerelle backup create --file /var/backups/passerelle/tonight.backup',
      options: { file: text },
    },
    async () => (await import('./backup.commands.js')).create,
  ),
  verb(
    'backup verify',
    {
      summary: 'Reads a whole backup and says what is in it; opens no database.',
      takes: '[FILE]',
      example: 'passerelle backup verify /var/backups/passerelle/tonight.backup',
    },
    async () => (await import('./backup.commands.js')).verify,
  ),
  verb(
    'backup restore',
    {
      summary: 'Fills an empty database from a backup and proves that books and channels are as they were.',
      takes: 'FILE [--keys FOLDER]',
      example: 'passerelle backup restore /var/backups/passerelle/tonight.backup --keys /etc/passerelle/keys',
      options: { keys: text },
    },
    async () => (await import('./backup.commands.js')).restore,
  ),
  verb(
    'backup drill',
    {
      summary: 'Restores a backup beside everything else, proves it row by row, and takes the copy away again.',
      takes: '[FILE]',
      example: 'passerelle backup drill',
    },
    async () => (await import('./backup.commands.js')).drill,
  ),
  verb(
    'secrets seal',
    {
      summary: 'Seals files and secrets of people that were kept before there was a key; the node goes on meanwhile.',
      takes: '',
      example: 'passerelle secrets seal',
    },
    async () => (await import('./secrets.commands.js')).seal,
  ),
  verb(
    'secrets rotate',
    {
      summary:
        'Seals anew with PASSERELLE_SECRETS_KEY what PASSERELLE_SECRETS_KEY_BEFORE has sealed; the node goes on meanwhile.',
      takes: '',
      example: 'passerelle secrets rotate',
    },
    async () => (await import('./secrets.commands.js')).rotate,
  ),
];

const exchanging: readonly Command[] = [
  verb(
    'keys init',
    {
      summary:
        'Makes the key that signs and the key that signs in at NATS servers, in files that only their owner can read.',
      takes: '--dir FOLDER',
      example: 'passerelle keys init --dir /etc/passerelle/keys',
      options: { dir: text },
    },
    async () => (await import('./keys.commands.js')).init,
  ),
  verb(
    'keys rotate',
    {
      summary: 'Announces PASSERELLE_NEXT_SIGNING_KEY on every channel, signed with the key in use.',
      takes: '',
      example: 'passerelle keys rotate',
    },
    async () => (await import('./keys.commands.js')).rotate,
  ),
  verb(
    'nats config',
    {
      summary:
        'Prints the configuration of this node’s own NATS server: each member of the roster may drop letters, nothing else.',
      takes:
        '[--listen 0.0.0.0:4222] [--store DIR] [--monitor 127.0.0.1:8222] [--tls-cert FILE --tls-key FILE] [--cluster NAME --cluster-listen HOST:PORT --route HOST:PORT …]',
      example: 'passerelle nats config --tls-cert cert.pem --tls-key key.pem > /etc/nats/passerelle.conf',
      options: {
        listen: { ...text, default: '0.0.0.0:4222' },
        store: { ...text, default: '/var/lib/nats' },
        monitor: { ...text, default: '127.0.0.1:8222' },
        'tls-cert': text,
        'tls-key': text,
        cluster: text,
        'cluster-listen': { ...text, default: '0.0.0.0:6222' },
        route: texts,
      },
    },
    async () => (await import('./nats.commands.js')).config,
  ),
  verb(
    'peer list',
    {
      summary: 'Shows each link in both directions by acknowledged number.',
      takes: '',
      example: 'passerelle peer list',
    },
    async () => (await import('./peer.commands.js')).list,
  ),
  verb(
    'peer add',
    {
      summary: 'Takes in the roster that the members have signed, with whoever is new in it; a forged one is refused.',
      takes: 'ROSTER',
      example: 'passerelle peer add roster.json',
    },
    async () => (await import('./peer.commands.js')).add,
  ),
  verb(
    'peer test',
    {
      summary: 'Signs in at the mailbox of a peer and says what each side has confirmed; sends nothing.',
      takes: 'PEER',
      example: 'passerelle peer test se',
    },
    async () => (await import('./peer.commands.js')).test,
  ),
  ...pauses(
    ['pause', 'Says nothing new to a peer until it is resumed: messages wait, while what it says is taken in.'],
    ['resume', 'Sends a paused peer what waits for it, and goes on.'],
  ),
  verb(
    'outbox list',
    {
      summary: 'What waits to be confirmed at each peer, and messages of peers that a room could not handle.',
      takes: '',
      example: 'passerelle outbox list',
    },
    async () => (await import('./outbox.commands.js')).list,
  ),
  ...orders(
    ['retry', 'Tries a stuck message at once.'],
    ['pause', 'Lets a stuck message rest until somebody resumes it.'],
    ['resume', 'Lets a paused message be tried again.'],
    ['park', 'Sets a stuck message aside for good; its sender hears so.'],
  ),
];

/** Decisions about a whole link. */
function pauses(...all: readonly (readonly [action: 'pause' | 'resume', summary: string])[]): readonly Command[] {
  return all.map(([action, summary]) =>
    verb(
      `peer ${action}`,
      {
        summary,
        takes: 'PEER --reason TEXT',
        example: `passerelle peer ${action} se --reason "Malmö moves its server"`,
        options: { reason: text },
      },
      async () => (await import('./peer.commands.js')).order(action),
    ),
  );
}

/** Decisions about one stuck message. */
function orders(
  ...all: readonly (readonly [action: 'retry' | 'pause' | 'resume' | 'park', summary: string])[]
): readonly Command[] {
  return all.map(([action, summary]) =>
    verb(
      `outbox ${action}`,
      {
        summary,
        takes: '--peer PEER --seq NUMBER --reason TEXT',
        example: `passerelle outbox ${action} --peer se --seq 41 --reason "the account was opened this morning"`,
        options: { peer: text, seq: text, reason: text },
      },
      async () => (await import('./outbox.commands.js')).order(action),
    ),
  );
}

const people: readonly Command[] = [
  verb(
    'user add',
    {
      summary:
        'Makes the account of somebody of the staff. She is sent a link to choose her password (--by-mail), or it is read from standard input.',
      takes: '--email ADDRESS --role ROLE [--role ROLE …] [--language en] [--by-mail]',
      example: 'passerelle user add --email payroll@coop.example --role payroll --by-mail',
      options: { email: text, role: texts, language: text, 'by-mail': flag },
    },
    async () => (await import('./user.commands.js')).add,
  ),
  verb(
    'user reset',
    {
      summary:
        'Takes password and second factor of an account away and signs it out everywhere. She is sent a link to choose a password (--by-mail), or another one is read from standard input.',
      takes: '--email ADDRESS [--by-mail]',
      example: 'passerelle user reset --email payroll@coop.example --by-mail',
      options: { email: text, 'by-mail': flag },
    },
    async () => (await import('./user.commands.js')).reset,
  ),
  verb(
    'apikey create',
    {
      summary: 'Makes the key with which a program uses the API, and shows it this once.',
      takes: '--name NAME --scope ROLE:read|change [--scope …] [--days 90]',
      example: 'passerelle apikey create --name accounting --scope finance:read --days 180',
      options: { name: text, scope: texts, days: text },
    },
    async () => (await import('./apikey.commands.js')).create,
  ),
  verb(
    'apikey revoke',
    { summary: 'Ends a key at once.', takes: 'NAME', example: 'passerelle apikey revoke accounting' },
    async () => (await import('./apikey.commands.js')).revoke,
  ),
  verb(
    'apikey list',
    {
      summary:
        'Shows all keys: what they are for, how they begin, what they may do, how long, and when they were used.',
      takes: '',
      example: 'passerelle apikey list --json',
    },
    async () => (await import('./apikey.commands.js')).list,
  ),
  verb(
    'export person',
    {
      summary: 'Writes everything this node keeps of a member into a new file, as she gets it herself at /me/data.',
      takes: '--email ADDRESS --to FILE',
      example: 'passerelle export person --email amina@demo.example --to amina.json',
      options: { email: text, to: text },
    },
    async () => (await import('./export.commands.js')).person,
  ),
  verb(
    'export node',
    {
      summary: 'Writes what this node has signed and heard signed into a new file, for auditors; nothing about people.',
      takes: '--to FILE',
      example: 'passerelle export node --to be-audit.jsonl',
      options: { to: text },
    },
    async () => (await import('./export.commands.js')).node,
  ),
];

/** Law is part of the program, each figure with the day from which it counts, so there is nothing to switch on. */
const rules: readonly Command[] = [
  verb(
    'rules test',
    {
      summary:
        'Runs the rules of each country over its examples, to the cent, and looks whether every figure has its source.',
      takes: '[COUNTRY …]',
      example: 'passerelle rules test BE',
    },
    async () => (await import('./rules.commands.js')).test,
  ),
  verb(
    'rules compare',
    {
      summary:
        'Computes issued payslips again, by their own law or as if that of a day to come held already, and tells each difference; changes nothing.',
      takes: '[--since DAY] [--law DAY]',
      example: 'passerelle rules compare --since 2026-01-01',
      options: { since: text, law: text },
    },
    async () => (await import('./rules-compare.commands.js')).compare,
  ),
  elsewhere('rules install', 'Rules come with the program: install the release that has them.', [
    'the rules of every country come with the program; a release with newer figures brings them',
    '# then: passerelle upgrade (docs/ops/upgrade.md), passerelle rules test',
  ]),
  elsewhere('rules activate', 'Every figure counts from its own day: nothing needs to be switched on.', [
    'every figure counts from the day that its source names, and old payslips keep theirs',
    '# see: passerelle rules compare --law DAY, docs/rules-status.md',
  ]),
];

/** A demonstration is a whole federation with invented people, so it starts from a checkout and never from a node. */
const demo: readonly Command[] = [
  elsewhere('demo up', 'A demonstration on one machine is started from a checkout: npm start.', [
    'npm start, in a checkout, runs three cooperatives, their people and the federation on this machine; Ctrl-C ends it',
  ]),
  elsewhere('demo seed', 'Invented people come with a demonstration: npm start.', [
    'npm start, in a checkout, brings its invented people along; they are never put into a real node',
  ]),
];

/** Every verb of a node's program, in the order in which a branch meets them. */
export const commands: readonly Command[] = [...running, ...keeping, ...exchanging, ...people, ...rules, ...demo];
