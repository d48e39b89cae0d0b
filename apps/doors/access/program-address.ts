/** Where people reach this program, as an absolute address without a slash at its end. */
export class ProgramAddress {
  readonly origin: string;

  constructor(readonly baseUrl: string) {
    this.origin = new URL(baseUrl).origin;
  }

  /** Over https the session cookie and the whole answer are marked never to travel in the clear. */
  get isHttps(): boolean {
    return this.baseUrl.startsWith('https:');
  }
}
