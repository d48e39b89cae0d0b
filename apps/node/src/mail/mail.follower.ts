import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import type { Letter } from './letter.js';
import './mail.service.js';
import type { MailStore } from './mail.store.js';

/**
 * Sends letters by putting each into a folder, one file a letter, from which a mail program takes them. A letter that is
 * sent again after a crash has the same name and so lies there once.
 */
export class MailFollower extends Follower<'MailWritten'> {
  readonly name = 'mail';
  readonly kinds = ['MailWritten'] as const;

  constructor(
    private readonly store: MailStore,
    private readonly folder: string,
    private readonly sender: string,
  ) {
    super();
  }

  async follow(work: Work, { body: { mail }, recordedAt }: Fact<'MailWritten'>): Promise<void> {
    const letter = await this.store.unsent(work, mail);
    if (!letter) return;
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, `${mail}.eml`);
    await writeFile(`${file}.part`, emlOf(letter, { id: mail, from: this.sender, at: recordedAt }), { mode: 0o600 });
    await rename(`${file}.part`, file);
    await this.store.sent(work, mail);
  }
}

/** The letter as an internet message (RFC 5322). */
export function emlOf(letter: Letter, by: { readonly id: string; readonly from: string; readonly at: Date }): string {
  const host = by.from.slice(by.from.indexOf('@') + 1);
  return [
    `From: ${by.from}`,
    `To: ${oneLine(letter.to)}`,
    `Subject: =?utf-8?B?${Buffer.from(letter.subject, 'utf8').toString('base64')}?=`,
    `Date: ${by.at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${by.id}@${host}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...letter.text.split('\n'),
    '',
  ].join('\r\n');
}

/** An address with a line break would add headers of its own. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');
