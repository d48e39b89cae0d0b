interface Payment {
  readonly payOn: string;
  readonly paidOn: string | null;
}

/** The payment that comes first of those owed; when nothing is owed, the one that was paid last. */
export function nextOf<P extends Payment>(payments: readonly P[]): P | undefined {
  const owed = payments.filter(({ paidOn }) => paidOn === null);
  const [first] = [...owed].sort((one, other) => one.payOn.localeCompare(other.payOn));
  return first ?? [...payments].sort((one, other) => other.paidOn!.localeCompare(one.paidOn!))[0];
}
