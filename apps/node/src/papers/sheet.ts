import PDFDocument from 'pdfkit';
import { type Weight, fontsOfOnePaper } from './fonts.js';

/** What a paper is called, in which language it is read aloud, and when it was made. */
export interface SheetTitle {
  readonly title: string;
  readonly author: string;
  /** A language tag, `fr-BE`. */
  readonly locale: string;
  /** The same data and the same instant make the same bytes. */
  readonly made: Date;
}

/** A file that travels inside the paper. */
export interface Attachment {
  readonly name: string;
  readonly type: 'text/xml' | 'application/pdf';
  readonly description: string;
  /** What it is to the paper: the same content in another form, or what the paper was made from. */
  readonly relationship: 'Alternative' | 'Source';
  readonly content: Uint8Array;
}

export const inks = {
  text: '#1b1f23',
  muted: '#56616d',
  brand: '#155e4b',
  line: '#cfd6dc',
  tint: '#edf4f1',
} as const;

export interface TextStyle {
  readonly size?: number;
  readonly weight?: Weight;
  readonly ink?: keyof typeof inks;
  readonly align?: 'left' | 'right';
}

/** A rectangle's left edge and width, and where its text begins. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

type Tag = 'H1' | 'H2' | 'P' | 'TH';

const margin = { top: 52, side: 56, bottom: 64 };

/**
 * Pages of one size with what every paper needs: embedded fonts, structure for readers that speak, a foot with page
 * numbers, and a cursor that moves down. All measures are points, 72 to the inch.
 */
export class Sheet {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly chunks: Buffer[] = [];
  private open: PDFKit.PDFStructureElement;
  readonly left = margin.side;
  readonly width: number;
  y = margin.top;

  constructor(private readonly named: SheetTitle) {
    const { title, author, locale, made } = named;
    const fonts = fontsOfOnePaper();
    this.document = new PDFDocument({
      size: 'A4',
      margins: { top: 0, left: 0, right: 0, bottom: 0 },
      pdfVersion: '1.7',
      subset: 'PDF/A-3b',
      tagged: true,
      lang: locale,
      displayTitle: true,
      bufferPages: true,
      // None yet: PDFKit would open the one it begins with anew whenever its registered name is used.
      font: '',
      info: {
        Title: title,
        Author: author,
        Creator: 'Passerelle',
        Producer: 'Passerelle',
        CreationDate: made,
        ModDate: made,
      },
    });
    this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    for (const [weight, font] of Object.entries(fonts)) this.document.registerFont(weight, font);
    this.width = this.document.page.width - 2 * margin.side;
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
    this.open = this.root;
  }

  /** Puts a file inside; its dates are those of the paper, so that the bytes stay the same. */
  attach({ name, type, description, relationship, content }: Attachment): void {
    const { made } = this.named;
    const options = { name, type, description, relationship, creationDate: made, modifiedDate: made };
    this.document.file(Buffer.from(content), options);
  }

  /** Says more about the paper in its metadata (XMP). */
  describe(xml: string): void {
    this.document.appendXML(xml);
  }

  /** Begins a new page unless so much room is left. */
  need(height: number): void {
    if (this.y + height > this.document.page.height - margin.bottom) this.turn();
  }

  turn(): void {
    this.document.addPage();
    this.y = margin.top;
  }

  space(height: number): void {
    this.y += height;
  }

  heightOf(text: string, width: number, style: TextStyle = {}): number {
    this.style(style);
    return this.document.heightOfString(text, { width });
  }

  /** Writes a text of its own meaning at the cursor and moves below it. */
  write(tag: 'H1' | 'H2' | 'P', text: string, style: TextStyle = {}): void {
    const height = this.heightOf(text, this.width, style);
    this.need(height);
    this.put(tag, text, { x: this.left, y: this.y, width: this.width }, style);
    this.y += height;
  }

  /** Writes a text somewhere without moving the cursor; answers how high it is. */
  put(tag: Tag, text: string, { x, y, width }: Place, style: TextStyle = {}): number {
    this.tagged(tag, () => {
      this.style(style);
      this.document.text(text, x, y, { width, align: style.align ?? 'left' });
    });
    return this.document.y - y;
  }

  /** Groups what is drawn within, such as a table and its rows. */
  group(tag: 'Table' | 'TR' | 'TD' | 'Sect', draw: () => void): void {
    const outer = this.open;
    this.open = this.document.struct(tag);
    outer.add(this.open);
    draw();
    this.open.end();
    this.open = outer;
  }

  /** A picture that is read aloud in words. */
  figure(
    words: string,
    { x, y, width }: Place,
    draw: (fill: (x: number, y: number, side: number) => void) => void,
  ): void {
    const place: [number, number, number, number] = [x, y, x + width, y + width];
    const options = { alt: words, bbox: place };
    const paint = (): void => {
      this.document.fillColor('#000000');
      draw((left, top, side) => this.document.rect(left, top, side, side));
      this.document.fill();
    };
    this.open.add(this.document.struct('Figure', options, [paint]));
  }

  /** A thin line across the page, or part of it; it means nothing to a reader that speaks. */
  line(y: number, ink: keyof typeof inks = 'line'): void {
    const { left: x, width } = this;
    this.decoration(() => {
      this.document
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.75)
        .strokeColor(inks[ink])
        .stroke();
    });
  }

  /** A tinted ground under what is written after it. */
  ground({ x, y, width }: Place, height: number): void {
    this.decoration(() => {
      this.document.roundedRect(x, y, width, height, 4).fillColor(inks.tint).fill();
    });
  }

  /** Ends the paper: a foot on every page, with its number when there are several. */
  async finish(foot: string): Promise<Uint8Array> {
    const { count } = this.document.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.document.switchToPage(page);
      this.footOf(count > 1 ? `${page + 1} / ${count}` : '', foot);
    }
    this.root.end();
    const ended = new Promise((resolve) => this.document.on('end', resolve));
    this.document.end();
    await ended;
    return new Uint8Array(Buffer.concat(this.chunks));
  }

  private footOf(number: string, foot: string): void {
    const y = this.document.page.height - margin.bottom + 22;
    this.line(y - 8);
    this.decoration(() => {
      this.style({ size: 7, ink: 'muted' });
      this.document.text(foot, this.left, y, { width: number === '' ? this.width : this.width - 48, height: 30 });
      this.document.text(number, this.left + this.width - 40, y, { width: 40, align: 'right' });
    });
  }

  private tagged(tag: Tag, draw: () => void): void {
    const options = tag === 'TH' ? { title: undefined, scope: 'Column' } : {};
    this.open.add(this.document.struct(tag, options, [draw]));
  }

  private decoration(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  private style({ size = 9, weight = 'plain', ink = 'text' }: TextStyle): void {
    this.document.font(weight).fontSize(size).fillColor(inks[ink]);
  }
}
