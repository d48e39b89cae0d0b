import { type Work, managerOf } from '@passerelle/doors';
import type { DocumentId, KeptPaper, PaperForm } from './kept-paper.js';

interface PaperRow {
  readonly form: PaperForm;
  readonly made_at: Date;
  readonly sha256: Buffer;
  readonly content: Buffer;
}

/** Papers are only added, one of each form for a document; the database refuses bytes that are not those of the hash. */
export class KeptPapersStore {
  async add(work: Work, document: DocumentId, { form, madeAt, sha256, content }: KeptPaper): Promise<void> {
    await managerOf(work).query(
      `insert into invoice_paper (document, form, made_at, sha256, content) values ($1, $2, $3, $4, $5)
       on conflict (document, form) do nothing`,
      [document, form, madeAt, sha256, content],
    );
  }

  async find(work: Work, document: DocumentId, form: PaperForm): Promise<KeptPaper | null> {
    const [row] = await managerOf(work).query<PaperRow[]>(
      'select form, made_at, sha256, content from invoice_paper where document = $1 and form = $2',
      [document, form],
    );
    return row ? { form: row.form, madeAt: row.made_at, sha256: row.sha256, content: row.content } : null;
  }
}
