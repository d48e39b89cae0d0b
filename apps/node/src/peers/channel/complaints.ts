const pauseMs = 60_000;

/** Says what fails again and again only once a minute: an outside that is away for days must not fill the log. */
export class Complaints {
  private readonly said = new Map<string, number>();

  constructor(
    private readonly say: (about: string, error: unknown) => void,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  note(about: string, error: unknown): void {
    const last = this.said.get(about);
    if (last !== undefined && this.nowMs() - last < pauseMs) return;
    this.said.set(about, this.nowMs());
    this.say(about, error);
  }
}
