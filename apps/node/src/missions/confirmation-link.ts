export type LinkId = string & { readonly __link: true };

/** The one answer a client gives to an order. */
export type Answer = 'accept' | 'changes' | 'refuse';

/** Who answered, as far as a link without an account can tell. */
export interface Evidence {
  readonly address: string;
  readonly userAgent: string;
}

export type LinkRefusal =
  | { readonly kind: 'link-unknown' }
  | { readonly kind: 'link-expired'; readonly expiredAt: Date }
  | { readonly kind: 'link-withdrawn' }
  | { readonly kind: 'link-used'; readonly answer: Answer; readonly answeredAt: Date };
