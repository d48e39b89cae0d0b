import { type Work, managerOf } from '@passerelle/doors';
import type { LinkId } from '../../missions/confirmation-link.js';
import type { KeptPaper } from './kept-paper.js';

/** Which of the papers of a link. */
export interface OrderPaperKey {
  readonly link: LinkId;
  readonly isSigned: boolean;
}

interface PaperRow {
  readonly made_at: Date;
  readonly sha256: Buffer;
  readonly content: Buffer;
}

/** Papers are only added, one of each sort for a link; the database refuses bytes that are not those of the hash. */
export class OrderPapersStore {
  async add(work: Work, { link, isSigned }: OrderPaperKey, { madeAt, sha256, content }: KeptPaper): Promise<void> {
    await managerOf(work).query(
      `insert into order_paper (link, is_signed, made_at, sha256, content) values ($1, $2, $3, $4, $5)
       on conflict (link, is_signed) do nothing`,
      [link, isSigned, madeAt, sha256, content],
    );
  }

  async find(work: Work, { link, isSigned }: OrderPaperKey): Promise<KeptPaper | null> {
    const [row] = await managerOf(work).query<PaperRow[]>(
      'select made_at, sha256, content from order_paper where link = $1 and is_signed = $2',
      [link, isSigned],
    );
    return row ? { form: 'pdf', madeAt: row.made_at, sha256: row.sha256, content: row.content } : null;
  }
}
