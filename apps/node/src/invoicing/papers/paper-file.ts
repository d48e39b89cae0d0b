import { StreamableFile } from '@nestjs/common';
import { notFound, Problem } from '@passerelle/doors';
import type { KeptPaper, PaperForm } from './kept-paper.js';

export const mediaOf: Readonly<Record<PaperForm, string>> = { pdf: 'application/pdf', xml: 'application/xml' };

/** A kept paper as a download; none is kept of what releases before this one issued. */
export function paperFile(paper: KeptPaper | null, name: string): StreamableFile {
  if (!paper)
    throw new Problem(notFound, {
      en: 'The release that issued it kept no papers.',
      fr: 'La version qui l’a établi ne conservait pas de documents.',
      nl: 'De versie waarmee het werd uitgereikt, bewaarde geen documenten.',
      sv: 'Versionen som utfärdade det sparade inga dokument.',
      de: 'Die Version, die es ausgestellt hat, bewahrte keine Dokumente auf.',
    });
  const { form, content } = paper;
  return new StreamableFile(content, { type: mediaOf[form], disposition: `attachment; filename="${name}.${form}"` });
}
